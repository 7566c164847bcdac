import { type CompanyPlan, day, hour, type PersonPlan, touchpoints, yearBegins } from './company-plan.ts';
import { type Chance, pick } from './seeded-chance.ts';

export interface PlannedEvent {
  readonly id: string;
  readonly encounter: string;
  readonly happened: 'opened' | 'closed' | 'reopened' | 'withdrawn';
  readonly at: number;
  readonly value: Record<string, unknown>;
}

/** Events that come in one request or shortly after each other, in the order of their arrival. */
export interface Burst {
  readonly at: number;
  readonly events: readonly PlannedEvent[];
}

const first = (number: number): number => number - (number % 2);

/** What an encounter goes through, and when. Never two things at one instant. */
function happenings(chance: Chance, number: number): readonly (readonly [PlannedEvent['happened'], number])[] {
  const of = (name: string) => chance('encounter', number, name);
  // Half of the encounters come a few days after another one of the same person: rules have to meet.
  const opened =
    yearBegins + chance('encounter', first(number), 'at') * 365 * day + (number % 2) * of('follows') * 12 * day;
  const closed = opened + 60_000 + of('length') * 2 * day;
  const fate = of('fate');
  if (fate < 0.05) return [['opened', opened]];
  const again = closed + 60_000 + of('again') * 6 * day;
  if (fate < 0.13)
    return [
      ['opened', opened],
      ['closed', closed],
      ['withdrawn', again],
    ];
  if (fate < 0.25) {
    return [
      ['opened', opened],
      ['closed', closed],
      ['reopened', again],
      ['closed', again + 60_000 + of('closed again') * 15 * day],
    ];
  }
  return fate < 0.5
    ? [
        ['opened', opened],
        ['closed', closed],
      ]
    : [['closed', closed]];
}

function contactOf({ key, email, phone, language, zone, roles }: PersonPlan): object {
  return { id: key, email, phone, language, roles, ...(zone && { timeZone: zone }) };
}

function eventsOf(chance: Chance, company: CompanyPlan, number: number): readonly PlannedEvent[] {
  const person = pick(chance('encounter', first(number), 'person'), company.people);
  const isOfAccount = chance('encounter', number, 'account only') < 0.08;
  // Nothing lists this one: it is refused and kept.
  const touchpoint =
    chance('encounter', number, 'unknown') < 0.02
      ? 'unheard-of'
      : pick(chance('encounter', number, 'touchpoint'), touchpoints);
  return happenings(chance, number).map(([happened, at], i) => {
    const encounter = `E${number}`;
    const id = `${encounter}.${i}`;
    const data = {
      touchpoint,
      encounter,
      happened,
      account: person.account,
      ...(!isOfAccount && { contact: person.isKnown ? { id: person.key } : contactOf(person) }),
    };
    const time = new Date(Math.round(at)).toISOString();
    const value = { specversion: '1.0', id, source: '/crm', type: `ticket.${happened}`, time, data };
    return { id, encounter, happened, at: Math.round(at), value };
  });
}

/**
 * The events of a year as they arrive: late by minutes or days, in any order, some of them several times. Those that would
 * arrive between two bursts come with the second.
 */
export function plannedBursts(
  chance: Chance,
  company: CompanyPlan,
  encounters: number,
  burstCount: number,
): readonly Burst[] {
  const bursts = Array.from({ length: burstCount }, (_, i) => ({
    at: Math.round(yearBegins + ((i + chance('burst', i)) / burstCount) * 380 * day),
    events: [] as { readonly event: PlannedEvent; readonly order: number }[],
  }));
  const put = (event: PlannedEvent, arrives: number, order: number): void => {
    const burst = bursts[firstAfter(bursts, arrives)];
    burst?.events.push({ event, order });
  };
  for (let number = 0; number < encounters; number += 1) {
    for (const event of eventsOf(chance, company, number)) {
      const late = chance('late', event.id);
      put(event, event.at + (late < 0.75 ? late * hour : late * 5 * day), chance('order', event.id));
      for (let repeat = 0; repeat < 3 && chance('repeat', event.id, repeat) < 0.2; repeat += 1) {
        put(event, event.at + chance('repeated', event.id, repeat) * 20 * day, chance('order', event.id, repeat));
      }
    }
  }
  return bursts
    .filter(({ events }) => events.length > 0)
    .map(({ at, events }) => ({ at, events: [...events].sort((a, b) => a.order - b.order).map(({ event }) => event) }));
}

function firstAfter(bursts: readonly { readonly at: number }[], at: number): number {
  let [low, high] = [0, bursts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bursts[middle]!.at >= at) high = middle;
    else low = middle + 1;
  }
  return low;
}

import type { Books, Delivery, Stop } from './books.ts';
import { type CompanyPlan, day, hour, type PersonPlan } from './company-plan.ts';
import { quarterOf, wallClock } from './local-time.ts';

/** One thing that must never be, and where it was seen. */
export interface Violation {
  readonly invariant: string;
  readonly what: string;
}

/** What the store knows a delivered message to be about. */
export interface AboutInvitation {
  readonly programmeId: string;
  readonly encounter: string;
  readonly contact: string;
  readonly variant: string | null;
  readonly metrics: readonly string[];
  readonly seconds: number;
}

interface Rules {
  readonly quietHours: { from: string; until: string; restDaysUntil: string; restDays: string[]; holidays: string[] };
  readonly sendWindow?: { days: string[]; from: string; until: string };
  readonly sampling: { by?: string; shares?: Record<string, number>; share: number };
  readonly contactRules: {
    perPersonDays: number;
    perPersonPerMetricDays: number;
    perAccountPerQuarter: number | string;
  };
  readonly loadBudget: { perPerson: number };
  readonly reminders: { count: number; afterDays: number[] };
  readonly variants: { name: string; sendFrom?: string }[];
  readonly roles?: string[];
  readonly channels: { channel: string }[];
  readonly trigger: { touchpoints: string[] };
  readonly delayHours: number;
  readonly usefulDays: number;
  readonly expiryDays: number;
}

interface Known extends Delivery {
  readonly about: AboutInvitation;
  readonly person: PersonPlan;
}

const workspaceZone = 'Europe/Helsinki';
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** I3 to I6 of every message that was really delivered, judged by the books and by rules written out naively once more. */
export class MessageOracle {
  private readonly seen = new Set<string>();
  private readonly byPerson = new Map<string, Known[]>();
  private readonly byAccount = new Map<string, Known[]>();
  private readonly byInvitation = new Map<string, Known[]>();
  private readonly people: ReadonlyMap<string, PersonPlan>;
  private readonly segments: ReadonlyMap<string, string>;

  private readonly books: Books;

  constructor(books: Books, company: CompanyPlan) {
    this.books = books;
    this.people = new Map(
      company.people.flatMap((one) => [
        [one.email, one],
        [one.phone, one],
      ]),
    );
    this.segments = new Map(company.accounts.map(({ key, segment }) => [key, segment]));
  }

  judge(delivery: Delivery, about: AboutInvitation | undefined): readonly Violation[] {
    const person = this.people.get(delivery.to);
    if (!person || !about)
      return [{ invariant: 'I10', what: `a message to ${delivery.to} of which this workspace knows nothing` }];
    const known: Known = { ...delivery, about, person };
    const before = this.byInvitation.get(delivery.answerToken) ?? [];
    const found = [
      ...this.twice(known),
      ...this.afterStop(known, before),
      ...this.whenever(known, before),
      ...(known.number === 0 ? this.asked(known) : this.reminded(known, before)),
    ];
    append(this.byInvitation, delivery.answerToken, known);
    if (known.number === 0) {
      append(this.byPerson, person.key, known);
      append(this.byAccount, person.account, known);
    }
    const what = `${known.number === 0 ? 'invitation' : `reminder ${known.number}`} to ${person.key} about ${about.encounter} at ${new Date(known.at).toISOString()}`;
    const earlier = [...(this.byAccount.get(person.account) ?? [])]
      .slice(-4)
      .map(
        (past) =>
          `${past.person.key} ${past.about.encounter} ${past.channel} ${new Date(past.at).toISOString().slice(0, 16)}`,
      );
    return found.map((one) => ({ ...one, what: `${what}: ${one.what} (before: ${earlier.join(', ')})` }));
  }

  private twice({ messageId, number, person, about }: Known): Violation[] {
    const names = [messageId, ...(number === 0 ? [`${about.programmeId} ${about.encounter} ${person.key}`] : [])];
    const isTwice = names.some((name) => this.seen.has(name));
    for (const name of names) this.seen.add(name);
    return isTwice ? [{ invariant: 'I3', what: 'the same invitation a second time' }] : [];
  }

  /** By what the person, the invitation, the encounter and the programme had come to when it was handed over. */
  private afterStop(
    { sequence, begun, channel, answerToken, number, person, about }: Known,
    before: readonly Known[],
  ): Violation[] {
    const { books } = this;
    const isOver = ({ kind, sequence: since, channel: stopped }: Stop): boolean =>
      since <= (kind === 'opted-out-elsewhere' || kind === 'basis-withdrawn' ? begun : sequence) &&
      (stopped === undefined || stopped === channel);
    const stops = [...(books.stops.get(person.key) ?? []), ...(books.stops.get(answerToken) ?? [])].filter(isOver);
    const found = stops.map(({ kind }) => `after it was ${kind}`);
    if (channel === 'email' && person.isKnown && person.basis === 'withdrawn') found.push('without a basis');
    const state = books.states.get(about.programmeId)!.at(sequence);
    if (state !== 'running') found.push(`while the programme was ${state}`);
    const encounter = books.encounters.get(about.encounter)!.state;
    if (number === 0 && encounter.at(sequence) !== 'closed')
      found.push(`about an encounter that was ${encounter.at(sequence)}`);
    const first = before.find((one) => one.number === 0);
    if (number > 0 && first && encounter.between(first.sequence, sequence).some((one) => one !== 'closed')) {
      found.push('after its encounter was taken back or opened again');
    }
    return found.map((what) => ({ invariant: 'I4', what }));
  }

  /** Hours by the clock where the person is, by any rules and place that held since its worker began. */
  private whenever(known: Known, before: readonly Known[]): Violation[] {
    const { at, begun, sequence, person, number } = known;
    const zones = this.books.zones.get(person.key)!.between(begun, sequence);
    const rules = this.rulesOf(known);
    const isOpen = rules.some((one) =>
      zones.some((zone) => mayBeSent(one, at, zone ?? workspaceZone, this.notBefore(one, known))),
    );
    const found: Violation[] = isOpen ? [] : [{ invariant: 'I5', what: `in quiet hours of ${zones.join(' or ')}` }];
    const first = before.find((one) => one.number === 0);
    if (
      number > 0 &&
      first &&
      rules.every(({ expiryDays }) => at >= first.at + expiryDays * day) &&
      this.hadExpired(known, first)
    ) {
      found.push({ invariant: 'I4', what: 'after it had expired' });
    }
    return found;
  }

  /** The days of the rules in force when it was planned, which is before it was first sent. */
  private hadExpired({ about, at, sequence }: Known, first: Known): boolean {
    const all = this.books.rules.get(about.programmeId)!.between(0, sequence) as unknown as readonly Rules[];
    return all.every(({ expiryDays }) => at >= first.at + expiryDays * day);
  }

  private notBefore({ variants }: Rules, { number, about }: Known): string {
    return (number === 0 && variants.find(({ name }) => name === about.variant)?.sendFrom) || '00:00';
  }

  private rulesOf({ about, begun, sequence }: Known): readonly Rules[] {
    return this.books.rules.get(about.programmeId)!.between(begun, sequence) as unknown as readonly Rules[];
  }

  private asked(known: Known): Violation[] {
    const { at, person, about } = known;
    const rules = this.rulesOf(known);
    const always = (invariant: string, what: string, isBroken: (one: Rules) => boolean): Violation[] =>
      rules.every(isBroken) ? [{ invariant, what }] : [];
    const own = (this.byPerson.get(person.key) ?? []).filter((past) => this.reached(past, known));
    const { closings } = this.books.encounters.get(about.encounter)!;
    const within = (days: number, past: Known) => at - past.at < days * day;
    return [
      ...always('I6 person', 'too soon after another', ({ contactRules }) =>
        own.some((past) => within(contactRules.perPersonDays, past)),
      ),
      ...always('I6 metric', 'too soon after the same metric', ({ contactRules }) =>
        own.some(
          (past) =>
            within(contactRules.perPersonPerMetricDays, past) &&
            past.about.metrics.some((one) => about.metrics.includes(one)),
        ),
      ),
      ...always(
        'I6 account',
        'one person of the account too many',
        ({ contactRules }) => this.othersAsked(known) >= Number(contactRules.perAccountPerQuarter),
      ),
      ...always(
        'I6 load',
        'more than the budget of the person',
        ({ loadBudget }) => this.answeredSeconds(known, own) + about.seconds > loadBudget.perPerson,
      ),
      ...always(
        'sampling',
        'of a segment that is not asked',
        ({ sampling }) => (sampling.shares?.[this.segments.get(person.account)!] ?? sampling.share) === 0,
      ),
      ...always(
        'role',
        'in a role that is not asked',
        ({ roles }) => roles !== undefined && !roles.some((role) => person.roles.includes(role)),
      ),
      ...always(
        'delay',
        'before the delay was over',
        ({ delayHours }) => at < Math.min(...closings) + delayHours * hour,
      ),
      ...always(
        'delay',
        'when nobody remembers',
        ({ usefulDays }) => at > Math.max(...closings) + usefulDays * day + hour,
      ),
    ];
  }

  /** A mail that came back asked nobody, once that is known. */
  private reached({ person, channel }: Known, { sequence }: Known): boolean {
    const stops = this.books.stops.get(person.key) ?? [];
    return !stops.some((stop) => stop.kind === 'bounced' && stop.channel === channel && stop.sequence <= sequence);
  }

  private othersAsked(known: Known): number {
    const { at, person } = known;
    const quarter = quarterOf(at, workspaceZone);
    const others = (this.byAccount.get(person.account) ?? []).filter(
      (past) => quarterOf(past.at, workspaceZone) === quarter && this.reached(past, known),
    );
    return new Set(others.map((past) => past.person.key).filter((key) => key !== person.key)).size;
  }

  /** What he truly answered within a year; what is open may cost more, so this is the least. */
  private answeredSeconds({ at, sequence }: Known, own: readonly Known[]): number {
    return own
      .filter(
        (past) =>
          at - past.at < 365 * day &&
          (this.books.answers.get(past.answerToken)?.sequence ?? Number.POSITIVE_INFINITY) <= sequence,
      )
      .reduce((sum, past) => sum + past.about.seconds, 0);
  }

  private reminded(known: Known, before: readonly Known[]): Violation[] {
    const { at, number, begun, answerToken } = known;
    const rules = this.rulesOf(known);
    const found: Violation[] = [];
    const say = (what: string) => found.push({ invariant: 'I4', what });
    if (rules.every(({ reminders }) => number > reminders.count)) say('more reminders than the rules have');
    const first = before.find((one) => one.number === 0);
    // Of one that got lost on the way nobody knows when it came.
    if (first && rules.every(({ reminders }) => at < first.at + reminders.afterDays[number - 1]! * day))
      say('too soon');
    const begins = this.books.partials.get(answerToken) ?? [];
    if (begins.some((one) => one.sequence <= begun && at - one.at < day)) say('while he was answering');
    return found;
  }
}

function mayBeSent({ quietHours, sendWindow }: Rules, at: number, zone: string, notBefore: string): boolean {
  const { date, minutes, weekday } = wallClock(at, zone);
  if (minutes < minutesOf(quietHours.until) || minutes >= minutesOf(quietHours.from) || minutes < minutesOf(notBefore))
    return false;
  const isRestDay = quietHours.restDays.includes(weekday) || quietHours.holidays.includes(date);
  if (isRestDay && minutes < minutesOf(quietHours.restDaysUntil)) return false;
  if (!sendWindow) return true;
  return (
    sendWindow.days.includes(weekday) && minutes >= minutesOf(sendWindow.from) && minutes < minutesOf(sendWindow.until)
  );
}

function append<Value>(into: Map<string, Value[]>, key: string, value: Value): void {
  const held = into.get(key);
  if (held) held.push(value);
  else into.set(key, [value]);
}

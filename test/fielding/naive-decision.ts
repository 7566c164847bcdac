import { createHash } from 'node:crypto';
import type { DecisionInput, PastInvitation, RefusalReason } from '../../src/fielding/index.ts';

/**
 * The rules once more, as docs/guides/programme-rules.md says them and written without a look at the module: one long
 * list of questions, everything in UTC, every time found by trying. It is slow and plain so that it is easy to believe.
 */
export function naiveDecision(input: DecisionInput): { reason: RefusalReason } | { sendAt: number; channel: string } {
  const { rules, about, contact, account, programme, survey, now } = input;
  const hour = 60 * 60 * 1000;
  const day = 24 * hour;
  const encounter = about.kind === 'encounter' ? about : undefined;
  const wave = about.kind === 'wave-member' ? about : undefined;

  if (programme.state !== 'running') return { reason: 'programme-not-running' };
  if (!survey.isPublished) return { reason: 'survey-not-published' };
  if (rules.level === 'encounter' && encounter) {
    if (rules.trigger.touchpoints.indexOf(encounter.touchpoint) === -1) return { reason: 'unknown-touchpoint' };
    if (encounter.state === 'open' && rules.trigger.when === 'closed') return { reason: 'encounter-open' };
    if (encounter.state === 'withdrawn') return { reason: 'encounter-withdrawn' };
    if (now > encounter.occurredAt + rules.usefulDays * day) return { reason: 'encounter-too-old' };
  }
  if (!contact) return { reason: 'no-contact' };
  if (contact.isErased === true) return { reason: 'erased' };
  if (contact.hasOptedOut === true) return { reason: 'opted-out' };

  // Channels: strike out one kind of obstacle after the other; the last one that empties the list is the reason.
  const goesOut = ['email', 'sms', 'phone'];
  let left = rules.channels.filter((step) => contact.channels[step.channel]?.isSuppressed !== true);
  if (left.length === 0) return { reason: 'suppressed' };
  left = left.filter((step) => {
    if (!goesOut.includes(step.channel)) return true;
    const basis = contact.channels[step.channel]?.basis;
    return basis !== undefined && (step.bases === undefined || step.bases.includes(basis));
  });
  if (left.length === 0) return { reason: 'no-basis' };
  left = left.filter((step) => !goesOut.includes(step.channel) || contact.channels[step.channel]?.hasAddress === true);
  if (left.length === 0) return { reason: 'no-address' };
  const channel = left[0]!.channel;

  let role = contact.roles[0];
  if (rules.roles !== undefined) {
    role = undefined;
    for (const wanted of rules.roles) if (role === undefined && contact.roles.includes(wanted)) role = wanted;
    if (role === undefined) return { reason: 'role-not-asked' };
  }
  if (rules.segments !== undefined && !rules.segments.includes(account?.segment ?? '')) {
    return { reason: 'segment-not-asked' };
  }
  if (rules.level === 'encounter' && encounter) {
    const { eventTypes, conditions } = rules.trigger;
    if (eventTypes !== undefined && !eventTypes.includes(encounter.eventType ?? ''))
      return { reason: 'condition-not-met' };
    if (conditions !== undefined && !naiveHolds(conditions, input)) return { reason: 'condition-not-met' };
  } else if (rules.level === 'relationship' && rules.waves.conditions !== undefined) {
    if (!naiveHolds(rules.waves.conditions, input)) return { reason: 'condition-not-met' };
  }
  if (contact.isStaff === true) return { reason: 'own-agent' };

  // Chance, by the public recipe: SHA-256 of the parts with their lengths, the first 53 bits.
  const aboutId = encounter ? encounter.id : wave!.waveId;
  const unit = `${aboutId}/${contact.id}`;
  const chance = (what: string) => {
    const text = [input.seed, what, unit].map((part) => `${part.length}:${part}`).join(',');
    const bits = BigInt(`0x${createHash('sha256').update(text).digest('hex').slice(0, 16)}`) >> 11n;
    return Number(bits) / 2 ** 53;
  };
  const strata: Record<string, string | undefined> = {
    segment: account?.segment,
    role,
    touchpoint: encounter?.touchpoint,
  };
  let share = rules.sampling.share;
  const stratum = rules.sampling.by === undefined ? undefined : strata[rules.sampling.by];
  if (stratum !== undefined && rules.sampling.shares?.[stratum] !== undefined) share = rules.sampling.shares[stratum];
  if (wave && !wave.isChosen) return { reason: 'not-sampled' };
  if (chance('sample') >= share) return { reason: 'not-sampled' };

  for (const quota of rules.quotas) {
    const value = quota.each === undefined ? undefined : (strata[quota.each] ?? '');
    if (quota.only !== undefined && quota.only !== value) continue;
    const key = `${quota.period} ${naivePeriod(now, quota.period)}${value === undefined ? '' : ` ${quota.each}=${value}`}`;
    if ((input.quotasUsed[key] ?? 0) >= quota.most) return { reason: 'quota-full' };
  }

  // When it would be sent: half hour by half hour, since every time in the generated rules lies on one.
  const dueAt = Math.max(
    now,
    encounter && rules.level === 'encounter' ? encounter.occurredAt + rules.delayHours * hour : wave!.opensAt,
  );
  const latest =
    encounter && rules.level === 'encounter' ? encounter.occurredAt + rules.usefulDays * day : wave!.closesAt - 1;
  let from = '00:00';
  if (rules.variants.length > 0) {
    const sorted = rules.variants.slice().sort((a, b) => a.name.localeCompare(b.name, 'en'));
    const total = sorted.reduce((sum, { weight }) => sum + weight, 0);
    let mark = chance('variant') * total;
    let drawn = sorted[0]!;
    for (const variant of sorted) {
      if (mark < 0) break;
      drawn = variant;
      mark -= variant.weight;
    }
    from = drawn.sendFrom ?? '00:00';
  }
  let sendAt: number | undefined;
  const half = 30 * 60 * 1000;
  const tries = [dueAt];
  for (let t = Math.ceil((dueAt + 1) / half) * half; t <= latest; t += half) tries.push(t);
  for (const t of tries) {
    if (sendAt === undefined && t <= latest && (!goesOut.includes(channel) || naiveOpen(t, input, from))) sendAt = t;
  }

  // The history, entry by entry. Where nothing can be sent in time it is measured from when it was due.
  const askedAt = sendAt ?? dueAt;
  const asked = input.history.filter(
    ({ state }) => state !== 'refused' && state !== 'cancelled' && state !== 'bounced',
  );
  const mine = asked.filter((past) => past.contactId === contact.id);
  const gap = (past: PastInvitation) => Math.abs(past.askedAt - askedAt) / day;
  const { perPersonDays, perPersonPerMetricDays, perAccountPerQuarter } = rules.contactRules;
  if (mine.some((past) => gap(past) < perPersonDays)) return { reason: 'asked-lately' };
  const same = mine.filter(
    (past) => past.level === rules.level && past.metrics.some((one) => survey.metrics.includes(one)),
  );
  if (same.some((past) => gap(past) < perPersonPerMetricDays)) return { reason: 'asked-lately-metric' };
  if (account && perAccountPerQuarter !== 'no limit') {
    const others = new Set<string>();
    for (const past of asked) {
      const inQuarter = naivePeriod(past.askedAt, 'quarter') === naivePeriod(askedAt, 'quarter');
      if (past.accountId === account.id && past.contactId !== contact.id && inQuarter) others.add(past.contactId);
    }
    if (others.size >= perAccountPerQuarter) return { reason: 'account-asked-enough' };
  }
  const { unit: loadUnit, perPerson, perAccount } = rules.loadBudget;
  const isOpen = (past: PastInvitation, t: number) =>
    ['planned', 'sending', 'uncertain', 'sent', 'opened', 'partial'].includes(past.state) && past.expiresAt > t;
  const cost = (whose: (past: PastInvitation) => boolean) => {
    let sum = survey[loadUnit];
    for (const past of input.history) {
      const costs = past.state === 'completed' || past.state === 'partial' || isOpen(past, askedAt);
      if (whose(past) && costs && gap(past) < 365) sum += past[loadUnit];
    }
    return sum;
  };
  if (cost((past) => past.contactId === contact.id) > perPerson) return { reason: 'load-budget' };
  if (account && perAccount !== undefined && cost((past) => past.accountId === account.id) > perAccount) {
    return { reason: 'load-budget' };
  }
  const here = input.history.filter((past) => past.contactId === contact.id && past.programmeId === programme.id);
  for (const past of here) {
    const stands = isOpen(past, now) || (past.aboutId === aboutId && asked.includes(past));
    if (past.state !== 'completed' && stands) return { reason: 'open-invitation' };
  }
  if (here.some((past) => past.aboutId === aboutId && past.state === 'completed'))
    return { reason: 'answered-already' };
  if (sendAt === undefined) return { reason: 'outside-window' };
  return { sendAt, channel };
}

function naiveOpen(t: number, { rules, holidays = [] }: DecisionInput, from: string): boolean {
  const date = new Date(t).toISOString().slice(0, 10);
  const time = new Date(t).toISOString().slice(11, 16);
  const weekday = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'][
    new Date(t).getUTCDay()
  ]!;
  const { quietHours: quiet, sendWindow: window } = rules;
  if (time < quiet.until || time >= quiet.from || time < from) return false;
  const rests = (quiet.restDays as string[]).includes(weekday) || [...quiet.holidays, ...holidays].includes(date);
  if (rests && time < quiet.restDaysUntil) return false;
  return !window || ((window.days as string[]).includes(weekday) && time >= window.from && time < window.until);
}

function naivePeriod(t: number, period: string): string {
  const iso = new Date(t).toISOString();
  if (period === 'day') return iso.slice(0, 10);
  if (period === 'month') return `${iso.slice(0, 7)}-01`;
  if (period === 'year') return `${iso.slice(0, 4)}-01-01`;
  if (period === 'quarter') {
    const first = { 0: '01', 1: '04', 2: '07', 3: '10' }[Math.floor(new Date(t).getUTCMonth() / 3)];
    return `${iso.slice(0, 4)}-${first}-01`;
  }
  let monday = t;
  while (new Date(monday).getUTCDay() !== 1) monday -= 24 * 60 * 60 * 1000;
  return new Date(monday).toISOString().slice(0, 10);
}

function naiveHolds(condition: unknown, input: DecisionInput): boolean {
  const node = condition as Record<string, unknown>;
  if (node.all) return (node.all as unknown[]).filter((part) => !naiveHolds(part, input)).length === 0;
  if (node.any) return (node.any as unknown[]).filter((part) => naiveHolds(part, input)).length > 0;
  if (node.not) return !naiveHolds(node.not, input);
  const { about, account, contact } = input;
  const [of, ...rest] = (node.field as string).split('.');
  const name = rest.join('.');
  let facts: unknown[] = [];
  if (of === 'contact' && name === 'role') facts = [...(contact?.roles ?? [])];
  else if (of === 'contact' && name === 'language') facts = [contact?.language];
  else if (of === 'account' && name === 'segment') facts = [account?.segment];
  else if (of === 'account' && name === 'revenue') facts = [account?.revenue];
  else if (of === 'account') facts = [account?.attributes?.[name]];
  else if (of === 'encounter' && about.kind === 'encounter') {
    facts = [name === 'touchpoint' ? about.touchpoint : name === 'event' ? about.eventType : about.attributes?.[name]];
  }
  facts = facts.filter((fact) => fact !== undefined);
  if (facts.length === 0) return false;
  const wanted = node.value;
  switch (node.is) {
    case 'known':
      return true;
    case 'equal':
      return facts.some((fact) => fact === wanted);
    case 'not-equal':
      return !facts.some((fact) => fact === wanted);
    case 'one-of':
      return facts.some((fact) => (wanted as unknown[]).includes(fact));
    case 'contains':
      return facts.some((fact) => `${fact}`.toLowerCase().indexOf(`${wanted}`.toLowerCase()) >= 0);
    case 'at-least':
      return facts.some((fact) => typeof fact === typeof wanted && naiveOrder(fact) >= naiveOrder(wanted));
    default:
      return facts.some((fact) => typeof fact === typeof wanted && naiveOrder(fact) <= naiveOrder(wanted));
  }
}

/** Only numbers and dates have an order; with NaN every comparison is false. */
function naiveOrder(fact: unknown): number {
  if (typeof fact === 'number') return fact;
  return typeof fact === 'string' && /^\d{4}-\d\d-\d\d/.test(fact) ? new Date(fact).getTime() : Number.NaN;
}

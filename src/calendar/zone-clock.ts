import { CandorError } from '../errors/index.ts';

const dayMilliseconds = 86_400_000;
/** Offsets kept per zone: eleven years of days. A stray file of dates must not make a process grow without end. */
const mostDaysKept = 4096;

/** The wall clock of one time zone. Instants are epoch milliseconds; a local time is one as if the zone were UTC. */
export interface ZoneClock {
  /** The local time of an instant. */
  local(instant: number): number;
  /** The calendar day of an instant, since 1970-01-01. */
  day(instant: number): number;
  /** The instants at which the wall clock shows this local time, ascending: none in a gap, two in an overlap. */
  instants(local: number): readonly number[];
  /** The instant inside this UTC day at which the clocks change; undefined on most days. */
  change(utcDay: number): number | undefined;
}

const clocks = new Map<string, ZoneClock>();

/**
 * What does the clock on the wall show? By the time zone database of the platform (Intl), exact also where the clocks
 * change. Refuses a name that is no time zone (`CND_TIME_ZONE`). A clock is kept: making one takes 40 to 90 ms.
 */
export function zoneClock(timeZone: string): ZoneClock {
  let clock = clocks.get(timeZone);
  if (clock === undefined) {
    clock = makeClock(timeZone);
    clocks.set(timeZone, clock);
  }
  return clock;
}

function makeClock(timeZone: string): ZoneClock {
  const { offset, change } = offsets(timeZone);
  const local = (instant: number) => instant + offset(instant);
  return {
    local,
    day: (instant) => Math.floor(local(instant) / dayMilliseconds),
    instants: (wanted) => {
      // No offset exceeds a day, and no zone changes twice within two: the two sides are all that it can be.
      const tried = [offset(wanted - dayMilliseconds), offset(wanted + dayMilliseconds)].map((one) => wanted - one);
      return [...new Set(tried)].filter((instant) => local(instant) === wanted).sort((a, b) => a - b);
    },
    change,
  };
}

/** Calendar days (since 1970-01-01) of instants in one time zone. */
export function localDays(timeZone: string): (instant: number) => number {
  const { offset } = offsets(timeZone);
  return (instant) => Math.floor((instant + offset(instant)) / dayMilliseconds);
}

/**
 * Instants of wall clock times in one time zone. Of an hour that the clocks go through twice it is the second; one that
 * they leave out counts on from the hour before.
 */
export function localInstants(timeZone: string): (local: number) => number {
  const { offset } = offsets(timeZone);
  return (local) => {
    const near = local - offset(local);
    return local - offset(near);
  };
}

interface Offsets {
  readonly offset: (instant: number) => number;
  readonly change: (utcDay: number) => number | undefined;
}

/**
 * The offset of an instant from UTC. Asking the calendar for each takes 8 microseconds, so it is kept for each UTC day;
 * on days when the clocks change the moment is searched once.
 */
function offsets(timeZone: string): Offsets {
  // The first formatter of a process takes 40 to 90 ms: not for the usual zone.
  if (/^(utc|etc\/utc|gmt)$/i.test(timeZone)) return { offset: () => 0, change: () => undefined };
  const read = offsetReader(timeZone);
  const days = new Map<number, { before: number; after: number; changesAt: number }>();
  const knownOf = (day: number) => {
    let known = days.get(day);
    if (known === undefined) {
      if (days.size >= mostDaysKept) days.clear();
      known = offsetsOf(day, read);
      days.set(day, known);
    }
    return known;
  };
  return {
    offset: (instant) => {
      const known = knownOf(Math.floor(instant / dayMilliseconds));
      return instant < known.changesAt ? known.before : known.after;
    },
    change: (day) => {
      const known = knownOf(day);
      return known.before === known.after ? undefined : known.changesAt;
    },
  };
}

function offsetsOf(day: number, offset: (instant: number) => number) {
  const before = offset(day * dayMilliseconds);
  const after = offset((day + 1) * dayMilliseconds);
  let low = day * dayMilliseconds;
  let high = (day + 1) * dayMilliseconds;
  // Clocks change on whole seconds.
  while (before !== after && high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000;
    if (offset(middle) === before) low = middle;
    else high = middle;
  }
  return { before, after, changesAt: high };
}

function offsetReader(timeZone: string): (instant: number) => number {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  } catch {
    throw new CandorError('CND_TIME_ZONE', `"${timeZone}" is not a time zone`, { timeZone });
  }
  return (instant) => {
    const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
    const match = /GMT([+\-−])(\d{2}):(\d{2})(?::(\d{2}))?/u.exec(name);
    if (!match) return 0;
    const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0);
    return (match[1] === '+' ? seconds : -seconds) * 1000;
  };
}

import { CandorError } from '../errors/index.ts';

const dayMilliseconds = 86_400_000;

/** Calendar days (since 1970-01-01) of instants in one time zone. */
export function localDays(timeZone: string): (instant: number) => number {
  const offset = offsets(timeZone);
  return (instant) => Math.floor((instant + offset(instant)) / dayMilliseconds);
}

/**
 * Instants of wall clock times in one time zone. Of an hour that the clocks go through twice it is the second; one that
 * they leave out counts on from the hour before.
 */
export function localInstants(timeZone: string): (local: number) => number {
  const offset = offsets(timeZone);
  return (local) => {
    const near = local - offset(local);
    return local - offset(near);
  };
}

/**
 * The offset of an instant from UTC. Asking the calendar for each takes 8 microseconds, so it is kept for each UTC day;
 * on days when the clocks change the moment is searched once.
 */
function offsets(timeZone: string): (instant: number) => number {
  // The first formatter of a process takes 40 to 90 ms: not for the usual zone.
  if (/^(utc|etc\/utc|gmt)$/i.test(timeZone)) return () => 0;
  const offset = offsetReader(timeZone);
  const days = new Map<number, { before: number; after: number; changesAt: number }>();
  return (instant) => {
    const day = Math.floor(instant / dayMilliseconds);
    let known = days.get(day);
    if (known === undefined) {
      known = offsetsOf(day, offset);
      days.set(day, known);
    }
    return instant < known.changesAt ? known.before : known.after;
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

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** The waits of Standard Webhooks between ten attempts: 75 h 35 min in all. */
const waits = [
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
] as const;

/** No receiver may push a message further away than this. */
const longestWait = 24 * hour;

/**
 * When a message is tried again after `attempts` failures; nothing after the tenth. Up to a tenth is added by chance, so
 * that what failed together does not come back together. A receiver that asks for more time (Retry-After) gets it.
 */
export function retryAt(
  attempts: number,
  { now, retryAfter, random }: { now: Date; retryAfter?: string | undefined; random: () => number },
): Date | undefined {
  const wait = waits[attempts - 1];
  if (wait === undefined) return undefined;
  const asked = Math.min(askedWait(retryAfter, now), longestWait);
  return new Date(now.getTime() + Math.max(wait * (1 + random() / 10), asked));
}

/** Seconds, or a date of HTTP; what is neither asks for nothing. */
function askedWait(retryAfter: string | undefined, now: Date): number {
  if (retryAfter === undefined) return 0;
  if (/^\d{1,9}$/.test(retryAfter.trim())) return Number(retryAfter) * second;
  const until = Date.parse(retryAfter);
  return Number.isNaN(until) ? 0 : Math.max(0, until - now.getTime());
}

/** After a refusal that may pass. RFC 5321 4.5.4.1 asks for 30 minutes; greylists want one early second try. */
const waits = [5, 15, 60, 180, 360].map((minutes) => minutes * 60_000);
const laterWait = 12 * 3_600_000;

export type Retry = { readonly kind: 'retry'; readonly at: Date } | { readonly kind: 'expired' };

/**
 * When a message that was refused for now is tried again: after 5 m, 15 m, 1 h, 3 h, 6 h, then every 12 h until it is no
 * longer worth sending.
 *
 * @param attempt how many attempts have been made, at least 1
 * @param askedSeconds what the other side asked for (Retry-After), where it is longer
 */
export function retryAfter(attempt: number, now: Date, expiresAt: Date, askedSeconds = 0): Retry {
  const wait = Math.max(waits[Math.max(1, Math.floor(attempt)) - 1] ?? laterWait, askedSeconds * 1000);
  const at = new Date(now.getTime() + wait);
  return at < expiresAt ? { kind: 'retry', at } : { kind: 'expired' };
}

import { hardWords, policyWords, softWords } from './bounce-words.ts';

/**
 * What a failed delivery says:
 *
 * - `hard`: there is nobody at this address: never write there again.
 * - `soft`: the recipient's side has a trouble that may pass (mailbox full, server away).
 * - `policy`: our own fault or reputation (blocked, refused as spam, too large, wrong sender): the address is fine.
 * - `delayed`: not given up yet; nothing has been decided.
 * - `delivered`: a report of success.
 * - `unknown`: a failure whose reason cannot be read.
 */
export type BounceKind = 'hard' | 'soft' | 'policy' | 'delayed' | 'delivered' | 'unknown';

/** Enhanced status codes (RFC 3463, RFC 5248) that decide by themselves; the others leave it to the words. */
const byStatus: readonly (readonly [pattern: RegExp, kind: BounceKind])[] = [
  // x.7.x is about the sender or his content, whatever the words claim: it never suppresses. 4.7.x neither: a receiver
  // that slows us down until the queue gives up says nothing of the mailbox.
  [/^[45]\.7\./, 'policy'],
  // No such mailbox (1), no such domain (2), bad syntax (3), moved without address (6), null MX (10).
  [/^5\.1\.(1|2|3|6|10)$/, 'hard'],
  // The address of the sender: bad syntax (7), no such domain (8).
  [/^5\.1\.(7|8)$/, 'policy'],
  // Mailbox disabled.
  [/^5\.2\.1$/, 'hard'],
  // Mailbox full (2), expansion of a list (4).
  [/^5\.2\.(2|4)$/, 'soft'],
  // Message too large for the mailbox or the server; content that is not wanted or cannot be converted.
  [/^5\.(2\.3|3\.4|6\.\d+)$/, 'policy'],
  // Loops, congestion, given up after days.
  [/^5\.4\.(5|6|7|12|14)$/, 'soft'],
  // 4.x.x never says that there is nobody: a server that gave up after days repeats the last temporary code.
  [/^4\.(?!0\.0$)/, 'soft'],
];

/**
 * What kind of failure a status code and the words beside it describe. The code decides where it is specific; a general
 * one (5.0.0, 5.1.0, 5.4.1, 5.5.0, or none) leaves it to the words, and words that nobody knows leave it `unknown`.
 * Sources: RFC 3463, RFC 5248, and the wordings of the servers in test/fixtures/delivery-reports.
 */
export function bounceKindOf(status: string | undefined, words: string): BounceKind {
  const specific = status === undefined ? undefined : byStatus.find(([pattern]) => pattern.test(status));
  if (specific) return specific[1];
  const text = words.toLowerCase().replace(/\s+/g, ' ');
  const reply = /(?:^|[\s#(;:"'])([45]\d\d)(?:[\s\-,;:]|$)/.exec(text)?.[1];
  // Policy first: "550 mailbox unavailable, your address is on a block list" says nothing of the mailbox.
  if (policyWords.test(text)) return 'policy';
  // "450 user unknown" is what careful servers say while their directory is away.
  if (softWords.test(text) || reply?.startsWith('4') || reply === '552') return 'soft';
  if (hardWords.test(text)) return 'hard';
  return status?.startsWith('4') ? 'soft' : 'unknown';
}

/** The most specific enhanced status of a text, skipping general ones such as 5.0.0 where a better one follows. */
export function statusIn(text: string): string | undefined {
  const found = [...text.matchAll(/(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)/g)].map(([, status]) => status!);
  return found.find((status) => !isGeneral(status)) ?? found[0];
}

/** A code that says only "failed": the words beside it may say more. */
export function isGeneral(status: string): boolean {
  return /^[245]\.0\.0$/.test(status);
}

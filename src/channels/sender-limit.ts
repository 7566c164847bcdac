/** What a sender (a From domain) did on one day. */
export interface SenderDay {
  /** Calendar day, `2026-03-05`. */
  readonly day: string;
  readonly sent: number;
}

export interface SenderHistory {
  /** The day that is being sent on. */
  readonly today: string;
  /** Days with mail, in any order; today may be among them. */
  readonly days: readonly SenderDay[];
  /** The 24 hours until now. */
  readonly lastDay: { readonly sent: number; readonly complaints: number };
}

export type SenderLimit =
  | { readonly kind: 'paused'; readonly reason: 'complaints'; readonly share: number }
  | {
      readonly kind: 'open';
      /** How many more may be sent today. */
      readonly left: number;
      /** How many may be sent today in all; Infinity once warmed up. */
      readonly cap: number;
      readonly warning?: 'complaints';
      readonly share: number;
    };

/** Mails a day while a sender is new: each step is earned by a day that used at least half of the step before. */
const warmUp = [50, 100, 200, 400, 800, 1500, 3000, 6000, 12_000, 25_000, 50_000];
/** Gmail and Yahoo: stay below 0.1 %, never reach 0.3 %. */
const warnShare = 0.001;
const stopShare = 0.003;
/** Below 3 complaints a share is no rate: one of the first 50 recipients would stop the sender at 2 %. */
const fewestToStop = 3;

/**
 * How many mails a sender may send today. Reputation is earned slowly: a new sender starts with 50 a day. Complaints of
 * the last 24 hours warn at 0.1 % and stop the sender at 0.3 %, from 3 complaints on.
 */
export function senderLimit(history: SenderHistory): SenderLimit {
  const { sent, complaints } = history.lastDay;
  const share = sent > 0 ? complaints / sent : complaints > 0 ? 1 : 0;
  if (share >= stopShare && complaints >= fewestToStop) return { kind: 'paused', reason: 'complaints', share };
  const cap = warmUp[stepOf(history)] ?? Number.POSITIVE_INFINITY;
  const today = history.days.filter(({ day }) => day === history.today).reduce((sum, day) => sum + day.sent, 0);
  const left = Math.max(0, cap - today);
  return { kind: 'open', left, cap, share, ...(share >= warnShare && { warning: 'complaints' as const }) };
}

/** How many steps of the warm-up were earned before today. After 30 days without mail a reputation has to be earned anew. */
function stepOf({ days, today }: SenderHistory): number {
  const before = days.filter(({ day, sent }) => day < today && sent > 0).sort((a, b) => (a.day < b.day ? -1 : 1));
  let step = 0;
  let last: string | undefined;
  for (const { day, sent } of before) {
    if (last !== undefined && daysBetween(last, day) > 30) step = 0;
    if (step < warmUp.length && sent * 2 >= warmUp[step]!) step++;
    last = day;
  }
  return last !== undefined && daysBetween(last, today) > 30 ? 0 : step;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

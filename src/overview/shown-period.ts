import { dayOfIsoDate, isoDate } from '../audit/index.ts';
import type { SurveyLevel, View } from '../view/index.ts';
import type { LevelTrend, TrendPeriod } from './level-trend.ts';
import type { Missing } from './overview.ts';

/** Effective answers from which a period may be compared: below it the verdict is "not enough data". */
export const enoughAnswers = 10;

/**
 * Which period does a level show? The one asked for; else the running one once it has effective n 10 in it; else the last
 * period before it with answers; with no answers at all the last of the window. Each level by itself: a quiet level would
 * otherwise hold back what the other has proven.
 *
 * @example shownPeriod(undefined, { names: ['2026-10', '2026-11'], running: '2026-11' }) // => "2026-11"
 */
export function shownPeriod(
  trend: LevelTrend<SurveyLevel> | undefined,
  { at, names, running }: { at?: View['at']; names: readonly string[]; running?: string | undefined },
): string {
  if (at !== undefined) return at;
  const periods = trend?.periods.filter(({ counts }) => counts.tally.n > 0) ?? [];
  if (periods.length === 0) return names.at(-1)!;
  const ripe = periods.some(({ counts, result }) => counts.period === running && effectiveN(result) >= enoughAnswers);
  if (running !== undefined && ripe) return running;
  const past = new Set(periods.map(({ counts }) => counts.period).filter((period) => period !== running));
  return names.filter((name) => past.has(name)).at(-1) ?? running ?? names.at(-1)!;
}

const effectiveN = ({ estimate }: TrendPeriod['result']) => estimate?.effectiveN ?? 0;

/**
 * How many answers are missing before a figure can be compared, and when would they be there at the pace of its period?
 * Absent where there are enough. `from` and `to` are the days of the period, `today` is the last day that counts.
 *
 * @example missingAnswers({ n: 8, effectiveN: 8, designEffect: 1, from: '2026-10-01', to: '2026-11-01', today: '2026-10-31' }) // => {"answers":2,"expectedOn":"2026-11-08"}
 */
export function missingAnswers(standing: {
  readonly n: number;
  readonly effectiveN: number;
  readonly designEffect: number;
  readonly from: string;
  readonly to: string;
  readonly today: string;
}): Missing | undefined {
  const { n, effectiveN: effective, designEffect, from, to, today } = standing;
  if (effective >= enoughAnswers) return undefined;
  const answers = Math.max(1, Math.ceil((enoughAnswers - effective) * designEffect));
  const start = dayOfIsoDate(from)!;
  const now = dayOfIsoDate(today)!;
  const days = Math.max(1, Math.min(dayOfIsoDate(to)!, now + 1) - start);
  if (n === 0 || start > now) return { answers };
  return { answers, expectedOn: isoDate(now + Math.ceil((answers * days) / n)) };
}

import { type AnswerSeries, compareDesignedScores, compareScores, scoreWidth, tallyScores } from '../metrics/index.ts';
import { median } from '../numeric/index.ts';
import type { AuditInput } from './audit-input.ts';
import { columnOf } from './period-answers.ts';
import { accountsOf } from './period-results.ts';

/** How the answers that came late stand beside the others; late is after more days than the median wait. */
export interface LateAnswers {
  readonly days: number;
  readonly early: number;
  readonly late: number;
  /** Late minus early with its interval, in the unit of the metric. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly verdict: 'alike' | 'differ' | 'open';
}

/** Fewer answers on one side say nothing. */
const fewest = 10;
/** Points of a hundred within which late answers count as like the others: the mark of the margin of error. */
const alikePoints = 5;

/**
 * Do people who answer late answer otherwise? Those who had to be waited for are the nearest to those who never answered,
 * so a difference says that non-response bends the figure. `alike` when the whole interval lies within 5 points, `differ`
 * when the difference is proven and may be larger, else `open`. Undefined where fewer than ten answers stand on one side.
 */
export function lateAnswers({
  definition,
  series,
  confidence,
}: Omit<AuditInput, 'seed' | 'periodUnit'>): LateAnswers | undefined {
  const { wait } = series;
  if (!wait) return undefined;
  const known = rowsWhere(wait, (days) => days >= 0);
  if (known.length === 0) return undefined;
  const days = Math.floor(median(Array.from(columnOf(wait, known))));
  const [early, late] = [rowsWhere(wait, (one) => one >= 0 && one <= days), rowsWhere(wait, (one) => one > days)];
  if (Math.min(early.length, late.length) < fewest) return undefined;
  const comparison = compareRows({ definition, series, confidence }, early, late);
  const { value: difference, interval } = comparison.difference;
  const within = alikePoints * scoreWidth(definition);
  const isAlike = interval.low >= -within && interval.high <= within;
  const isProven = comparison.verdict === 'rose' || comparison.verdict === 'fell';
  const verdict = isAlike ? 'alike' : isProven ? 'differ' : 'open';
  return { days, early: early.length, late: late.length, difference, ...interval, verdict };
}

function rowsWhere(wait: Int32Array, holds: (days: number) => boolean): Int32Array {
  const rows: number[] = [];
  wait.forEach((days, row) => {
    if (holds(days)) rows.push(row);
  });
  return Int32Array.from(rows);
}

type Compared = Pick<AuditInput, 'definition' | 'confidence'> & { readonly series: AnswerSeries };

/** As two periods are compared: with accounts, the covariance of those on both sides counts. */
function compareRows({ definition, series, confidence }: Compared, early: Int32Array, late: Int32Array) {
  const scores = (rows: Int32Array) => columnOf(series.scores, rows);
  if (!series.account) {
    const sides = { before: tallyScores(scores(early)), after: tallyScores(scores(late)) };
    return compareScores(definition, sides, { confidence });
  }
  const rows = new Int32Array(early.length + late.length);
  rows.set(early);
  rows.set(late, early.length);
  return compareDesignedScores(
    definition,
    { scores: scores(rows), clusters: accountsOf(series.account, rows) },
    {
      before: new Uint8Array(rows.length).fill(1, 0, early.length),
      after: new Uint8Array(rows.length).fill(1, early.length),
    },
    { confidence },
  );
}

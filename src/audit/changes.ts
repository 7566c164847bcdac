import { type Caveat, type Comparison, caveat, holm, verdictOf } from '../inference/index.ts';
import { compareDesignedScores, compareScores, tallyMoments } from '../metrics/index.ts';
import type { AuditInput } from './audit-input.ts';
import type { ChangeResult } from './audit-result.ts';
import { columnOf } from './period-answers.ts';
import { accountsOf, type PeriodStanding } from './period-results.ts';
import { isNominal } from './replicate.ts';

/** Every change between neighbouring periods with at least two answers, tested alone and corrected together (Holm). */
export function judgeChanges(input: AuditInput, standings: readonly PeriodStanding[]): ChangeResult[] {
  const tested = standings.filter(({ answers }) => answers.tally.n >= 2);
  const pairs = tested.slice(1).map((after, i) => ({ before: tested[i]!, after }));
  const comparisons = pairs.map((pair) => comparisonOf(input, pair));
  const adjusted = holm(comparisons.map(({ pValue }) => pValue));
  return pairs.map(({ before, after }, i) => {
    const { difference, pValue, minimumDetectableChange } = comparisons[i]!;
    const adjustedPValue = adjusted[i]!;
    return {
      from: before.answers.period,
      to: after.answers.period,
      difference: { ...difference, caveats: [...difference.caveats, ...gapBetween(before, after)] },
      pValue,
      adjustedPValue,
      nominallySignificant: nominal(input, before, after),
      verdict: verdictOf({
        adjustedPValue,
        difference: difference.value,
        effectiveBefore: comparisons[i]!.before.effectiveN,
        effectiveAfter: comparisons[i]!.after.effectiveN,
        ...(before.accounts !== undefined && { clustersBefore: before.accounts }),
        ...(after.accounts !== undefined && { clustersAfter: after.accounts }),
      }),
      minimumDetectableChange,
    };
  });
}

interface Pair {
  readonly before: PeriodStanding;
  readonly after: PeriodStanding;
}

/**
 * With accounts, the covariance of accounts heard in both periods counts. The finite population does not: it describes
 * who there is now, and the process that makes the next period has no such end.
 */
function comparisonOf({ definition, series, confidence }: AuditInput, { before, after }: Pair): Comparison {
  if (!series.account) {
    return compareScores(definition, { before: before.answers.tally, after: after.answers.tally }, { confidence });
  }
  const first = before.answers.rows.length;
  const rows = new Int32Array(first + after.answers.rows.length);
  rows.set(before.answers.rows);
  rows.set(after.answers.rows, first);
  return compareDesignedScores(
    definition,
    { scores: columnOf(series.scores, rows), clusters: accountsOf(series.account, rows) },
    {
      before: new Uint8Array(rows.length).fill(1, 0, first),
      after: new Uint8Array(rows.length).fill(1, first),
    },
    { confidence },
  );
}

/** What a dashboard would colour: a plain z with SE(n - 1) that knows nothing of accounts. */
function nominal({ definition }: AuditInput, before: PeriodStanding, after: PeriodStanding): boolean {
  const sizes = [before.answers.tally.n, after.answers.tally.n];
  return isNominal(
    {
      n: Float64Array.from(sizes),
      mean: Float64Array.from([before, after], ({ answers }) => tallyMoments(definition, answers.tally).mean),
      variance: Float64Array.from([before, after], ({ variance }, i) => (variance * sizes[i]!) / (sizes[i]! - 1)),
    },
    0,
    1,
  );
}

function gapBetween(before: PeriodStanding, after: PeriodStanding): Caveat[] {
  const skipped = after.answers.ordinal - before.answers.ordinal - 1;
  if (skipped <= 0) return [];
  const words =
    skipped === 1
      ? 'One period with fewer than two answers lies'
      : `${skipped} periods with fewer than two answers lie`;
  return [caveat('gap', `${words} between the two compared.`, { periods: skipped })];
}

import { type Caveat, type Comparison, caveat, holm, verdictOf } from '../inference/index.ts';
import {
  compareDesignedScores,
  compareScores,
  type MetricDefinition,
  type ScoreTally,
  tallyMoments,
} from '../metrics/index.ts';
import type { AuditInput } from './audit-input.ts';
import type { ChangeResult } from './audit-result.ts';
import type { PeriodOrdinal } from './period.ts';
import { columnOf } from './period-answers.ts';
import { accountsOf, type PeriodStanding } from './period-results.ts';
import { isNominal } from './replicate.ts';

/** Every change between neighbouring periods with at least two answers, tested alone and corrected together (Holm). */
export function judgeChanges(input: AuditInput, standings: readonly PeriodStanding[]): ChangeResult[] {
  const tested = standings.filter(({ answers }) => answers.tally.n >= 2);
  const pairs = tested.slice(1).map((after, i) => ({ before: tested[i]!, after }));
  return judgeComparedPeriods(
    pairs.map((pair) => ({
      definition: input.definition,
      before: comparedPeriod(pair.before),
      after: comparedPeriod(pair.after),
      comparison: comparisonOf(input, pair),
    })),
  );
}

const comparedPeriod = ({ answers, accounts }: PeriodStanding): ComparedPeriod => ({
  ...answers,
  ...(accounts !== undefined && { accounts }),
});

/** One side of a change: which period, its answers, and how many accounts gave them where that is known. */
export interface ComparedPeriod {
  readonly ordinal: PeriodOrdinal;
  readonly period: string;
  readonly tally: ScoreTally;
  readonly accounts?: number;
}

export interface ComparedPair {
  readonly definition: MetricDefinition;
  readonly before: ComparedPeriod;
  readonly after: ComparedPeriod;
  readonly comparison: Comparison;
}

/** What may be said about these changes when all of them are tested together (Holm). */
export function judgeComparedPeriods(pairs: readonly ComparedPair[]): ChangeResult[] {
  const adjusted = holm(pairs.map(({ comparison }) => comparison.pValue));
  return pairs.map(({ definition, before, after, comparison }, i) => {
    const { difference, pValue, minimumDetectableChange } = comparison;
    const adjustedPValue = adjusted[i]!;
    return {
      from: before.period,
      to: after.period,
      difference: { ...difference, caveats: [...difference.caveats, ...gapBetween(before, after)] },
      pValue,
      adjustedPValue,
      nominallySignificant: nominal(definition, before.tally, after.tally),
      verdict: verdictOf({
        adjustedPValue,
        difference: difference.value,
        effectiveBefore: comparison.before.effectiveN,
        effectiveAfter: comparison.after.effectiveN,
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
function nominal(definition: MetricDefinition, before: ScoreTally, after: ScoreTally): boolean {
  const moments = [before, after].map((tally) => tallyMoments(definition, tally));
  return isNominal(
    {
      n: Float64Array.from(moments, ({ n }) => n),
      mean: Float64Array.from(moments, ({ mean }) => mean),
      variance: Float64Array.from(moments, ({ n, variance }) => (variance * n) / (n - 1)),
    },
    0,
    1,
  );
}

function gapBetween(before: ComparedPeriod, after: ComparedPeriod): Caveat[] {
  const skipped = after.ordinal - before.ordinal - 1;
  if (skipped <= 0) return [];
  const words =
    skipped === 1
      ? 'One period with fewer than two answers lies'
      : `${skipped} periods with fewer than two answers lie`;
  return [caveat('gap', `${words} between the two compared.`, { periods: skipped })];
}

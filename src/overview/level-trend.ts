import {
  type Break,
  type ChangeResult,
  type ComparedPair,
  judgeComparedPeriods,
  type LevelResult,
  levelsOfPeriods,
  type PeriodResult,
  pooledDesignEffect,
  pooledTally,
} from '../audit/index.ts';
import { type Estimate, marginOfError } from '../inference/index.ts';
import {
  type ClusteredTally,
  compareClusteredScores,
  estimateClusteredScores,
  metricLabel,
  scoreCounts,
  tallyMoments,
} from '../metrics/index.ts';
import type { SurveyLevel } from '../view/index.ts';
import { designEffectOfAccounts } from './account-sums.ts';
import { clusteredTally, type LevelCounts, type PeriodCounts, type PooledDesign } from './level-counts.ts';

/** How a level went over the window: every period, the changes between them, and where its level is proven to differ. */
export interface LevelTrend<Level extends SurveyLevel> {
  readonly level: Level;
  readonly design: PooledDesign;
  readonly periods: readonly TrendPeriod[];
  readonly changes: readonly ChangeResult[];
  readonly changePoints: readonly string[];
  readonly levels: readonly LevelResult[];
  readonly breaks: readonly Break[];
}

export interface TrendPeriod {
  readonly counts: PeriodCounts;
  readonly clustered: ClusteredTally;
  readonly result: PeriodResult;
}

const confidence = 0.95;

/**
 * How did one level go? Estimates every period at its effective n, tests every change between neighbouring periods with
 * two answers or more (Holm over all of them), and finds the levels, as the programme audit does from rows. Periods of
 * two definitions of the metric are never compared and never share a level.
 *
 * @example judgeTrend({ level: 'encounter', periods: [], breaks: [] }).changes // => []
 */
export function judgeTrend<Level extends SurveyLevel>(counts: LevelCounts<Level>): LevelTrend<Level> {
  const design = poolDesign(counts.periods);
  const periods = counts.periods.map((period) => standPeriod(period, design));
  const parts = byDefinition(periods);
  const levels = parts.map((part) => levelsOf(part, design));
  return {
    level: counts.level,
    design,
    periods,
    changes: judgeComparedPeriods(parts.flatMap(pairsOf)),
    changePoints: levels.flatMap(({ changePoints }) => changePoints),
    levels: levels.flatMap((part) => part.levels),
    breaks: [...counts.breaks, ...definitionBreaks(parts)].sort((a, b) => (a.date < b.date ? -1 : 1)),
  };
}

function poolDesign(periods: readonly PeriodCounts[]): PooledDesign {
  const known = periods.flatMap(({ definition, whole }) =>
    whole && whole.tally.n > 0
      ? [
          {
            answers: { tally: whole.tally },
            designEffect: designEffectOfAccounts(definition, whole.tally, whole.sums),
            accounts: whole.sums.accounts,
          },
        ]
      : [],
  );
  if (!known.some(({ accounts }) => accounts > 0)) return { designEffect: 1, clustered: false };
  return { designEffect: pooledDesignEffect(known), clustered: true };
}

function standPeriod(counts: PeriodCounts, design: PooledDesign): TrendPeriod {
  const { definition, period, tally, whole } = counts;
  const loose = whole ? whole.tally.n - whole.sums.answers : 0;
  const clustered = clusteredTally(tally, design, (whole?.sums.accounts ?? 0) + loose);
  const base = { period, n: tally.n, counts: scoreCounts(definition, tally) };
  if (tally.n === 0) return { counts, clustered, result: base };
  const { estimate, standardError } = estimateClusteredScores(definition, clustered, { confidence });
  const margin = standardError > 0 ? { marginOfError: marginOfError(standardError) } : {};
  return { counts, clustered, result: { ...base, estimate, ...margin } };
}

/** The periods cut where the definition of the metric changes. */
function byDefinition(periods: readonly TrendPeriod[]): TrendPeriod[][] {
  const parts: TrendPeriod[][] = [];
  for (const period of periods) {
    const open = parts.at(-1);
    if (open && open[0]!.counts.version === period.counts.version) open.push(period);
    else parts.push([period]);
  }
  return parts;
}

function pairsOf(part: readonly TrendPeriod[]): ComparedPair[] {
  const tested = part.filter(({ counts }) => counts.tally.n >= 2);
  return tested.slice(1).map((after, i) => {
    const before = tested[i]!;
    const { definition } = after.counts;
    const sides = { before: before.clustered, after: after.clustered };
    // Worked out again for each of its two changes, the estimates of the periods were half the time of a trend.
    const estimates = { before: before.result.estimate, after: after.result.estimate };
    return {
      definition,
      before: side(before),
      after: side(after),
      comparison: compareClusteredScores(definition, sides, { confidence, estimates }),
    };
  });
}

const side = ({ counts: { ordinal, period, tally }, clustered: { clusters } }: TrendPeriod) => ({
  ordinal,
  period,
  tally,
  ...(clusters && { accounts: clusters.accounts }),
});

function levelsOf(part: readonly TrendPeriod[], design: PooledDesign) {
  const { definition } = part[0]!.counts;
  const standings = part.map(({ counts, clustered, result }) => ({
    answers: counts,
    clustered,
    result,
    variance: tallyMoments(definition, counts.tally).variance,
    designEffect: design.designEffect,
  }));
  return levelsOfPeriods(definition, standings, (members): Estimate => {
    const tally = pooledTally(members.map(({ answers }) => answers));
    // Accounts heard in several periods are not counted once each: the most heard in one is what is known.
    const accounts = Math.max(...members.map(({ clustered }) => clustered.clusters?.accounts ?? 0));
    return estimateClusteredScores(definition, clusteredTally(tally, design, accounts), { confidence }).estimate;
  });
}

function definitionBreaks(parts: readonly TrendPeriod[][]): Break[] {
  return parts.slice(1).map((part, i) => {
    const { period, from, definition, version } = part[0]!.counts;
    const before = parts[i]!.at(-1)!.counts;
    return {
      period,
      date: from,
      what: 'definition' as const,
      from: `v${before.version} ${metricLabel(before.definition)}`,
      to: `v${version} ${metricLabel(definition)}`,
    };
  });
}

import { changePoints, type Estimate, type Interval, shrunkPeriodWeights } from '../inference/index.ts';
import {
  estimateDesignedScores,
  estimateScores,
  type MetricDefinition,
  type ScoreTally,
  tallyMoments,
  valueBounds,
} from '../metrics/index.ts';
import type { AuditInput } from './audit-input.ts';
import type { LevelResult } from './audit-result.ts';
import { columnOf, pooledTally } from './period-answers.ts';
import { accountsOf, type PeriodStanding } from './period-results.ts';
import { nominalQuantile } from './replicate.ts';

export interface Levels {
  /** First period of each new level. */
  readonly changePoints: readonly string[];
  readonly levels: readonly LevelResult[];
}

/** Fewer filled periods than two levels of two periods each cannot hold a change of level. */
const fewestPeriods = 4;

/** Where did the level really change, and what may a period show inside a level if nothing changes? */
export function findLevels(input: AuditInput, standings: readonly PeriodStanding[]): Levels {
  return levelsOfPeriods(input.definition, standings, (members) => levelEstimate(input, members));
}

/** What the search for levels needs of a period. */
export interface LevelledPeriod {
  readonly answers: { readonly period: string; readonly tally: ScoreTally };
  readonly result: Pick<PeriodStanding['result'], 'estimate'>;
  readonly variance: number;
  readonly designEffect: number;
}

/** The same from counts: `estimate` says how the periods of one level stand together. */
export function levelsOfPeriods<Period extends LevelledPeriod>(
  definition: MetricDefinition,
  periods: readonly Period[],
  estimate: (members: readonly Period[]) => Estimate,
): Levels {
  const filled = periods.filter(({ answers }) => answers.tally.n > 0);
  if (filled.length === 0) return { changePoints: [], levels: [] };
  const ends = lastOfEachLevel(filled);
  const starts = [0, ...ends];
  const levels = starts.map((start, i) => levelOf(definition, filled.slice(start, ends[i] ?? filled.length), estimate));
  return { changePoints: ends.map((end) => filled[end]!.answers.period), levels };
}

/** Numbers of periods before each change (the index of the first period of the new level). */
function lastOfEachLevel(filled: readonly LevelledPeriod[]): readonly number[] {
  if (filled.length < fewestPeriods) return [];
  const { values, weights } = weightedPeriods(filled);
  if (!weights) return [];
  const ends = changePoints(values, weights).changePoints;
  return ends.at(-1) === filled.length - 2 && onlyLastDiffers(ends, values, weights) ? ends.slice(0, -1) : ends;
}

/**
 * Whether the first period of a last level of two belongs to the level before. A level needs two periods, so a fall in
 * the newest one drew the period before it along, which then was said to have fallen even where it had risen.
 */
function onlyLastDiffers(ends: readonly number[], values: readonly number[], weights: readonly number[]): boolean {
  const start = ends.at(-2) ?? 0;
  const spread = (from: number, to: number): number => {
    const part = values.slice(from, to).map((value, i) => ({ value, weight: weights[from + i]! }));
    const weight = part.reduce((sum, one) => sum + one.weight, 0);
    const mean = part.reduce((sum, one) => sum + one.weight * one.value, 0) / weight;
    return part.reduce((sum, one) => sum + one.weight * (one.value - mean) ** 2, 0);
  };
  const { length } = values;
  return spread(start, length - 1) < spread(start, length - 2) + spread(length - 2, length);
}

/**
 * The values of filled periods with the weight each has in the search for changes; without weights where no answer
 * differs from another. Answers of one account are worth less than as many accounts, so n enters divided by the design
 * effect: the pooled one, since that of a period of six accounts is noise (with it 15 % of unchanged programmes showed
 * a change).
 */
export function weightedPeriods(filled: readonly LevelledPeriod[]): { values: number[]; weights?: readonly number[] } {
  const values = filled.map(({ result }) => result.estimate!.value);
  const variances = filled.map(({ variance }) => variance);
  if (variances.every((variance) => variance === 0) && values.every((value) => value === values[0])) return { values };
  const designEffect = pooledDesignEffect(filled);
  const effective = filled.map(({ answers }) => answers.tally.n / designEffect);
  return { values, weights: shrunkPeriodWeights(effective, variances, values) };
}

/** What the answers of one account cost, over all periods: n-weighted, at least 1. */
export function pooledDesignEffect(
  filled: readonly { readonly answers: { readonly tally: { readonly n: number } }; readonly designEffect: number }[],
): number {
  const answers = filled.reduce((sum, standing) => sum + standing.answers.tally.n, 0);
  return filled.reduce((sum, standing) => sum + standing.designEffect * standing.answers.tally.n, 0) / answers;
}

function levelEstimate({ definition, confidence, series }: AuditInput, members: readonly PeriodStanding[]): Estimate {
  if (!series.account) {
    return estimateScores(definition, pooledTally(members.map(({ answers }) => answers)), { confidence });
  }
  const rows = joined(members.map(({ answers }) => answers.rows));
  const scores = columnOf(series.scores, rows);
  return estimateDesignedScores(definition, { scores, clusters: accountsOf(series.account, rows) }, { confidence })
    .estimate;
}

function levelOf<Period extends LevelledPeriod>(
  definition: MetricDefinition,
  members: readonly Period[],
  estimate: (members: readonly Period[]) => Estimate,
): LevelResult {
  const tally = pooledTally(members.map(({ answers }) => answers));
  const { mean, variance } = tallyMoments(definition, tally);
  const designEffect = pooledDesignEffect(members);
  const sizes = members.map(({ answers }) => answers.tally.n / designEffect).sort((a, b) => a - b);
  const typical = sizes[Math.floor(sizes.length / 2)]!;
  return {
    from: members[0]!.answers.period,
    to: members.at(-1)!.answers.period,
    estimate: estimate(members),
    noise: noiseBand(definition, { mean, standardError: Math.sqrt(variance / typical) }),
  };
}

function joined(parts: readonly Int32Array[]): Int32Array {
  const whole = new Int32Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Where 95 of 100 periods of the usual size fall around a level that stays, within the ends of the metric. */
function noiseBand(definition: MetricDefinition, level: { mean: number; standardError: number }): Interval {
  const margin = nominalQuantile * level.standardError;
  const { min, max } = valueBounds(definition);
  return { low: Math.max(min, level.mean - margin), high: Math.min(max, level.mean + margin) };
}

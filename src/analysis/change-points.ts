import { cutPeriods, standingOf, weightedPeriods } from '../audit/index.ts';
import { CandorError } from '../errors/index.ts';
import { type Caveat, caveat, changePoints } from '../inference/index.ts';
import { median } from '../numeric/index.ts';
import type { DataColumns } from './data-columns.ts';
import { metricOf, scoredRows } from './metric-of.ts';
import type { Specification } from './specification.ts';

export interface ChangePointsResult {
  readonly n: number;
  /** 1-based index of the last value of each old level; empty where the level never changed. */
  readonly changePoints: readonly number[];
  readonly levels: readonly number[];
  readonly penalty: number;
  /** Of the best division, one penalty for each change included. */
  readonly cost: number;
  /** Names of the periods, where answers were cut into them. */
  readonly periods?: readonly string[];
  readonly caveats: readonly Caveat[];
}

/** When did the level of a series change: of ready values with their weights, or of scores cut into periods? */
export function analyzeChangePoints(spec: Specification<'change-points'>, data: DataColumns): ChangePointsResult {
  if (spec.value !== undefined) return ofValues(spec, data, spec.value);
  const missing = (['score', 'date', 'metric'] as const).find((key) => spec[key] === undefined);
  if (missing) {
    const message = `analyze change-points needs "value", or "score", "date" and "metric"; "${missing}" is missing`;
    throw new CandorError('CND_SPEC', message, { method: 'change-points', key: missing });
  }
  return ofAnswers(spec as Answered, data);
}

type Answered = Specification<'change-points'> & { score: string; date: string; metric: string };

function ofValues(spec: Specification<'change-points'>, data: DataColumns, column: string): ChangePointsResult {
  const all = data.numbers(column);
  const given = spec.weight === undefined ? undefined : data.numbers(spec.weight);
  const rows = [...all.keys()].filter((row) => Number.isFinite(all[row]!) && (!given || Number.isFinite(given[row]!)));
  const values = rows.map((row) => all[row]!);
  needFour(values.length);
  const weights = given ? rows.map((row) => given[row]!) : equalWeights(values);
  const dropped = all.length - rows.length;
  const caveats = dropped > 0 ? [caveat('rows-dropped', `${dropped} rows hold no number.`, { rows: dropped })] : [];
  return { n: values.length, ...changePoints(values, weights, { penalty: spec.penalty }), caveats };
}

/**
 * Without weights every value has the same variance, taken from the differences of neighbours, which a few changes of
 * level do not disturb: (1.4826 median absolute deviation of the differences / sqrt 2) squared.
 */
function equalWeights(values: readonly number[]): number[] {
  const differences = values.slice(1).map((value, i) => value - values[i]!);
  const middle = median(differences);
  const spread = (1.4826 * median(differences.map((difference) => Math.abs(difference - middle)))) / Math.SQRT2;
  if (spread > 0) return values.map(() => 1 / spread ** 2);
  throw new CandorError(
    'CND_NO_VARIANCE',
    'most neighbouring values are equal, so their variance is unknown; give "weight"',
  );
}

function ofAnswers(spec: Answered, data: DataColumns): ChangePointsResult {
  const definition = metricOf(spec);
  const days = data.days(spec.date);
  const kept = scoredRows(definition, data.numbers(spec.score), (row) => Number.isFinite(days[row]!));
  const account = spec.account === undefined ? undefined : data.text(spec.account);
  const input = {
    definition,
    series: {
      scores: kept.scores,
      days: Int32Array.from(kept.rows, (row) => days[row]!),
      families: [],
      questions: 0,
      ...(account && {
        account: { names: account.names, codes: Int32Array.from(kept.rows, (row) => account.codes[row]!) },
      }),
    },
    periodUnit: spec.period,
    confidence: spec.confidence,
    seed: 0,
  };
  const filled = cutPeriods(input.series, spec.period)
    .filter(({ rows }) => rows.length > 0)
    .map((answers) => standingOf(input, answers));
  needFour(filled.length);
  const { values, weights } = weightedPeriods(filled);
  const found = changePoints(values, weights ?? values.map(() => 1), { penalty: spec.penalty });
  return {
    n: kept.scores.length,
    ...found,
    periods: filled.map(({ answers }) => answers.period),
    caveats: kept.caveats,
  };
}

function needFour(values: number): void {
  if (values >= 4) return;
  throw new CandorError('CND_SAMPLE_TOO_SMALL', `analyze change-points needs at least 4 values, got ${values}`, {
    values,
  });
}

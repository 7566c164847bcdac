import { CandorError, nearestName } from '../errors/index.ts';
import { type Caveat, type Estimate, type Margin, marginOfError } from '../inference/index.ts';
import {
  type CodedColumn,
  type DesignedScores,
  estimateDesignedScores,
  estimateScores,
  headlineErrorOf,
  type MetricDefinition,
  type ScoreCounts,
  scoreCounts,
  tallyScores,
} from '../metrics/index.ts';
import type { DataColumns } from './data-columns.ts';
import { metricOf, scoredRows } from './metric-of.ts';
import type { Specification } from './specification.ts';

export interface ScoreGroupResult {
  readonly group: string;
  readonly counts: ScoreCounts;
  readonly estimate: Estimate;
  /** Absent where all answers of the group fall in one place. */
  readonly marginOfError?: number;
  readonly designEffect: number;
}

export interface ScoreResult {
  readonly n: number;
  readonly groups: readonly ScoreGroupResult[];
  readonly caveats: readonly Caveat[];
}

/**
 * How does a metric stand, in all or by a column, under the design that the specification names: accounts as clusters,
 * weights, strata, finite populations, known totals?
 */
export function analyzeScore(spec: Specification<'score'>, data: DataColumns): ScoreResult {
  const definition = metricOf(spec);
  const weights = spec.weight === undefined ? undefined : weightsOf(data, spec.weight);
  const by = spec.by === undefined ? undefined : data.text(spec.by);
  const kept = scoredRows(
    definition,
    data.numbers(spec.score),
    (row) => (weights === undefined || Number.isFinite(weights[row]!)) && (by === undefined || by.codes[row]! >= 0),
  );
  const pick = (column: CodedColumn) => Int32Array.from(kept.rows, (row) => column.codes[row]!);
  const design = designOf(spec, { data, rows: kept.rows, scores: kept.scores, weights });
  const groupOf = by && pick(by);
  const names = by ? by.names.filter((_, code) => groupOf!.includes(code)).sort(byName) : ['all'];
  const groups = names.map((group) => {
    const code = by?.names.indexOf(group);
    const domain = Uint8Array.from(kept.scores, (_, i) => (groupOf === undefined || groupOf[i] === code ? 1 : 0));
    return groupResult({ definition, confidence: spec.confidence }, { group, design, domain });
  });
  return { n: kept.scores.length, groups, caveats: kept.caveats };
}

function weightsOf(data: DataColumns, column: string): Float64Array {
  const weights = data.numbers(column);
  if (weights.some(Number.isFinite)) return weights;
  throw new CandorError('CND_WEIGHTS', `column "${column}" holds no number, so it cannot weigh`, { column });
}

const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function groupResult(
  { definition, confidence }: { definition: MetricDefinition; confidence: number },
  part: { group: string; design: DesignedScores; domain: Uint8Array },
): ScoreGroupResult {
  const { group, design, domain } = part;
  const tally = tallyScores(Float64Array.from(design.scores).filter((_, i) => domain[i] === 1));
  const counts = scoreCounts(definition, tally);
  if (isSimple(design)) {
    const estimate = estimateScores(definition, tally, { confidence });
    return { group, counts, estimate, ...margin(headlineErrorOf(definition, tally)), designEffect: 1 };
  }
  const designed = estimateDesignedScores(definition, design, { confidence, domain });
  const { estimate, standardError, designEffect } = designed;
  return { group, counts, estimate, ...margin(standardError), designEffect };
}

const isSimple = ({ scores: _, ...rest }: DesignedScores) => Object.keys(rest).length === 0;
const margin = (standardError: number) => (standardError > 0 ? { marginOfError: marginOfError(standardError) } : {});

interface Answers {
  readonly data: DataColumns;
  readonly rows: Int32Array;
  readonly scores: Float64Array;
  readonly weights: Float64Array | undefined;
}

function designOf(spec: Specification<'score'>, { data, rows, scores, weights }: Answers): DesignedScores {
  const strata = spec.strata === undefined ? undefined : data.text(spec.strata);
  const population = populationOf(spec, strata);
  return {
    scores,
    ...(weights && { weights: Float64Array.from(rows, (row) => weights[row]!) }),
    ...(spec.account !== undefined && { clusters: codesOf(data.text(spec.account), rows) }),
    ...(strata && { strata: codesOf(strata, rows) }),
    ...(population && { population }),
    ...(spec.margins && { margins: marginsOf(spec.margins, data, rows) }),
  };
}

/** Codes of the rows; an empty cell is a value of its own, since leaving it out would change the sample. */
function codesOf({ codes, names }: CodedColumn, rows: Int32Array): Int32Array {
  return Int32Array.from(rows, (row) => (codes[row]! >= 0 ? codes[row]! : names.length + row));
}

function populationOf(spec: Specification<'score'>, strata: CodedColumn | undefined): number[] | undefined {
  const { population } = spec;
  if (population === undefined) return undefined;
  if (typeof population === 'number') {
    if (!strata) return [population];
    const message = `analyze score with strata needs "population" as one number for each: ${strata.names.join(', ')}`;
    throw new CandorError('CND_SPEC', message, { method: 'score', key: 'population' });
  }
  if (!strata) {
    const message = 'analyze score needs "strata" when "population" names strata';
    throw new CandorError('CND_SPEC', message, { method: 'score', key: 'strata' });
  }
  return totalsOf(population, strata.names, `population of ${spec.strata}`);
}

function marginsOf(
  margins: Readonly<Record<string, Record<string, number>>>,
  data: DataColumns,
  rows: Int32Array,
): Margin[] {
  return Object.entries(margins).map(([column, totals]) => {
    const { codes, names } = data.text(column);
    const blank = rows.find((row) => codes[row]! < 0);
    if (blank !== undefined) {
      throw new CandorError('CND_MARGINS', `column "${column}" has an empty cell, so its total is unknown`, { column });
    }
    return {
      codes: Int32Array.from(rows, (row) => codes[row]!),
      totals: totalsOf(totals, names, `margins of ${column}`),
    };
  });
}

/** Totals in the order of the column's values; a value without a total and a total without a value are refused. */
function totalsOf(totals: Readonly<Record<string, number>>, names: readonly string[], what: string): number[] {
  const stranger = Object.keys(totals).find((name) => !names.includes(name));
  if (stranger !== undefined) {
    const nearest = nearestName(stranger, names);
    const hint = nearest ? `; did you mean "${nearest}"?` : `; it has ${names.join(', ')}`;
    throw new CandorError('CND_MARGINS', `${what}: no answer has "${stranger}"${hint}`, { value: stranger });
  }
  return names.map((name) => {
    const total = totals[name];
    if (total !== undefined) return total;
    throw new CandorError('CND_MARGINS', `${what}: no total is given for "${name}"`, { value: name });
  });
}

import { CandorError, nearestName } from '../errors/index.ts';
import {
  type Caveat,
  type Comparison,
  caveat,
  comparePaired,
  type Estimate,
  meanEstimate,
  momentsOf,
  netScoreEstimate,
  type PairedOptions,
  proportionEstimate,
} from '../inference/index.ts';
import {
  type CodedColumn,
  compareDesignedScores,
  compareScores,
  type MetricDefinition,
  scoreValue,
  tallyScores,
  valueBounds,
} from '../metrics/index.ts';
import type { DataColumns } from './data-columns.ts';
import { metricOf, type ScoredRows, scoredRows } from './metric-of.ts';
import type { Specification } from './specification.ts';

export interface CompareResult extends Comparison {
  readonly n: number;
  /** The groups compared, as in the file. */
  readonly groups: { readonly before: string; readonly after: string };
  readonly caveats: readonly Caveat[];
}

/** Did a metric move between two groups of a file: as independent answers, by account, or paired by a key? */
export function analyzeCompare(spec: Specification<'compare'>, data: DataColumns): CompareResult {
  const definition = metricOf(spec);
  const group = data.text(spec.group);
  const names = groupNames(spec, group);
  const wanted = [group.names.indexOf(names.before), group.names.indexOf(names.after)];
  const scored = scoredRows(definition, data.numbers(spec.score));
  const rows = scored.rows.filter((row) => wanted.includes(group.codes[row]!));
  const kept: ScoredRows = {
    ...scored,
    rows,
    scores: scored.scores.filter((_, i) => wanted.includes(group.codes[scored.rows[i]!]!)),
  };
  const isBefore = Uint8Array.from(rows, (row) => (group.codes[row] === wanted[0] ? 1 : 0));
  const { comparison, caveats } = comparisonOf(spec, { definition, data, kept, isBefore, names });
  return {
    n: comparison.before.n + comparison.after.n,
    groups: names,
    ...comparison,
    caveats: [...kept.caveats, ...caveats],
  };
}

interface Groups {
  readonly definition: MetricDefinition;
  readonly data: DataColumns;
  readonly kept: ScoredRows;
  readonly isBefore: Uint8Array;
  readonly names: { readonly before: string; readonly after: string };
}

function comparisonOf(spec: Specification<'compare'>, groups: Groups): { comparison: Comparison; caveats: Caveat[] } {
  const { definition, data, kept, isBefore, names } = groups;
  needAnswers(isBefore, names);
  const { confidence } = spec;
  if (spec.paired !== undefined) return pairedComparison(spec, groups);
  if (spec.account === undefined) {
    const part = (marked: 0 | 1) => tallyScores(kept.scores.filter((_, i) => isBefore[i] === marked));
    return { comparison: compareScores(definition, { before: part(1), after: part(0) }, { confidence }), caveats: [] };
  }
  const account = data.text(spec.account);
  const clusters = Int32Array.from(kept.rows, (row) =>
    account.codes[row]! >= 0 ? account.codes[row]! : account.names.length + row,
  );
  const after = isBefore.map((marked) => 1 - marked);
  return {
    comparison: compareDesignedScores(
      definition,
      { scores: kept.scores, clusters },
      { before: isBefore, after },
      { confidence },
    ),
    caveats: [],
  };
}

/** Each key counts once a side (the mean of its answers); a key heard on one side only is dropped and counted. */
function pairedComparison(
  spec: Specification<'compare'>,
  groups: Groups,
): { comparison: Comparison; caveats: Caveat[] } {
  const { definition, data, kept, isBefore } = groups;
  const key = data.text(spec.paired!);
  const sides = new Map<number, { sums: [number, number]; n: [number, number] }>();
  let unpaired = 0;
  kept.rows.forEach((row, i) => {
    const code = key.codes[row]!;
    if (code < 0) {
      unpaired++;
      return;
    }
    const entry = sides.get(code) ?? { sums: [0, 0], n: [0, 0] };
    const side = isBefore[i] === 1 ? 0 : 1;
    entry.sums[side] += scoreValue(definition, kept.scores[i]!);
    entry.n[side]++;
    sides.set(code, entry);
  });
  const before: number[] = [];
  const after: number[] = [];
  for (const { sums, n } of sides.values()) {
    if (n[0] === 0 || n[1] === 0) unpaired += n[0] + n[1];
    else {
      before.push(sums[0] / n[0]);
      after.push(sums[1] / n[1]);
    }
  }
  if (before.length < 2) {
    const message = `a paired comparison needs 2 values of "${spec.paired}" heard in both groups, got ${before.length}`;
    throw new CandorError('CND_SAMPLE_TOO_SMALL', message, { pairs: before.length });
  }
  const caveats =
    unpaired > 0
      ? [caveat('unpaired-dropped', `${unpaired} answers have no partner and were left out.`, { rows: unpaired })]
      : [];
  return { comparison: comparePaired(before, after, pairedOptions(definition, spec.confidence)), caveats };
}

/** Keys with one answer a side keep the interval of the metric; means of several answers are plain means. */
function pairedOptions(definition: MetricDefinition, confidence: number): PairedOptions {
  const bounds = valueBounds(definition);
  const count = (values: readonly number[], wanted: number) => values.filter((value) => value === wanted).length;
  const describe = (values: readonly number[]): Estimate => {
    const [low, zero, high] = [-100, 0, 100].map((value) => count(values, value)) as [number, number, number];
    if (definition.statistic === 'net' && low + zero + high === values.length) {
      return netScoreEstimate({ positive: high, neutral: zero, negative: low }, { confidence });
    }
    if (definition.statistic === 'share' && zero + count(values, 1) === values.length) {
      return proportionEstimate(count(values, 1), values.length, { confidence });
    }
    return meanEstimate(momentsOf(values), { confidence, bounds });
  };
  return { confidence, bounds, describe };
}

function groupNames(spec: Specification<'compare'>, group: CodedColumn): { before: string; after: string } {
  const present = [...group.names].sort((a, b) => (a < b ? -1 : 1));
  const check = (name: string): string => {
    if (present.includes(name)) return name;
    const nearest = nearestName(name, present);
    const hint = nearest ? `; did you mean "${nearest}"?` : `; it has ${present.slice(0, 20).join(', ')}`;
    throw new CandorError('CND_GROUP_UNKNOWN', `column "${spec.group}" has no "${name}"${hint}`, {
      group: name,
      known: present.slice(0, 50),
    });
  };
  const given = { before: spec.before, after: spec.after };
  if (given.before !== undefined && given.after !== undefined)
    return { before: check(given.before), after: check(given.after) };
  if (present.length !== 2) {
    const message = `column "${spec.group}" has ${present.length} values, so "before" and "after" must be named`;
    throw new CandorError('CND_GROUP_UNKNOWN', message, { known: present.slice(0, 50) });
  }
  const before = given.before !== undefined ? check(given.before) : present.find((name) => name !== given.after)!;
  const after = given.after !== undefined ? check(given.after) : present.find((name) => name !== before)!;
  return { before, after };
}

function needAnswers(isBefore: Uint8Array, names: { before: string; after: string }): void {
  const before = isBefore.reduce((sum, marked) => sum + marked, 0);
  const after = isBefore.length - before;
  if (before > 0 && after > 0) return;
  const empty = before === 0 ? names.before : names.after;
  throw new CandorError('CND_SAMPLE_TOO_SMALL', `the group "${empty}" has no answer with a score`, { group: empty });
}

import type { Estimate } from '../inference/index.ts';
import { metricIds } from '../metrics/index.ts';
import { alignedColumns } from './aligned-columns.ts';
import { driverLines } from './driver-lines.ts';
import { type Measure, measureOf } from './measure.ts';
import { modelLines } from './model-lines.ts';
import { monitorLines } from './monitor-lines.ts';
import { numberText, probabilityText } from './numbers.ts';
import { visibleTexts } from './visible-text.ts';

/** The results of `candor analyze`, as far as they are shown; field names are those of the JSON. */
export interface AnalysisResult {
  readonly method: string;
  readonly run: { readonly id: string; readonly definition: string };
  readonly n?: number;
  readonly caveats?: readonly { readonly message: string }[];
  readonly [field: string]: unknown;
}

interface GroupLine {
  readonly group: string;
  readonly estimate: Estimate;
  readonly marginOfError?: number;
  readonly designEffect: number;
}

/** How the figures of one result are written. */
type Writing = Pick<Measure, 'value' | 'range' | 'difference' | 'differenceRange' | 'margin' | 'marginShort'> & {
  readonly change: (value: number) => string;
  readonly reachable: (change: number) => boolean;
};

/**
 * What does an analysis say, in a terminal?
 * For the analyst, in English: figures rounded for people as in the audit (NPS to whole points with their sign, margins
 * to one decimal) where the JSON has all of them, the method of every interval, the doubts, and the run.
 */
export function analysisText(given: AnalysisResult): string {
  const result = visibleTexts(given);
  const body = bodyOf(result, writingOf(result.run.definition));
  const caveats = [...(result.caveats ?? []), ...innerCaveats(result)];
  const doubts = [...new Set(caveats.map(({ message }) => message))].map((message) => `! ${message}`);
  const foot = `${result.run.definition}, run ${result.run.id}`;
  // No-break spaces keep figures together where lines are broken; a terminal prints plain ones.
  return [...body, ...(doubts.length > 0 ? ['', ...doubts] : []), '', foot].join('\n').replaceAll('\u00a0', ' ');
}

function bodyOf(result: AnalysisResult, writing: Writing): string[] {
  if (Array.isArray(result.groups)) return groupLines(result.groups as GroupLine[], writing);
  if (result.difference) return comparisonLines(result, writing);
  if (Array.isArray(result.shares)) return driverLines(result);
  if (Array.isArray(result.alarms)) return monitorLines(result, writing);
  if (Array.isArray(result.htmt)) return modelLines(result);
  if (Array.isArray(result.segments)) return shrinkLines(result, writing);
  if (Array.isArray(result.changePoints)) return changePointLines(result, writing);
  return planLines(result, writing);
}

/** The definition of a run names metric and scale ("nps@1 0-10"); a series of bare values has neither. */
function writingOf(definition: string): Writing {
  const [, id = '', min, max] = /^([a-z0-9-]+)@\S+ (-?[\d.]+)-(-?[\d.]+)$/.exec(definition) ?? [];
  const metric = metricIds.find((known) => known === id);
  if (!metric) return plainWriting;
  const measure = measureOf(metric, { min: Number(min), max: Number(max) }, 'en');
  return {
    ...measure,
    // A change that was asked for as 2.5 points must not come back as 3.
    change: (value) => {
      const [coarse, fine] = [measure.size(value), measure.size(value, 1)];
      return Number.parseFloat(coarse) === Number.parseFloat(fine) ? coarse : fine;
    },
  };
}

/** Four significant digits, for a series whose unit is not known. */
const figure = (value: number) => {
  const size = Math.abs(value);
  return numberText(value, size >= 100 ? 1 : size >= 10 ? 2 : size >= 1 ? 3 : 4, 'en');
};
const figures = ({ low, high }: { low: number; high: number }) => `${figure(low)} to ${figure(high)}`;
const plainWriting: Writing = {
  value: figure,
  range: figures,
  difference: figure,
  differenceRange: figures,
  margin: (value) => `±${figure(value)}`,
  marginShort: (value) => `±${figure(value)}`,
  change: figure,
  reachable: () => true,
};
const count = (n: number) => numberText(n, Number.isInteger(n) ? 0 : 1, 'en');

function groupLines(groups: readonly GroupLine[], { value, range, marginShort }: Writing): string[] {
  const rows = groups.map(({ group, estimate, marginOfError, designEffect }) => [
    group,
    value(estimate.value),
    range(estimate.interval),
    marginOfError === undefined ? 'unknown' : marginShort(marginOfError),
    count(estimate.n),
    count(estimate.effectiveN),
    numberText(designEffect, 2, 'en'),
    estimate.method,
  ]);
  return columns(
    ['group', 'value', '95 % interval', 'margin', 'n', 'effective n', 'design effect', 'method'],
    rows,
    groups[0],
  );
}

/** The same with the confidence of the intervals in their title. */
function columns(head: readonly string[], rows: readonly (readonly string[])[], first?: GroupLine): string[] {
  const percent = first ? Math.round(first.estimate.confidence * 1000) / 10 : 95;
  const confidence = `${numberText(percent, Number.isInteger(percent) ? 0 : 1, 'en')} % interval`;
  const titles = head.map((title) => (title === '95 % interval' ? confidence : title));
  return alignedColumns(titles, rows);
}

function comparisonLines(result: AnalysisResult, writing: Writing): string[] {
  const { before, after, difference } = result as unknown as Record<'before' | 'after' | 'difference', Estimate>;
  const names = result.groups as unknown as { before: string; after: string };
  const smallest = result.minimumDetectableChange as number;
  const side = (name: string, { value, interval, n }: Estimate) =>
    `${name}  ${writing.value(value)} (${writing.range(interval)}), n ${count(n)}`;
  return [
    `${result.verdict}: ${writing.difference(difference.value)} (${writing.differenceRange(difference.interval)}), p ${probabilityText(result.pValue as number, 'en')}, ${difference.method}`,
    '',
    side(names.before, before),
    side(names.after, after),
    writing.reachable(smallest)
      ? `A change of ${writing.change(smallest)} would be found in four cases of five.`
      : 'No change at all could be found in four cases of five: the metric cannot move so far.',
  ];
}

interface SegmentLine {
  readonly segment: string;
  readonly n: number;
  readonly raw: number;
  readonly shrunken: number;
  readonly interval: { readonly low: number; readonly high: number };
  readonly rankInterval: { readonly low: number; readonly high: number };
}

function shrinkLines(result: AnalysisResult, { value, range }: Writing): string[] {
  const rows = (result.segments as SegmentLine[]).map(({ segment, n, raw, shrunken, interval, rankInterval }) => [
    segment,
    count(n),
    value(raw),
    value(shrunken),
    range(interval),
    `${rankInterval.low} to ${rankInterval.high}`,
  ]);
  const head = ['segment', 'n', 'raw', 'shrunken', 'interval', 'rank'];
  const between = `Segments truly scatter around ${value(result.mean as number)} by ${figure(Math.sqrt(result.betweenVariance as number))} (standard deviation).`;
  return [...columns(head, rows), '', between];
}

function changePointLines(result: AnalysisResult, { value }: Writing): string[] {
  const points = result.changePoints as number[];
  const levels = result.levels as number[];
  const periods = result.periods as string[] | undefined;
  const name = (index: number) => periods?.[index] ?? `value ${index + 1}`;
  const found =
    points.length === 0
      ? 'The level never changed.'
      : `The level changed ${points.length === 1 ? 'once' : `${points.length} times`}.`;
  const starts = [0, ...points];
  return [
    found,
    ...starts.map((start, i) => `from ${name(start)}: ${value(levels[i]!)}`),
    `penalty ${figure(result.penalty as number)}, cost ${figure(result.cost as number)}`,
  ];
}

function planLines(result: AnalysisResult, { margin, change, reachable }: Writing): string[] {
  const answers = result.answersNeeded as number;
  const smallest = result.minimumDetectableChange as number;
  const shown = reachable(smallest) ? `show a change of ${change(smallest)}` : 'could show no change at all';
  return [
    `${count(answers)} ${answers === 1 ? 'answer' : 'answers'} needed.`,
    `${answers === 1 ? 'It gives' : 'They give'} a margin of error of ${margin(result.marginOfError as number)} and ${shown} between two periods in four cases of five.`,
  ];
}

function innerCaveats(result: AnalysisResult): { message: string }[] {
  const groups = Array.isArray(result.groups) ? (result.groups as GroupLine[]).map(({ estimate }) => estimate) : [];
  const difference = result.difference as Estimate | undefined;
  return [...groups, ...(difference ? [difference] : [])].flatMap(({ caveats }) => [...caveats]);
}

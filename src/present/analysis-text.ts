import type { Estimate } from '../inference/index.ts';
import { numberText, probabilityText, signedText } from './numbers.ts';

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

/**
 * What does an analysis say, in a terminal? For the analyst, in English: figures with four significant decimals where
 * the JSON has all of them, the method of every interval, the doubts, and the run.
 */
export function analysisText(result: AnalysisResult): string {
  const body = bodyOf(result);
  const caveats = [...(result.caveats ?? []), ...innerCaveats(result)];
  const doubts = [...new Set(caveats.map(({ message }) => message))].map((message) => `! ${message}`);
  const foot = `${result.run.definition}, run ${result.run.id}`;
  return [...body, ...(doubts.length > 0 ? ['', ...doubts] : []), '', foot].join('\n');
}

function bodyOf(result: AnalysisResult): string[] {
  if (Array.isArray(result.groups)) return groupLines(result.groups as GroupLine[]);
  if (result.difference) return comparisonLines(result);
  if (Array.isArray(result.changePoints)) return changePointLines(result);
  return planLines(result);
}

const figure = (value: number) => {
  const size = Math.abs(value);
  return numberText(value, size >= 100 ? 1 : size >= 10 ? 2 : size >= 1 ? 3 : 4, 'en');
};
const interval = ({ interval: { low, high } }: Estimate) => `${figure(low)} to ${figure(high)}`;
const count = (n: number) => numberText(n, Number.isInteger(n) ? 0 : 1, 'en');

function groupLines(groups: readonly GroupLine[]): string[] {
  const rows = groups.map(({ group, estimate, marginOfError, designEffect }) => [
    group,
    figure(estimate.value),
    interval(estimate),
    marginOfError === undefined ? 'unknown' : `±${figure(marginOfError)}`,
    count(estimate.n),
    count(estimate.effectiveN),
    figure(designEffect),
    estimate.method,
  ]);
  return columns(
    ['group', 'value', '95 % interval', 'margin', 'n', 'effective n', 'design effect', 'method'],
    rows,
    groups[0],
  );
}

/** Texts to the left, figures to the right. */
function columns(head: readonly string[], rows: readonly (readonly string[])[], first?: GroupLine): string[] {
  const confidence = first ? `${numberText(first.estimate.confidence * 100, 0, 'en')} % interval` : head[2]!;
  const titles = head.map((title) => (title === '95 % interval' ? confidence : title));
  const widths = titles.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]!.length)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => (i === 0 || i === cells.length - 1 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
      .join('  ')
      .trimEnd();
  return [line(titles), ...rows.map(line)];
}

function comparisonLines(result: AnalysisResult): string[] {
  const { before, after, difference } = result as unknown as Record<'before' | 'after' | 'difference', Estimate>;
  const names = result.groups as unknown as { before: string; after: string };
  return [
    `${result.verdict}: ${signedText(difference.value, 2, 'en')} (${interval(difference)}), p ${probabilityText(result.pValue as number, 'en')}, ${difference.method}`,
    '',
    `${names.before}  ${figure(before.value)} (${interval(before)}), n ${count(before.n)}`,
    `${names.after}  ${figure(after.value)} (${interval(after)}), n ${count(after.n)}`,
    `A change of ${figure(result.minimumDetectableChange as number)} would be found in four cases of five.`,
  ];
}

function changePointLines(result: AnalysisResult): string[] {
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
    ...starts.map((start, i) => `from ${name(start)}: ${figure(levels[i]!)}`),
    `penalty ${figure(result.penalty as number)}, cost ${figure(result.cost as number)}`,
  ];
}

function planLines(result: AnalysisResult): string[] {
  return [
    `${count(result.answersNeeded as number)} answers needed.`,
    `They give a margin of error of ±${figure(result.marginOfError as number)} and show a change of ${figure(result.minimumDetectableChange as number)} between two periods in four cases of five.`,
  ];
}

function innerCaveats(result: AnalysisResult): { message: string }[] {
  const groups = Array.isArray(result.groups) ? (result.groups as GroupLine[]).map(({ estimate }) => estimate) : [];
  const difference = result.difference as Estimate | undefined;
  return [...groups, ...(difference ? [difference] : [])].flatMap(({ caveats }) => [...caveats]);
}

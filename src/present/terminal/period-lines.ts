import type { TrendChart, TrendPoint } from '../charts/chart-input.ts';
import type { TrendSection } from '../trend-section.ts';
import type { Ink } from './ink.ts';

/** More periods than this would scroll the answer away; the newest are shown and the rest counted. */
const mostRows = 60;

/**
 * The periods as lines: name, figure, n, and the interval drawn on a common scale, with the noise band of the level
 * behind it and the word of a proven change beside it.
 */
export function periodLines(
  trend: TrendSection,
  { width, ink }: { readonly width: number; readonly ink: Ink },
): string[] {
  const { chart, table } = trend;
  const hidden = Math.max(0, chart.points.length - mostRows);
  const columns = [0, 1, 4].map((column) => table.rows.map(({ cells }) => String(cells[column] ?? '')));
  const widths = columns.map((cells) => Math.max(...cells.slice(hidden).map((cell) => cell.length)));
  const moves = new Map(chart.moves.map((move) => [move.index, move]));
  const wordWidth = Math.max(0, ...chart.moves.map(({ word }) => word.length + 2));
  const head = widths.reduce((sum, cell) => sum + cell + 2, 0);
  const scale = scaleOf(chart, Math.max(16, width - head - wordWidth));
  const lines = chart.points.slice(hidden).map((point, offset) => {
    const index = offset + hidden;
    const [name, value, n] = columns.map((cells) => cells[index]!);
    const move = moves.get(index);
    const paint = move ? ink.verdict[move.direction] : (text: string) => text;
    const cells = `${name!.padEnd(widths[0]!)}  ${value!.padStart(widths[1]!)}  ${ink.muted(n!.padStart(widths[2]!))}  `;
    return `${cells}${intervalLine(point, { scale, chart, index, paint, ink, last: !move })}${move ? `  ${paint(move.word)}` : ''}`.trimEnd();
  });
  const more = hidden > 0 ? [ink.muted(`… + ${hidden}`)] : [];
  return [...more, ...lines, ' '.repeat(head) + ink.muted(tickLine(chart, scale))];
}

interface Scale {
  readonly cells: number;
  readonly at: (value: number) => number;
}

/** Only as far as the intervals and bands reach: a terminal has no room for air. */
function scaleOf(chart: TrendChart, cells: number): Scale {
  const ends = chart.points.flatMap(({ interval }) => (interval ? [interval.low, interval.high] : []));
  const bands = chart.levels.flatMap(({ noise }) => [noise.low, noise.high]);
  const [low, high] = [Math.min(...ends, ...bands), Math.max(...ends, ...bands)];
  const span = high - low || 1;
  return { cells, at: (value) => Math.round(((value - low) / span) * (cells - 1)) };
}

function intervalLine(
  point: TrendPoint,
  of: { scale: Scale; chart: TrendChart; index: number; paint: (text: string) => string; ink: Ink; last: boolean },
): string {
  const { scale, chart, index, paint, ink, last } = of;
  const level = chart.levels.find(({ from, to }) => index >= from && index <= to);
  const [noiseLow, noiseHigh] = level ? [scale.at(level.noise.low), scale.at(level.noise.high)] : [1, 0];
  const ground = (cell: number) => (cell >= noiseLow && cell <= noiseHigh ? '░' : ' ');
  const before: string[] = [];
  const bar: string[] = [];
  const after: string[] = [];
  const [low, high, value] =
    point.interval && point.value !== undefined
      ? [scale.at(point.interval.low), scale.at(point.interval.high), scale.at(point.value)]
      : [0, -1, -1];
  for (let cell = 0; cell < scale.cells; cell++) {
    if (cell < low) before.push(ground(cell));
    else if (cell > high) after.push(ground(cell));
    else bar.push(cell === value ? (point.doubtful ? '○' : '●') : cell === low ? '├' : cell === high ? '┤' : '─');
  }
  // Nothing beside it: colour codes must not keep blanks alive at the end of the line.
  const rest = last ? after.join('').trimEnd() : after.join('');
  return `${ink.muted(before.join(''))}${paint(bar.join(''))}${ink.muted(rest)}`;
}

function tickLine(chart: TrendChart, scale: Scale): string {
  const cells = Array.from({ length: scale.cells }, () => ' ');
  for (const { value, text } of chart.axis.ticks) {
    const start = scale.at(value) - Math.floor(text.length / 2);
    if (
      start < 0 ||
      start + text.length > scale.cells ||
      cells.slice(start, start + text.length).some((cell) => cell !== ' ')
    )
      continue;
    [...text].forEach((letter, offset) => {
      cells[start + offset] = letter;
    });
  }
  return cells.join('').trimEnd();
}

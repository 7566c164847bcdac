import * as Plot from '@observablehq/plot';
import type { DriverReport, DriverRow } from '../drivers/driver-report.ts';
import type { DrawOptions } from './chart-input.ts';
import { finishDrawing } from './finish-drawing.ts';

const mostWithIntervals = 12;

/**
 * What matters much and is rated low?
 * Importance to the right, performance upwards, a number for each question (its place in the table), thin lines for the
 * 95 % intervals of both where there are at most a dozen. The lines through the means divide the map into four fields, named in its corners.
 */
export function priorityMap(report: DriverReport, { document, width }: DrawOptions): SVGSVGElement {
  const { rows, words, map } = report;
  const height = Math.max(300, Math.min(420, Math.round(width * 0.7)));
  const x = spread(
    rows.map(({ share }) => share),
    { low: 0, high: 1 },
  );
  const y = spread(
    rows.map(({ index }) => index),
    { low: 0, high: 100 },
  );
  // Beyond a dozen the intervals would hide the numbers; the table has them.
  const sure = rows.length <= mostWithIntervals ? rows : [];
  const mean = (of: (row: DriverRow) => number) => rows.reduce((sum, row) => sum + of(row), 0) / rows.length;
  const corner = (text: string, frameAnchor: Plot.TextOptions['frameAnchor']) =>
    Plot.text([text], {
      text: (line: string) => line,
      frameAnchor: frameAnchor!,
      fill: 'var(--muted)',
      dx: String(frameAnchor).includes('left') ? 6 : -6,
      dy: String(frameAnchor).includes('top') ? 8 : -8,
    });
  const svg = Plot.plot({
    document,
    width,
    height,
    marginTop: 20,
    marginRight: 8,
    marginBottom: 44,
    marginLeft: 40,
    x: { axis: null, type: 'linear', domain: [x.low, x.high] },
    y: { axis: null, type: 'linear', domain: [y.low, y.high] },
    marks: [
      Plot.frame({ stroke: 'var(--line)' }),
      Plot.ruleX([mean(({ share }) => share.value)], { stroke: 'var(--axis)', strokeDasharray: '4 3' }),
      Plot.ruleY([mean(({ index }) => index.value)], { stroke: 'var(--axis)', strokeDasharray: '4 3' }),
      corner(words.quadrants.enough, 'top-left'),
      corner(words.quadrants.keep, 'top-right'),
      corner(words.quadrants.watch, 'bottom-left'),
      corner(words.quadrants.improve, 'bottom-right'),
      Plot.ruleY(sure, {
        y: (row: DriverRow) => row.index.value,
        x1: (row: DriverRow) => row.share.low,
        x2: (row: DriverRow) => row.share.high,
        stroke: 'var(--noise-edge)',
      }),
      Plot.ruleX(sure, {
        x: (row: DriverRow) => row.share.value,
        y1: (row: DriverRow) => Math.max(y.low, row.index.low),
        y2: (row: DriverRow) => Math.min(y.high, row.index.high),
        stroke: 'var(--noise-edge)',
      }),
      Plot.dot(rows, {
        x: (row: DriverRow) => row.share.value,
        y: (row: DriverRow) => row.index.value,
        r: sure.length > 0 ? 10 : 8,
        fill: 'var(--ground)',
        stroke: (row: DriverRow) => (row.mark ? 'var(--grey)' : 'var(--ink)'),
        strokeWidth: 1.5,
      }),
      Plot.text(rows, {
        x: (row: DriverRow) => row.share.value,
        y: (row: DriverRow) => row.index.value,
        text: 'rank',
        fill: 'var(--ink)',
        fontWeight: 650,
      }),
      Plot.text(ticks(x, 100), {
        x: 'value',
        frameAnchor: 'bottom',
        dy: 14,
        text: (tick: Tick) => `${tick.text}\u00a0%`,
        fill: 'var(--muted)',
      }),
      Plot.text(ticks(y, 1), {
        y: 'value',
        frameAnchor: 'left',
        textAnchor: 'end',
        dx: -8,
        text: 'text',
        fill: 'var(--muted)',
      }),
      Plot.text([words.importance], {
        text: (line: string) => `${line} →`,
        frameAnchor: 'bottom-right',
        dy: 34,
        fill: 'var(--muted)',
      }),
      Plot.text([words.performance], {
        text: (line: string) => `↑ ${line}`,
        frameAnchor: 'top-left',
        textAnchor: 'start',
        dx: -40,
        dy: -14,
        fill: 'var(--muted)',
      }),
    ],
  });
  return finishDrawing(svg, map.alternative);
}

interface Range {
  readonly low: number;
  readonly high: number;
}

/** What the map shows: all intervals with some room around them, within what there can be. */
function spread(of: readonly Range[], within: Range): Range {
  const low = Math.min(...of.map((one) => one.low));
  const high = Math.max(...of.map((one) => one.high));
  const room = Math.max((high - low) * 0.12, (within.high - within.low) * 0.02);
  return { low: Math.max(within.low, low - room), high: Math.min(within.high, high + room) };
}

interface Tick {
  readonly value: number;
  readonly text: string;
}

function ticks({ low, high }: Range, factor: number): Tick[] {
  const rough = ((high - low) * factor) / 4;
  const step = [1, 2, 5, 10, 20, 25, 50].find((size) => size >= rough) ?? 50;
  const first = Math.ceil((low * factor) / step) * step;
  const count = Math.floor((high * factor - first) / step) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => ({
    value: (first + i * step) / factor,
    text: String(first + i * step),
  }));
}

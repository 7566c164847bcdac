import * as Plot from '@observablehq/plot';
import type { DriverReport, DriverRow } from '../drivers/driver-report.ts';
import type { DrawOptions } from './chart-input.ts';
import { finishDrawing } from './finish-drawing.ts';
import { wrapText } from './wrap-text.ts';

const wideFrom = 640;
const rowHeight = { wide: 44, narrow: 64 } as const;

/**
 * How much of what is explained goes with each question, and how sure is that?
 * Bars from zero in order of size, the 95 % interval as a line over each, the figures beside it. Where the direction is
 * not clear the bar is hollow. A narrow picture puts each name above its bar.
 */
export function driverSharesChart(report: DriverReport, { document, width }: DrawOptions): SVGSVGElement {
  const { rows, shares } = report;
  const wide = width >= wideFrom;
  const step = wide ? rowHeight.wide : rowHeight.narrow;
  const left = wide ? Math.min(280, Math.round(width * 0.34)) : 2;
  const right = wide ? 168 : 8;
  const most = Math.max(...rows.map(({ share }) => share.high), 0.01);
  const at = (row: DriverRow) => Number(row.rank);
  const figures = (row: DriverRow) => `${row.shareText} (${row.rangeText}), ${report.words.firstIn} ${row.firstText}`;
  const svg = Plot.plot({
    document,
    width,
    height: rows.length * step + 4,
    marginTop: 2,
    marginBottom: 2,
    marginLeft: left,
    marginRight: right,
    x: { axis: null, type: 'linear', domain: [0, most * 1.04] },
    y: { axis: null, type: 'linear', domain: [rows.length + 0.5, 0.5] },
    marks: [
      Plot.rect(rows, {
        x1: 0,
        x2: (row: DriverRow) => row.share.value,
        y1: (row: DriverRow) => at(row) + (wide ? -0.22 : 0.08),
        y2: (row: DriverRow) => at(row) + (wide ? 0.22 : 0.36),
        fill: (row: DriverRow) => (row.mark ? 'var(--ground)' : 'var(--noise)'),
        stroke: (row: DriverRow) => (row.mark ? 'var(--grey)' : 'none'),
        strokeDasharray: '3 2',
      }),
      Plot.ruleY(rows, {
        y: (row: DriverRow) => at(row) + (wide ? 0 : 0.22),
        x1: (row: DriverRow) => row.share.low,
        x2: (row: DriverRow) => row.share.high,
        stroke: 'var(--ink)',
        strokeWidth: 1.5,
      }),
      Plot.dot(rows, {
        x: (row: DriverRow) => row.share.value,
        y: (row: DriverRow) => at(row) + (wide ? 0 : 0.22),
        r: 3.5,
        fill: 'var(--ink)',
      }),
      Plot.ruleX([0], { stroke: 'var(--axis)' }),
      Plot.text(rows, {
        y: (row: DriverRow) => at(row) - (wide ? 0 : 0.34),
        frameAnchor: 'left',
        textAnchor: 'start',
        dx: wide ? -left : 0,
        text: (row: DriverRow) => nameLines(row, wide ? left - 16 : width),
        lineHeight: 16 / 13,
        fontSize: 13,
        fill: 'var(--ink)',
      }),
      Plot.text(rows, {
        y: (row: DriverRow) => at(row) - (wide ? 0 : 0.08),
        frameAnchor: wide ? 'right' : 'left',
        textAnchor: wide ? 'end' : 'start',
        dx: wide ? right : 0,
        text: figures,
        fill: 'var(--muted)',
      }),
    ],
  });
  return finishDrawing(svg, shares.alternative);
}

/** Two lines at most; a longer name is cut, and stands whole in the table. */
function nameLines({ name, rank }: DriverRow, room: number): string {
  const characters = Math.max(12, Math.floor(room / 6.6));
  const lines = wrapText(`${rank}. ${name}`, characters);
  const shown = room > 300 ? lines.slice(0, 1) : lines.slice(0, 2);
  if (lines.length === shown.length) return shown.join('\n');
  return `${shown.join('\n').slice(0, characters * shown.length - 1)}…`;
}

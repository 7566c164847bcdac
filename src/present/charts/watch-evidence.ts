import * as Plot from '@observablehq/plot';
import type { WatchReport } from '../watch/watch-report.ts';
import type { DrawOptions } from './chart-input.ts';
import { finishDrawing } from './finish-drawing.ts';

const height = 260;
/** Evidence shrinks without end while nothing happens; below this the eye learns nothing more. */
const least = 0.05;

/**
 * How strong was the evidence of a change, day by day? A line on a scale of odds, with the border of an alarm; days on which a
 * new level was being learnt are dotted and grey, each alarm has its date. Values above 1,000 stand at the upper edge.
 */
export function watchEvidenceChart(report: WatchReport, { document, width }: DrawOptions): SVGSVGElement {
  const { path, threshold, alarms, words } = report;
  const most = Math.max(60, Math.min(1000, ...[Math.max(...path.map(({ evidence }) => evidence))]));
  const points = path.map(({ day, evidence, isLearning }) => ({
    day: new Date(`${day}T00:00:00Z`),
    evidence: Math.min(most, Math.max(least, evidence)),
    isLearning: isLearning === true,
  }));
  const marks = alarms.map(({ day, text }) => ({ day: new Date(`${day}T00:00:00Z`), text }));
  const ticks = [0.1, 1, 20, 100, 1000].filter((tick) => tick <= most);
  const svg = Plot.plot({
    document,
    width,
    height,
    marginTop: 28,
    marginBottom: 28,
    marginLeft: 44,
    marginRight: 12,
    x: { type: 'utc', axis: null },
    y: { type: 'log', axis: null, domain: [least, most] },
    marks: [
      Plot.ruleY(ticks, { stroke: 'var(--line)' }),
      Plot.ruleY([threshold], { stroke: 'var(--ink)', strokeDasharray: '4 3' }),
      Plot.text(ticks, {
        x: () => points[0]!.day,
        y: (tick: number) => tick,
        text: (tick: number) => String(tick),
        textAnchor: 'end',
        dx: -8,
        fill: 'var(--muted)',
      }),
      Plot.text([words.axis], { frameAnchor: 'top-left', dx: -44, dy: -20, textAnchor: 'start', fill: 'var(--muted)' }),
      Plot.line(points, { x: 'day', y: 'evidence', stroke: 'var(--grey)', strokeWidth: 1.5, strokeDasharray: '2 3' }),
      Plot.line(points, {
        x: 'day',
        y: (point: (typeof points)[number]) => (point.isLearning ? Number.NaN : point.evidence),
        stroke: 'var(--accent)',
        strokeWidth: 1.75,
      }),
      Plot.ruleX(marks, { x: 'day', stroke: 'var(--ink)', strokeWidth: 1 }),
      ...(['start', 'end'] as const).map((textAnchor) =>
        Plot.text(
          marks.filter(({ day }) => day > middleOf(points) === (textAnchor === 'end')),
          {
            x: 'day',
            frameAnchor: 'top',
            dy: -16,
            text: 'text',
            fill: 'var(--ink)',
            fontWeight: 550,
            textAnchor,
          },
        ),
      ),
      Plot.axisX({
        label: null,
        anchor: 'bottom',
        ticks: width < 480 ? 4 : 8,
        tickSize: 0,
        tickFormat: monthTick,
        color: 'var(--muted)',
      }),
    ],
  });
  return finishDrawing(svg, report.alternative);
}

const middleOf = (points: readonly { readonly day: Date }[]) => points[Math.floor(points.length / 2)]!.day;
const monthTick = (date: Date) => `${date.getUTCMonth() + 1}/${date.getUTCFullYear()}`;

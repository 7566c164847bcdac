import * as Plot from '@observablehq/plot';
import type { DrawOptions, PlanChart, PlanPoint } from './chart-input.ts';
import { finishDrawing } from './finish-drawing.ts';

/**
 * Which change do so many answers a period show? A falling line over answers on a logarithmic axis, the answers of now as a
 * full dot, those that the change asked about needs as a hollow one.
 */
export function planChart(chart: PlanChart, { document, width }: DrawOptions): SVGSVGElement {
  const wide = width >= 500;
  const muted = { fill: 'var(--muted)' } as const;
  const ticks = wide ? chart.xTicks : chart.xTicks.filter((_, i) => i % 2 === 0);
  const last = chart.curve.at(-1)!.answers;
  const label = (point: PlanPoint) =>
    Plot.text([point], {
      x: 'answers',
      y: 'change',
      text: 'label',
      // Near the right end the words stand before their point.
      textAnchor: point.answers > last / 12 ? 'end' : 'start',
      dx: point.answers > last / 12 ? -4 : 10,
      // On a phone the line is steeper.
      dy: wide ? -14 : -24,
      fill: 'var(--ink)',
      stroke: 'var(--ground)',
      strokeWidth: 4,
      fontWeight: 550,
    });
  const drawn = Plot.plot({
    document,
    width,
    height: wide ? 320 : 280,
    marginTop: 32,
    marginRight: 16,
    marginBottom: 44,
    marginLeft: 44,
    x: { axis: null, type: 'log', domain: [chart.curve[0]!.answers, last] },
    y: { axis: null, type: 'linear', domain: [0, chart.highest] },
    marks: [
      Plot.ruleY(chart.yTicks, { y: 'value', stroke: 'var(--line)' }),
      Plot.text(chart.yTicks, { y: 'value', text: 'text', frameAnchor: 'left', textAnchor: 'end', dx: -8, ...muted }),
      Plot.text(ticks, { x: 'value', text: 'text', frameAnchor: 'bottom', lineAnchor: 'top', dy: 8, ...muted }),
      Plot.text([chart.xLabel], {
        text: (text: string) => text,
        frameAnchor: 'bottom-right',
        lineAnchor: 'top',
        textAnchor: 'end',
        dy: 26,
        ...muted,
      }),
      Plot.text([chart.yLabel], {
        text: (text: string) => text,
        frameAnchor: 'top-left',
        textAnchor: 'start',
        lineAnchor: 'bottom',
        dx: -40,
        dy: -14,
        ...muted,
      }),
      Plot.line(chart.curve, { x: 'answers', y: 'change', stroke: 'var(--grey)', strokeWidth: 2, clip: true }),
      ...(chart.asked
        ? [
            Plot.dot([chart.asked], {
              x: 'answers',
              y: 'change',
              r: 5,
              fill: 'var(--ground)',
              stroke: 'var(--ink)',
              strokeWidth: 2,
            }),
            label(chart.asked),
          ]
        : []),
      Plot.dot([chart.now], { x: 'answers', y: 'change', r: 5, fill: 'var(--ink)' }),
      label(chart.now),
    ],
  });
  return finishDrawing(drawn, chart.alternative);
}

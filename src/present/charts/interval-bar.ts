import * as Plot from '@observablehq/plot';
import type { DrawOptions, IntervalBar, ValueAxis } from './chart-input.ts';
import { finishDrawing } from './finish-drawing.ts';
import { textWidth } from './place-labels.ts';

const height = 28;
const margins = { marginTop: 0, marginRight: 8, marginBottom: 0, marginLeft: 8 };
const scaleOf = (axis: ValueAxis) => ({
  axis: null,
  type: 'linear' as const,
  domain: [axis.domain.low, axis.domain.high],
});
const colours = { rose: 'var(--rose)', fell: 'var(--fell)', plain: 'var(--grey)', few: 'var(--grey)' } as const;

/**
 * Where does the figure of this row lie, and how sure is that?
 * The interval as a line with its figure as a point, on the scale that all rows share; zero as a thin line where the
 * scale holds it. Too few answers: dotted and hollow.
 */
export function intervalBar(bar: IntervalBar, axis: ValueAxis, { document, width }: DrawOptions): SVGSVGElement {
  const few = bar.tone === 'few';
  const colour = colours[bar.tone];
  const middle = { y: 0 };
  // An interval may reach beyond what the rows share; the line ends where the picture does.
  const [low, high] = [Math.max(bar.interval.low, axis.domain.low), Math.min(bar.interval.high, axis.domain.high)];
  const svg = Plot.plot({
    document,
    width,
    height,
    ...margins,
    x: scaleOf(axis),
    y: { axis: null, type: 'linear', domain: [-1, 1] },
    marks: [
      ...(axis.domain.low <= 0 && axis.domain.high >= 0
        ? [Plot.ruleX([0], { stroke: 'var(--axis)', insetTop: 4, insetBottom: 4 })]
        : []),
      Plot.ruleY([middle], {
        y: 'y',
        x1: low,
        x2: high,
        stroke: colour,
        strokeWidth: few ? 1 : 2.5,
        ...(few ? { strokeDasharray: '1 3', strokeLinecap: 'round' } : {}),
      }),
      Plot.dot([middle], {
        x: bar.value,
        y: 'y',
        r: few ? 4 : 4.5,
        fill: few ? 'var(--ground)' : colour,
        stroke: few ? colour : 'none',
        strokeWidth: 1.5,
      }),
    ],
  });
  return finishDrawing(svg, bar.alternative);
}

/** The scale that all bars of the tables share, once in a head. */
export function intervalScale(axis: ValueAxis, alternative: string, { document, width }: DrawOptions): SVGSVGElement {
  const { low, high } = axis.domain;
  const x = (value: number) => margins.marginLeft + ((value - low) / (high - low)) * (width - 16);
  // A figure at the end would run into the column beside it.
  const ticks = axis.ticks.filter(({ value, text }) => {
    const half = textWidth(text, 12) / 2;
    return x(value) - half >= 0 && x(value) + half <= width;
  });
  const svg = Plot.plot({
    document,
    width,
    height: 16,
    ...margins,
    x: scaleOf(axis),
    y: { axis: null, type: 'linear', domain: [-1, 1] },
    marks: [Plot.text(ticks, { x: 'value', y: () => 0, text: 'text', fill: 'var(--muted)' })],
  });
  return finishDrawing(svg, alternative);
}

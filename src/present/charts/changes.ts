import * as Plot from '@observablehq/plot';
import type { Verdict } from '../../inference/index.ts';
import type { ChangePoint, ChangesChart, DrawOptions } from './chart-input.ts';
import { finishDrawing } from './finish-drawing.ts';
import { periodTicks } from './period-axis.ts';
import { whiskersUpTo } from './trend-frame.ts';
import { wrapText } from './wrap-text.ts';

const wideFrom = 700;

interface ChangesFrame {
  readonly width: number;
  readonly wide: boolean;
  readonly dense: boolean;
  readonly left: number;
  readonly right: number;
  /** Height of the differences; the verdicts follow below. */
  readonly height: number;
  readonly rowsHeight: number;
}

const colours: Readonly<Record<Verdict, string>> = {
  rose: 'var(--rose)',
  fell: 'var(--fell)',
  'no evidence of change': 'var(--grey)',
  'not enough data': 'var(--grey)',
};
const isProven = (verdict: Verdict) => verdict === 'rose' || verdict === 'fell';

/** Triangles of the house: as wide as a dot of the same name, so that a fall does not look larger than a rise. */
const triangles = {
  rose: { draw: (context: CanvasPath, area: number) => triangle(context, area, 1) },
  fell: { draw: (context: CanvasPath, area: number) => triangle(context, area, -1) },
};

function triangle(context: CanvasPath, area: number, sign: 1 | -1): void {
  const half = Math.sqrt(area / Math.PI) * 1.2;
  context.moveTo(0, -half * sign);
  context.lineTo(half, half * 0.8 * sign);
  context.lineTo(-half, half * 0.8 * sign);
  context.closePath();
}

/**
 * Which of the changes are more than chance gives?
 * Every difference with its 95 % interval around zero; below, two rows of verdicts under the same columns: what testing
 * each alone would colour, and what stands when all are tested together. Figures only where a plain test colours.
 */
export function changesChart(chart: ChangesChart, { document, width }: DrawOptions): SVGSVGElement {
  const wide = width >= wideFrom;
  const frame: ChangesFrame = {
    width,
    wide,
    dense: chart.points.length > whiskersUpTo,
    left: wide ? 158 : 44,
    right: wide ? 8 : 4,
    height: wide ? 252 : 272,
    rowsHeight: wide ? 92 : 128,
  };
  const differences = drawDifferences(chart, frame, document);
  const verdicts = drawVerdicts(chart, frame, document);
  verdicts.setAttribute('y', String(frame.height));
  differences.setAttribute('height', String(frame.height + frame.rowsHeight));
  differences.setAttribute('viewBox', `0 0 ${width} ${frame.height + frame.rowsHeight}`);
  for (const style of verdicts.querySelectorAll('style')) style.remove();
  // A drawing inside a drawing inherits its type; Plot's own would win over it.
  for (const name of ['class', 'font-family', 'font-size']) verdicts.removeAttribute(name);
  differences.append(verdicts);
  return finishDrawing(differences, chart.alternative);
}

const indexed = (chart: ChangesChart) => chart.points.map((point, index) => ({ ...point, index }));
type Indexed = ChangePoint & { readonly index: number };

function drawDifferences(chart: ChangesChart, frame: ChangesFrame, document: Document): Element {
  const points = indexed(chart);
  const thin = frame.dense ? 1 : 1.5;
  const { low, high } = chart.axis.domain;
  return Plot.plot({
    document,
    ...plotFrame(frame, frame.height, { top: 12, bottom: 40 }),
    x: { axis: null, type: 'linear', domain: [-0.5, points.length - 0.5] },
    y: { axis: null, type: 'linear', domain: [low, high] },
    marks: [
      Plot.ruleY(chart.axis.ticks, {
        y: 'value',
        stroke: (tick: { value: number }) => (tick.value === 0 ? 'var(--ink)' : 'var(--line)'),
      }),
      Plot.ruleX(points, {
        x: 'index',
        y1: (point: Indexed) => point.interval.low,
        y2: (point: Indexed) => point.interval.high,
        stroke: (point: Indexed) => colours[point.together],
        strokeWidth: thin,
      }),
      Plot.ruleX(
        points.filter(({ together }) => isProven(together)),
        {
          x: 'index',
          y1: (point: Indexed) => point.interval.low,
          y2: (point: Indexed) => point.interval.high,
          stroke: (point: Indexed) => colours[point.together],
          strokeWidth: 2.5,
        },
      ),
      ...verdictDots(points, {
        y: (point) => point.value,
        verdict: (point) => point.together,
        size: frame.dense ? 2 : 4,
      }),
      ...figureMarks(points, frame),
      ...axisMarks(chart, frame),
      Plot.rect(points, {
        x1: (point: Indexed) => point.index - 0.5,
        x2: (point: Indexed) => point.index + 0.5,
        y1: low,
        y2: high,
        fill: 'transparent',
        title: 'title',
      }),
    ],
  });
}

function plotFrame(frame: ChangesFrame, height: number, margin: { top: number; bottom: number }) {
  return {
    width: frame.width,
    height,
    marginTop: margin.top,
    marginRight: frame.right,
    marginBottom: margin.bottom,
    marginLeft: frame.left,
  };
}

function verdictDots(
  points: readonly Indexed[],
  options: { y: (point: Indexed) => number; verdict: (point: Indexed) => Verdict; size: number },
): Plot.Markish[] {
  const of = (verdict: Verdict) => points.filter((point) => options.verdict(point) === verdict);
  const at = { x: 'index', y: options.y } as const;
  const proven = (verdict: 'rose' | 'fell') =>
    Plot.dot(of(verdict), {
      ...at,
      r: Math.max(4, options.size * 1.4),
      symbol: triangles[verdict],
      fill: colours[verdict],
    });
  return [
    Plot.dot(of('no evidence of change'), { ...at, r: options.size, fill: 'var(--grey)' }),
    Plot.dot(of('not enough data'), {
      ...at,
      r: options.size,
      fill: 'var(--ground)',
      stroke: 'var(--grey)',
      strokeWidth: 1.5,
    }),
    proven('rose'),
    proven('fell'),
  ];
}

/** Above a rise, below a fall. In a crowd only the proven ones keep their figure. */
function figureMarks(points: readonly Indexed[], frame: ChangesFrame): Plot.Markish[] {
  const shown = points.filter(({ figure, together }) => figure && (!frame.dense || isProven(together)));
  const texts = (rises: boolean) =>
    Plot.text(
      shown.filter(({ value }) => value >= 0 === rises),
      {
        x: 'index',
        y: (point: Indexed) => (rises ? point.interval.high : point.interval.low),
        dy: rises ? -10 : 10,
        text: 'figure',
        fontWeight: 650,
        fill: (point: Indexed) => (isProven(point.together) ? colours[point.together] : 'var(--muted)'),
        stroke: 'var(--ground)',
        strokeWidth: 4,
      },
    );
  return [texts(true), texts(false)];
}

function axisMarks(chart: ChangesChart, frame: ChangesFrame): Plot.Markish[] {
  const pitch = (frame.width - frame.left - frame.right) / chart.points.length;
  const marks = [
    Plot.text(periodTicks(chart.points, { unit: chart.unit, pitch }), {
      x: 'index',
      text: 'text',
      frameAnchor: 'bottom',
      lineAnchor: 'top',
      lineHeight: 16 / 12,
      dy: 8,
      fill: 'var(--muted)',
    }),
    Plot.text(chart.axis.ticks, {
      y: 'value',
      text: 'text',
      frameAnchor: 'left',
      textAnchor: 'end',
      dx: -8,
      fill: 'var(--muted)',
    }),
  ];
  if (!frame.wide) return marks;
  const label = Plot.text([wrapText(chart.axisLabel, 17).join('\n')], {
    text: (line: string) => line,
    frameAnchor: 'left',
    textAnchor: 'start',
    lineHeight: 16 / 12,
    dx: -frame.left,
    fill: 'var(--muted)',
  });
  return [...marks, label];
}

/** Two rows of verdicts: `y` is 1 for each tested alone, 0 for tested together. */
function drawVerdicts(chart: ChangesChart, frame: ChangesFrame, document: Document): Element {
  const points = indexed(chart);
  const size = frame.dense ? 1.5 : 4;
  const rows = chart.rows.map((row, index) => ({ ...row, y: 1 - index }));
  const rowHeight = frame.rowsHeight / 2;
  return Plot.plot({
    document,
    ...plotFrame(frame, frame.rowsHeight, { top: 0, bottom: 0 }),
    x: { axis: null, type: 'linear', domain: [-0.5, points.length - 0.5] },
    y: { axis: null, type: 'linear', domain: [-0.5, 1.5] },
    marks: [
      Plot.ruleY([1.5, 0.5, -0.5], { stroke: 'var(--line)', insetLeft: -frame.left }),
      Plot.text(rows, {
        y: 'y',
        text: (row: { label: string; note: string }) => (frame.wide ? row.label : `${row.label}, ${row.note}`),
        frameAnchor: 'left',
        textAnchor: 'start',
        dx: -frame.left,
        dy: frame.wide ? -8 : -rowHeight / 2 + 18,
        fontWeight: frame.wide ? 550 : 400,
        fill: 'var(--ink)',
      }),
      ...(frame.wide
        ? [Plot.text(rows, { y: 'y', text: 'note', frameAnchor: 'left', textAnchor: 'start', dx: -frame.left, dy: 9 })]
        : []),
      ...verdictDots(points, { y: () => (frame.wide ? 1 : 0.87), verdict: (point) => point.alone, size }),
      ...verdictDots(points, { y: () => (frame.wide ? 0 : -0.13), verdict: (point) => point.together, size }),
    ],
  });
}

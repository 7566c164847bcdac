import * as Plot from '@observablehq/plot';
import type { DrawOptions, TrendChart, TrendPoint } from './chart-input.ts';
import { finishDrawing } from './finish-drawing.ts';
import { periodTicks } from './period-axis.ts';
import { type TrendFrame, trendFrame } from './trend-frame.ts';
import { levelLabels, moveLabels, sideNote, type TrendText } from './trend-labels.ts';

/**
 * How did the figure move, and how much of that is noise?
 * The value of each period with its 95 % interval (whiskers up to 24 periods, a band beyond), the noise band of each
 * proven level continued one period ahead, unproven ups and downs in grey, proven ones in the colour of their verdict
 * with the word beside them, breaks of the questionnaire as dashed verticals.
 * Colours are the page's tokens (`var(--rose)`); `standaloneSvg` resolves them. Drawn at the width given, not scaled.
 */
export function trendChart(chart: TrendChart, { document, width, card = false }: DrawOptions): SVGSVGElement {
  const frame = trendFrame(chart, { width, card });
  const svg = Plot.plot({
    document,
    width,
    height: frame.height,
    marginTop: frame.top,
    marginRight: width - frame.right,
    marginBottom: frame.height - frame.bottom,
    marginLeft: frame.left,
    x: { axis: null, type: 'linear', domain: [-0.5, frame.places - 0.5] },
    y: { axis: null, type: 'linear', domain: [chart.axis.domain.low, chart.axis.domain.high] },
    marks: [
      ...groundMarks(chart, frame),
      ...breakMarks(chart, frame),
      ...(frame.dense ? denseMarks(chart) : sampleMarks(chart, frame)),
      ...moveMarks(chart, frame),
      ...axisMarks(chart, frame),
      pointerTargets(chart),
    ],
  });
  return finishDrawing(svg, chart.alternative);
}

function groundMarks(chart: TrendChart, frame: TrendFrame): Plot.Markish[] {
  const last = frame.places - 0.5;
  const edges = chart.levels.map((level, position) => ({
    ...level,
    x1: level.from - 0.5,
    x2: position === chart.levels.length - 1 ? last : level.to + 0.5,
  }));
  const edge = (value: (level: (typeof edges)[number]) => number, options: Plot.RuleYOptions) =>
    Plot.ruleY(edges, { x1: 'x1', x2: 'x2', y: value, ...options });
  return [
    Plot.ruleY(chart.axis.ticks, {
      y: 'value',
      stroke: (tick: { value: number }) => (tick.value === 0 ? 'var(--axis)' : 'var(--line)'),
    }),
    // A band of intervals over a hatched band is mud: a dense series keeps the edges only.
    Plot.rect(frame.dense ? [] : edges, {
      x1: 'x1',
      x2: 'x2',
      y1: (level) => level.noise.low,
      y2: (level) => level.noise.high,
      fill: 'url(#hatch)',
    }),
    edge((level) => level.noise.low, { stroke: 'var(--noise-edge)' }),
    edge((level) => level.noise.high, { stroke: 'var(--noise-edge)' }),
    edge((level) => level.value, {
      stroke: 'var(--grey)',
      strokeWidth: 1.5,
      strokeDasharray: '1 3',
      strokeLinecap: 'round',
    }),
  ];
}

/** The label of a break stands at the top right of its line, where nothing else may; a phone tells it in words. */
function breakMarks(chart: TrendChart, frame: TrendFrame): Plot.Markish[] {
  const lines = Plot.ruleX(chart.breaks, {
    x: (mark: { index: number }) => mark.index - 0.5,
    stroke: 'var(--muted)',
    strokeDasharray: '4 4',
  });
  if (!frame.wide) return [lines];
  let free = 0;
  const labelled = chart.breaks.filter(({ index, label }) => {
    const start = frame.x(index - 0.5);
    const fits = start > free && start + label.length * 6.5 < frame.width;
    if (fits) free = start + label.length * 6.5 + 12;
    return fits;
  });
  const text = Plot.text(labelled, {
    x: (mark: { index: number }) => mark.index - 0.5,
    text: 'label',
    frameAnchor: 'top',
    textAnchor: 'start',
    lineAnchor: 'top',
    dx: 6,
    fill: 'var(--muted)',
    ...halo,
  });
  return [lines, text];
}

const halo = { stroke: 'var(--ground)', strokeWidth: 5 } as const;
const filled = (chart: TrendChart) =>
  chart.points.flatMap((point, index) => (point.interval && point.value !== undefined ? [{ ...point, index }] : []));
type FilledPoint = TrendPoint & { index: number };
const low = (point: FilledPoint) => point.interval!.low;
const high = (point: FilledPoint) => point.interval!.high;

function valueLine(chart: TrendChart, strokeWidth: number): Plot.Markish {
  // Empty periods break the line: nothing was measured there.
  const all = chart.points.map((point, index) => ({ index, value: point.value ?? Number.NaN }));
  return Plot.line(all, {
    x: 'index',
    y: 'value',
    stroke: 'var(--grey)',
    strokeWidth,
    strokeLinejoin: 'round',
    strokeLinecap: 'round',
  });
}

function sampleMarks(chart: TrendChart, { card }: TrendFrame): Plot.Markish[] {
  const proven = new Set(chart.moves.map(({ index }) => index));
  const plain = filled(chart).filter(({ index }) => !proven.has(index));
  return [
    valueLine(chart, card ? 1.5 : 2),
    Plot.ruleX(plain, { x: 'index', y1: low, y2: high, stroke: 'var(--grey)', strokeWidth: card ? 1.25 : 1.5 }),
    Plot.dot(plain, {
      x: 'index',
      y: 'value',
      r: card ? 3 : 4,
      fill: (point: FilledPoint) => (point.doubtful ? 'var(--ground)' : 'var(--grey)'),
      stroke: 'var(--grey)',
      strokeWidth: 1.5,
    }),
  ];
}

function denseMarks(chart: TrendChart): Plot.Markish[] {
  const all = chart.points.map((point, index) => ({
    index,
    low: point.interval?.low ?? Number.NaN,
    high: point.interval?.high ?? Number.NaN,
  }));
  const single = filled(chart).filter(
    ({ index }) => chart.points[index - 1]?.value === undefined && chart.points[index + 1]?.value === undefined,
  );
  return [
    Plot.areaY(all, { x: 'index', y1: 'low', y2: 'high', fill: 'var(--grey)', fillOpacity: 0.18 }),
    valueLine(chart, 1.5),
    // A period between two empty ones has no line; without its dot it would vanish.
    Plot.dot(single, { x: 'index', y: 'value', r: 2.5, fill: 'var(--grey)' }),
  ];
}

function moveMarks(chart: TrendChart, frame: TrendFrame): Plot.Markish[] {
  const moves = chart.moves.flatMap((move) => {
    const point = chart.points[move.index];
    return point?.interval && point.value !== undefined
      ? [
          {
            ...move,
            value: point.value,
            low: point.interval.low,
            high: point.interval.high,
            colour: `var(--${move.direction})`,
          },
        ]
      : [];
  });
  return [
    Plot.ruleX(moves, { x: 'index', y1: 'low', y2: 'high', stroke: 'colour', strokeWidth: 2.5 }),
    Plot.dot(moves, { x: 'index', y: 'value', r: frame.card ? 4 : 5, fill: 'colour' }),
    ...textMarks(
      [...moveLabels(chart, frame), ...(frame.card ? [] : [...levelLabels(chart, frame), ...sideNote(chart, frame)])],
      frame,
    ),
  ];
}

/** Texts are placed in pixels; Plot wants values, so the frame is read backwards. */
function textMarks(texts: readonly TrendText[], frame: TrendFrame): Plot.Markish[] {
  return texts.map((text) =>
    Plot.text([text.lines.join('\n')], {
      text: (line: string) => line,
      frameAnchor: 'top-left',
      dx: text.x - frame.left,
      dy: text.y - frame.top,
      textAnchor: text.anchor,
      lineAnchor: 'top',
      lineHeight: 16 / 12,
      fontSize: text.size,
      fontWeight: text.bold ? 650 : 400,
      fill: text.colour,
      ...halo,
    }),
  );
}

function axisMarks(chart: TrendChart, frame: TrendFrame): Plot.Markish[] {
  const places = frame.card ? chart.points : [...chart.points, chart.next];
  const ticks = periodTicks(places, { unit: chart.unit, pitch: frame.x(1) - frame.x(0) });
  return [
    Plot.text(ticks, {
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
}

/** Nothing to see: a reader who points at a period gets its figures as a native tooltip. */
function pointerTargets(chart: TrendChart): Plot.Markish {
  const all = chart.points.map(({ title }, index) => ({ x1: index - 0.5, x2: index + 0.5, title }));
  return Plot.rect(all, {
    x1: 'x1',
    x2: 'x2',
    y1: chart.axis.domain.low,
    y2: chart.axis.domain.high,
    fill: 'transparent',
    title: 'title',
  });
}

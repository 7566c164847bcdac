import * as Plot from '@observablehq/plot';
import type { MapDot, ModelReport } from '../model/model-report.ts';
import type { DrawOptions } from './chart-input.ts';
import { finishDrawing } from './finish-drawing.ts';
import { type Box, sharedArea, textWidth } from './place-labels.ts';

const margins = { marginTop: 24, marginRight: 16, marginBottom: 40, marginLeft: 40 };

/**
 * Where should one begin? Importance to the right with its interval, performance upwards; constructs with their names,
 * their single questions as small dots. Lines at the means quarter the map: what matters and stands low comes first.
 */
export function constructMap({ map }: ModelReport, { document, width }: DrawOptions): SVGSVGElement {
  const isNarrow = width < 560;
  const height = isNarrow ? 380 : 420;
  const constructs = map.dots.filter(({ isItem }) => !isItem);
  const items = map.dots.filter(({ isItem }) => isItem);
  const ends = constructs.flatMap(({ low, high, importance }) => [low ?? importance, high ?? importance]);
  const x = padded([0, ...ends, ...items.map(({ importance }) => importance)], 0.04);
  const y = padded(
    map.dots.map(({ performance }) => performance),
    0.12,
  );
  const svg = Plot.plot({
    document,
    width,
    height,
    ...margins,
    x: { domain: x, label: `${map.importance} →`, ticks: isNarrow ? 4 : 8, labelAnchor: 'right' },
    y: { domain: y, label: `↑ ${map.performance}`, ticks: 5, grid: true },
    marks: [
      Plot.ruleX([map.middle.importance], { stroke: 'var(--axis)', strokeDasharray: '4 3' }),
      Plot.ruleY([map.middle.performance], { stroke: 'var(--axis)', strokeDasharray: '4 3' }),
      Plot.dot(items, { x: 'importance', y: 'performance', r: 2.5, fill: 'var(--noise-edge)' }),
      Plot.ruleY(
        constructs.filter(({ low }) => low !== undefined),
        { x1: 'low', x2: 'high', y: 'performance', stroke: 'var(--accent)', strokeOpacity: 0.45, strokeWidth: 2 },
      ),
      Plot.dot(constructs, { x: 'importance', y: 'performance', r: 5, fill: 'var(--accent)' }),
      ...labelMarks(placed(constructs, { x, y, width, height })),
    ],
  });
  return finishDrawing(svg, map.alternative);
}

function padded(values: readonly number[], share: number): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const pad = share * (high - low || 1);
  return [low - pad, high + pad];
}

interface Frame {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  readonly width: number;
  readonly height: number;
}

type Side = 'top' | 'bottom' | 'right' | 'left';
const sides: readonly Side[] = ['top', 'bottom', 'right', 'left'];

interface Label {
  readonly dot: MapDot;
  readonly side: Side;
  readonly box: Box;
}

/** Each name at the first side of its point that covers no other name, no point and stays inside. */
function placed(dots: readonly MapDot[], { x, y, width, height }: Frame): Label[] {
  const at = (dot: MapDot) => ({
    x:
      margins.marginLeft +
      ((dot.importance - x[0]) / (x[1] - x[0])) * (width - margins.marginLeft - margins.marginRight),
    y:
      height -
      margins.marginBottom -
      ((dot.performance - y[0]) / (y[1] - y[0])) * (height - margins.marginTop - margins.marginBottom),
  });
  const points = dots.map((dot) => {
    const { x: left, y: top } = at(dot);
    return { left: left - 6, right: left + 6, top: top - 6, bottom: top + 6 };
  });
  const labels: Label[] = [];
  for (const [place, dot] of dots.entries()) {
    const others = [...points.filter((_, other) => other !== place), ...labels.map(({ box }) => box)];
    const cost = (side: Side) => {
      const box = boxAt(at(dot), textWidth(dot.name, 12, true), side);
      const outside = Math.max(0, margins.marginLeft - box.left) + Math.max(0, box.right - width);
      return others.reduce((sum, other) => sum + sharedArea(box, other), 50 * outside);
    };
    const side = sides.reduce((best, candidate) => (cost(candidate) < cost(best) ? candidate : best));
    labels.push({ dot, side, box: boxAt(at(dot), textWidth(dot.name, 12, true), side) });
  }
  return labels;
}

const away = 9;
const lineHeight = 14;

function boxAt({ x, y }: { x: number; y: number }, length: number, side: Side): Box {
  if (side === 'top' || side === 'bottom') {
    const top = side === 'top' ? y - away - lineHeight : y + away;
    return { left: x - length / 2, right: x + length / 2, top, bottom: top + lineHeight };
  }
  const left = side === 'right' ? x + away : x - away - length;
  return { left, right: left + length, top: y - lineHeight / 2, bottom: y + lineHeight / 2 };
}

function labelMarks(labels: readonly Label[]) {
  return sides.map((side) =>
    Plot.text(
      labels.filter((label) => label.side === side).map(({ dot }) => dot),
      {
        x: 'importance',
        y: 'performance',
        text: 'name',
        fill: 'var(--ink)',
        stroke: 'var(--ground)',
        strokeWidth: 4,
        fontWeight: 550,
        dx: side === 'right' ? away : side === 'left' ? -away : 0,
        dy: side === 'top' ? -away : side === 'bottom' ? away : 0,
        textAnchor: side === 'right' ? 'start' : side === 'left' ? 'end' : 'middle',
        lineAnchor: side === 'top' ? 'bottom' : side === 'bottom' ? 'top' : 'middle',
      },
    ),
  );
}

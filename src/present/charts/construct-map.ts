import * as Plot from '@observablehq/plot';
import type { MapDot, ModelReport } from '../model/model-report.ts';
import type { DrawOptions } from './chart-input.ts';
import { finishDrawing } from './finish-drawing.ts';
import { textWidth } from './place-labels.ts';
import { wrapText } from './wrap-text.ts';

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
      Plot.text(labelled(constructs, { x, y, width, height }), {
        x: 'importance',
        y: 'performance',
        text: 'text',
        fill: 'var(--ink)',
        stroke: 'var(--ground)',
        strokeWidth: 4,
        fontWeight: 550,
        lineAnchor: 'bottom',
        dy: -9,
      }),
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

/** Names stay inside the frame: near an edge they are wrapped. */
function labelled(dots: readonly MapDot[], { x, width }: Frame): (MapDot & { readonly text: string })[] {
  const room = width - margins.marginLeft - margins.marginRight;
  return dots.map((dot) => {
    const at = ((dot.importance - x[0]) / (x[1] - x[0])) * room;
    const half = Math.min(at, room - at) + 12;
    const fits = textWidth(dot.name, 12) / 2 <= half;
    return { ...dot, text: fits ? dot.name : wrapText(dot.name, Math.max(8, Math.floor((2 * half) / 7))).join('\n') };
  });
}

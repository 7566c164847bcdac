import type { DiagramArrow, DiagramNode, ModelReport } from '../model/model-report.ts';
import type { DrawOptions } from './chart-input.ts';
import { finishDrawing } from './finish-drawing.ts';
import { type DiagramLayout, type Point, pathLayout } from './path-layout.ts';
import { textWidth } from './place-labels.ts';
import { wrapText } from './wrap-text.ts';

type Element = (name: string, attributes: Readonly<Record<string, string | number>>, text?: string) => SVGElement;

const lines = { one: 18, small: 14 };
const arrowHead = 8;

/**
 * What acts on what? Boxes with their index and the share explained, arrows with their effect and its interval; what is
 * not proven is grey and dashed, what is negative says so with its sign. Reads at eight constructs and at 320 pixels.
 */
export function pathDiagram({ diagram }: ModelReport, { document, width }: DrawOptions): SVGSVGElement {
  const isNarrow = width < 560;
  const size = isNarrow ? 12 : 14;
  const longest = Math.max(...diagram.nodes.flatMap(({ name }) => name.split(' ').map((word) => word.length)));
  const least = Math.max(64, Math.ceil(textWidth('x'.repeat(longest), size, true)) + 16);
  const layoutWith = (nodeHeight: number) =>
    pathLayout({
      nodes: diagram.nodes.length,
      edges: diagram.arrows.map(({ from, to }) => [from, to]),
      width,
      nodeWidth: { usual: Math.max(least, isNarrow ? 118 : 164), least },
      nodeHeight,
      labelWidth: Math.max(...diagram.arrows.map(({ range }) => textWidth(range, 11)), 40) + 4,
      labelHeight: 26,
      rowGap: isNarrow ? 68 : 64,
    });
  // The width of the boxes hangs on the rows alone, their height on how their names break at that width.
  const { nodeWidth } = layoutWith(0);
  const characters = Math.max(longest, Math.floor((nodeWidth - 16) / (size * 0.58)));
  const names = diagram.nodes.map(({ name }) => wrapText(name, characters));
  const nodeHeight = Math.max(...names.map((name) => name.length)) * lines.one + lines.small + 18;
  const layout = layoutWith(nodeHeight);
  const make: Element = (name, attributes, text) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    if (text !== undefined) element.textContent = text;
    return element;
  };
  const svg = make('svg', {
    width: layout.width,
    height: layout.height,
    viewBox: `0 0 ${layout.width} ${layout.height}`,
  });
  svg.append(...arrowsOf(diagram.arrows, layout, make));
  for (const [place, node] of diagram.nodes.entries()) {
    svg.append(...boxOf(node, { at: layout.nodes[place]!, name: names[place]!, nodeWidth, nodeHeight, size, make }));
  }
  svg.append(...diagram.arrows.flatMap((arrow, edge) => labelOf(arrow, layout.edges[edge]!.label, make)));
  return finishDrawing(svg, diagram.alternative);
}

/** Unproven arrows first, so that proven ones lie on top. */
function arrowsOf(arrows: readonly DiagramArrow[], layout: DiagramLayout, make: Element): SVGElement[] {
  const order = [...arrows.keys()].sort((a, b) => Number(arrows[a]!.isProven) - Number(arrows[b]!.isProven));
  return order.flatMap((edge) => {
    const { isProven, isNegative, size } = arrows[edge]!;
    const colour = isProven ? (isNegative ? 'var(--fell)' : 'var(--accent)') : 'var(--noise-edge)';
    const thickness = isProven ? 1.5 + 4 * Math.min(size, 1) : 1.25;
    const { points } = layout.edges[edge]!;
    const end = points.at(-1)!;
    const line = make('path', {
      d: curve([...points.slice(0, -1), { x: end.x, y: end.y - arrowHead }]),
      fill: 'none',
      stroke: colour,
      'stroke-width': Number(thickness.toFixed(2)),
      ...(isProven ? {} : { 'stroke-dasharray': '4 3' }),
    });
    const half = 3 + thickness / 1.6;
    const head = make('path', {
      d: `M${end.x - half} ${end.y - arrowHead - 1}L${end.x + half} ${end.y - arrowHead - 1}L${end.x} ${end.y - 1}Z`,
      fill: colour,
    });
    return [line, head];
  });
}

/** From point to point with upright ends, so that lines leave and enter boxes straight. */
function curve(points: readonly Point[]): string {
  const [first, ...rest] = points;
  let path = `M${first!.x} ${first!.y}`;
  let last = first!;
  for (const point of rest) {
    const middle = (last.y + point.y) / 2;
    path +=
      last.x === point.x ? `L${point.x} ${point.y}` : `C${last.x} ${middle} ${point.x} ${middle} ${point.x} ${point.y}`;
    last = point;
  }
  return path;
}

interface Box {
  readonly at: Point;
  readonly name: readonly string[];
  readonly nodeWidth: number;
  readonly nodeHeight: number;
  readonly size: number;
  readonly make: Element;
}

function boxOf(node: DiagramNode, { at, name, nodeWidth, nodeHeight, size, make }: Box): SVGElement[] {
  const [left, top] = [at.x - nodeWidth / 2, at.y - nodeHeight / 2];
  const figure = [node.index, node.r2 === undefined ? undefined : `R² ${node.r2}`].filter((part) => part !== undefined);
  const height = name.length * lines.one + lines.small;
  const start = at.y - height / 2;
  return [
    make('rect', {
      x: left,
      y: top,
      width: nodeWidth,
      height: nodeHeight,
      rx: 8,
      fill: 'var(--panel)',
      stroke: 'var(--axis)',
    }),
    ...name.map((line, index) =>
      make(
        'text',
        {
          x: at.x,
          y: start + index * lines.one + size,
          'text-anchor': 'middle',
          'font-size': size,
          'font-weight': 650,
          fill: 'var(--ink)',
        },
        line,
      ),
    ),
    make(
      'text',
      {
        x: at.x,
        y: start + name.length * lines.one + 12,
        'text-anchor': 'middle',
        'font-size': 12,
        fill: 'var(--muted)',
      },
      figure.join(' · '),
    ),
  ];
}

/** On its own ground, so that lines pass behind the figures. */
function labelOf({ figure, range, isProven }: DiagramArrow, at: Point, make: Element): SVGElement[] {
  const colour = isProven ? 'var(--ink)' : 'var(--muted)';
  const common = { x: at.x, 'text-anchor': 'middle', fill: colour };
  const width = Math.max(textWidth(range, 11), textWidth(figure, 12, true)) + 4;
  const ground = { x: at.x - width / 2, y: at.y - 13, width, height: 27, rx: 4, fill: 'var(--ground)', opacity: 0.9 };
  return [
    make('rect', ground),
    make('text', { ...common, y: at.y - 2, 'font-size': 12, 'font-weight': isProven ? 650 : 400 }, figure),
    make('text', { ...common, y: at.y + 11, 'font-size': 11 }, range),
  ];
}

/** Where boxes and arrows of a diagram stand: rows by causal depth, arrows around what they pass (Sugiyama's way). */

export interface LayoutInput {
  readonly nodes: number;
  /** From cause to effect; without circles. */
  readonly edges: readonly (readonly [from: number, to: number])[];
  /** What there is; more is taken where the boxes of a row need it. */
  readonly width: number;
  readonly nodeWidth: { readonly usual: number; readonly least: number };
  readonly nodeHeight: number;
  /** Room that the figures of one arrow take. */
  readonly labelWidth: number;
  readonly labelHeight: number;
  readonly rowGap: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface DiagramLayout {
  readonly width: number;
  readonly height: number;
  readonly nodeWidth: number;
  /** Middle of every box. */
  readonly nodes: readonly Point[];
  /** Per edge: from the foot of the cause past what lies between to the head of the effect, and where its figures stand. */
  readonly edges: readonly { readonly points: readonly Point[]; readonly label: Point }[];
}

/** What stands in a row: a box, or the place where an arrow passes. */
interface Slot {
  readonly row: number;
  readonly node?: number;
  readonly edge?: number;
  width: number;
  x: number;
  readonly up: Slot[];
  readonly down: Slot[];
}

/**
 * How is a diagram of causes laid out? Each box stands one row below its lowest cause; an arrow over several rows keeps
 * a place of its own in each, so that it runs around boxes and never through them. Rows are put in the order with the
 * fewest crossings that a dozen sweeps find, and boxes are drawn towards what they are tied to.
 * @example pathLayout({ nodes: 2, edges: [[0, 1]], width: 400, nodeWidth: { usual: 120, least: 90 }, nodeHeight: 50, labelWidth: 60, labelHeight: 26, rowGap: 60 }).height // => 160
 */
export function pathLayout(input: LayoutInput): DiagramLayout {
  const rowOf = depths(input);
  const rows = Math.max(...rowOf) + 1;
  const layers: Slot[][] = Array.from({ length: rows }, () => []);
  const boxes = rowOf.map((row, node) => {
    const slot: Slot = { row, node, width: 0, x: 0, up: [], down: [] };
    layers[row]!.push(slot);
    return slot;
  });
  const ways = input.edges.map(([from, to], edge) => wayOf(boxes[from]!, boxes[to]!, { edge, layers, input }));
  order(layers);
  const { width, nodeWidth } = room(layers, input);
  for (const box of boxes) box.width = nodeWidth;
  place(layers, width);
  centre(layers.flat(), width);
  const step = input.nodeHeight + input.rowGap;
  const top = (row: number) => row * step;
  return {
    width,
    nodeWidth,
    height: rows * step - input.rowGap,
    nodes: boxes.map(({ x, row }) => ({ x, y: top(row) + input.nodeHeight / 2 })),
    edges: labelled(
      ways.map((way) => lineOf(way, { top, input, nodeWidth })),
      input,
    ),
  };
}

function depths({ nodes, edges }: LayoutInput): number[] {
  const depth = Array.from({ length: nodes }, () => 0);
  for (let pass = 0; pass < nodes; pass++) {
    for (const [from, to] of edges) depth[to] = Math.max(depth[to]!, depth[from]! + 1);
  }
  // A cause of something far down stands just above it: its arrow would else pass everything.
  for (let node = 0; node < nodes; node++) {
    const below = edges.filter(([from]) => from === node).map(([, to]) => depth[to]!);
    const isRoot = edges.every(([, to]) => to !== node);
    if (isRoot && below.length > 0) depth[node] = Math.min(...below) - 1;
  }
  return depth;
}

interface Making {
  readonly edge: number;
  readonly layers: Slot[][];
  readonly input: LayoutInput;
}

function wayOf(from: Slot, to: Slot, { edge, layers, input }: Making): Slot[] {
  const way = [from];
  for (let row = from.row + 1; row < to.row; row++) {
    // The figures stand beside the first box that is passed; elsewhere the line alone needs room.
    const width = row === from.row + 1 ? input.labelWidth : 14;
    const slot: Slot = { row, edge, width, x: 0, up: [], down: [] };
    layers[row]!.push(slot);
    way.push(slot);
  }
  way.push(to);
  for (let at = 1; at < way.length; at++) {
    way[at - 1]!.down.push(way[at]!);
    way[at]!.up.push(way[at - 1]!);
  }
  return way;
}

/** Sweeps down and up, each row by the mean place of what it is tied to; the best order seen is kept. */
function order(layers: Slot[][]): void {
  let best = layers.map((layer) => [...layer]);
  let fewest = crossings(layers);
  for (let sweep = 0; sweep < 12 && fewest > 0; sweep++) {
    const isDown = sweep % 2 === 0;
    for (let step = 1; step < layers.length; step++) {
      const at = isDown ? step : layers.length - 1 - step;
      const beside = layers[isDown ? at - 1 : at + 1]!;
      const mean = new Map(layers[at]!.map((slot, index) => [slot, meanPlace(slot, beside, isDown, index)]));
      layers[at]!.sort((a, b) => mean.get(a)! - mean.get(b)!);
    }
    const count = crossings(layers);
    if (count >= fewest) continue;
    fewest = count;
    best = layers.map((layer) => [...layer]);
  }
  for (const [row, layer] of best.entries()) layers[row] = layer;
}

function meanPlace(slot: Slot, beside: readonly Slot[], isDown: boolean, own: number): number {
  const tied = isDown ? slot.up : slot.down;
  return tied.length === 0 ? own : tied.reduce((sum, other) => sum + beside.indexOf(other), 0) / tied.length;
}

function crossings(layers: readonly Slot[][]): number {
  let count = 0;
  for (let row = 1; row < layers.length; row++) {
    const ties = layers[row - 1]!.flatMap((slot, a) =>
      slot.down.map((other) => [a, layers[row]!.indexOf(other)] as const),
    );
    for (const [i, [a, b]] of ties.entries())
      for (const [c, d] of ties.slice(i + 1)) if ((a - c) * (b - d) < 0) count++;
  }
  return count;
}

const gap = 10;

/** Boxes of the widest row shrink to what there is, but not below what their words need. */
function room(layers: readonly Slot[][], { width, nodeWidth: { usual, least } }: LayoutInput) {
  let nodeWidth = usual;
  let needed = 0;
  for (const layer of layers) {
    const boxes = layer.filter(({ node }) => node !== undefined).length;
    const others = layer.reduce((sum, slot) => sum + slot.width + gap, -gap);
    if (boxes > 0) nodeWidth = Math.min(nodeWidth, (width - others) / boxes);
    needed = Math.max(needed, others + boxes * least);
  }
  return { width: Math.max(width, needed), nodeWidth: Math.max(least, Math.floor(nodeWidth)) };
}

/** The whole in the middle of the page. */
function centre(slots: readonly Slot[], width: number): void {
  const left = Math.min(...slots.map((slot) => slot.x - slot.width / 2));
  const right = Math.max(...slots.map((slot) => slot.x + slot.width / 2));
  for (const slot of slots) slot.x += (width - left - right) / 2;
}

/** Every slot is drawn to the mean of its ties, never nearer to its neighbours than their widths allow. */
function place(layers: readonly Slot[][], width: number): void {
  for (const layer of layers) {
    const needed = layer.reduce((sum, slot) => sum + slot.width + gap, -gap);
    let x = (width - needed) / 2;
    for (const slot of layer) {
      slot.x = x + slot.width / 2;
      x += slot.width + gap;
    }
  }
  for (let pass = 0; pass < 16; pass++) {
    for (const layer of pass % 2 === 0 ? layers : [...layers].reverse()) {
      for (const slot of layer) {
        const tied = [...slot.up, ...slot.down];
        // A box in the middle of a page reads better than one at its edge.
        const pull = slot.node === undefined ? 0 : 1;
        const sum = tied.reduce((total, other) => total + other.x, (pull * width) / 2);
        if (tied.length + pull > 0) slot.x = sum / (tied.length + pull);
      }
      keepApart(layer, width);
    }
  }
}

function keepApart(layer: readonly Slot[], width: number): void {
  let from = 0;
  for (const slot of layer) {
    slot.x = Math.max(slot.x, from + slot.width / 2);
    from = slot.x + slot.width / 2 + gap;
  }
  let to = width;
  for (const slot of [...layer].reverse()) {
    slot.x = Math.min(slot.x, to - slot.width / 2);
    to = slot.x - slot.width / 2 - gap;
  }
}

interface Drawing {
  readonly top: (row: number) => number;
  readonly input: LayoutInput;
  readonly nodeWidth: number;
}

interface Line {
  readonly points: readonly Point[];
  /** Where the figures may stand, the best place first. */
  readonly places: readonly Point[];
}

function lineOf(way: readonly Slot[], { top, input, nodeWidth }: Drawing): Line {
  const [from, to] = [way[0]!, way.at(-1)!];
  const points: Point[] = [{ x: port(from, from.down, way[1]!, nodeWidth), y: top(from.row) + input.nodeHeight }];
  for (const slot of way.slice(1, -1)) {
    points.push({ x: slot.x, y: top(slot.row) }, { x: slot.x, y: top(slot.row) + input.nodeHeight });
  }
  points.push({ x: port(to, to.up, way.at(-2)!, nodeWidth), y: top(to.row) });
  const along = (share: number) => onCurve(points[0]!, points[1]!, share);
  const passed = way.length > 2 ? way[1]! : undefined;
  const beside = passed ? [{ x: passed.x, y: top(passed.row) + input.nodeHeight / 2 }] : [];
  return { points, places: [...beside, ...[0.5, 0.35, 0.65, 0.25, 0.75].map(along)] };
}

/** A point of the curve between two points that leaves and enters upright. */
function onCurve(from: Point, to: Point, share: number): Point {
  const rest = 1 - share;
  const middle = (from.y + to.y) / 2;
  const inner = 3 * share * rest * rest + 3 * share * share * rest;
  return {
    x: from.x * (rest ** 3 + 3 * share * rest * rest) + to.x * (share ** 3 + 3 * share * share * rest),
    y: from.y * rest ** 3 + middle * inner + to.y * share ** 3,
  };
}

/** The figures of an arrow stand at the first of its places that covers no others; else where they cover least. */
function labelled(lines: readonly Line[], { labelWidth, labelHeight }: LayoutInput): DiagramLayout['edges'] {
  const taken: Point[] = [];
  return lines.map(({ points, places }) => {
    const covered = ({ x, y }: Point) =>
      taken.reduce((sum, other) => {
        const width = labelWidth - Math.abs(other.x - x);
        const height = labelHeight - Math.abs(other.y - y);
        return width > 0 && height > 0 ? sum + width * height : sum;
      }, 0);
    const label = places.reduce((best, place) => (covered(place) < covered(best) ? place : best));
    taken.push(label);
    return { points, label };
  });
}

/** Arrows leave and enter side by side, in the order in which they come from. */
function port(box: Slot, ties: readonly Slot[], tie: Slot, nodeWidth: number): number {
  const sorted = [...ties].sort((a, b) => a.x - b.x);
  const room = nodeWidth - 28;
  return box.x + ((sorted.indexOf(tie) + 0.5) / sorted.length - 0.5) * room;
}

import type { TrendChart } from './chart-input.ts';
import { type Box, placeBeside, sharedArea, textWidth } from './place-labels.ts';
import type { TrendFrame } from './trend-frame.ts';
import { wrapText } from './wrap-text.ts';

/** A text on the trend, in pixels of the drawing; `y` is its upper edge. */
export interface TrendText {
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly size: number;
  readonly bold: boolean;
  readonly colour: string;
}

const detail = { size: 12, bold: false, colour: 'var(--ink)' } as const;

/** Everything that a text must not cover: whiskers, the line between points, the edges of levels, break labels. */
function obstacles(chart: TrendChart, frame: TrendFrame): Box[] {
  const boxes: Box[] = [];
  const points = chart.points.map((point, index) => ({ ...point, x: frame.x(index) }));
  points.forEach((point, index) => {
    if (!point.interval || point.value === undefined) return;
    const half = frame.dense ? 2 : 6;
    boxes.push({
      left: point.x - half,
      right: point.x + half,
      top: frame.y(point.interval.high),
      bottom: frame.y(point.interval.low),
    });
    const before = points[index - 1];
    if (before?.value === undefined) return;
    const [from, to] = [frame.y(before.value), frame.y(point.value)];
    for (let step = 1; step < 6; step++) {
      const x = before.x + ((point.x - before.x) * step) / 6;
      const y = from + ((to - from) * step) / 6;
      boxes.push({ left: x - 4, right: x + 4, top: y - 4, bottom: y + 4 });
    }
  });
  for (const level of chart.levels) {
    const [left, right] = [frame.x(level.from - 0.5), frame.x(level.to + 0.5)];
    for (const value of [level.noise.low, level.noise.high]) {
      boxes.push({ left, right, top: frame.y(value) - 1, bottom: frame.y(value) + 1 });
    }
  }
  for (const { index, label } of chart.breaks) {
    const x = frame.x(index - 0.5);
    boxes.push({ left: x - 2, right: x + 2, top: frame.top, bottom: frame.bottom });
    if (frame.wide)
      boxes.push({ left: x, right: x + textWidth(label, 12) + 12, top: frame.top, bottom: frame.top + 18 });
  }
  return boxes;
}

function placedMoves(chart: TrendChart, frame: TrendFrame): { texts: TrendText[]; boxes: Box[] } {
  const taken = obstacles(chart, frame);
  const texts: TrendText[] = [];
  const boxes: Box[] = [];
  for (const move of chart.moves) {
    const point = chart.points[move.index];
    if (point?.value === undefined || !point.interval) continue;
    const wordSize = frame.wide ? 14 : 13;
    const width = Math.max(textWidth(move.word, wordSize, true), textWidth(move.detail, 12)) + 6;
    const rises = move.direction === 'rose';
    const anchorPoint = {
      x: frame.x(move.index),
      y: frame.y(rises ? point.interval.high : point.interval.low),
      gap: frame.dense ? 8 : 14,
    };
    const options = {
      frame: frameBox(frame),
      obstacles: [...taken, ...boxes],
      prefer: rises ? 'end' : 'start',
      upwards: rises,
    } as const;
    const full = placeBeside(anchorPoint, { width, height: 38 }, options);
    const short = placeBeside(anchorPoint, { width: textWidth(move.word, wordSize, true) + 6, height: 20 }, options);
    // Too crowded for two lines: the word alone, and where even that covers much, only its sign.
    const place = full.covered < 120 ? full : short;
    const word = place.covered < 400 ? move.word : move.word.slice(0, 1);
    const x =
      place.anchor === 'end' ? place.right : place.anchor === 'start' ? place.left : (place.left + place.right) / 2;
    boxes.push(place);
    texts.push({
      lines: [word],
      x,
      y: place.top + 2,
      anchor: place.anchor,
      size: wordSize,
      bold: true,
      colour: `var(--${move.direction})`,
    });
    if (place === full) texts.push({ lines: [move.detail], x, y: place.top + 21, anchor: place.anchor, ...detail });
  }
  return { texts, boxes };
}

const frameBox = (frame: TrendFrame): Box => ({
  left: frame.left + 2,
  right: frame.right - 2,
  top: frame.top,
  bottom: frame.bottom,
});

/** The words of the proven changes: before a rise, after a fall, where the corner is empty. */
export function moveLabels(chart: TrendChart, frame: TrendFrame): TrendText[] {
  return placedMoves(chart, frame).texts;
}

/**
 * The names of the levels, under or above their bands. The last one stands in the margin when there is one; a name
 * that would cover something or outgrow its level is left to the table and the text alternative.
 */
export function levelLabels(chart: TrendChart, frame: TrendFrame): TrendText[] {
  const taken = [...obstacles(chart, frame), ...placedMoves(chart, frame).boxes];
  const texts: TrendText[] = [];
  for (const level of frame.wide ? chart.levels.slice(0, -1) : chart.levels) {
    const left = frame.x(level.from - 0.5) + 4;
    const last = level === chart.levels.at(-1);
    const right = last ? frame.right - 4 : frame.x(level.to + 0.5) - 4;
    const [under, above] = [frame.y(level.noise.low) + 6, frame.y(level.noise.high) - 20];
    const tops = (text: string) =>
      text === level.label ? [under, above, under + 18, under + 36] : [under, above, under + 18];
    const candidates = [level.label, level.short].flatMap((text) =>
      tops(text).flatMap((top) =>
        [left, right - textWidth(text, 12), (left + right - textWidth(text, 12)) / 2].map((x) => ({ text, top, x })),
      ),
    );
    const free = candidates.find(({ text, top, x }) => {
      const box = { left: x, right: x + textWidth(text, 12), top, bottom: top + 16 };
      const inside =
        box.left >= left - 1 && box.right <= right + 1 && box.top >= frame.top && box.bottom <= frame.bottom;
      return inside && taken.reduce((sum, other) => sum + sharedArea(box, other), 0) < 12;
    });
    if (!free) continue;
    taken.push({ left: free.x, right: free.x + textWidth(free.text, 12), top: free.top, bottom: free.top + 16 });
    texts.push({ lines: [free.text], x: free.x, y: free.top + 2, anchor: 'start', ...detail });
  }
  return texts;
}

/** The last level and where the next period falls if nothing changes, in the margin at the right. */
export function sideNote(chart: TrendChart, frame: TrendFrame): TrendText[] {
  const level = chart.levels.at(-1);
  if (!frame.wide || !level) return [];
  const x = frame.right + 12;
  const name = wrapText(level.label, 26);
  const next = wrapText(chart.next.label, 25);
  const height = (name.length + next.length) * 16 + 14;
  const wanted = frame.y(level.value) - 12;
  const y = Math.max(frame.top, Math.min(wanted, frame.bottom - height));
  return [
    { lines: name, x, y, anchor: 'start', ...detail },
    { lines: next, x, y: y + name.length * 16 + 14, anchor: 'start', ...detail, colour: 'var(--muted)' },
  ];
}

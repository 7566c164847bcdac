import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mobileModel, modelTemplates } from '../../model/index.ts';
import { pathLayout } from './path-layout.ts';

const room = {
  width: 800,
  nodeWidth: { usual: 160, least: 90 },
  nodeHeight: 60,
  labelWidth: 80,
  labelHeight: 26,
  rowGap: 60,
};

const models = [
  ...modelTemplates.map(({ constructs, paths }) => ({
    names: constructs.map(({ name }) => name),
    paths: paths.map(({ from, to }) => [from, to] as const),
  })),
  { names: mobileModel.constructs.map(({ name }) => name), paths: mobileModel.paths },
];

function laidOut(names: readonly string[], paths: readonly (readonly [string, string])[], width: number) {
  const edges = paths.map(([from, to]) => [names.indexOf(from), names.indexOf(to)] as const);
  return { edges, layout: pathLayout({ ...room, width, nodes: names.length, edges }) };
}

describe('the layout of a path diagram', () => {
  it.each([800, 328])('at %i pixels: effects below causes, no two boxes on each other, nothing outside', (width) => {
    for (const { names, paths } of models) {
      const { edges, layout } = laidOut(names, paths, width);
      for (const [from, to] of edges) expect(layout.nodes[from]!.y).toBeLessThan(layout.nodes[to]!.y);
      for (const [i, a] of layout.nodes.entries()) {
        expect(a.x - layout.nodeWidth / 2).toBeGreaterThanOrEqual(-0.5);
        expect(a.x + layout.nodeWidth / 2).toBeLessThanOrEqual(layout.width + 0.5);
        for (const b of layout.nodes.slice(i + 1)) {
          expect(Math.abs(a.y - b.y) >= room.nodeHeight || Math.abs(a.x - b.x) >= layout.nodeWidth).toBe(true);
        }
      }
    }
  });

  it('figures of arrows do not cover each other where there is room', () => {
    for (const { names, paths } of models) {
      const { layout } = laidOut(names, paths, 800);
      for (const [i, { label: a }] of layout.edges.entries()) {
        for (const { label: b } of layout.edges.slice(i + 1)) {
          expect(Math.abs(a.x - b.x) >= room.labelWidth * 0.75 || Math.abs(a.y - b.y) >= room.labelHeight * 0.6).toBe(
            true,
          );
        }
      }
    }
  });

  it('no arrow runs through a box that it does not belong to', () => {
    for (const { names, paths } of models) {
      const { edges, layout } = laidOut(names, paths, 800);
      for (const [edge, { points }] of layout.edges.entries()) {
        for (const [node, { x, y }] of layout.nodes.entries()) {
          if (edges[edge]!.includes(node)) continue;
          const inside = points.some(
            (point) => Math.abs(point.x - x) < layout.nodeWidth / 2 && Math.abs(point.y - y) < room.nodeHeight / 2,
          );
          expect(inside).toBe(false);
        }
      }
    }
  });

  it('holds for any model without circles', () => {
    const model = fc.integer({ min: 2, max: 9 }).chain((nodes) =>
      fc.record({
        nodes: fc.constant(nodes),
        edges: fc.uniqueArray(
          fc.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1)).filter(([a, b]) => a < b),
          { minLength: 1, maxLength: 16, selector: ([a, b]) => `${a}-${b}` },
        ),
      }),
    );
    fc.assert(
      fc.property(model, ({ nodes, edges }) => {
        const layout = pathLayout({ ...room, nodes, edges });
        expect(layout.nodes.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
        for (const [from, to] of edges) expect(layout.nodes[from]!.y).toBeLessThan(layout.nodes[to]!.y);
      }),
      { numRuns: 200 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, placeBeside, sharedArea } from './place-labels.ts';
import { wrapText } from './wrap-text.ts';

const frame: Box = { left: 40, top: 10, right: 640, bottom: 310 };
const size = { width: 110, height: 38 };
const rise = { prefer: 'end', upwards: true } as const;

describe('a label beside a point', () => {
  it('stands in the empty corner before a rise and after a fall', () => {
    const point = { x: 300, y: 120, gap: 14 };
    const before = placeBeside(point, size, { frame, obstacles: [], ...rise });
    expect(before.right).toBe(286);
    expect((before.top + before.bottom) / 2).toBeLessThanOrEqual(120);
    const after = placeBeside(point, size, { frame, obstacles: [], prefer: 'start', upwards: false });
    expect(after.left).toBe(314);
    expect((after.top + after.bottom) / 2).toBeGreaterThanOrEqual(120);
  });

  it('goes to the other side at the edge of the frame', () => {
    expect(placeBeside({ x: 60, y: 120, gap: 14 }, size, { frame, obstacles: [], ...rise }).anchor).toBe('start');
  });

  it('covers nothing while there is a free place, and never leaves the frame', () => {
    const box = fc
      .record({ x: fc.integer({ min: 40, max: 600 }), y: fc.integer({ min: 60, max: 280 }) })
      .map(({ x, y }) => ({ left: x, top: y, right: x + 30, bottom: y + 30 }));
    fc.assert(
      fc.property(fc.array(box, { maxLength: 8 }), fc.integer({ min: 41, max: 639 }), (obstacles, x) => {
        // No obstacle reaches the uppermost 50 pixels, so there is always a free place.
        const place = placeBeside({ x, y: 150, gap: 14 }, size, { frame, obstacles, ...rise });
        expect(obstacles.reduce((sum, other) => sum + sharedArea(place, other), 0)).toBe(0);
        expect(place.left >= frame.left - 1 && place.right <= frame.right + 1).toBe(true);
        expect(place.top >= frame.top && place.bottom <= frame.bottom).toBe(true);
      }),
    );
  });

  it('does not cover a corner of a pixel to stand nearer', () => {
    const corner = { left: 285, top: 100, right: 290, bottom: 101 };
    const others = [{ left: 288, top: 60, right: 640, bottom: 310 }, corner];
    const place = placeBeside({ x: 300, y: 120, gap: 14 }, size, { frame, obstacles: others, ...rise });
    expect(others.reduce((sum, other) => sum + sharedArea(place, other), 0)).toBe(0);
  });

  it('says how much it covers where everything is taken', () => {
    const place = placeBeside({ x: 300, y: 120, gap: 14 }, size, { frame, obstacles: [frame], ...rise });
    expect(place.covered).toBe(size.width * size.height);
  });
});

describe('a text in lines', () => {
  it('keeps its words, breaks at spaces only, and keeps figures with their units', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z\u00a0]{1,9}$/), { minLength: 1 }),
        fc.integer({ min: 9, max: 40 }),
        (words, width) => {
          const lines = wrapText(words.join(' '), width);
          expect(lines.join(' ')).toBe(words.join(' '));
          expect(lines.every((line) => line.length <= width)).toBe(true);
        },
      ),
    );
  });
});

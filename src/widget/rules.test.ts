import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitsPath, isSampled } from './rules.ts';

describe('the pages of a widget', () => {
  it.each([
    ['/', [], true],
    ['/shop', ['/shop'], true],
    ['/shop/', ['/shop'], false],
    ['/shop/a', ['/shop/*'], true],
    ['/shop/a/b', ['/shop/*'], false],
    ['/shop/a/b', ['/shop/**'], true],
    ['/shop/', ['/shop/*'], true],
    ['/a/x/c', ['/a/*/c'], true],
    ['/a/x/y/c', ['/a/*/c'], false],
    ['/a/x/y/c', ['/a/**/c'], true],
    ['/abc', ['/a*c'], true],
    ['/abcd', ['/a*c'], false],
    ['/a+b', ['/a+b'], true],
    ['/aab', ['/a+b'], false],
    ['/x', ['/y', '/x'], true],
  ])('%s of %j: %s', (path, globs, fits) => {
    expect(fitsPath(path, globs)).toBe(fits);
  });

  it('agree with the same pattern as a regular expression', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '/', '*'), maxLength: 8 });
    fc.assert(
      fc.property(text, text, (path, glob) => {
        const plain = `/${path.replaceAll('*', 'c')}`;
        const pattern = `/${glob}`.replace(/\*\*|\*|[^*]/g, (part) =>
          part === '**' ? '.*' : part === '*' ? '[^/]*' : part,
        );
        expect(fitsPath(plain, [`/${glob}`])).toBe(new RegExp(`^${pattern}$`).test(plain));
      }),
      { numRuns: 2000 },
    );
  });

  it('take no time over a pattern made to take much', () => {
    const began = performance.now();
    expect(fitsPath(`/${'a'.repeat(2_000)}`, [`/${'*a'.repeat(90)}b`])).toBe(false);
    expect(performance.now() - began).toBeLessThan(500);
  });
});

describe('the sample of a widget', () => {
  it('is the same for the same visitor, and of the share that was asked for', () => {
    expect(isSampled('k', 'v', 0.5)).toBe(isSampled('k', 'v', 0.5));
    for (const share of [0, 0.01, 0.1, 0.5, 1]) {
      const taken = Array.from({ length: 20_000 }, (_, at) => isSampled('place', `visitor-${at}`, share)).filter(
        Boolean,
      );
      // Five standard errors of a share.
      expect(Math.abs(taken.length / 20_000 - share)).toBeLessThanOrEqual(
        5 * Math.sqrt((share * (1 - share)) / 20_000),
      );
    }
  });

  it('of another place is another one', () => {
    const both = Array.from({ length: 10_000 }, (_, at) => `v${at}`).filter(
      (visitor) => isSampled('one', visitor, 0.1) && isSampled('two', visitor, 0.1),
    );
    expect(both.length).toBeGreaterThan(50);
    expect(both.length).toBeLessThan(160);
  });
});

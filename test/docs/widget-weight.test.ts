import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pieceStyle } from '../../src/server/answer-pages/page-style.ts';

const built = join(import.meta.dirname, '../../dist/browser');
const weight = (bytes: string | Buffer) => gzipSync(bytes).length;

/** `npm run check` and `npm test` build first; run alone on a fresh clone there is nothing to weigh. */
describe.runIf(existsSync(built))('the weight of a widget, packed', () => {
  const script = (name: string) => readFileSync(join(built, `${name}.js`));

  it('is 3 kB at most for the loader that every page of a host fetches', () => {
    expect(weight(script('loader'))).toBeLessThanOrEqual(3_000);
  });

  it('leaves two thirds of 15 kB for the rules and pages of one survey', () => {
    const fixed = weight(script('loader')) + weight(script('form')) + weight(pieceStyle());
    expect(fixed).toBeLessThanOrEqual(5_000);
  });
});

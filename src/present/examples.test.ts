import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
  .sort();

describe('the examples in the doc blocks of present', () => {
  for (const file of files) {
    const text = readFileSync(join(import.meta.dirname, file), 'utf8');
    for (const [, expression, printed] of text.matchAll(/@example (.+?) \/\/ => (.+)$/gm)) {
      it(`${file}: ${expression}`, async () => {
        const scope: Record<string, unknown> = await import(join(import.meta.dirname, file));
        const evaluate = new Function(...Object.keys(scope), `"use strict"; return (${expression});`);
        const actual: unknown = evaluate(...Object.values(scope));
        // The no-break spaces of a figure cannot be seen in a comment.
        const seen = typeof actual === 'string' ? actual.replaceAll('\u00a0', ' ') : actual;
        expect(seen).toEqual(JSON.parse(printed!));
      });
    }
  }
});

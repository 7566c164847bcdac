import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { responseEvenness } from '../../src/fielding/index.ts';
import * as inference from '../../src/inference/index.ts';
import * as metrics from '../../src/metrics/index.ts';
import * as model from '../../src/model/index.ts';
import * as numeric from '../../src/numeric/index.ts';
import * as overview from '../../src/overview/index.ts';
import * as survey from '../../src/survey/index.ts';
import * as view from '../../src/view/index.ts';
import * as world from '../../src/world/index.ts';
import { agrees } from './printed-value.ts';

const root = join(import.meta.dirname, '../..');
const publicModules = { numeric, inference, metrics, model, world, survey, view, overview };

const filesBelow = (folder: string, ending: RegExp): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

function evaluate(expression: string, scope: Record<string, unknown>): unknown {
  return new Function(...Object.keys(scope), `"use strict"; return (${expression});`)(...Object.values(scope));
}

function check(expression: string, printed: string, scope: Record<string, unknown>): void {
  const actual = evaluate(expression, scope);
  const wanted: unknown = JSON.parse(printed);
  expect(
    agrees(actual, wanted, printed),
    `${expression}\n  printed ${printed}\n  is      ${JSON.stringify(actual)}`,
  ).toBe(true);
}

describe.each(Object.entries(publicModules))('the doc blocks of %s', (name, own) => {
  // What a module works on may be made by the modules below it.
  const scope: Record<string, unknown> = { ...metrics, ...view, ...own };
  const sources = filesBelow(join(root, 'src', name), /\.ts$/).filter((path) => !path.endsWith('.test.ts'));
  const text = sources.map((path) => readFileSync(path, 'utf8')).join('\n');

  for (const [, expression, printed] of text.matchAll(/@example\s+(.+?)\s+\/\/ => (.+)$/gm)) {
    it(`print what happens: ${expression}`, () => check(expression!, printed!, scope));
  }

  it('give an example for every public function', () => {
    const functions = Object.entries(own).filter(
      ([, value]) => typeof value === 'function' && !/^class /.test(String(value)),
    );
    const without = functions.map(([fn]) => fn).filter((fn) => !new RegExp(`@example[^\\n]*\\b${fn}\\(`).test(text));
    expect(without).toEqual([]);
  });
});

describe('the examples on the pages', () => {
  const scope = {
    ...numeric,
    ...inference,
    ...metrics,
    ...model,
    ...world,
    ...survey,
    ...view,
    ...overview,
    responseEvenness,
  };
  for (const path of filesBelow(join(root, 'docs'), /\.md$/)) {
    const page = readFileSync(path, 'utf8');
    for (const [, block] of page.matchAll(/```ts\n([\s\S]*?)```/g)) {
      for (const [, expression, printed] of block!.matchAll(/^(.+?)\s+\/\/ => (.+)$/gm)) {
        it(`${relative(root, path)}: ${expression}`, () => check(expression!, printed!, scope));
      }
    }
  }

  it('exist on every method page', () => {
    const without = filesBelow(join(root, 'docs/methods'), /\.md$/).filter(
      (path) => !/```ts\n[\s\S]*?\/\/ => /.test(readFileSync(path, 'utf8')),
    );
    expect(without.map((path) => relative(root, path))).toEqual([]);
  });
});

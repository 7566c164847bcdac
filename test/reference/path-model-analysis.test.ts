import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyzeFile } from '../../src/findings/index.ts';
import type { PathModelResult } from '../../src/model/index.ts';
import { type AnalysisResult, analysisText } from '../../src/present/index.ts';
import { describeWithOracle, oracle } from './oracle.ts';
import { ecsi } from './path-model-ecsi.ts';
import { expectClose } from './tolerance.ts';

interface Acsi {
  readonly index_mean: Record<string, number>;
  readonly paths_unstd: Record<string, Record<string, number>>;
  readonly impact5: Record<string, Record<string, number>>;
}

describeWithOracle('candor analyze path-model on the ECSI mobile data', 'scores-and-model/mobi.csv', (text) => {
  const { constructs, paths } = ecsi();
  const spec = { constructs, paths, scale: [1, 10] };
  const path = new URL('../../../shared/oracles/scores-and-model/mobi.csv', import.meta.url).pathname;
  const analyze = (more: object = {}) =>
    analyzeFile('path-model', { ...spec, ...more }, { name: 'mobi.csv', path }) as unknown as Promise<
      PathModelResult & { run: { id: string; seed: number } }
    >;

  test('indices, unstandardized paths and impacts of +5 agree with the ACSI oracle', async () => {
    expect(readFileSync(path, 'utf8')).toBe(text);
    const found = await analyze();
    const want = JSON.parse(oracle('scores-and-model/acsi_mobi.json')) as Acsi;
    for (const [name, index] of Object.entries(want.index_mean))
      expectClose(found.constructs[name]!.index!, index, 1e-9);
    for (const { from, to, unstandardized } of found.paths) {
      expectClose(unstandardized!, want.paths_unstd[from]![to]!, 1e-9);
    }
    expect(found.impacts).toHaveLength(21);
    for (const { from, to, impact } of found.impacts) expectClose(impact, want.impact5[from]![to]!, 1e-9);
    expect(found.paths.every((one) => one.interval === undefined && one.pValue === undefined)).toBe(true);
    expect(found.caveats.find(({ code }) => code === 'not-separable')?.names).toEqual(
      expect.arrayContaining([
        'Satisfaction – Loyalty',
        'Image – Quality',
        'Image – Satisfaction',
        'Quality – Satisfaction',
      ]),
    );
  });

  test('with a bootstrap every path, total effect and impact has its interval; the same call gives the same bytes', async () => {
    const bootstrap = { resamples: 2000, seed: 7 };
    const [first, second] = [await analyze({ bootstrap }), await analyze({ bootstrap })];
    expect(JSON.stringify(second)).toBe(JSON.stringify(first));
    expect(first.run.seed).toBe(7);
    expect(first.paths.every(({ interval, standardError, pValue }) => interval && standardError && pValue)).toBe(true);
    expect([...first.totalEffects, ...first.impacts].every(({ interval }) => interval)).toBe(true);
    // Standard errors of the reference: 999 other resamples, so within a tenth.
    expect(first.paths[0]!.standardError! / 0.0595325742658667).toBeCloseTo(1, 1);
    expect(Object.keys(first)).toEqual(
      expect.arrayContaining([
        'iterations',
        'constructs',
        'weights',
        'loadings',
        'paths',
        'totalEffects',
        'impacts',
        'htmt',
      ]),
    );
    const told = analysisText(first as unknown as AnalysisResult);
    expect(told).toContain('Image -> Expectation');
    expect(told).toContain('2,000 resamples of answers, BCa intervals');
  });

  test('the consistent model is refused with its reason', async () => {
    await expect(analyze({ consistent: true })).rejects.toMatchObject({
      code: 'CND_MODEL_CONSISTENT',
      details: { reason: 'reliability', construct: 'Expectation' },
    });
  });
});

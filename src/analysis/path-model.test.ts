import { describe, expect, it } from 'vitest';
import { mobileModel, mobileTwin } from '../model/index.ts';
import type { DataColumns } from './data-columns.ts';
import { analysisMethods } from './methods.ts';
import { analyzePathModel } from './path-model.ts';
import { parseSpecification } from './specification.ts';

const items = mobileModel.constructs.flatMap((construct) => construct.items);
const twin = mobileTwin();
const data: DataColumns = {
  rows: 250,
  numbers: (column) => twin.columns[items.indexOf(column)]!,
  text: () => ({
    names: Array.from({ length: 40 }, (_, account) => `account ${account}`),
    codes: Int32Array.from({ length: 250 }, (_, row) => (row < 3 ? -1 : row % 40)),
  }),
  days: () => new Float64Array(),
};
const { constructs, paths } = mobileModel;
const parse = (more: object = {}) => parseSpecification('path-model', { constructs, paths, scale: [1, 10], ...more });

describe('analyze path-model', () => {
  it('takes path weighting, pairwise correlations and no bootstrap where nothing is said', () => {
    expect(parse()).toMatchObject({ weighting: 'path', missing: 'pairwise', scale: { min: 1, max: 10 } });
    const found = analyzePathModel(parse(), data);
    expect(found.paths).toHaveLength(12);
    expect(found.paths[0]).not.toHaveProperty('interval');
    expect(found).not.toHaveProperty('bootstrap');
    expect(found.n).toBe(250);
  });

  it('says so where the scale was assumed', () => {
    const { scale: _, ...unscaled } = { constructs, paths, scale: 0 };
    const spec = parseSpecification('path-model', unscaled);
    expect(analyzePathModel(spec, data).caveats.map(({ code }) => code)).toContain('scale-assumed');
  });

  it('draws accounts where a column of them is named, answers without one each for itself', () => {
    const bootstrap = { resamples: 100, seed: 2, cluster: 'account' };
    expect(analysisMethods['path-model'].columns(parse({ bootstrap }))).toEqual([...items, 'account']);
    const found = analyzePathModel(parse({ bootstrap }), data);
    expect(found.bootstrap).toMatchObject({ unit: 'account', method: 'percentile' });
    expect(found.caveats.map(({ code }) => code)).toContain('percentile-interval');
  });

  it('refuses what is wrong with the model before a column is read', () => {
    const spec = parse({ paths: [...paths, ['Loyalty', 'Image']] });
    expect(() => analysisMethods['path-model'].columns(spec)).toThrow(/Image -> /);
  });

  it('refuses keys and values that it does not know, by their place', () => {
    expect(() => parse({ bootstrap: { resample: 5000 } })).toThrow(/"bootstrap\.resample"/);
    expect(() => parse({ weights: 'path' })).toThrow(/weights/);
    expect(() => parse({ bootstrap: { resamples: 10 } })).toThrow(/bootstrap\.resamples/);
    const wrong = constructs.map((construct) => ({ ...construct, measurement: 'reflectiv' }));
    expect(() => parse({ constructs: wrong })).toThrow(/constructs\.0\.measurement/);
    expect(() => parse({ weighting: 'paths' })).toThrow(/path, factorial or centroid/);
  });
});

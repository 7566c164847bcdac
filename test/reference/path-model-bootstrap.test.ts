import { expect, test } from 'vitest';
import { recordedResampling } from '../../src/model/drivers/resampling.ts';
import { bootstrapPathModel } from '../../src/model/path/bootstrap.ts';
import { estimatePathModel } from '../../src/model/path/estimate.ts';
import { pathModel } from '../../src/model/path/path-model.ts';
import { describeWithOracle, oracle } from './oracle.ts';
import { ecsi, mobiAnswers } from './path-model-ecsi.ts';
import { expectClose, expectInterval } from './tolerance.ts';

interface Wanted {
  readonly name: string;
  readonly estimate: number;
  readonly boot_se: number;
  readonly percentile_type7: number[];
  readonly bca_type7: number[];
  readonly p_percentile: number;
}

describeWithOracle('the bootstrap agrees on 999 recorded resamples', 'scores-and-model/mobi.csv', (text) => {
  const { results } = JSON.parse(oracle('scores-and-model/pls_mobi_bootstrap.json')) as { results: Wanted[] };
  const recorded = oracle('scores-and-model/pls_mobi_boot_idx.csv')
    .trim()
    .split('\n')
    .map((line) => line.split(',').map((cell) => Number(cell) - 1))
    .filter((rows) => rows.every(Number.isInteger));

  const estimate = estimatePathModel(pathModel(ecsi()), mobiAnswers(text));
  const resampling = recordedResampling(recorded, 250);
  const effectOf = (method: 'bca' | 'percentile', name: string) => {
    const { uncertainties } = bootstraps[method];
    const [from, to] = name.replace('TE ', '').split(' -> ');
    const place = (wanted: string) => estimate.model.constructs.findIndex((construct) => construct.name === wanted);
    const path = estimate.model.paths.findIndex((given) => given.from === place(from!) && given.to === place(to!));
    return name.startsWith('TE ') ? uncertainties.totalEffect(place(from!), place(to!))! : uncertainties.path(path)!;
  };
  const bootstraps = {
    percentile: bootstrapPathModel(estimate, { resamples: 999, seed: 1, resampling, method: 'percentile' }),
    bca: bootstrapPathModel(estimate, { resamples: 999, seed: 1, resampling, method: 'bca' }),
  };
  const effects = results.filter(({ name }) => !name.startsWith('R2'));

  test('standard errors, percentile and BCa intervals, p-values of 12 paths and 3 total effects', () => {
    expect([recorded.length, effects.length, bootstraps.bca.failed]).toEqual([999, 15, 0]);
    for (const wanted of effects) {
      const percentile = effectOf('percentile', wanted.name);
      const corrected = effectOf('bca', wanted.name);
      expectClose(percentile.standardError, wanted.boot_se, 1e-9);
      expectInterval(percentile.interval, wanted.percentile_type7, 1e-9);
      expectInterval(corrected.interval, wanted.bca_type7, 1e-9);
      expectClose(corrected.pValue, wanted.p_percentile, 1e-9);
    }
  });

  test('999 resamples are marked as too few for BCa by default', () => {
    const found = bootstrapPathModel(estimate, { resamples: 999, seed: 1, resampling });
    expect([found.method, found.uncertainties.caveats[0]?.code]).toEqual(['percentile', 'percentile-interval']);
  });
});

import { expect, test } from 'vitest';
import { fitModel } from '../../src/model/path/fit.ts';
import { itemMoments } from '../../src/model/path/item-moments.ts';
import { pathModel } from '../../src/model/path/path-model.ts';
import { structureOf } from '../../src/model/path/structure.ts';
import { describeWithOracle, oracle } from './oracle.ts';
import { ecsi, mobiAnswers, named } from './path-model-ecsi.ts';

interface Plspm {
  readonly weights: Record<string, number>;
  readonly loadings: Record<string, number>;
  readonly path_coefs: Record<string, Record<string, number>>;
}

interface Raw {
  readonly paths: Record<string, Record<string, number>>;
  readonly r2: Record<string, number>;
  readonly loadings: Record<string, number>;
}

const schemes = ['path', 'factorial', 'centroid'] as const;

describeWithOracle('the path model agrees with plspm on the ECSI mobile data', 'scores-and-model/mobi.csv', (text) => {
  const { moments } = itemMoments(mobiAnswers(text));
  const { models } = JSON.parse(oracle('scores-and-model/pls_plspm.json')) as { models: Record<string, Plspm> };

  test.each(schemes.flatMap((weighting) => [false, true].map((formative) => ({ weighting, formative }))))(
    '$weighting weighting, formative $formative',
    ({ weighting, formative }) => {
      const want = models[`mode${formative ? 'B' : 'A'}_${weighting}`]!;
      const model = pathModel(ecsi({ weighting, formative }));
      const fit = fitModel(model, moments.correlations);
      const { coefficients } = structureOf(model, fit.constructCorrelations);
      for (const [place, item] of model.items.entries()) {
        expect(fit.weights[place], item).toBeCloseTo(want.weights[item]!, 9);
        expect(fit.loadings[place], item).toBeCloseTo(want.loadings[item]!, 9);
      }
      for (const { from, to } of model.paths) {
        const [source, target] = [model.constructs[from]!.name, model.constructs[to]!.name];
        expect(named(model, coefficients, source, target)).toBeCloseTo(want.path_coefs[source]![target]!, 9);
      }
    },
  );

  test('on covariances (items of 0-100 centred, not reduced) it gives the setting of Tenenhaus and others 2005', () => {
    const want = JSON.parse(oracle('scores-and-model/pls_mobi_tenenhaus_raw.json')) as Raw;
    const model = pathModel(ecsi({ weighting: 'centroid' }));
    const size = model.items.length;
    const covariances = moments.correlations.map(
      (value, at) => value * moments.deviations[Math.floor(at / size)]! * moments.deviations[at % size]!,
    );
    const fit = fitModel(model, covariances);
    const structure = structureOf(model, fit.constructCorrelations);
    for (const { from, to } of model.paths) {
      const [source, target] = [model.constructs[from]!.name, model.constructs[to]!.name];
      expect(named(model, structure.coefficients, source, target)).toBeCloseTo(want.paths[source]![target]!, 9);
    }
    for (const [place, { name }] of model.constructs.entries()) {
      if (structure.r2[place] !== undefined) expect(structure.r2[place]).toBeCloseTo(want.r2[name]!, 9);
    }
    for (const [place, item] of model.items.entries()) {
      expect(fit.loadings[place]! / moments.deviations[place]!).toBeCloseTo(want.loadings[item]!, 9);
    }
  });
});

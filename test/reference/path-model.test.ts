import { describe, expect, test } from 'vitest';
import { consistentFit } from '../../src/model/path/consistent.ts';
import { effectSizes } from '../../src/model/path/effect-size.ts';
import { fitModel } from '../../src/model/path/fit.ts';
import { completeRows, rowsOf as rowsOfAnswers } from '../../src/model/path/item-answers.ts';
import { itemMoments } from '../../src/model/path/item-moments.ts';
import { modelFit } from '../../src/model/path/model-fit.ts';
import { pathModel } from '../../src/model/path/path-model.ts';
import { reliabilities } from '../../src/model/path/reliability.ts';
import { adjustedR2, structureOf, totalEffects } from '../../src/model/path/structure.ts';
import { separations } from '../../src/model/path/validity.ts';
import { describeWithOracle, oracle } from './oracle.ts';
import { ecsi, mobiAnswers, named } from './path-model-ecsi.ts';

const folder = 'scores-and-model';
/** PLS figures: 1e-9 absolute (knowledge: reachable 1e-14). */
const close = (got: number, want: number, what = '', tolerance = 1e-9) =>
  expect(Math.abs(got - want), `${what}: got ${got}, want ${want}`).toBeLessThanOrEqual(tolerance);

interface Seminr {
  readonly weights: Record<string, number>;
  readonly loadings: Record<string, number>;
  readonly paths: { source: string; target: string; coef: number }[];
  readonly r2: { Rsq: Record<string, number>; AdjRsq: Record<string, number> };
  readonly total_effects: Record<string, Record<string, number>>;
  readonly reliability: Record<string, { alpha: number; rhoA: number; rhoC: number; AVE: number }>;
  readonly htmt: Record<string, Record<string, number | null>>;
  readonly f2: Record<string, Record<string, number>>;
  readonly antecedent_vif: Record<string, Record<string, number | null>>;
}

describeWithOracle('the path model agrees with seminr on the ECSI mobile data', `${folder}/mobi.csv`, (text) => {
  const answers = mobiAnswers(text);
  const { moments } = itemMoments(answers);
  const { models } = JSON.parse(oracle(`${folder}/pls_mobi_seminr.json`)) as { models: Record<string, Seminr> };

  for (const [name, options] of [
    ['modeA_path', {}],
    ['modeA_factorial', { weighting: 'factorial' }],
    ['modeB_path', { formative: true }],
    ['modeB_factorial', { formative: true, weighting: 'factorial' }],
  ] as const) {
    const want = models[name]!;
    const model = pathModel(ecsi(options));
    const fit = fitModel(model, moments.correlations);
    const structure = structureOf(model, fit.constructCorrelations);

    test(`${name}: weights, loadings, paths, R2, total effects`, () => {
      for (const [place, item] of model.items.entries()) {
        close(fit.weights[place]!, want.weights[item]!, item);
        close(fit.loadings[place]!, want.loadings[item]!, item);
      }
      for (const { source, target, coef } of want.paths)
        close(named(model, structure.coefficients, source, target), coef);
      for (const [place, { name: construct }] of model.constructs.entries()) {
        const r2 = structure.r2[place];
        if (r2 === undefined) continue;
        close(r2, want.r2.Rsq[construct]!, construct);
        close(adjustedR2(r2, 250, model.causes[place]!.length), want.r2.AdjRsq[construct]!, construct);
      }
      const effects = totalEffects(model, structure.coefficients);
      for (const [from, { name: source }] of model.constructs.entries()) {
        for (const [to, { name: target }] of model.constructs.entries()) {
          close(effects[from * 7 + to]!, want.total_effects[source]![target]!, `${source} -> ${target}`);
        }
      }
    });

    test(`${name}: reliability, HTMT, f2, VIF`, () => {
      for (const [place, reliability] of reliabilities(model, moments.correlations, fit).entries()) {
        const { alpha, rhoA, rhoC, AVE } = want.reliability[model.constructs[place]!.name]!;
        close(reliability.alpha, alpha);
        close(reliability.rhoA, rhoA);
        close(reliability.rhoC, rhoC);
        close(reliability.ave, AVE);
      }
      const compared = separations(model, moments.correlations).filter(({ a, b, value }) => {
        const wanted = want.htmt[b]?.[a] ?? want.htmt[a]?.[b];
        if (typeof wanted === 'number') close(value, wanted, `${a} ${b}`);
        return typeof wanted === 'number';
      });
      expect(compared).toHaveLength(21);
      const f2 = effectSizes(model, moments.correlations, structure.r2);
      for (const [path, { from, to }] of model.paths.entries()) {
        const [source, target] = [model.constructs[from]!.name, model.constructs[to]!.name];
        close(f2[path]!, want.f2[source]![target]!, `f2 ${source} -> ${target}`);
        close(structure.vif[path]!, want.antecedent_vif[target]![source] ?? 1, `vif ${source} -> ${target}`);
      }
    });
  }

  test('PLSc: paths, loadings, R2, SRMR, d_G, d_L agree with seminr and cSEM', () => {
    const model = pathModel(ecsi());
    const fit = fitModel(model, moments.correlations);
    const reliability = reliabilities(model, moments.correlations, fit);
    const corrected = consistentFit(model, fit, reliability);
    const want = models.modeA_PLSc_path!;
    for (const { source, target, coef } of want.paths) {
      close(named(model, corrected.structure.coefficients, source, target), coef, `${source} -> ${target}`);
    }
    for (const [place, item] of model.items.entries()) close(corrected.loadings[place]!, want.loadings[item]!, item);
    for (const [place, { name }] of model.constructs.entries()) {
      const r2 = corrected.structure.r2[place];
      if (r2 !== undefined) close(r2, want.r2.Rsq[name]!, name);
    }
    const csem = JSON.parse(oracle(`${folder}/pls_mobi_csem.json`)).models as Record<string, Record<string, number>>;
    const common = modelFit(model, moments.correlations, {
      loadings: corrected.loadings,
      constructCorrelations: corrected.constructCorrelations,
      structure: corrected.structure,
      common: true,
    })!;
    close(common.srmr, csem.PLSc_A_path!.SRMR!, 'SRMR');
    close(common.geodesic, csem.PLSc_A_path!.d_G!, 'd_G');
    close(common.squared, csem.PLSc_A_path!.d_L!, 'd_L');
    const plain = modelFit(model, moments.correlations, {
      loadings: fit.loadings,
      constructCorrelations: fit.constructCorrelations,
      structure: structureOf(model, fit.constructCorrelations),
      common: false,
    })!;
    close(plain.srmr, csem.composite_A_path!.SRMR!, 'SRMR of composites');
    close(plain.geodesic, csem.composite_A_path!.d_G!, 'd_G of composites');
  });

  test('centroid weighting and HTMT2 agree with cSEM', () => {
    const csem = JSON.parse(oracle(`${folder}/pls_mobi_csem.json`)).models as Record<
      string,
      { paths: { Name: string; Estimate: number }[]; HTMT2: Record<string, Record<string, number | null>> }
    >;
    const model = pathModel(ecsi({ weighting: 'centroid' }));
    const fit = fitModel(model, moments.correlations);
    const { coefficients } = structureOf(model, fit.constructCorrelations);
    for (const { Name, Estimate } of csem.composite_A_centroid!.paths) {
      const [target, source] = Name.split(' ~ ');
      close(named(model, coefficients, source!, target!), Estimate, Name);
    }
    const wanted = csem.PLSc_A_path!.HTMT2;
    let compared = 0;
    for (const { a, b, geometric } of separations(model, moments.correlations)) {
      const want = wanted[b]?.[a] || wanted[a]?.[b];
      if (typeof want !== 'number' || geometric === undefined) continue;
      close(geometric, want, `${a} ${b}`);
      compared++;
    }
    expect(compared).toBeGreaterThanOrEqual(14);
  });
});

describeWithOracle('missing answers agree with the reference', `${folder}/mobi_missing.csv`, (text) => {
  const answers = mobiAnswers(text);
  const want = JSON.parse(oracle(`${folder}/pls_mobi_missing.json`)) as {
    mean_replacement: { paths: { source: string; target: string; coef: number }[] };
    pairwise_correlation: { paths: Record<string, Record<string, number>> };
    complete_rows: number;
  };
  const model = pathModel(ecsi());
  const coefficients = (rule: 'pairwise' | 'mean') => {
    const { moments } = itemMoments(answers, rule);
    return structureOf(model, fitModel(model, moments.correlations).constructCorrelations).coefficients;
  };

  test('pairwise correlations, with the caveat of the gaps', () => {
    const got = coefficients('pairwise');
    for (const { from, to } of model.paths) {
      const [source, target] = [model.constructs[from]!.name, model.constructs[to]!.name];
      close(
        named(model, got, source, target),
        want.pairwise_correlation.paths[source]![target]!,
        `${source} ${target}`,
      );
    }
    expect(itemMoments(answers).caveats.map(({ code, count }) => [code, count])).toEqual([['pairwise-missing', 207]]);
  });

  test('mean replacement', () => {
    const got = coefficients('mean');
    for (const { source, target, coef } of want.mean_replacement.paths) close(named(model, got, source, target), coef);
  });

  test('complete rows', () => {
    expect(rowsOfAnswers(completeRows(answers))).toBe(want.complete_rows);
  });
});

describe('the ECSI model', () => {
  test('has the shape of the oracle', () => expect(pathModel(ecsi()).items).toHaveLength(24));
});

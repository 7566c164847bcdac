import { describe, expect, test } from 'vitest';
import {
  designDifference,
  designEstimate,
  intraclassCorrelation,
  kishEffectiveN,
  type Margin,
  rake,
  type SampleDesign,
} from '../../src/inference/index.ts';
import { describeWithOracle, reference, rowsOf } from './oracle.ts';
import { expectClose } from './tolerance.ts';

interface Target {
  readonly nps: number;
  readonly se: number;
  readonly deff: number;
}

type Named = Record<string, number>;

const survey = JSON.parse(reference('inference-design.json')) as Record<
  'srs' | 'cluster' | 'strat_cluster_fpc' | 'strat_cluster_nofpc' | 'account_equal' | 'revenue_weighted',
  Target
> & {
  kish: { equal: number; revenue: number };
  icc: { anova_icc: number; deff_approx: number };
  strat_cluster_fpc: Target & { pop_accounts: Named };
  poststrat_role: Target & { pop: Named };
  rake: Target & {
    pop_role: Named;
    pop_segment: Named;
    kish_neff: number;
    weights_by_cell: { role: string; segment: string; w: number }[];
  };
  rake_cluster: Target;
  by_role: {
    est: Named;
    se: [number, number, number];
    vcov: number[][];
    diff_payer_user: { est: number; se: number };
  };
  by_segment: { est: Named; se: [number, number, number] };
  apiclus1: { mean: number; se: number; deff: number; rake: { mean: number; se: number } };
};

const rows = rowsOf(reference('b2b-synthetic.csv'));
const column = (name: string): string[] => rows.map((row) => row[name]!);
const numbers = (name: string): number[] => column(name).map(Number);

function coded(texts: readonly string[]): { codes: Int32Array; names: string[] } {
  const names = [...new Set(texts)].sort();
  return { codes: Int32Array.from(texts, (text) => names.indexOf(text)), names };
}

const values = numbers('score').map((score) => (score >= 9 ? 100 : score <= 6 ? -100 : 0));
const accounts = coded(column('account'));
const segments = coded(column('segment'));
const roles = coded(column('role'));
const clusters = accounts.codes;
const strata = segments.codes;
const populationOf = (names: readonly string[], totals: Named): number[] => names.map((name) => totals[name]!);
const margin = ({ codes, names }: { codes: Int32Array; names: string[] }, totals: Named): Margin => ({
  codes,
  totals: populationOf(names, totals),
});
const population = populationOf(segments.names, survey.strat_cluster_fpc.pop_accounts);
const stratified = designEstimate({ values, clusters, strata, population });
const answersOf = accounts.names.map((_, account) => clusters.filter((code) => code === account).length);
/** An account's revenue, shared among its answers. */
const revenueShares = numbers('revenue').map((revenue, i) => revenue / answersOf[clusters[i]!]!);
const roleMargin = margin(roles, survey.rake.pop_role);
const segmentMargin = margin(segments, survey.rake.pop_segment);

const designs: [string, SampleDesign, Target][] = [
  ['a simple sample', { values }, survey.srs],
  ['accounts', { values, clusters }, survey.cluster],
  ['strata, accounts, finite population', { values, clusters, strata, population }, survey.strat_cluster_fpc],
  ['strata and accounts', { values, clusters, strata, weights: stratified.weights }, survey.strat_cluster_nofpc],
  [
    'every account counts one',
    { values, clusters, weights: Array.from(clusters, (account) => 1 / answersOf[account]!) },
    survey.account_equal,
  ],
  ['weighted by revenue', { values, clusters, weights: revenueShares }, survey.revenue_weighted],
  ['post-stratified by role', { values, margins: [margin(roles, survey.poststrat_role.pop)] }, survey.poststrat_role],
  ['raked by role and segment', { values, margins: [roleMargin, segmentMargin] }, survey.rake],
  ['raked, with accounts', { values, clusters, margins: [roleMargin, segmentMargin] }, survey.rake_cluster],
];

describe('the design agrees with R survey 4.1-1 on simulated B2B answers', () => {
  for (const [title, design, target] of designs) {
    const tolerance = design.margins === undefined ? 1e-12 : 1e-7;
    test(title, () => {
      const estimate = designEstimate(design);
      expectClose(estimate.value, target.nps, tolerance);
      expectClose(estimate.standardError, target.se, tolerance);
      expectClose(estimate.designEffect, target.deff, tolerance);
    });
  }

  test('effective n after Kish', () => {
    const equal = Array.from(clusters, (account) => 1 / answersOf[account]!);
    expectClose(kishEffectiveN(equal), survey.kish.equal);
    expectClose(kishEffectiveN(revenueShares), survey.kish.revenue);
    const raked = rake(new Array(values.length).fill(1), [roleMargin, segmentMargin]);
    expectClose(kishEffectiveN(raked), survey.rake.kish_neff, 1e-7);
  });

  test('likeness within accounts, by analysis of variance', () => {
    const likeness = intraclassCorrelation(values, clusters);
    expectClose(likeness.correlation, survey.icc.anova_icc);
    expectClose(likeness.designEffect, survey.icc.deff_approx);
  });

  test('raked weights by cell', () => {
    const raked = rake(new Array(values.length).fill(1), [roleMargin, segmentMargin]);
    for (const cell of survey.rake.weights_by_cell) {
      const position = rows.findIndex((row) => row.role === cell.role && row.segment === cell.segment);
      expectClose(raked[position]!, cell.w, 1e-7);
    }
  });
});

const mask = (codes: Int32Array, code: number): Uint8Array => Uint8Array.from(codes, (each) => Number(each === code));

describe('groups within a design agree with R survey 4.1-1', () => {
  test('scores of roles, errors and covariances', () => {
    const names = ['contact', 'payer', 'user'];
    names.forEach((name, i) => {
      names.forEach((other, j) => {
        if (i === j) return;
        const pair = designDifference(
          { values, clusters },
          mask(roles.codes, roles.names.indexOf(name)),
          mask(roles.codes, roles.names.indexOf(other)),
        );
        expectClose(pair.before.value, survey.by_role.est[name]!);
        expectClose(pair.before.standardError, survey.by_role.se[i]!);
        const { vcov } = survey.by_role;
        expectClose(pair.standardError ** 2, vcov[i]![i]! + vcov[j]![j]! - 2 * vcov[i]![j]!, 1e-11);
      });
    });
  });

  test('payers against users', () => {
    const payers = mask(roles.codes, roles.names.indexOf('payer'));
    const users = mask(roles.codes, roles.names.indexOf('user'));
    const pair = designDifference({ values, clusters }, users, payers);
    expectClose(pair.difference, survey.by_role.diff_payer_user.est);
    expectClose(pair.standardError, survey.by_role.diff_payer_user.se);
  });

  test('scores of segments', () => {
    ['ENT', 'MID', 'SMB'].forEach((name, i) => {
      const own = mask(segments.codes, segments.names.indexOf(name));
      const others = own.map((mark) => 1 - mark);
      const pair = designDifference({ values, clusters }, own, others);
      expectClose(pair.before.value, survey.by_segment.est[name]!);
      expectClose(pair.before.standardError, survey.by_segment.se[i]!);
    });
  });
});

describeWithOracle('the design agrees with R survey on apiclus1', 'scores-and-model/apiclus1.csv', (text) => {
  const schools = rowsOf(text);
  const design: SampleDesign = {
    values: schools.map((row) => Number(row.api00)),
    clusters: coded(schools.map((row) => row.dnum!)).codes,
    weights: schools.map((row) => Number(row.pw)),
    population: [757],
  };

  test('mean, standard error and design effect', () => {
    const estimate = designEstimate(design);
    expectClose(estimate.value, survey.apiclus1.mean);
    // weights are printed with 15 digits in the file
    expectClose(estimate.standardError, survey.apiclus1.se);
    expectClose(estimate.designEffect, survey.apiclus1.deff);
  });

  test('raked to school types and targets met', () => {
    const types = coded(schools.map((row) => row.stype!));
    const targets = coded(schools.map((row) => row['sch.wide']!));
    // population of the 6194 Californian schools, from the documentation of R survey
    const margins = [margin(types, { E: 4421, H: 755, M: 1018 }), margin(targets, { No: 1072, Yes: 5122 })];
    // R survey stops when no cell moves by more than one school; so must its reproduction
    const estimate = designEstimate({ ...design, margins, raking: { tolerance: 1e-3 } });
    expectClose(estimate.value, survey.apiclus1.rake.mean);
    // its residuals use the weights before the last margin, which the loose stop leaves 1e-3 away from the final ones
    expectClose(estimate.standardError, survey.apiclus1.rake.se, 1e-6);
    // raked to the end the mean moves by 0.00007
    expectClose(designEstimate({ ...design, margins }).value, survey.apiclus1.rake.mean, 2e-7);
    expect(estimate.degreesOfFreedom).toBe(14);
  });
});

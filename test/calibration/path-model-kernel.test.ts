import { describe, expect, test } from 'vitest';
import { mobileModel, mobileTwin, pathModel } from '../../src/model/index.ts';
import { planOf } from '../../src/model/kernel/plan.ts';
import { drawnResampling, poissonResampling } from '../../src/model/kernel/resample-streams.ts';
import { type FittedFigures, Resampler } from '../../src/model/kernel/resampler.ts';

/** Small on every change; 5000 resamples and 10,000 answers for the page of the method. */
const runs = Number(process.env.CANDOR_CALIBRATION_RUNS ?? 60);
const [resamples, answers] = runs > 60 ? [5000, 10_000] : [1500, 2500];

const plan = planOf(pathModel(mobileModel));

function standardErrors({ figures, used }: FittedFigures): number[] {
  return figures.map((column) => {
    const mean = column.reduce((sum, value) => sum + value, 0) / used;
    return Math.sqrt(column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (used - 1));
  });
}

/**
 * Ratios of standard errors over all figures that move. Band stated before the run: the noise of one ratio of two errors
 * is 1 / sqrt(resamples) (2.6 %, 1.4 % large); 160 figures that hang together stay within five of it, their mean within
 * one and a half.
 */
function expectAlike(found: FittedFigures, wanted: FittedFigures): void {
  const want = standardErrors(wanted);
  const ratios = standardErrors(found).flatMap((value, at) => (plan.places.fixed[at] ? [] : [value / want[at]!]));
  const noise = 1 / Math.sqrt(resamples);
  const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
  if (runs > 60) console.info(mean, Math.min(...ratios), Math.max(...ratios));
  expect(ratios.length).toBe(158);
  expect(Math.abs(mean - 1)).toBeLessThan(1.5 * noise);
  for (const ratio of ratios) expect(Math.abs(ratio - 1)).toBeLessThan(5 * noise);
}

describe('standard errors of all figures', () => {
  const sample = mobileTwin(answers, 11);
  const drawn = new Resampler(plan, sample).replicate(drawnResampling(1, answers, resamples));

  test('by Poisson counts are those of draws', () => {
    expectAlike(new Resampler(plan, sample).replicate(poissonResampling(2, answers, resamples)), drawn);
  });

  test('of another seed are the same', () => {
    expectAlike(new Resampler(plan, sample).replicate(drawnResampling(2, answers, resamples)), drawn);
  });

  test('by Poisson counts of accounts are those of draws of accounts, and wider than those of answers', () => {
    const alike = 5;
    const accounts = answers / alike;
    // Every answer of an account is the same: as many accounts as that many answers.
    const columns = mobileTwin(accounts, 12).columns.map((column) =>
      Float64Array.from({ length: answers }, (_, row) => column[Math.floor(row / alike)]!),
    );
    const unitOf = Int32Array.from({ length: answers }, (_, row) => Math.floor(row / alike));
    const clustered = new Resampler(plan, { columns, unitOf });
    const byDraws = clustered.replicate(drawnResampling(3, accounts, resamples));
    expectAlike(clustered.replicate(poissonResampling(4, accounts, resamples)), byDraws);
    const byAnswers = new Resampler(plan, { columns }).replicate(drawnResampling(3, answers, resamples));
    const [wide, narrow] = [byDraws, byAnswers].map((found) => standardErrors(found)[plan.places.paths]!);
    expect(Math.abs(wide! / narrow! / Math.sqrt(alike) - 1)).toBeLessThan(0.15);
  });
});

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { liveYears, storeOfYears, told } from './many-years.ts';

// Chance is the seed's: ids are made by it too.
vi.mock('../../src/store/identifier.ts', async (original) => {
  const real = await original<typeof import('../../src/store/identifier.ts')>();
  const { idsInForce } = await import('./seeded-chance.ts');
  return { newId: (now?: number) => idsInForce.getStore()?.next() ?? real.newId(now) };
});

/** One seed again: CANDOR_TEST_SEED; more of them, or larger companies: CANDOR_TEST_SEEDS, CANDOR_TEST_CUSTOMERS. */
const again = process.env.CANDOR_TEST_SEED;
const count = Number(process.env.CANDOR_TEST_SEEDS ?? 200);
const customers = Number(process.env.CANDOR_TEST_CUSTOMERS ?? 10);
const seeds = again === undefined ? Array.from({ length: count }, (_, i) => i + 1) : [Number(again)];

let years: Awaited<ReturnType<typeof storeOfYears>>;
beforeAll(async () => {
  years = await storeOfYears();
});
afterAll(() => years.test.close());

describe(`${seeds.length} years of ${customers} customers`, () => {
  it('break no invariant', { timeout: 24 * 3_600_000 }, async () => {
    const began = performance.now();
    const faults: string[] = [];
    const reports = await liveYears(years.test, years.newWorkspace, {
      seeds,
      customers,
      onYear: (seed, report) => {
        if (report.violations.length > 0) faults.push(told(seed, customers, report));
        return faults.length >= 5;
      },
    });
    const sum = (of: 'events' | 'deliveries' | 'answers' | 'uncertain' | 'steps' | 'transactions') =>
      [...reports.values()].reduce((total, report) => total + report[of], 0);
    const seconds = ((performance.now() - began) / 1_000).toFixed(0);
    process.stdout.write(
      `${reports.size} years in ${seconds} s: ${sum('steps')} steps, ${sum('transactions')} transactions, ${sum('events')} events, ` +
        `${sum('deliveries')} messages, ${sum('answers')} answers, ${sum('uncertain')} uncertain\n`,
    );
    expect(faults.join('\n')).toBe('');
    expect(reports.size).toBe(seeds.length);
  });
});

import type { Store } from '../../src/store/index.ts';
import { type TestStore, testStore } from '../store/test-store.ts';
import { liveYear, type NewWorkspace, type YearReport } from './year.ts';

/** A store for years of customers, which no power cut has to survive: each commit would wait for the disk. */
export async function storeOfYears(): Promise<{ readonly test: TestStore; readonly newWorkspace: NewWorkspace }> {
  const test = await testStore();
  const { database } = test.address;
  await test.asSuperuser(`alter database ${database} set synchronous_commit = off`);
  return { test, newWorkspace: () => test.newWorkspace() };
}

export interface ManyYears {
  readonly seeds: readonly number[];
  readonly customers: number;
  /** Years that are lived through side by side. */
  readonly atOnce?: number;
  readonly run?: number;
  /** Ends early when it answers true. */
  readonly onYear?: (seed: number, report: YearReport) => boolean;
}

/** Lives through the years of these seeds; answers the reports by seed. */
export async function liveYears(
  { store }: { readonly store: Store },
  newWorkspace: NewWorkspace,
  { seeds, customers, atOnce = 4, run = 0, onYear }: ManyYears,
): Promise<ReadonlyMap<number, YearReport>> {
  const reports = new Map<number, YearReport>();
  const waiting = [...seeds];
  let isOver = false;
  const work = async (): Promise<void> => {
    for (let seed = waiting.shift(); seed !== undefined && !isOver; seed = waiting.shift()) {
      const report = await liveYear(store, newWorkspace, { seed, customers, run });
      reports.set(seed, report);
      if (onYear?.(seed, report)) isOver = true;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return reports;
}

/** What is wrong with a year, and how to see it again. */
export function told(seed: number, customers: number, { violations }: YearReport): string {
  const lines = violations
    .slice(0, 5)
    .map(({ invariant, what, step, at }) => `  step ${step}, ${at}: ${invariant}: ${what}`);
  const command = `CANDOR_TEST_SEED=${seed} CANDOR_TEST_CUSTOMERS=${customers} npx vitest run test/simulation/simulation.test.ts`;
  return [`seed ${seed}:`, ...lines, `  again: ${command}`].join('\n');
}

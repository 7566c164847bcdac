import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askForRecounts, runDueJobs, sweepTallies, tallyHandlers } from '../../src/queue/index.ts';
import { storeResponses } from '../../src/store/index.ts';
import { responseOf, surveyFixture } from './survey-fixture.ts';
import { type TestStore, testStore } from './test-store.ts';

let test: TestStore;
beforeAll(async () => {
  test = await testStore();
});
afterAll(() => test.close());

describe('the jobs of the tallies', () => {
  it('fold what the sweep finds, in every workspace, and recount at night', async () => {
    const now = new Date('2030-01-01T02:00:00Z');
    const fixtures = [await surveyFixture(test), await surveyFixture(test)];
    for (const fixture of fixtures) {
      const responses = Array.from({ length: 30 }, (_, index) => responseOf(fixture, index));
      await test.store.inWorkspace(fixture.workspaceId, (t) => storeResponses(t, responses));
    }
    const drifted: string[] = [];
    const handlers = tallyHandlers(test.store, (workspaceId) => drifted.push(workspaceId));
    const run = () => runDueJobs(test.store, { handlers, clock: () => now });
    expect(await sweepTallies(test.store, now)).toBe(2);
    expect(await sweepTallies(test.store, now)).toBe(2);
    expect(await run()).toBe(2);
    expect(await sweepTallies(test.store, now)).toBe(0);
    expect(await test.asSuperuser('select 1 from tally_delta')).toEqual([]);
    await askForRecounts(test.store, now);
    expect(await run()).toBe(2);
    expect(drifted).toEqual([]);
    await test.asSuperuser('update tally set counts[1] = counts[1] + 1 where workspace_id = $1', [
      fixtures[1]!.workspaceId,
    ]);
    await askForRecounts(test.store, now);
    await run();
    expect(drifted).toEqual([fixtures[1]!.workspaceId]);
  });
});

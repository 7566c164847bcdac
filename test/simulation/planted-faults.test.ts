import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { liveYears, storeOfYears } from './many-years.ts';

/** The fault in force: one function of the production code is another one meanwhile. */
const planted = vi.hoisted(() => ({ fault: 'none' }));
const isIn = (fault: string) => planted.fault === fault;

vi.mock('../../src/store/identifier.ts', async (original) => {
  const real = await original<typeof import('../../src/store/identifier.ts')>();
  const { idsInForce } = await import('./seeded-chance.ts');
  return { newId: (now?: number) => idsInForce.getStore()?.next() ?? real.newId(now) };
});

vi.mock('../../src/fielding/send-time.ts', async (original) => {
  const real = await original<typeof import('../../src/fielding/send-time.ts')>();
  const sendTime: typeof real.sendTime = (after, ...rest) =>
    isIn('quiet hours are not kept') ? { kind: 'at', at: after } : real.sendTime(after, ...rest);
  return { ...real, sendTime };
});

vi.mock('../../src/fielding/contact-rule.ts', async (original) => {
  const real = await original<typeof import('../../src/fielding/contact-rule.ts')>();
  const unless = <Call extends (...given: never[]) => unknown>(
    fault: string,
    call: Call,
    instead: ReturnType<Call>,
  ): Call => ((...given: never[]) => (isIn(fault) ? instead : call(...given))) as Call;
  return {
    ...real,
    askedLately: unless('a person is asked again at once', real.askedLately, undefined),
    askedLatelyForMetric: unless('a metric is asked again at once', real.askedLatelyForMetric, undefined),
    personsAskedInQuarter: unless('persons of an account are not counted', real.personsAskedInQuarter, 0),
    loadSpent: unless('what answering costs is not counted', real.loadSpent, 0),
  };
});

vi.mock('../../src/fielding/quota.ts', async (original) => {
  const real = await original<typeof import('../../src/fielding/quota.ts')>();
  const shareOf: typeof real.shareOf = (sampling, strata) =>
    isIn('everybody is in the sample') ? 1 : real.shareOf(sampling, strata);
  return { ...real, shareOf };
});

vi.mock('../../src/fieldwork/quota-store.ts', async (original) => {
  const real = await original<typeof import('../../src/fieldwork/quota-store.ts')>();
  const countQuotas: typeof real.countQuotas = async (transaction, steps) =>
    isIn('invitations are not counted in quotas') ? undefined : real.countQuotas(transaction, steps);
  return { ...real, countQuotas };
});

vi.mock('../../src/fieldwork/expire-invitations.ts', async (original) => {
  const real = await original<typeof import('../../src/fieldwork/expire-invitations.ts')>();
  const expireInvitations: typeof real.expireInvitations = async (transaction, now) =>
    isIn('nothing expires') ? 0 : real.expireInvitations(transaction, now);
  return { ...real, expireInvitations };
});

vi.mock('../../src/store/close-invitations.ts', async (original) => {
  const real = await original<typeof import('../../src/store/close-invitations.ts')>();
  const closeInvitations: typeof real.closeInvitations = async (transaction, responses) =>
    isIn('an answer stops no reminder') ? undefined : real.closeInvitations(transaction, responses);
  return { ...real, closeInvitations };
});

vi.mock('../../src/answering/stop.ts', async (original) => {
  const real = await original<typeof import('../../src/answering/stop.ts')>();
  const unsubscribe: typeof real.unsubscribe = async (...given) =>
    isIn('an opt-out is not kept') ? undefined : real.unsubscribe(...given);
  const stopReminders: typeof real.stopReminders = async (...given) =>
    isIn('reminders go on after a wish') ? undefined : real.stopReminders(...given);
  return { ...real, unsubscribe, stopReminders };
});

vi.mock('../../src/accounts/suppression-store.ts', async (original) => {
  const real = await original<typeof import('../../src/accounts/suppression-store.ts')>();
  const suppressedHashes: typeof real.suppressedHashes = async (transaction, hashes) =>
    isIn('suppressed addresses are written to') ? new Set() : real.suppressedHashes(transaction, hashes);
  return { ...real, suppressedHashes };
});

vi.mock('../../src/fieldwork/message-claim-store.ts', async (original) => {
  const real = await original<typeof import('../../src/fieldwork/message-claim-store.ts')>();
  const recoverMessages: typeof real.recoverMessages = async (transaction, given) => {
    if (isIn('an uncertain message is sent again')) {
      await transaction.query(
        "update message set state = 'planned', claimed_at = null where workspace_id = $1 and state = 'handing-over' and claimed_at < $2",
        [transaction.workspaceId, new Date(given.now.getTime() - given.patience.handingOver)],
      );
    }
    return real.recoverMessages(transaction, given);
  };
  const beginHandOver: typeof real.beginHandOver = async (transaction, claimed, given) => {
    if (!isIn('a message is handed over without its claim')) return real.beginHandOver(transaction, claimed, given);
    await transaction.query("update message set state = 'handing-over' where workspace_id = $1 and id = $2", [
      transaction.workspaceId,
      claimed.id,
    ]);
    return true;
  };
  return { ...real, recoverMessages, beginHandOver };
});

vi.mock('../../src/fieldwork/encounter-candidates.ts', async (original) => {
  const real = await original<typeof import('../../src/fieldwork/encounter-candidates.ts')>();
  const encounterCandidates: typeof real.encounterCandidates = async (transaction, given) => {
    const found = await real.encounterCandidates(transaction, given);
    return isIn('a person is planned twice') ? found.flatMap((one) => [one, one]) : found;
  };
  return { ...real, encounterCandidates };
});

vi.mock('../../src/fieldwork/encounter-history.ts', async (original) => {
  const real = await original<typeof import('../../src/fieldwork/encounter-history.ts')>();
  const encounterFacts: typeof real.encounterFacts = (events) =>
    // The one that came last instead of the one that happened last.
    isIn('the event that arrives last decides')
      ? { ...real.encounterFacts(events.slice(-1)) }
      : real.encounterFacts(events);
  return { ...real, encounterFacts };
});

vi.mock('../../src/fielding/response-rates.ts', async (original) => {
  const real = await original<typeof import('../../src/fielding/response-rates.ts')>();
  const countDispositions: typeof real.countDispositions = (ended) => {
    const all = [...ended];
    return real.countDispositions(isIn('a disposition counts twice') ? [...all, ...all.slice(0, 1)] : all);
  };
  return { ...real, countDispositions };
});

vi.mock('../../src/fieldwork/stop-invitations.ts', async (original) => {
  const real = await original<typeof import('../../src/fieldwork/stop-invitations.ts')>();
  const stopOfEncounters: typeof real.stopOfEncounters = async (...given) =>
    isIn('an encounter that is taken back stops nothing') ? undefined : real.stopOfEncounters(...given);
  return { ...real, stopOfEncounters };
});

vi.mock('../../src/fieldwork/event-store.ts', async (original) => {
  const real = await original<typeof import('../../src/fieldwork/event-store.ts')>();
  const insertEvents: typeof real.insertEvents = (transaction, numbered, now) =>
    real.insertEvents(transaction, isIn('an event is acknowledged and lost') ? numbered.slice(0, 3) : numbered, now);
  const storedOf: typeof real.storedOf = (requests, known) =>
    isIn('an event is acknowledged and lost')
      ? requests.map((request) => ({ accepted: request.length, duplicates: 0, ids: [], areNew: [] }))
      : real.storedOf(requests, known);
  return { ...real, insertEvents, storedOf };
});

/** Each fault, and what it has to be found by. */
const faults: readonly (readonly [string, string])[] = [
  ['quiet hours are not kept', 'I5'],
  ['a person is asked again at once', 'I6 person'],
  ['a metric is asked again at once', 'I6 metric'],
  ['persons of an account are not counted', 'I6 account'],
  ['what answering costs is not counted', 'I6 load'],
  ['everybody is in the sample', 'sampling'],
  ['invitations are not counted in quotas', 'I7'],
  ['nothing expires', 'I8'],
  ['an answer stops no reminder', 'I4'],
  ['an opt-out is not kept', 'I4'],
  ['reminders go on after a wish', 'I4'],
  ['suppressed addresses are written to', 'I4'],
  ['an encounter that is taken back stops nothing', 'I4'],
  ['an uncertain message is sent again', 'I3'],
  ['a message is handed over without its claim', 'I4'],
  ['a person is planned twice', 'a step fails'],
  ['the event that arrives last decides', 'I1'],
  ['an event is acknowledged and lost', 'I1'],
  ['a disposition counts twice', 'I9'],
];
/** Within so many years every one of them is found. */
const mostSeeds = Number(process.env.CANDOR_TEST_FAULT_SEEDS ?? 16);
const customers = 12;
const seeds = Array.from({ length: mostSeeds }, (_, i) => i + 1);

let years: Awaited<ReturnType<typeof storeOfYears>>;
let run = 0;
beforeAll(async () => {
  years = await storeOfYears();
});
afterAll(() => years.test.close());

async function liveWith(fault: string, until: (invariants: readonly string[]) => boolean) {
  planted.fault = fault;
  run += 1;
  const found: { seed: number; invariants: readonly string[] }[] = [];
  try {
    const reports = await liveYears(years.test, years.newWorkspace, {
      seeds,
      customers,
      run,
      onYear: (seed, { violations }) => {
        const invariants = violations.map(({ invariant }) => invariant);
        if (invariants.length > 0) found.push({ seed, invariants });
        return until(invariants);
      },
    });
    return { found, lived: reports.size };
  } finally {
    planted.fault = 'none';
    // Ids of jobs are shared by all workspaces, and the same seed makes the same ones again.
    await years.test.asSuperuser('delete from job');
  }
}

describe('a fault that was planted', () => {
  const table: string[] = [];
  afterAll(() => void process.stdout.write(`${table.join('\n')}\n`));

  for (const [fault, invariant] of faults) {
    it(`is found by ${invariant}: ${fault}`, { timeout: 600_000 }, async () => {
      const isFound = (invariants: readonly string[]) => invariants.some((one) => one === invariant);
      const { found, lived } = await liveWith(fault, isFound);
      const all = [...new Set(found.flatMap(({ invariants }) => invariants))].sort().join(', ');
      table.push(`| ${fault} | ${all || 'nothing'} | ${lived} |`);
      expect(
        found.some(({ invariants }) => isFound(invariants)),
        `${lived} years found ${all || 'nothing'}`,
      ).toBe(true);
    });
  }

  it('is none of the build as it is: the same years break nothing', { timeout: 600_000 }, async () => {
    const { found, lived } = await liveWith('none', () => false);
    expect(found).toEqual([]);
    expect(lived).toBe(mostSeeds);
  });
});

import type { JobHandler } from '../queue/index.ts';
import type { Store, WorkspaceTransaction } from '../store/index.ts';
import { askForWaves, closeWave } from './close-wave.ts';
import { drawWave } from './draw-wave.ts';
import { planWavePart, type WavePlanning } from './plan-wave.ts';
import { findProgramme } from './programme-store.ts';
import { stopOfWave } from './stop-invitations.ts';
import { closingOf, insertWave } from './wave-store.ts';

/** What the work on waves needs. */
export interface Waves extends WavePlanning {
  readonly clock: () => Date;
  /** Parts planned before others have their turn. */
  readonly mostParts?: number;
}

/** The job that takes waves a step further and asks for the next, so that the turns of workspaces alternate. */
export function waveHandlers(waves: Waves): Readonly<Record<'ask-waves', JobHandler>> {
  return {
    async 'ask-waves'({ workspaceId }) {
      if (!(await workOnWaves(waves, workspaceId))) return;
      await waves.store.inWorkspace(workspaceId, (transaction) => askForWaves(transaction, waves.clock()));
    },
  };
}

const usualParts = 10;
const stoppedAtOnce = 1_000;

/** Draws, plans and closes what is due in a workspace, each in short transactions. Whether more is left to do. */
export async function workOnWaves(
  { store, links, reader, clock, mostParts = usualParts }: Waves,
  workspaceId: string,
): Promise<boolean> {
  const now = clock();
  await store.inWorkspace(workspaceId, (transaction) => makeDueWaves(transaction, now));
  const due = await store.readWorkspace(workspaceId, (transaction) => dueWaves(transaction, now));
  let parts = mostParts;
  for (const { id, step } of due) {
    if (step === 'draw') await drawWave(store, workspaceId, { waveId: id, reader, now });
    if (step === 'close') await store.inWorkspace(workspaceId, (transaction) => closeWave(transaction, id, now));
    if (step === 'close' || step === 'settle') await settleWave(store, workspaceId, id, now);
    if (step !== 'draw' && step !== 'plan') continue;
    for (; parts > 0; parts -= 1) {
      if ((await planWavePart({ store, links, reader }, workspaceId, { waveId: id, now: clock() })) === 0) break;
    }
  }
  return parts === 0;
}

/** Ends what of a closed wave is open, some at a time; settled is it when nothing is. */
async function settleWave(store: Store, workspaceId: string, waveId: string, now: Date): Promise<void> {
  for (;;) {
    const stopped = await store.inWorkspace(workspaceId, (transaction) =>
      stopOfWave(transaction, waveId, { now, most: stoppedAtOnce }),
    );
    if (stopped === 0) break;
  }
  await store.inWorkspace(workspaceId, ({ query }) =>
    query('update wave set settled_at = $3 where workspace_id = $1 and id = $2 and settled_at is null', [
      workspaceId,
      waveId,
      now,
    ]),
  );
}

interface DueWave {
  readonly id: string;
  readonly step: 'draw' | 'plan' | 'close' | 'settle';
}

/** What waits in each wave that asks by itself; one that an import named has no goal and asks nobody. */
async function dueWaves({ workspaceId, query }: WorkspaceTransaction, now: Date): Promise<readonly DueWave[]> {
  return query<DueWave>(
    `select w.id, case when w.closed_at is not null then 'settle' when w.closes_at <= $2 then 'close'
         when w.sampled_at is null then 'draw' else 'plan' end as step
     from wave w join programme p on p.workspace_id = w.workspace_id and p.id = w.programme_id
     where w.workspace_id = $1 and p.workspace_id = $1 and w.goal <> '{}' and w.settled_at is null
       and (w.closed_at is not null or w.closes_at <= $2
         or (p.state = 'running' and w.opens_at <= $2 and w.planned_at is null))
     order by w.opens_at, w.id`,
    [workspaceId, now],
  );
}

/** When the rhythm of each programme that runs asks for its next wave: so many months after the last one opened. */
const nextOpening = `(w.opens_at at time zone s.time_zone
  + make_interval(months => (p.rules -> 'waves' ->> 'everyMonths')::int)) at time zone s.time_zone`;

async function rhythmDue({ workspaceId, query }: WorkspaceTransaction, now: Date) {
  return query<{ programmeId: string; number: number; opensAt: Date }>(
    `select p.id as "programmeId", w.number + 1 as number, ${nextOpening} as "opensAt"
     from programme p join workspace s on s.workspace_id = p.workspace_id
     join lateral (select number, opens_at, closes_at, closed_at, goal from wave l where l.workspace_id = $1
       and l.programme_id = p.id order by number desc limit 1) w on true
     where p.workspace_id = $1 and s.workspace_id = $1 and p.level = 'relationship' and p.state = 'running'
       and p.rules <> '{}' and w.goal <> '{}' and (w.closed_at is not null or w.closes_at <= $2)
       and ${nextOpening} <= $2`,
    [workspaceId, now],
  );
}

/** The wave that the rhythm asks for, once the one before is closed. The first of a programme is made by hand. */
async function makeDueWaves(transaction: WorkspaceTransaction, now: Date): Promise<void> {
  for (const { programmeId, number, opensAt } of await rhythmDue(transaction, now)) {
    const { rules } = await findProgramme(transaction, programmeId);
    if (rules?.level !== 'relationship') continue;
    // Whoever makes the same one at this moment waits here, and finds it then.
    await transaction.query('select id from programme where workspace_id = $1 and id = $2 for no key update', [
      transaction.workspaceId,
      programmeId,
    ]);
    const still = await rhythmDue(transaction, now);
    if (!still.some((one) => one.programmeId === programmeId && one.number === number)) continue;
    const closesAt = closingOf(opensAt, now, rules.expiryDays);
    await insertWave(transaction, { programmeId, number, opensAt, closesAt, rules, now });
  }
}

/** When the next wave of a programme will be made by its rhythm; undefined while it has none or does not run. */
export async function nextWaveAt(
  { workspaceId, query }: WorkspaceTransaction,
  programmeId: string,
): Promise<Date | undefined> {
  const [next] = await query<{ at: Date }>(
    `select ${nextOpening} as at from wave w
     join programme p on p.workspace_id = w.workspace_id and p.id = w.programme_id
     join workspace s on s.workspace_id = w.workspace_id
     where w.workspace_id = $1 and p.workspace_id = $1 and s.workspace_id = $1 and w.programme_id = $2
       and p.state = 'running' and w.goal <> '{}' order by w.number desc limit 1`,
    [workspaceId, programmeId],
  );
  return next?.at;
}

/** Asks for the work on waves in every workspace that has some: nothing is lost when a job is. Answers how many. */
export async function sweepWaves(store: Store, now: Date): Promise<number> {
  const workspaces = await store.inTransaction((connection) =>
    connection.query<{ id: string }>('select workspace_id as id from workspace_directory order by workspace_id'),
  );
  let due = 0;
  for (const { id } of workspaces) {
    due += await store.inWorkspace(id, async (transaction) => {
      const waiting = [...(await dueWaves(transaction, now)), ...(await rhythmDue(transaction, now))];
      if (waiting.length === 0) return 0;
      await askForWaves(transaction, now);
      return 1;
    });
  }
  return due;
}

import { CandorError } from '../errors/index.ts';
import type { WaveRules } from '../fielding/index.ts';
import { newId, sqlState, type WorkspaceTransaction } from '../store/index.ts';
import { findProgramme, type Programme } from './programme-store.ts';

/** Where a wave is. `waiting`: it opens later. `drawing` and `planning` take seconds to minutes. */
export const waveStates = ['waiting', 'drawing', 'planning', 'open', 'closed'] as const;
export type WaveState = (typeof waveStates)[number];

/** What the draw of a wave expected to reach. Shares are 0..1. */
export interface WaveDraw {
  readonly accounts: number;
  readonly persons: number;
  readonly drawnAccounts: number;
  readonly drawnPersons: number;
  /** Expected share of those asked who answer, and how many earlier invitations say so; 0: nothing is known yet. */
  readonly responseShare: number;
  readonly responseFrom: number;
  readonly expected: {
    readonly revenue: number;
    readonly accounts: number;
    readonly reachable: number;
    readonly isReached: boolean;
  };
}

export interface Wave {
  readonly id: string;
  readonly programmeId: string;
  readonly number: number;
  readonly state: WaveState;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly closedAt: Date | null;
  /** Absent for one that an import named. */
  readonly goal?: WaveRules['goal'];
  readonly draw?: WaveDraw;
}

interface Row {
  readonly id: string;
  readonly programmeId: string;
  readonly number: number;
  readonly opensAt: Date;
  readonly closesAt: Date | null;
  readonly closedAt: Date | null;
  readonly sampledAt: Date | null;
  readonly plannedAt: Date | null;
  readonly goal: WaveRules['goal'];
  readonly sample: WaveDraw;
}

const columns = `w.id, w.programme_id as "programmeId", w.number, w.opens_at as "opensAt", w.closes_at as "closesAt",
  w.closed_at as "closedAt", w.sampled_at as "sampledAt", w.planned_at as "plannedAt", w.goal, w.sample`;

function stateOf({ opensAt, closesAt, closedAt, sampledAt, plannedAt }: Row, now: Date): WaveState {
  if (closedAt !== null || (closesAt !== null && closesAt <= now)) return 'closed';
  if (opensAt > now) return 'waiting';
  if (sampledAt === null) return 'drawing';
  return plannedAt === null ? 'planning' : 'open';
}

function waveOf(row: Row, now: Date): Wave {
  const { id, programmeId, number, opensAt, closesAt, closedAt, goal, sample, sampledAt } = row;
  return {
    ...{ id, programmeId, number, opensAt, closedAt, closesAt: closesAt ?? opensAt },
    state: stateOf(row, now),
    ...(Object.keys(goal).length > 0 && { goal }),
    ...(sampledAt !== null && Object.keys(sample).length > 0 && { draw: sample }),
  };
}

/** The waves of a programme, the latest first. */
export async function listWaves(
  { workspaceId, query }: WorkspaceTransaction,
  programmeId: string,
  now: Date,
): Promise<readonly Wave[]> {
  const rows = await query<Row>(
    `select ${columns} from wave w where w.workspace_id = $1 and w.programme_id = $2 order by w.number desc`,
    [workspaceId, programmeId],
  );
  return rows.map((row) => waveOf(row, now));
}

/** `CND_NOT_FOUND` where the workspace has none of this id. */
export async function findWave({ workspaceId, query }: WorkspaceTransaction, id: string, now: Date): Promise<Wave> {
  const [row] = await query<Row>(`select ${columns} from wave w where w.workspace_id = $1 and w.id = $2`, [
    workspaceId,
    id,
  ]);
  if (!row) throw new CandorError('CND_NOT_FOUND', `there is no wave ${id}`, { kind: 'wave' });
  return waveOf(row, now);
}

const dayMilliseconds = 86_400_000;
/** Sending a wave takes some days: hours, limits of the sender. An invitation has its own days after that. */
const sendingDays = 7;

export interface NewWave {
  readonly programmeId: string;
  /** Absent: now. */
  readonly opensAt?: Date;
  /** Absent: a week of sending and the days that an invitation has, after it opens. */
  readonly closesAt?: Date;
  readonly now: Date;
}

/**
 * Makes a wave of a programme that runs. Nobody is drawn before it opens. Refuses a programme of encounters or one that
 * does not run (`CND_PROGRAMME_STATE`), a second wave while one is not closed, and a closing that is not after the
 * opening and the present (`CND_WAVE_STATE`).
 */
export async function addWave(
  transaction: WorkspaceTransaction,
  { programmeId, opensAt: asked, closesAt: until, now }: NewWave,
): Promise<string> {
  const { workspaceId, query } = transaction;
  const rules = wavesOf(await findProgramme(transaction, programmeId));
  const opensAt = asked ?? now;
  const closesAt = until ?? closingOf(opensAt, now, rules.expiryDays);
  if (closesAt <= opensAt || closesAt <= now) {
    throw new CandorError('CND_WAVE_STATE', 'a wave needs to close after it opens, and later than now', {
      field: 'closesAt',
    });
  }
  const last = await lastWave(transaction, programmeId);
  if (last && !last.isOver(now)) {
    throw new CandorError('CND_WAVE_STATE', `wave ${last.number} is not closed yet`, { field: 'opensAt' });
  }
  return insertWave(
    { workspaceId, query },
    { programmeId, number: (last?.number ?? 0) + 1, opensAt, closesAt, rules, now },
  );
}

export const closingOf = (opensAt: Date, now: Date, expiryDays: number): Date =>
  new Date(Math.max(opensAt.getTime(), now.getTime()) + (sendingDays + expiryDays) * dayMilliseconds);

function wavesOf({ level, state, rules }: Programme) {
  if (level !== 'relationship' || rules?.level !== 'relationship') {
    throw new CandorError('CND_PROGRAMME_STATE', 'only a programme of the relationship asks in waves', {
      field: 'level',
    });
  }
  if (state !== 'running') {
    throw new CandorError('CND_PROGRAMME_STATE', 'the programme does not run', { field: 'state', state });
  }
  return rules;
}

async function lastWave({ workspaceId, query }: WorkspaceTransaction, programmeId: string) {
  const [last] = await query<{ number: number; closesAt: Date | null; closedAt: Date | null }>(
    `select number, closes_at as "closesAt", closed_at as "closedAt" from wave
     where workspace_id = $1 and programme_id = $2 order by number desc limit 1`,
    [workspaceId, programmeId],
  );
  if (!last) return undefined;
  const { number, closesAt, closedAt } = last;
  return { number, isOver: (now: Date) => closedAt !== null || (closesAt !== null && closesAt <= now) };
}

interface InsertedWave {
  readonly programmeId: string;
  readonly number: number;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly rules: { readonly waves: WaveRules };
  readonly now: Date;
}

/** Of two that make the same wave at once one is told so (`CND_WAVE_STATE`). */
export async function insertWave(
  { workspaceId, query }: Pick<WorkspaceTransaction, 'workspaceId' | 'query'>,
  { programmeId, number, opensAt, closesAt, rules, now }: InsertedWave,
): Promise<string> {
  const id = newId();
  try {
    await query(
      `insert into wave (workspace_id, id, programme_id, number, opens_at, closes_at, goal, created_at)
       values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8)`,
      [workspaceId, id, programmeId, number, opensAt, closesAt, JSON.stringify(rules.waves.goal), now],
    );
  } catch (error) {
    if (sqlState(error) !== '23505') throw error;
    throw new CandorError('CND_WAVE_STATE', `wave ${number} was made a moment ago`, { field: 'opensAt' });
  }
  return id;
}

import { CandorError } from '../errors/index.ts';
import { type ProgrammeRules, parseProgrammeRules } from '../fielding/index.ts';
import { newId, sqlState, type WorkspaceTransaction } from '../store/index.ts';
import { askForWaves, closeWavesOf } from './close-wave.ts';
import { cancelOfProgramme } from './stop-invitations.ts';

export const programmeStates = ['draft', 'running', 'paused', 'ended'] as const;
export type ProgrammeState = (typeof programmeStates)[number];

/** A programme as it is shown. */
export interface Programme {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly level: 'encounter' | 'relationship';
  readonly state: ProgrammeState;
  readonly surveyId: string;
  /** What asks; absent where an import named the programme and nothing is asked by it. */
  readonly rules?: ProgrammeRules;
  readonly createdAt: Date;
  readonly updatedAt: Date | null;
}

const shown = `id, key, name, level, state, survey_id as "surveyId", rules, created_at as "createdAt",
  updated_at as "updatedAt"`;

type Row = Omit<Programme, 'rules'> & { readonly rules: object };

/** Stored rules were checked when they were written; those of a programme that an import named are empty. */
export function storedRules(rules: object): ProgrammeRules | undefined {
  return Object.keys(rules).length === 0 ? undefined : parseProgrammeRules(rules);
}

function programmeOf({ rules, ...row }: Row): Programme {
  const stored = storedRules(rules);
  return stored ? { ...row, rules: stored } : row;
}

export async function listProgrammes({ workspaceId, query }: WorkspaceTransaction): Promise<readonly Programme[]> {
  const rows = await query<Row>(`select ${shown} from programme where workspace_id = $1 order by key`, [workspaceId]);
  return rows.map(programmeOf);
}

/** `CND_NOT_FOUND` where the workspace has none of this id. */
export async function findProgramme({ workspaceId, query }: WorkspaceTransaction, id: string): Promise<Programme> {
  const [row] = await query<Row>(`select ${shown} from programme where workspace_id = $1 and id = $2`, [
    workspaceId,
    id,
  ]);
  if (!row) throw new CandorError('CND_NOT_FOUND', `there is no programme ${id}`, { kind: 'programme' });
  return programmeOf(row);
}

export interface NewProgramme {
  readonly key: string;
  readonly name: string;
  /** Key of the survey that it asks. */
  readonly survey: string;
  readonly rules: unknown;
  readonly now: Date;
}

/**
 * Makes a programme, as a draft: nobody is asked before it is started. Refuses rules that cannot be
 * (`CND_PROGRAMME_RULES`, with the field), an unknown survey (`CND_NOT_FOUND`), a survey of the other level
 * (`CND_PROGRAMME_RULES`) and a key that is in use (`CND_TAKEN`).
 */
export async function addProgramme(
  { workspaceId, query }: WorkspaceTransaction,
  { key, name, survey, rules: given, now }: NewProgramme,
): Promise<string> {
  const rules = parseProgrammeRules(given);
  const [found] = await query<{ id: string; level: string }>(
    'select id, level from survey where workspace_id = $1 and key = $2',
    [workspaceId, survey],
  );
  if (!found) throw new CandorError('CND_NOT_FOUND', `there is no survey "${survey}"`, { kind: 'survey' });
  refuseLevel(found.level, rules.level);
  const id = newId();
  try {
    await query(
      `insert into programme (workspace_id, id, key, name, level, survey_id, rules, state, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7::jsonb, 'draft', $8, $8)`,
      [workspaceId, id, key, name, rules.level, found.id, JSON.stringify(rules), now],
    );
  } catch (error) {
    if (sqlState(error) !== '23505') throw error;
    throw new CandorError('CND_TAKEN', `there is a programme "${key}" already`, { field: 'key' });
  }
  return id;
}

function refuseLevel(is: string, asked: string): void {
  if (is === asked) return;
  const message = `rules of a programme: "level" needs to be ${is}, as its survey is: the levels are never pooled`;
  throw new CandorError('CND_PROGRAMME_RULES', message, { field: 'level' });
}

export interface ProgrammeChange {
  readonly name?: string;
  readonly rules?: unknown;
  readonly state?: Exclude<ProgrammeState, 'draft'>;
  /** When the programme was changed last, as far as the one who changes it knows. */
  readonly seen?: Date;
}

/**
 * Changes name, rules or state. What is planned already is judged by the new rules when it is handed over. A paused
 * programme keeps what is planned; one that ends cancels it, reminds nobody any more, and stays ended
 * (`CND_PROGRAMME_STATE`). With `seen` nothing is written over that another has changed since. One is started only with a published survey that can be asked (`CND_PROGRAMME_STATE`).
 */
export async function changeProgramme(
  transaction: WorkspaceTransaction,
  id: string,
  { name, rules: given, state, seen, now }: ProgrammeChange & { readonly now: Date },
): Promise<void> {
  const { workspaceId, query } = transaction;
  const before = await findProgramme(transaction, id);
  const rules = given === undefined ? undefined : parseProgrammeRules(given);
  if (rules) refuseLevel(before.level, rules.level);
  if (before.state === 'ended' && (state ?? 'ended') !== 'ended') {
    throw new CandorError('CND_PROGRAMME_STATE', 'the programme has ended; make another one', { state: before.state });
  }
  if (state === 'running') await refuseUnready(transaction, before, rules);
  const written = await query(
    `update programme set name = coalesce($3, name), rules = coalesce($4::jsonb, rules), state = coalesce($5, state),
       updated_at = $6
     where workspace_id = $1 and id = $2 and ($7::timestamptz is null or updated_at = $7) returning id`,
    [workspaceId, id, name ?? null, rules ? JSON.stringify(rules) : null, state ?? null, now, seen ?? null],
  );
  if (written.length === 0) {
    throw new CandorError('CND_PROGRAMME_STATE', 'the programme was changed in the meantime', { field: 'seen' });
  }
  if (state !== 'ended' || before.state === 'ended') return;
  if (before.level === 'encounter') {
    await cancelOfProgramme(transaction, id, now);
  } else {
    await closeWavesOf(transaction, id, now);
    await askForWaves(transaction, now);
  }
}

async function refuseUnready(
  { workspaceId, query }: WorkspaceTransaction,
  { surveyId, rules }: Programme,
  changed: ProgrammeRules | undefined,
): Promise<void> {
  if (!rules && !changed) {
    throw new CandorError('CND_PROGRAMME_STATE', 'the programme has no rules yet', { field: 'rules' });
  }
  const published = await query(
    `select 1 from survey_version
     where workspace_id = $1 and survey_id = $2 and published_at is not null and retired_at is null limit 1`,
    [workspaceId, surveyId],
  );
  if (published.length > 0) return;
  throw new CandorError('CND_PROGRAMME_STATE', 'its survey has no published version', { field: 'survey' });
}

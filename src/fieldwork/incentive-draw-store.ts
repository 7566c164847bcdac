import { randomUUID } from 'node:crypto';
import { CandorError } from '../errors/index.ts';
import { commitDraw, drawWinners } from '../fielding/index.ts';
import { newId, type WorkspaceTransaction } from '../store/index.ts';
import { findProgramme } from './programme-store.ts';
import { writeRows } from './row-writer.ts';

/** A draw among those who answered. It knows tickets and persons, and no answer. */
export interface IncentiveDraw {
  readonly id: string;
  readonly programmeId: string;
  readonly waveId: string | null;
  readonly name: string;
  readonly winners: number;
  readonly entrants: number;
  /** Publish it before the seed is known: it fixes who takes part and gives nobody away. */
  readonly listHash: string;
  readonly madeAt: Date;
  readonly seed: string | null;
  readonly drawnAt: Date | null;
}

const columns = `id, programme_id as "programmeId", wave_id as "waveId", name, winners, entrants, list_commitment as "listHash",
  made_at as "madeAt", seed, drawn_at as "drawnAt"`;

export async function listDraws(
  { workspaceId, query }: WorkspaceTransaction,
  programmeId: string,
): Promise<readonly IncentiveDraw[]> {
  return query<IncentiveDraw>(
    `select ${columns} from incentive_draw where workspace_id = $1 and programme_id = $2 order by made_at desc, id desc`,
    [workspaceId, programmeId],
  );
}

/** `CND_NOT_FOUND` where the workspace has none of this id. */
export async function findDraw({ workspaceId, query }: WorkspaceTransaction, id: string): Promise<IncentiveDraw> {
  const [draw] = await query<IncentiveDraw>(
    `select ${columns} from incentive_draw where workspace_id = $1 and id = $2`,
    [workspaceId, id],
  );
  if (!draw) throw new CandorError('CND_NOT_FOUND', `there is no draw ${id}`, { kind: 'draw' });
  return draw;
}

export interface NewDraw {
  readonly programmeId: string;
  readonly waveId?: string;
  readonly name: string;
  readonly winners: number;
  readonly now: Date;
}

/**
 * Fixes who takes part: everybody with a completed invitation, once, under a ticket drawn by chance. Which ticket is whose
 * stands here only, and nothing of the answer does. Refused without an incentive in the rules, without anybody who
 * answered, and for more winners than take part (`CND_DRAW_STATE`).
 */
export async function makeDraw(
  transaction: WorkspaceTransaction,
  { programmeId, waveId, name, winners, now }: NewDraw,
): Promise<IncentiveDraw> {
  const { workspaceId, query } = transaction;
  const { rules } = await findProgramme(transaction, programmeId);
  if (!rules?.hasIncentive) {
    throw new CandorError('CND_DRAW_STATE', 'the rules of the programme promise no incentive', {
      field: 'rules.hasIncentive',
    });
  }
  const persons = await query<{ id: string }>(
    `select distinct i.contact_id as id from invitation i
     join contact c on c.workspace_id = i.workspace_id and c.id = i.contact_id
     where i.workspace_id = $1 and c.workspace_id = $1 and i.programme_id = $2 and i.state = 'completed'
       and i.import_id is null and ($3::uuid is null or i.wave_id = $3) and c.erased_at is null and not c.staff`,
    [workspaceId, programmeId, waveId ?? null],
  );
  if (persons.length < winners) {
    throw new CandorError('CND_DRAW_STATE', `${persons.length} take part and ${winners} would win`, {
      field: 'winners',
      entrants: persons.length,
    });
  }
  const entries = persons.map(({ id }) => ({ ticket: randomUUID(), contactId: id }));
  const { listHash, entrants } = commitDraw(entries.map(({ ticket }) => ticket));
  const id = newId();
  await query(
    `insert into incentive_draw (workspace_id, id, programme_id, wave_id, name, winners, entrants, list_commitment, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [workspaceId, id, programmeId, waveId ?? null, name, winners, entrants, listHash, now],
  );
  const entryColumns = [
    ['id', 'uuid', () => newId()],
    ['draw_id', 'uuid', () => id],
    ['ticket', 'text', ({ ticket }: (typeof entries)[number]) => ticket],
    ['contact_id', 'uuid', ({ contactId }: (typeof entries)[number]) => contactId],
  ] as const;
  await writeRows(transaction, { table: 'draw_entry', columns: entryColumns }, entries);
  return findDraw(transaction, id);
}

/**
 * Draws the winners by a seed that everybody can look up, such as a closing figure of a later day. The same list and seed
 * give the same winners to whoever checks. A draw is run once (`CND_DRAW_STATE`).
 */
export async function runDraw(
  transaction: WorkspaceTransaction,
  { id, seed, now }: { readonly id: string; readonly seed: string; readonly now: Date },
): Promise<IncentiveDraw> {
  const { workspaceId, query } = transaction;
  // Two that run it at once: the second one waits, and finds it run.
  await query('select id from incentive_draw where workspace_id = $1 and id = $2 for update', [workspaceId, id]);
  const draw = await findDraw(transaction, id);
  if (draw.drawnAt !== null) {
    throw new CandorError('CND_DRAW_STATE', 'this draw was run already', { field: 'seed' });
  }
  const tickets = await ticketsOf(transaction, id);
  const won = drawWinners(draw.listHash, seed, tickets, draw.winners);
  await query(
    `update draw_entry e set place = g.place from unnest($3::text[], $4::int[]) as g (ticket, place)
     where e.workspace_id = $1 and e.draw_id = $2 and e.ticket = g.ticket`,
    [workspaceId, id, won, won.map((_, i) => i + 1)],
  );
  await query('update incentive_draw set seed = $3, drawn_at = $4 where workspace_id = $1 and id = $2', [
    workspaceId,
    id,
    seed,
    now,
  ]);
  return findDraw(transaction, id);
}

/** The list that the hash is of: what somebody needs who checks a draw. */
export async function ticketsOf(
  { workspaceId, query }: WorkspaceTransaction,
  drawId: string,
): Promise<readonly string[]> {
  const rows = await query<{ ticket: string }>(
    'select ticket from draw_entry where workspace_id = $1 and draw_id = $2 order by ticket collate "C"',
    [workspaceId, drawId],
  );
  return rows.map(({ ticket }) => ticket);
}

export interface DrawWinner {
  readonly place: number;
  readonly ticket: string;
  readonly contact: string | null;
  readonly email: string | null;
}

export async function winnersOf(
  { workspaceId, query }: WorkspaceTransaction,
  drawId: string,
): Promise<readonly DrawWinner[]> {
  return query<DrawWinner>(
    `select e.place, e.ticket, c.name as contact, c.email from draw_entry e
     join contact c on c.workspace_id = e.workspace_id and c.id = e.contact_id
     where e.workspace_id = $1 and c.workspace_id = $1 and e.draw_id = $2 and e.place is not null order by e.place`,
    [workspaceId, drawId],
  );
}

import {
  cellColumn,
  countsPerPoint,
  noId,
  type ResponseDimensions,
  type TallyShape,
  tallyShapes,
} from './tally-cell.ts';
import type { WorkspaceTransaction } from './workspace-transaction.ts';

/** Answers that fall into one cell, on one point of their scale. A negative weight takes answers back. */
export interface CountedAnswers extends ResponseDimensions {
  readonly questionId: string;
  readonly point: number;
  /** Points of the scale of the question. */
  readonly points: number;
  /** How many of them; a whole number. */
  readonly weight: number;
}

/** Rows with the columns of `tally_delta` (its id aside), whose weights may be any whole numbers, and their parameters. */
export interface DeltaRows {
  readonly relation: string;
  /** From `$2` on; `$1` is the workspace. */
  readonly values: readonly unknown[];
  readonly mostPoints: number;
}

/** One writer of the tallies of a workspace at a time: two would lock the same cells in different orders. */
export async function lockTallies({ workspaceId, query }: WorkspaceTransaction): Promise<void> {
  await query('select workspace_id from workspace where workspace_id = $1 for no key update', [workspaceId]);
}

/**
 * Counts answers straight into all tallies, in the transaction that writes them: for many at once, where a delta per
 * answer and its fold would cost twice. Holds the lock of the fold until the end of the transaction. Answers may be
 * added up before (weight) or not; the result is that of deltas and a fold.
 */
export async function addToTallies(
  transaction: WorkspaceTransaction,
  answers: readonly CountedAnswers[],
): Promise<void> {
  if (answers.length === 0) return;
  const mostPoints = answers.reduce((most, { points }) => Math.max(most, points), 0);
  const relation = `(select * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::text[],
      $9::date[], $10::smallint[], $11::smallint[], $12::int[])
    as given (question_id, touchpoint_id, org_unit_id, account_id, segment, respondent_role, channel, day, point, points,
      weight)) as given`;
  const values = [
    answers.map(({ questionId }) => questionId),
    answers.map(({ touchpointId }) => touchpointId ?? noId),
    answers.map(({ orgUnitId }) => orgUnitId ?? noId),
    answers.map(({ accountId }) => accountId ?? noId),
    answers.map(({ segment }) => segment ?? ''),
    answers.map(({ respondentRole }) => respondentRole ?? ''),
    answers.map(({ channel }) => channel ?? ''),
    answers.map(({ day }) => day),
    answers.map(({ point }) => point),
    answers.map(({ points }) => points),
    answers.map(({ weight }) => weight),
  ];
  await lockTallies(transaction);
  for (const shape of tallyShapes) await addDeltaRows(transaction, shape, { relation, values, mostPoints });
  await noteTallyWrite(
    transaction,
    answers.reduce((sum, { weight }) => sum + Math.max(0, -weight), 0),
  );
}

/**
 * The same from a temporary table with the columns of `tally_delta` (its id and workspace aside), which may hold one
 * row per answer: nothing passes through this process. `table` is its name.
 */
export async function addTableToTallies(transaction: WorkspaceTransaction, table: string): Promise<void> {
  const name = `"${table.replaceAll('"', '""')}"`;
  const [size] = await transaction.query<{ most: number | null; taken_back: number }>(
    `select max(points) as most, coalesce(-sum(weight) filter (where weight < 0), 0) as taken_back from ${name}`,
  );
  if (!size || size.most === null) return;
  await lockTallies(transaction);
  for (const shape of tallyShapes) {
    await addDeltaRows(transaction, shape, { relation: name, values: [], mostPoints: size.most });
  }
  await noteTallyWrite(transaction, size.taken_back);
}

/**
 * Adds the rows to one tally, in the order of its key: cells that are read together then lie together, and reading those of
 * a month by the index took half the time. The caller holds the lock.
 */
export async function addDeltaRows(
  { workspaceId, query }: WorkspaceTransaction,
  { table, key, accountsOnly }: TallyShape,
  { relation, values, mostPoints }: DeltaRows,
): Promise<void> {
  const columns = key.join(', ');
  const taken = key.map(cellColumn).join(', ');
  await query(
    `insert into ${table} as t (workspace_id, ${columns}, counts)
     select $1::uuid, ${taken}, ${countsPerPoint(mostPoints)} from ${relation}
     ${accountsOnly ? `where account_id <> '${noId}'` : ''} group by ${taken} order by ${taken}
     on conflict (workspace_id, ${columns}) do update set counts = add_counts(t.counts, excluded.counts)`,
    [workspaceId, ...values],
  );
}

/** Notes that the tallies were written, and how many answers were taken back: what was kept of them may be old. */
export async function noteTallyWrite({ workspaceId, query }: WorkspaceTransaction, takenBack: number): Promise<void> {
  await query(
    `insert into tally_state as t (workspace_id, writes, taken_back) values ($1, 1, $2)
     on conflict (workspace_id) do update
       set writes = t.writes + excluded.writes, taken_back = t.taken_back + excluded.taken_back`,
    [workspaceId, takenBack],
  );
}

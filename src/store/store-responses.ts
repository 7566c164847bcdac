import { CandorError } from '../errors/index.ts';
import { closeInvitations } from './close-invitations.ts';
import { newId } from './identifier.ts';
import { noId, type ResponseDimensions } from './tally-cell.ts';
import type { WorkspaceTransaction } from './workspace-transaction.ts';

/** One answered question: a point of its scale counted from 1, or words. */
export interface NewAnswer {
  readonly questionId: string;
  readonly point?: number;
  /** Points of the scale of the question; needed with `point`. */
  readonly points?: number;
  readonly words?: string;
  /** Keys of the options that were chosen, in the order of the questionnaire. */
  readonly choices?: readonly string[];
  /** Keys of all options in the order in which they were shown. */
  readonly shown?: readonly string[];
}

export interface NewResponse extends ResponseDimensions {
  /** A new one (`newId`), also for a response that may be known already. */
  readonly id: string;
  /** Where it came from; a second one of the same source and external id is the same response. */
  readonly source: string;
  readonly externalId?: string;
  readonly surveyVersionId: string;
  readonly contactId?: string;
  readonly respondedAt: Date;
  readonly recordedAt: Date;
  readonly completed: boolean;
  /** The one who was asked answers once: a second response to it is not new, whoever sends it. */
  readonly invitationId?: string;
  readonly encounterId?: string;
  readonly openLinkId?: string;
  readonly language?: string;
  /** How it was shown: language, direction, device, version of the words. */
  readonly presentation?: Readonly<Record<string, string>>;
  readonly answers: readonly NewAnswer[];
}

/**
 * Writes responses, their answers and the tally deltas in the transaction of the caller, and closes the invitations they
 * answer: a few statements however many there are. Answers the ids that are new; a response that is known already changes nothing.
 */
export async function storeResponses(
  transaction: WorkspaceTransaction,
  responses: readonly NewResponse[],
): Promise<ReadonlySet<string>> {
  responses.forEach(refuseWrongPoints);
  const stored = await insertResponses(transaction, responses, 'passed over');
  const fresh = responses.filter(({ id }) => stored.has(id));
  await Promise.all([insertAnswersOf(transaction, fresh), closeInvitations(transaction, fresh)]);
  return stored;
}

/**
 * The same for responses whose ids were never sent before, with all statements sent before any is waited for
 * (`inWorkspaceAtOnce`). One that is known already fails the transaction (unique_violation): then `storeResponses` says
 * which it is.
 */
export async function storeNewResponses(
  transaction: WorkspaceTransaction,
  responses: readonly NewResponse[],
): Promise<void> {
  responses.forEach(refuseWrongPoints);
  await Promise.all([
    insertResponses(transaction, responses, 'refused'),
    insertAnswersOf(transaction, responses),
    closeInvitations(transaction, responses),
  ]);
}

async function insertAnswersOf(transaction: WorkspaceTransaction, responses: readonly NewResponse[]): Promise<void> {
  const answers = responses.flatMap((response) => response.answers.map((answer) => ({ response, answer })));
  if (answers.length === 0) return;
  await Promise.all([insertAnswers(transaction, answers), insertDeltas(transaction, answers, 1)]);
}

function refuseWrongPoints({ answers }: NewResponse): void {
  for (const { point, points = 0, words, choices } of answers) {
    if (
      point === undefined ? (words ?? choices) !== undefined : Number.isInteger(point) && point >= 1 && point <= points
    )
      continue;
    throw new CandorError(
      'CND_ARGUMENT',
      `storeResponses needs a point from 1 to ${points}, words or choices, got ${point}`,
      {
        point: point ?? 0,
        points,
      },
    );
  }
}

async function insertResponses(
  transaction: WorkspaceTransaction,
  responses: readonly NewResponse[],
  known: 'passed over' | 'refused',
) {
  const rows = await transaction.query<{ id: string }>(
    `insert into response (workspace_id, id, source, external_id, survey_version_id, touchpoint_id, account_id,
       contact_id, org_unit_id, segment, respondent_role, channel, responded_at, recorded_at, day, completed,
       invitation_id, encounter_id, open_link_id, language, presentation)
     select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::uuid[], $7::uuid[], $8::uuid[],
       $9::uuid[], $10::text[], $11::text[], $12::text[], $13::timestamptz[], $14::timestamptz[], $15::date[],
       $16::boolean[], $17::uuid[], $18::uuid[], $19::uuid[], $20::text[], $21::jsonb[])
     ${known === 'passed over' ? 'on conflict do nothing ' : ''}returning id`,
    [
      transaction.workspaceId,
      responses.map(({ id }) => id),
      responses.map(({ source }) => source),
      responses.map(({ externalId }) => externalId ?? null),
      responses.map(({ surveyVersionId }) => surveyVersionId),
      responses.map(({ touchpointId }) => touchpointId ?? null),
      responses.map(({ accountId }) => accountId ?? null),
      responses.map(({ contactId }) => contactId ?? null),
      responses.map(({ orgUnitId }) => orgUnitId ?? null),
      responses.map(({ segment }) => segment ?? ''),
      responses.map(({ respondentRole }) => respondentRole ?? ''),
      responses.map(({ channel }) => channel ?? ''),
      responses.map(({ respondedAt }) => respondedAt),
      responses.map(({ recordedAt }) => recordedAt),
      responses.map(({ day }) => day),
      responses.map(({ completed }) => completed),
      responses.map(({ invitationId }) => invitationId ?? null),
      responses.map(({ encounterId }) => encounterId ?? null),
      responses.map(({ openLinkId }) => openLinkId ?? null),
      responses.map(({ language }) => language ?? ''),
      responses.map(({ presentation }) => (presentation ? JSON.stringify(presentation) : null)),
    ],
    known === 'passed over' ? 'insert-responses' : 'insert-new-responses',
  );
  return new Set(rows.map(({ id }) => id));
}

interface AnswerOfResponse {
  readonly response: Pick<NewResponse, keyof ResponseDimensions | 'id'>;
  readonly answer: NewAnswer;
}

async function insertAnswers(transaction: WorkspaceTransaction, answers: readonly AnswerOfResponse[]): Promise<void> {
  const columns = [
    answers.map(() => newId()),
    answers.map(({ response }) => response.id),
    answers.map(({ answer }) => answer.questionId),
    answers.map(({ answer }) => answer.point ?? null),
    answers.map(({ answer }) => answer.words ?? null),
  ];
  // Programs send neither choices nor an order, and their statement is the one that has to be fast.
  if (answers.some(({ answer }) => answer.choices ?? answer.shown)) {
    return insertChoices(transaction, answers, columns);
  }
  await transaction.query(
    `insert into answer (workspace_id, id, response_id, question_id, point, words)
     select $1, * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::smallint[], $6::text[])
     on conflict (workspace_id, id) do nothing`,
    [transaction.workspaceId, ...columns],
    'insert-answers',
  );
}

/** Lists of unequal length do not fit into one array, so each travels as JSON. */
async function insertChoices(
  { workspaceId, query }: WorkspaceTransaction,
  answers: readonly AnswerOfResponse[],
  columns: readonly unknown[],
): Promise<void> {
  const list = (keys: readonly string[] | undefined) => (keys ? JSON.stringify(keys) : null);
  const asArray = (column: string) =>
    `case when ${column} is not null then array(select jsonb_array_elements_text(${column})) end`;
  await query(
    `insert into answer (workspace_id, id, response_id, question_id, point, words, choices, shown)
     select $1, id, response_id, question_id, point, words, ${asArray('choices')}, ${asArray('shown')}
     from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::smallint[], $6::text[], $7::jsonb[], $8::jsonb[])
       as given (id, response_id, question_id, point, words, choices, shown)
     on conflict (workspace_id, id) do nothing`,
    [
      workspaceId,
      ...columns,
      answers.map(({ answer }) => list(answer.choices)),
      answers.map(({ answer }) => list(answer.shown)),
    ],
    'insert-answers-with-choices',
  );
}

/** Counts answers in (+1) or takes them back (-1). */
async function insertDeltas(
  transaction: WorkspaceTransaction,
  answers: readonly AnswerOfResponse[],
  weight: 1 | -1,
): Promise<void> {
  const scored = answers.filter(({ answer }) => answer.point !== undefined);
  if (scored.length === 0) return;
  await transaction.query(
    `insert into tally_delta (workspace_id, weight, id, question_id, touchpoint_id, org_unit_id, account_id, segment,
       respondent_role, channel, day, point, points)
     select $1, $2::smallint, * from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::text[],
       $9::text[], $10::text[], $11::date[], $12::smallint[], $13::smallint[])
     on conflict (workspace_id, id) do nothing`,
    [
      transaction.workspaceId,
      weight,
      scored.map(() => newId()),
      scored.map(({ answer }) => answer.questionId),
      scored.map(({ response }) => response.touchpointId ?? noId),
      scored.map(({ response }) => response.orgUnitId ?? noId),
      scored.map(({ response }) => response.accountId ?? noId),
      scored.map(({ response }) => response.segment ?? ''),
      scored.map(({ response }) => response.respondentRole ?? ''),
      scored.map(({ response }) => response.channel ?? ''),
      scored.map(({ response }) => response.day),
      scored.map(({ answer }) => answer.point),
      scored.map(({ answer }) => answer.points),
    ],
    'insert-deltas',
  );
}

/**
 * Removes responses with their answers and takes their scores back from the tallies, in the transaction of the caller:
 * the undo of an import, an erasure. Answers how many there were.
 */
export async function removeResponses(transaction: WorkspaceTransaction, ids: readonly string[]): Promise<number> {
  const { workspaceId } = transaction;
  // Locked first: two that remove the same response may not both take it back.
  const locked = await transaction.query<{ id: string }>(
    'select id from response where workspace_id = $1 and id = any ($2) order by id for update',
    [workspaceId, ids],
  );
  const held = locked.map(({ id }) => id);
  const scored = await transaction.query<Record<string, string> & { point: number; points: number }>(
    `select r.id, r.touchpoint_id, r.org_unit_id, r.account_id, r.segment, r.respondent_role, r.channel, r.day,
       a.question_id, a.point, q.scale_points as points
     from response r
     join answer a on a.workspace_id = r.workspace_id and a.response_id = r.id
     join question q on q.workspace_id = a.workspace_id and q.id = a.question_id
     where r.workspace_id = $1 and a.workspace_id = $1 and q.workspace_id = $1 and r.id = any ($2)
       and a.point is not null`,
    [workspaceId, held],
  );
  const answers = scored.map((row) => ({
    response: {
      id: row.id!,
      day: row.day!,
      touchpointId: row.touchpoint_id ?? noId,
      orgUnitId: row.org_unit_id ?? noId,
      accountId: row.account_id ?? noId,
      segment: row.segment!,
      respondentRole: row.respondent_role!,
      channel: row.channel!,
    },
    answer: { questionId: row.question_id!, point: row.point, points: row.points },
  }));
  await insertDeltas(transaction, answers, -1);
  await transaction.query('delete from response where workspace_id = $1 and id = any ($2)', [workspaceId, held]);
  return held.length;
}

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
 * answer: a few statements however many there are, each with its rows as one JSON text (as arrays, one for each column,
 * the driver took half as long again). Answers the ids that are new; a response that is known already changes nothing.
 */
export async function storeResponses(
  transaction: WorkspaceTransaction,
  responses: readonly NewResponse[],
): Promise<ReadonlySet<string>> {
  responses.forEach(refuseWrongPoints);
  const stored = await insertResponses(transaction, responses);
  const fresh = responses.filter(({ id }) => stored.has(id));
  await Promise.all([insertAnswersOf(transaction, fresh), closeInvitations(transaction, fresh)]);
  return stored;
}

/**
 * The same for responses whose ids were never sent before, with all statements sent before any is waited for
 * (`inWorkspaceAtOnce`), and the rows in one: in three, a batch of eight spent a quarter of the time of the database on
 * beginning and ending them. One that is known already fails the transaction (unique_violation): then `storeResponses`
 * says which it is.
 */
export async function storeNewResponses(
  transaction: WorkspaceTransaction,
  responses: readonly NewResponse[],
): Promise<void> {
  responses.forEach(refuseWrongPoints);
  await Promise.all([insertTogether(transaction, responses), closeInvitations(transaction, responses)]);
}

async function insertTogether(
  { workspaceId, query }: WorkspaceTransaction,
  responses: readonly NewResponse[],
): Promise<void> {
  const answers = answersOf(responses);
  await query(
    `with told as (${insertResponsesFrom('$2')}), replied as (${insertAnswersFrom('$3')}) ${insertDeltasFrom('$4', '1')}`,
    [workspaceId, rowsOf(responses), answerRowsOf(answers), deltaRowsOf(answers)],
    'insert-new-responses',
  );
}

const answersOf = (responses: readonly NewResponse[]): readonly AnswerOfResponse[] =>
  responses.flatMap((response) => response.answers.map((answer) => ({ response, answer })));

async function insertAnswersOf(transaction: WorkspaceTransaction, responses: readonly NewResponse[]): Promise<void> {
  const answers = answersOf(responses);
  if (answers.length === 0) return;
  const { workspaceId, query } = transaction;
  await Promise.all([
    query(insertAnswersFrom('$2'), [workspaceId, answerRowsOf(answers)], 'insert-answers'),
    insertDeltas(transaction, answers, 1),
  ]);
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

async function insertResponses({ workspaceId, query }: WorkspaceTransaction, responses: readonly NewResponse[]) {
  const rows = await query<{ id: string }>(
    `${insertResponsesFrom('$2')} on conflict do nothing returning id`,
    [workspaceId, rowsOf(responses)],
    'insert-responses',
  );
  return new Set(rows.map(({ id }) => id));
}

const insertResponsesFrom = (rows: string) =>
  `insert into response (workspace_id, id, source, external_id, survey_version_id, touchpoint_id, account_id,
     contact_id, org_unit_id, segment, respondent_role, channel, responded_at, recorded_at, day, completed,
     invitation_id, encounter_id, open_link_id, language, presentation)
   select $1, * from json_to_recordset(${rows}) as given (id uuid, source text, external_id text,
     survey_version_id uuid, touchpoint_id uuid, account_id uuid, contact_id uuid, org_unit_id uuid, segment text,
     respondent_role text, channel text, responded_at timestamptz, recorded_at timestamptz, day date, completed boolean,
     invitation_id uuid, encounter_id uuid, open_link_id uuid, language text, presentation jsonb)`;

const rowsOf = (responses: readonly NewResponse[]): string =>
  JSON.stringify(
    responses.map((response) => ({
      id: response.id,
      source: response.source.toWellFormed(),
      external_id: response.externalId?.toWellFormed(),
      survey_version_id: response.surveyVersionId,
      touchpoint_id: response.touchpointId,
      account_id: response.accountId,
      contact_id: response.contactId,
      org_unit_id: response.orgUnitId,
      segment: textOf(response.segment),
      respondent_role: textOf(response.respondentRole),
      channel: textOf(response.channel),
      responded_at: response.respondedAt,
      recorded_at: response.recordedAt,
      day: response.day,
      completed: response.completed,
      invitation_id: response.invitationId,
      encounter_id: response.encounterId,
      open_link_id: response.openLinkId,
      language: response.language ?? '',
      presentation: response.presentation,
    })),
  );

/** PostgreSQL refuses half a character (a lone surrogate) in JSON, which a text of JavaScript can hold. */
const textOf = (text: string | undefined): string => text?.toWellFormed() ?? '';

interface AnswerOfResponse {
  readonly response: Pick<NewResponse, keyof ResponseDimensions | 'id'>;
  readonly answer: NewAnswer;
}

const insertAnswersFrom = (rows: string) =>
  `insert into answer (workspace_id, id, response_id, question_id, point, words, choices, shown)
   select $1, * from json_to_recordset(${rows}) as given (id uuid, response_id uuid, question_id uuid, point smallint,
     words text, choices text[], shown text[])
   on conflict (workspace_id, id) do nothing`;

const answerRowsOf = (answers: readonly AnswerOfResponse[]): string =>
  JSON.stringify(
    answers.map(({ response, answer }) => ({
      id: newId(),
      response_id: response.id,
      question_id: answer.questionId,
      point: answer.point,
      words: answer.words?.toWellFormed(),
      choices: answer.choices,
      shown: answer.shown,
    })),
  );

/** Counts answers in (+1) or takes them back (-1). */
async function insertDeltas(
  { workspaceId, query }: WorkspaceTransaction,
  answers: readonly AnswerOfResponse[],
  weight: 1 | -1,
): Promise<void> {
  await query(insertDeltasFrom('$2', '$3'), [workspaceId, deltaRowsOf(answers), weight], 'insert-deltas');
}

const insertDeltasFrom = (rows: string, weight: string) =>
  `insert into tally_delta (workspace_id, weight, id, question_id, touchpoint_id, org_unit_id, account_id, segment,
     respondent_role, channel, day, point, points)
   select $1, ${weight}::smallint, * from json_to_recordset(${rows}) as given (id uuid, question_id uuid,
     touchpoint_id uuid, org_unit_id uuid, account_id uuid, segment text, respondent_role text, channel text, day date,
     point smallint, points smallint)
   on conflict (workspace_id, id) do nothing`;

const deltaRowsOf = (answers: readonly AnswerOfResponse[]): string =>
  JSON.stringify(
    answers
      .filter(({ answer }) => answer.point !== undefined)
      .map(({ response, answer: { questionId, point, points } }) => ({
        id: newId(),
        question_id: questionId,
        touchpoint_id: response.touchpointId ?? noId,
        org_unit_id: response.orgUnitId ?? noId,
        account_id: response.accountId ?? noId,
        segment: textOf(response.segment),
        respondent_role: textOf(response.respondentRole),
        channel: textOf(response.channel),
        day: response.day,
        point,
        points,
      })),
  );

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

import type { ImportScope } from '../accounts/index.ts';
import { newId, type WorkspaceTransaction } from '../store/index.ts';
import type { ImportedResponse } from './imported-response.ts';

/** Column of a response -> its type and the value of an imported one. `id` and `import_id` come beside them. */
const columns = {
  source: ['text', (r) => r.source],
  external_id: ['text', (r) => r.externalId],
  survey_version_id: ['uuid', (r) => r.surveyVersionId],
  invitation_id: ['uuid', (r) => r.invitationId],
  encounter_id: ['uuid', (r) => r.encounterId],
  touchpoint_id: ['uuid', (r) => r.touchpointId],
  account_id: ['uuid', (r) => r.accountId],
  contact_id: ['uuid', (r) => r.contactId],
  org_unit_id: ['uuid', (r) => r.orgUnitId],
  segment: ['text', (r) => r.segment],
  respondent_role: ['text', (r) => r.respondentRole],
  channel: ['text', (r) => r.channel],
  language: ['text', (r) => r.language],
  responded_at: ['timestamptz', (r) => r.respondedAt.toISOString()],
  day: ['date', (r) => r.day],
  completed: ['boolean', (r) => r.completed],
} as const satisfies Record<string, readonly [string, (response: ImportedResponse) => string | boolean | undefined]>;
const columnNames = Object.keys(columns) as (keyof typeof columns)[];

/**
 * Writes responses of an import with their answers, each external id once at most; the tallies follow at the end of the
 * import. Those whose key is in force already are set aside, and answered by their number.
 */
export async function storeImportedResponses(
  scope: ImportScope,
  responses: readonly ImportedResponse[],
  recordedAt: Date,
): Promise<{ readonly known: number }> {
  const { transaction, importId } = scope;
  const types = columnNames.map((name, index) => `$${index + 5}::${columns[name][0]}[]`);
  const inserted = await transaction.query<{ id: string }>(
    `insert into response (workspace_id, import_id, recorded_at, id, ${columnNames.join(', ')})
     select $1, $2::uuid, $3::timestamptz, * from unnest($4::uuid[], ${types.join(', ')})
     on conflict (workspace_id, source, external_id) do nothing returning id`,
    [
      transaction.workspaceId,
      importId,
      recordedAt,
      responses.map(({ id }) => id),
      ...columnNames.map((name) => responses.map((response) => columns[name][1](response) ?? null)),
    ],
  );
  const fresh = new Set(inserted.map(({ id }) => id));
  const whole = fresh.size === responses.length;
  await insertAnswers(transaction, whole ? responses : responses.filter(({ id }) => fresh.has(id)));
  if (!whole) {
    await setAside(
      scope,
      responses.filter(({ id }) => !fresh.has(id)),
      recordedAt,
    );
  }
  return { known: responses.length - fresh.size };
}

async function insertAnswers(transaction: WorkspaceTransaction, responses: readonly ImportedResponse[]): Promise<void> {
  const ids: string[] = [];
  const responseIds: string[] = [];
  const questionIds: string[] = [];
  const points: (number | null)[] = [];
  const words: (string | null)[] = [];
  for (const { id, answers } of responses) {
    for (const answer of answers) {
      ids.push(newId());
      responseIds.push(id);
      questionIds.push(answer.questionId);
      points.push(answer.point ?? null);
      words.push(answer.words ?? null);
    }
  }
  if (ids.length === 0) return;
  await transaction.query(
    `insert into answer (workspace_id, id, response_id, question_id, point, words)
     select $1, * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::smallint[], $6::text[])
     on conflict do nothing`,
    [transaction.workspaceId, ids, responseIds, questionIds, points, words],
  );
}

/** Keeps responses whose key is in force already, so that they come to life when that one is undone. */
async function setAside(scope: ImportScope, responses: readonly ImportedResponse[], recordedAt: Date): Promise<void> {
  const { transaction, importId, number } = scope;
  const content = responses.map((response) => {
    const held = Object.fromEntries(columnNames.map((name) => [name, columns[name][1](response) ?? null]));
    const answers = response.answers.map((answer) => ({
      id: newId(),
      question_id: answer.questionId,
      point: answer.point ?? null,
      words: answer.words ?? null,
    }));
    return JSON.stringify({ ...held, recorded_at: recordedAt.toISOString(), answers });
  });
  await transaction.query(
    `insert into import_shadow (workspace_id, entity, import_id, number, id, source, external_id, content)
     select $1, 'response', $2::uuid, $3::int, id, source, external_id, content::jsonb
     from unnest($4::uuid[], $5::text[], $6::text[], $7::text[]) as aside (id, source, external_id, content)
     on conflict do nothing returning id`,
    [
      transaction.workspaceId,
      importId,
      number,
      responses.map(({ id }) => id),
      responses.map(({ source }) => source),
      responses.map(({ externalId }) => externalId),
      content,
    ],
  );
}

/** The rows set aside whose key this import holds: the earliest of each key comes to life when it goes. */
export async function heirsOf(transaction: WorkspaceTransaction, importId: string): Promise<readonly string[]> {
  const rows = await transaction.query<{ id: string }>(
    `select distinct on (s.source, s.external_id) s.id
     from response r join import_shadow s on s.workspace_id = $1 and s.entity = 'response' and s.source = r.source
       and s.external_id = r.external_id
     where r.workspace_id = $1 and r.import_id = $2 and s.import_id <> $2
     order by s.source, s.external_id, s.number`,
    [transaction.workspaceId, importId],
  );
  return rows.map(({ id }) => id);
}

/** Removes the responses of an import and their answers; the tallies must have been counted down before. */
export async function removeImportedResponses(transaction: WorkspaceTransaction, importId: string): Promise<void> {
  const of = [transaction.workspaceId, importId];
  // Answers first and at once: the cascade would look for them response by response.
  await transaction.query(
    `delete from answer a using response r
     where a.workspace_id = $1 and r.workspace_id = $1 and a.response_id = r.id and r.import_id = $2`,
    of,
  );
  await transaction.query('delete from response where workspace_id = $1 and import_id = $2', of);
  await transaction.query(
    "delete from import_shadow where workspace_id = $1 and import_id = $2 and entity = 'response'",
    of,
  );
}

/** Brings rows that were set aside into force. */
export async function reviveResponses(transaction: WorkspaceTransaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const of = [transaction.workspaceId, ids];
  const read = columnNames.map((name) => `(s.content->>'${name}')::${columns[name][0]}`);
  await transaction.query(
    `insert into response (workspace_id, id, import_id, recorded_at, ${columnNames.join(', ')})
     select $1, s.id, s.import_id, (s.content->>'recorded_at')::timestamptz, ${read.join(', ')}
     from import_shadow s where s.workspace_id = $1 and s.id = any ($2) on conflict do nothing returning id`,
    of,
  );
  await transaction.query(
    `insert into answer (workspace_id, id, response_id, question_id, point, words)
     select $1, a.id, s.id, a.question_id, a.point, a.words
     from import_shadow s cross join lateral jsonb_to_recordset(s.content->'answers')
       as a (id uuid, question_id uuid, point smallint, words text)
     where s.workspace_id = $1 and s.id = any ($2) on conflict do nothing returning id`,
    of,
  );
  await transaction.query('delete from import_shadow where workspace_id = $1 and id = any ($2)', of);
}

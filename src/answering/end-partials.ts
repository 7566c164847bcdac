import type { Store } from '../store/index.ts';
import { takeAnswers } from '../survey/index.ts';
import type { Answering } from './answering.ts';
import { endedWithPartial, type InvitationRow } from './invitation-store.ts';
import { formOf, languagesOf } from './open-answer.ts';
import { responseOf } from './send-answer.ts';
import { askedVersion } from './version-store.ts';

/** In one go, so that a night with many does not hold the others up. */
const most = 200;

/**
 * What was begun and never sent: when the time of its invitation is over, a partial answer that has a score becomes a
 * response that is not completed, of the moment it was last changed; any other goes. Never before, since until then its
 * holder may go on. Answers how many responses there were.
 */
export async function endPartials(answering: Answering, workspaceId: string, now: Date): Promise<number> {
  const { store } = answering;
  const ended = await store.readWorkspace(workspaceId, (transaction) => endedWithPartial(transaction, now, most));
  let stored = 0;
  for (const row of ended) {
    if (await storePartial(answering, { workspaceId, row, now })) stored += 1;
    // With its response it is gone already.
    else await forget(store, workspaceId, row.id);
  }
  return stored;
}

/** Does so in every workspace. */
export async function endAllPartials(answering: Answering, now: Date): Promise<number> {
  const workspaces = await answering.store.inTransaction((connection) =>
    connection.query<{ id: string }>('select workspace_id as id from workspace_directory order by workspace_id'),
  );
  let stored = 0;
  for (const { id } of workspaces) stored += await endPartials(answering, id, now);
  return stored;
}

async function storePartial(
  answering: Answering,
  { workspaceId, row, now }: { workspaceId: string; row: InvitationRow; now: Date },
): Promise<boolean> {
  const versionId = row.survey_version_id;
  if (row.state === 'completed' || row.state === 'refused' || versionId === null) return false;
  const version = await askedVersion(answering, { workspaceId, versionId, now });
  if (!version) return false;
  const { answers } = takeAnswers(version.questionnaire, row.given);
  if (!answers.some(({ score }) => score !== undefined)) return false;
  const form = formOf(row, version, { workspaceId, code: '', stopPath: undefined });
  const language = row.partial_language ?? languagesOf(row)[0] ?? version.questionnaire.languages[0]!;
  const at = row.changed_at ?? now;
  return answering.write(workspaceId, responseOf(form, { answers, language, device: '', at, now, completed: false }));
}

async function forget(store: Store, workspaceId: string, invitationId: string): Promise<void> {
  await store.inWorkspace(workspaceId, ({ query }) =>
    query('delete from partial_response where workspace_id = $1 and invitation_id = $2', [workspaceId, invitationId]),
  );
}

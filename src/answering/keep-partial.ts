import { newId } from '../store/index.ts';
import { takeAnswers } from '../survey/index.ts';
import type { AnswerForm } from './answer-form.ts';
import type { Answering } from './answering.ts';
import { fieldsOfAnswers } from './new-answers.ts';
import type { SentAnswer } from './send-answer.ts';
import { secretHash } from './token.ts';

/**
 * Keeps what was given so far on the page of an invitation. Only the holder of the page that began changes it: for
 * anybody else it is `held`, and his form carries on with what it holds itself. An open link keeps nothing.
 */
export async function keepPartial(
  { store }: Answering,
  form: AnswerForm,
  { given, language, device, page, holder }: SentAnswer & { readonly page: string; readonly holder: string },
  now: Date,
): Promise<'kept' | 'held'> {
  const { invitationId } = form.origin;
  if (invitationId === undefined) return 'held';
  // What is wrong is not kept: nobody would see it before it is mended.
  const { answers } = takeAnswers(form.version.questionnaire, given);
  return store.inWorkspace(form.workspaceId, async ({ workspaceId, query }) => {
    const [kept] = await query(
      `insert into partial_response as p (workspace_id, id, invitation_id, survey_version_id, holder_hash, given, page,
         language, device, started_at, changed_at)
       select $1, $2, i.id, $4, $5, $6, $7, $8, $9, $10, $10 from invitation i
       where i.workspace_id = $1 and i.id = $3 and i.state not in ('completed', 'expired', 'refused', 'cancelled')
       on conflict (workspace_id, invitation_id) where invitation_id is not null
       do update set given = excluded.given, page = excluded.page, language = excluded.language,
         device = excluded.device, changed_at = excluded.changed_at
       where p.workspace_id = $1 and p.holder_hash = excluded.holder_hash
       returning p.id`,
      [
        workspaceId,
        newId(),
        invitationId,
        form.version.id,
        secretHash(holder),
        JSON.stringify(fieldsOfAnswers(answers)),
        page,
        language,
        JSON.stringify({ device }),
        now,
      ],
    );
    if (!kept) return 'held';
    await query(
      `update invitation set state = 'opened', opened_at = $3
       where workspace_id = $1 and id = $2 and state = 'sent'`,
      [workspaceId, invitationId, now],
    );
    return 'kept';
  });
}

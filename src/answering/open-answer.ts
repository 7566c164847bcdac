import type { AnswerForm, AnswerOrigin, OpenedAnswer } from './answer-form.ts';
import { type Answering, workspaceOf } from './answering.ts';
import type { AskedVersion } from './asked-version.ts';
import { type InvitationRow, invitationOfLink } from './invitation-store.ts';
import { answerToken, linkPath, privacyPath, readToken, secretHash } from './token.ts';
import { askedVersion } from './version-store.ts';

const unreadable = { code: '', hash: Buffer.alloc(32) };

/**
 * What does the holder of this link see? The questionnaire with what he has given so far, or why there is nothing to
 * answer. Changes nothing, however often and by whomever it is asked. Whatever is no link of this purpose (unknown,
 * truncated, another workspace's, a stop link) is `unknown` and takes the same look-ups.
 */
export async function openAnswer(answering: Answering, token: string, now: Date): Promise<OpenedAnswer> {
  const { code, hash } = readToken(token) ?? unreadable;
  const workspaceId = await workspaceOf(answering, code, now);
  const row = await answering.store.readWorkspace(workspaceId, (transaction) =>
    invitationOfLink(transaction, hash, 'answer'),
  );
  if (!row) return { kind: 'unknown', languages: [] };
  const standing = standingOf(row, now);
  if (standing !== 'open') return { kind: standing, languages: languagesOf(row) };
  const { survey_version_id: versionId } = row;
  const version = versionId === null ? undefined : await askedVersion(answering, { workspaceId, versionId, now });
  if (!version) return { kind: 'unknown', languages: languagesOf(row) };
  return {
    kind: 'open',
    form: formOf(row, version, { workspaceId, code, stopPath: stopPathOf(answering, row, code) }),
  };
}

/** Who has unsubscribed, or whose mail came back, may still answer with the link he holds. */
export function standingOf(row: InvitationRow, now: Date): 'open' | 'answered' | 'closed' | 'expired' | 'unknown' {
  if (row.state === 'completed') return 'answered';
  if (row.state === 'refused') return 'unknown';
  if (row.state === 'expired' || (row.expires_at !== null && row.expires_at <= now)) return 'expired';
  const isClosed =
    row.state === 'cancelled' ||
    row.programme_state === 'ended' ||
    row.encounter_state === 'withdrawn' ||
    (row.closes_at !== null && row.closes_at <= now);
  return isClosed ? 'closed' : 'open';
}

export function formOf(
  row: InvitationRow,
  version: AskedVersion,
  { workspaceId, code, stopPath }: { workspaceId: string; code: string | undefined; stopPath: string | undefined },
): AnswerForm {
  const { holder_hash: holderHash, given } = row;
  return {
    workspaceId,
    workspaceName: row.workspace_name,
    timeZone: row.time_zone,
    version,
    origin: originOf(row),
    seed: row.id,
    languages: languagesOf(row),
    values: {
      contact: { name: row.contact_name ?? undefined },
      account: { name: row.account_name ?? undefined },
      touchpoint: row.touchpoint_name ?? undefined,
      encounter: row.attributes ?? {},
    },
    partial:
      holderHash && given
        ? { holderHash, given, page: row.partial_page ?? undefined, language: row.partial_language ?? undefined }
        : undefined,
    stopPath,
    privacyPath: code === undefined ? undefined : privacyPath(code),
  };
}

function originOf(row: InvitationRow): AnswerOrigin {
  return {
    channel: row.channel,
    invitationId: row.id,
    ...(row.encounter_id && { encounterId: row.encounter_id }),
    ...(row.touchpoint_id && { touchpointId: row.touchpoint_id }),
    ...(row.org_unit_id && { orgUnitId: row.org_unit_id }),
    ...(row.account_id && { accountId: row.account_id }),
    ...(row.contact_id && { contactId: row.contact_id }),
    segment: row.segment,
    respondentRole: row.respondent_role,
  };
}

export const languagesOf = ({ language, contact_language }: InvitationRow): string[] =>
  [language, contact_language].filter((tag): tag is string => tag !== null && tag !== '');

/** Made anew from the secret of the server; after a change of it only a link that is kept would work. */
function stopPathOf({ secret }: Answering, { id, stop_hashes }: InvitationRow, code: string): string | undefined {
  const token = answerToken(secret, id, 'stop');
  return stop_hashes.some((hash) => hash.equals(secretHash(token))) ? linkPath('stop', code, token) : undefined;
}

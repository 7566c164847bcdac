import { newId, type WorkspaceTransaction } from '../store/index.ts';
import type { Principal } from './access.ts';

/** What is kept of who did what. */
export type AuditAction =
  | 'sign-in'
  | 'sign-in-refused'
  | 'create-workspace'
  | 'change-settings'
  | 'invite-member'
  | 'revoke-invitation'
  | 'join'
  | 'renew-password'
  | 'change-role'
  | 'remove-member'
  | 'disable-member'
  | 'enable-member'
  | 'make-key'
  | 'revoke-key'
  | 'make-webhook'
  | 'change-webhook'
  | 'remove-webhook'
  | 'import'
  | 'undo-import'
  | 'export'
  | 'define-metric'
  | 'map-events'
  | 'set-contact-basis'
  | 'make-place'
  | 'change-place'
  | 'add-programme'
  | 'change-programme'
  | 'make-wave'
  | 'close-wave'
  | 'make-draw'
  | 'run-draw'
  | 'add-source'
  | 'change-source'
  | 'remove-source'
  | 'make-survey'
  | 'publish-survey'
  | 'rename-survey'
  | 'archive-survey'
  | 'delete-survey'
  | 'settle-message'
  | 'send-message-again'
  | 'judge-intent'
  | 'make-touchpoint'
  | 'see-person'
  | 'object-for-person'
  | 'erase-person';

export interface AuditEvent {
  readonly action: AuditAction;
  /** What it was done to: workspace, member, invitation, key, webhook, import, export, metric, event, source, survey, programme, message, intent, touchpoint, person. */
  readonly subjectKind: string;
  readonly subjectId?: string;
  /** Figures and names of settings; nothing of a respondent, no address, no secret. */
  readonly detail?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

/** Writes down who did what, in the transaction that does it: it is kept exactly when it happened. */
export async function recordEvent(
  transaction: WorkspaceTransaction,
  who: Principal | { readonly kind: 'nobody' },
  { action, subjectKind, subjectId, detail = {}, at }: AuditEvent & { readonly at: Date },
): Promise<void> {
  await transaction.query(
    `insert into audit_log (workspace_id, id, user_id, api_key_id, action, subject_kind, subject_id, detail, occurred_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      transaction.workspaceId,
      newId(),
      who.kind === 'person' ? who.userId : null,
      who.kind === 'key' ? who.keyId : null,
      action,
      subjectKind,
      subjectId ?? null,
      detail,
      at,
    ],
  );
}

export interface RecordedEvent {
  readonly id: string;
  readonly at: Date;
  readonly action: AuditAction;
  readonly subjectKind: string;
  readonly subjectId: string | null;
  readonly detail: object;
  /** The name of the person or of the key; null where neither did it. */
  readonly by: string | null;
}

/** The newest events first, those before the event `before`. */
export async function eventsBefore(
  transaction: WorkspaceTransaction,
  page: { before?: string; limit: number },
): Promise<readonly RecordedEvent[]> {
  return transaction.query<RecordedEvent>(
    `select e.id, e.occurred_at as at, e.action, e.subject_kind as "subjectKind", e.subject_id as "subjectId", e.detail,
       coalesce(u.name, k.name) as by
     from audit_log e
     left join "user" u on u.id = e.user_id
     left join api_key k on k.workspace_id = e.workspace_id and k.id = e.api_key_id
     where e.workspace_id = $1 and ($2::uuid is null or e.id < $2)
     order by e.id desc limit $3`,
    [transaction.workspaceId, page.before ?? null, page.limit],
  );
}

import { suppressedHashes } from '../accounts/index.ts';
import { cancelReminders, newId } from '../store/index.ts';
import { type Answering, workspaceOf } from './answering.ts';
import { type InvitationRow, invitationOfLink } from './invitation-store.ts';
import { knownAddresses } from './known-addresses.ts';
import { languagesOf } from './open-answer.ts';
import { optIn, optOut } from './opt-out.ts';
import { readToken } from './token.ts';

/** What the page of a stop link shows. */
export interface StopPage {
  readonly workspaceId: string;
  readonly workspaceName: string;
  readonly invitationId: string;
  readonly contactId: string | undefined;
  readonly languages: readonly string[];
  /** Reminders can still come. */
  readonly reminders: boolean;
  /** This person is on the list of those who object. */
  readonly unsubscribed: boolean;
}

export type OpenedStop = { readonly kind: 'open'; readonly page: StopPage } | { readonly kind: 'unknown' };

/** What can the holder of this stop link do? It works as long as the invitation is kept, answered or not. */
export async function openStop(answering: Answering, token: string, now: Date): Promise<OpenedStop> {
  const { code, hash } = readToken(token) ?? { code: '', hash: Buffer.alloc(32) };
  const workspaceId = await workspaceOf(answering, code, now);
  return answering.store.readWorkspace(workspaceId, async (transaction) => {
    const row = await invitationOfLink(transaction, hash, 'stop');
    if (!row) return { kind: 'unknown' };
    const hashes = await knownAddresses(transaction, { invitationId: row.id, contactId: row.contact_id });
    const listed = await suppressedHashes(
      transaction,
      hashes.map((one) => one.hash),
    );
    return { kind: 'open', page: pageOf(row, workspaceId, listed.size > 0) };
  });
}

const pageOf = (row: InvitationRow, workspaceId: string, unsubscribed: boolean): StopPage => ({
  workspaceId,
  workspaceName: row.workspace_name,
  invitationId: row.id,
  contactId: row.contact_id ?? undefined,
  languages: languagesOf(row),
  reminders: row.stopped_at === null && ['planned', 'sent', 'opened'].includes(row.state),
  unsubscribed,
});

/** No reminder of this survey comes any more; it can still be answered. The same again changes nothing. */
export async function stopReminders({ store }: Answering, { workspaceId, invitationId }: StopPage, now: Date) {
  await store.inWorkspace(workspaceId, async (transaction) => {
    const [stopped] = await transaction.query(
      `update invitation set stopped_at = $3, stop_reason = 'reminders-stopped'
       where workspace_id = $1 and id = $2 and stopped_at is null returning id`,
      [workspaceId, invitationId, now],
    );
    if (!stopped) return;
    await cancelReminders(transaction, invitationId);
    await transaction.query(
      `insert into contact_signal (workspace_id, id, invitation_id, kind, heard_at) values ($1, $2, $3, 'stopped', $4)`,
      [workspaceId, newId(), invitationId, now],
    );
  });
}

/** This person is never asked again, by no channel. The same again changes nothing. */
export async function unsubscribe({ store }: Answering, page: StopPage, now: Date): Promise<void> {
  await store.inWorkspace(page.workspaceId, (transaction) =>
    optOut(transaction, page, { reason: 'unsubscribed', now }),
  );
}

/** Takes the objection of the same person back; what was put on the list for another reason (a bounce) stays there. */
export async function resubscribe({ store }: Answering, page: StopPage, now: Date): Promise<void> {
  await store.inWorkspace(page.workspaceId, (transaction) => optIn(transaction, page, { lifts: 'unsubscribed', now }));
}

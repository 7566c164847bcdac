import { createHash } from 'node:crypto';
import { optOut } from '../answering/index.ts';
import {
  type Bounce,
  bounceVerdict,
  type DeliveryReport,
  type Inbound,
  type InvitationReference,
  readInbound,
  readSmsReply,
  sealedInvitation,
} from '../channels/index.ts';
import { newId, type Store, type WorkspaceTransaction } from '../store/index.ts';
import { giveUpAddress } from './bounced-address.ts';
import { type IncomingMeaning, keepIncoming, keepWords, storableText } from './incoming-store.ts';
import type { SurveyReader } from './survey-reader.ts';

/** What taking mail needs. */
export interface MailReceiving {
  readonly store: Store;
  readonly clock: () => Date;
  readonly reader: SurveyReader;
  /** Seals return paths and message ids. */
  readonly secret: string;
}

/**
 * What a mail was and what it led to. `known`: it was taken before. `not-ours`: no seal of ours leads to an invitation, as
 * in a forged report. `ignored`: a program wrote it, or it decided nothing.
 */
export type MailEffect =
  | 'gave-up-address'
  | 'soft-bounce'
  | 'sender-fault'
  | 'delivered'
  | 'complaint'
  | 'comment'
  | 'unsubscribed'
  | 'ignored'
  | 'known'
  | 'not-ours'
  | 'unreadable';

/**
 * Takes one mail that came back or in, in one transaction: whoever is killed meanwhile takes it again, and the same bytes
 * are taken once. Whom it is about is read from our sealed return path or Message-ID alone. A reply of a person is kept as
 * a comment of his invitation, never as an answer to a score; one that says nothing but a stop word is an objection.
 */
export async function receiveMail(
  { store, clock, reader, secret }: MailReceiving,
  raw: Buffer,
  recipient?: string,
): Promise<MailEffect> {
  const verify = (address: string) => sealedInvitation(address, secret);
  const inbound = await readInbound(raw, { verify, ...(recipient !== undefined && { recipient }) });
  if (inbound.kind === 'unreadable') return 'unreadable';
  const about = referenceOf(inbound);
  if (!about || !(await isWorkspace(store, about.workspaceId)))
    return inbound.kind === 'auto-reply' ? 'ignored' : 'not-ours';
  const providerId = createHash('sha256').update(raw).digest('hex');
  const now = clock();
  return store.inWorkspace(about.workspaceId, async (transaction) => {
    const invitation = await invitationOf(transaction, about.invitationId);
    if (!invitation) return 'not-ours';
    const { id: invitationId } = invitation;
    const meaning = meaningOf(inbound);
    const kept = await keepIncoming(transaction, { channel: 'email', providerId, invitationId, meaning, now });
    if (kept === undefined) return 'known';
    return takeMail(transaction, { inbound, invitation, reader, now });
  });
}

function referenceOf(inbound: Inbound): InvitationReference | undefined {
  if (inbound.kind === 'delivery-report') return inbound.report.invitation;
  if (inbound.kind === 'complaint') return inbound.complaint.invitation;
  return inbound.kind === 'unreadable' ? undefined : inbound.invitation;
}

/** A seal of ours may name a workspace that was removed since. */
async function isWorkspace(store: Store, id: string): Promise<boolean> {
  const [found] = await store.inTransaction((connection) =>
    connection.query('select 1 from workspace_directory where workspace_id = $1', [id]),
  );
  return found !== undefined;
}

interface MailedInvitation {
  readonly id: string;
  readonly contactId: string | null;
}

async function invitationOf({ workspaceId, query }: WorkspaceTransaction, id: string) {
  const [row] = await query<MailedInvitation>(
    `select id, contact_id as "contactId" from invitation where workspace_id = $1 and id = $2 for no key update`,
    [workspaceId, id],
  );
  return row;
}

function meaningOf(inbound: Inbound): IncomingMeaning {
  if (inbound.kind === 'delivery-report') return inbound.report.kind;
  if (inbound.kind === 'reply') return isStop(inbound.words) ? 'stop' : 'reply';
  return inbound.kind === 'complaint' ? 'complaint' : 'auto-reply';
}

/** A mail of a few words that an SMS would stop by. In a longer one the word may mean anything. */
const isStop = (words: string): boolean => words.trim().split(/\s+/).length <= 5 && readSmsReply(words).kind === 'stop';

interface Taking {
  readonly inbound: Inbound;
  readonly invitation: MailedInvitation;
  readonly reader: SurveyReader;
  readonly now: Date;
}

async function takeMail(transaction: WorkspaceTransaction, { inbound, ...taking }: Taking): Promise<MailEffect> {
  const { invitation, now } = taking;
  const { id: invitationId, contactId } = invitation;
  if (inbound.kind === 'complaint') {
    await optOut(transaction, { invitationId, contactId }, { reason: 'complained', now });
    return 'complaint';
  }
  if (inbound.kind === 'delivery-report') return takeReport(transaction, inbound.report, taking);
  if (inbound.kind !== 'reply') return 'ignored';
  if (inbound.words.trim() === '') return 'ignored';
  if (isStop(inbound.words)) {
    await optOut(transaction, { invitationId, contactId }, { reason: 'unsubscribed', now });
    return 'unsubscribed';
  }
  await keepWords(transaction, { invitationId, words: inbound.words, channel: 'email', now });
  return 'comment';
}

interface BouncedMessage {
  readonly id: string;
  readonly state: string;
  readonly hash: Buffer | null;
}

async function takeReport(
  transaction: WorkspaceTransaction,
  report: DeliveryReport,
  { invitation, reader, now }: Omit<Taking, 'inbound'>,
): Promise<MailEffect> {
  if (report.kind === 'delayed' || report.kind === 'unknown') return 'ignored';
  const message = await lastMail(transaction, invitation.id);
  if (!message) return 'ignored';
  // Told once more, in other words: what follows from it was done.
  if (message.state === 'bounced') return 'known';
  if (report.kind === 'delivered') {
    await settleMessage(transaction, message.id, { state: 'sent', now });
    return 'delivered';
  }
  const kind = { hard: 'bounced', soft: 'soft-bounced', policy: 'policy-bounced' } as const;
  await keepBounce(transaction, { message, report, invitationId: invitation.id, kind: kind[report.kind], now });
  if (report.kind === 'policy') return 'sender-fault';
  const { hash } = message;
  const history = hash ? await bouncesOf(transaction, hash) : [{ at: now, kind: report.kind }];
  if (bounceVerdict(history, now).kind === 'keep') return 'soft-bounce';
  await settleMessage(transaction, message.id, { state: 'bounced', now });
  if (hash) await giveUpAddress(transaction, { channel: 'email', hash }, { reader, now, invitationId: invitation.id });
  return 'gave-up-address';
}

/** The return path names the invitation: what came back is the last mail of it. */
async function lastMail({ workspaceId, query }: WorkspaceTransaction, invitationId: string) {
  const [row] = await query<BouncedMessage>(
    `select id, state, address_hash as hash from message where workspace_id = $1 and invitation_id = $2 and channel = 'email'
       and state in ('handing-over', 'sent', 'uncertain', 'bounced') order by coalesce(sent_at, stage_at) desc limit 1`,
    [workspaceId, invitationId],
  );
  return row;
}

/** What was uncertain is settled by what comes back of it. */
async function settleMessage(
  { workspaceId, query }: WorkspaceTransaction,
  id: string,
  { state, now }: { readonly state: 'sent' | 'bounced'; readonly now: Date },
): Promise<void> {
  await query(
    `update message set state = $3, sent_at = coalesce(sent_at, $4),
       delivered_at = case when $3 = 'sent' then coalesce(delivered_at, $4) else delivered_at end
     where workspace_id = $1 and id = $2 and state in ('sent', 'uncertain')`,
    [workspaceId, id, state, now],
  );
}

async function keepBounce(
  { workspaceId, query }: WorkspaceTransaction,
  {
    message,
    report: { status, diagnostic },
    invitationId,
    kind,
    now,
  }: {
    readonly message: BouncedMessage;
    readonly report: DeliveryReport;
    readonly invitationId: string;
    readonly kind: 'bounced' | 'soft-bounced' | 'policy-bounced';
    readonly now: Date;
  },
): Promise<void> {
  const detail = { channel: 'email', diagnostic: storableText(diagnostic), ...(status !== undefined && { status }) };
  await query(
    `insert into contact_signal (workspace_id, id, invitation_id, message_id, kind, detail, heard_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [workspaceId, newId(), invitationId, message.id, kind, JSON.stringify(detail), now],
  );
}

/** Every bounce of the address, over all invitations to it. */
async function bouncesOf({ workspaceId, query }: WorkspaceTransaction, hash: Buffer): Promise<readonly Bounce[]> {
  return query<Bounce>(
    `select s.heard_at as at, case s.kind when 'bounced' then 'hard' else 'soft' end as kind
     from message m join contact_signal s on s.workspace_id = $1 and s.invitation_id = m.invitation_id
       and s.message_id = m.id
     where m.workspace_id = $1 and m.address_hash = $2 and m.channel = 'email'
       and s.kind in ('bounced', 'soft-bounced')`,
    [workspaceId, hash],
  );
}

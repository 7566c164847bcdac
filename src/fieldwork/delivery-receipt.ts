import type { SmsReport } from '../channels/index.ts';
import { newId, type Store, type WorkspaceTransaction } from '../store/index.ts';
import { giveUpAddress } from './bounced-address.ts';
import { storableText } from './incoming-store.ts';
import { type SurveyReader, surveyReader } from './survey-reader.ts';

const reader: SurveyReader = surveyReader();

/**
 * What a gateway says became of an SMS, by its own name of it. It arrived; or there is nobody at the number, which then is
 * given up and the invitation goes on by the next channel; or it failed for a reason that may pass, or that is ours. The
 * same receipt again changes nothing, and one of no message of ours is nothing. Without the short name of
 * its workspace all are looked through.
 */
export async function takeReceipt(
  store: Store,
  report: SmsReport,
  { now, code }: { readonly now: Date; readonly code?: string | undefined },
): Promise<'taken' | 'unknown'> {
  const { code: said, ...rest } = report;
  const told = {
    ...rest,
    providerId: storableText(report.providerId),
    ...(said !== undefined && { code: storableText(said) }),
  };
  const rows = await store.inTransaction((connection) =>
    connection.query<{ id: string }>(
      `select workspace_id as id from workspace_directory where $1::text is null or code = $1 order by workspace_id`,
      [code === undefined ? null : storableText(code)],
    ),
  );
  for (const { id } of rows) {
    if (await store.inWorkspace(id, (transaction) => takeIn(transaction, told, now))) return 'taken';
  }
  return 'unknown';
}

interface ReportedMessage {
  readonly id: string;
  readonly invitationId: string;
  readonly hash: Buffer | null;
  readonly state: string;
}

async function takeIn(transaction: WorkspaceTransaction, report: SmsReport, now: Date): Promise<boolean> {
  const { workspaceId, query } = transaction;
  const [message] = await query<ReportedMessage>(
    `select id, invitation_id as "invitationId", address_hash as hash, state from message
     where workspace_id = $1 and provider_id = $2 and channel = 'sms' for update`,
    [workspaceId, report.providerId],
  );
  if (!message) return false;
  if (report.kind === 'delivered') {
    await query(
      `update message set delivered_at = coalesce(delivered_at, $3), state = 'sent'
       where workspace_id = $1 and id = $2 and state in ('sent', 'uncertain')`,
      [workspaceId, message.id, now],
    );
    return true;
  }
  const kind = signalOf[report.kind as keyof typeof signalOf];
  // What is on its way says nothing; what failed once has failed.
  if (kind === undefined || !['sent', 'uncertain'].includes(message.state)) return true;
  await query(`update message set state = $3, detail = detail || $4::jsonb where workspace_id = $1 and id = $2`, [
    workspaceId,
    message.id,
    kind === 'bounced' ? 'bounced' : 'failed',
    JSON.stringify({ receipt: report.kind, ...(report.code !== undefined && { code: report.code }) }),
  ]);
  await query(
    `insert into contact_signal (workspace_id, id, invitation_id, message_id, kind, detail, heard_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      workspaceId,
      newId(),
      message.invitationId,
      message.id,
      kind,
      JSON.stringify({ channel: 'sms', ...(report.code !== undefined && { status: report.code }) }),
      now,
    ],
  );
  if (kind === 'bounced' && message.hash) {
    const { invitationId, hash } = message;
    await giveUpAddress(transaction, { channel: 'sms', hash }, { reader, now, invitationId });
  }
  return true;
}

/** Which signal a failure is; a receipt of an SMS on its way is none. */
const signalOf = { hard: 'bounced', soft: 'soft-bounced', policy: 'policy-bounced', unknown: 'soft-bounced' } as const;

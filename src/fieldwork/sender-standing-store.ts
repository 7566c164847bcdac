import type { SenderLimit } from '../channels/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';
import { mailLimit } from './sender-limit-store.ts';

/** How the sender stands with those who get its mail and SMS. */
export interface SenderStanding {
  /** How many mails may go today, a warning, or that the sender is paused for complaints. */
  readonly mail: SenderLimit;
  /** Of the last 30 days. */
  readonly complaints: number;
  readonly bounces: readonly BounceCount[];
  readonly sms: { readonly sent: number; readonly segments: number; readonly delivered: number };
}

export interface BounceCount {
  readonly channel: 'email' | 'sms';
  /** `policy`: the fault of the sender, which no address is given up for. */
  readonly kind: 'hard' | 'soft' | 'policy';
  /** The code of the other side (RFC 3463, or that of a gateway); null where it gave none. */
  readonly status: string | null;
  readonly count: number;
  readonly lastAt: Date;
}

/** What a workspace should look at before it sends more. Codes and numbers only: nothing that names anybody. */
export async function senderStanding(transaction: WorkspaceTransaction, now: Date): Promise<SenderStanding> {
  const { workspaceId, query } = transaction;
  const bounces = await query<BounceCount>(
    `select coalesce(detail ->> 'channel', 'email') as channel,
       case kind when 'bounced' then 'hard' when 'soft-bounced' then 'soft' else 'policy' end as kind,
       detail ->> 'status' as status, count(*)::int as count, max(heard_at) as "lastAt"
     from contact_signal where workspace_id = $1 and kind in ('bounced', 'soft-bounced', 'policy-bounced')
       and heard_at > $2::timestamptz - interval '30 days'
     group by 1, 2, 3 order by 4 desc, 1, 2, 3 limit 50`,
    [workspaceId, now],
  );
  const [heard] = await query<{ complaints: number }>(
    `select count(*)::int as complaints from contact_signal where workspace_id = $1 and kind = 'complained'
       and heard_at > $2::timestamptz - interval '30 days'`,
    [workspaceId, now],
  );
  const [sms] = await query<SenderStanding['sms']>(
    `select count(*)::int as sent, coalesce(sum(segments), 0)::int as segments, count(delivered_at)::int as delivered
     from message where workspace_id = $1 and channel = 'sms' and sent_at > $2::timestamptz - interval '30 days'`,
    [workspaceId, now],
  );
  return { mail: await mailLimit(transaction, now), complaints: heard!.complaints, bounces, sms: sms! };
}

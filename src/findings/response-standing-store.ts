import {
  type Disposition,
  dispositionOf,
  type InvitationState,
  type ResponseRates,
  responseRates,
} from '../fielding/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';
import type { SurveyLevel } from '../view/index.ts';

/** Invitations that were sent in a window, by what they are cut by and how they stand. */
export interface InvitationRow {
  readonly role: string;
  readonly channel: string;
  readonly segment: string;
  readonly state: InvitationState;
  readonly isOpen: boolean;
  readonly isOpened: boolean;
  readonly isBegun: boolean;
  readonly isUncertain: boolean;
  readonly hasFailed: boolean;
  readonly hasRefused: boolean;
  readonly count: number;
}

export interface WindowAsk {
  readonly level: SurveyLevel;
  /** Days, half-open, in the zone of the workspace. */
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  readonly now: Date;
}

/** Of an import, whose invitations have no role and segment of their own, those of the contact and the account. */
const owner = `left join lateral (select o.role from contact_role o where o.workspace_id = $1 and o.contact_id = i.contact_id
    and o.account_id = i.account_id order by o.role limit 1) o on i.respondent_role = ''
  left join account a on a.workspace_id = i.workspace_id and a.id = i.account_id and i.segment = ''`;
const role = `coalesce(nullif(i.respondent_role, ''), o.role, '')`;
const segment = `coalesce(nullif(i.segment, ''), a.segment, '')`;

/** True invitations only: whoever opens a link of a place was asked by nobody. */
export async function readInvitationRows(
  { workspaceId, query }: WorkspaceTransaction,
  { level, from, to, timeZone, now }: WindowAsk,
): Promise<readonly InvitationRow[]> {
  return query<InvitationRow>(
    `select ${role} as role, i.channel, ${segment} as segment, i.state,
       i.state in ('sent', 'opened') and (i.expires_at is null or i.expires_at > $6) as "isOpen",
       i.opened_at is not null as "isOpened", coalesce(m.state = 'uncertain', false) as "isUncertain",
       coalesce(m.state = 'failed', false) as "hasFailed", exists (select from partial_response r
         where r.workspace_id = $1 and r.invitation_id = i.id and r.given <> '{}') as "isBegun",
       coalesce(i.stop_reason in ('opted-out', 'complained'), false) as "hasRefused", count(*)::int as count
     from invitation i
     join programme p on p.workspace_id = i.workspace_id and p.id = i.programme_id
     left join message m on m.workspace_id = i.workspace_id and m.invitation_id = i.id and m.kind = 'invitation'
       and m.number = 0 and i.import_id is null
     ${owner}
     where i.workspace_id = $1 and p.workspace_id = $1 and p.level = $2 and i.sent_at is not null
       and i.sent_at >= $3::date::timestamp at time zone $5 and i.sent_at < $4::date::timestamp at time zone $5
     group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10`,
    [workspaceId, level, from, to, timeZone, now],
  );
}

/** In which disposition each of these ended, or would if nothing more happened, with the rates. */
export function ratesOf(rows: readonly InvitationRow[]): ResponseRates & { readonly heard: number } {
  const counts: Partial<Record<Disposition, number>> = {};
  for (const row of rows) {
    const isUnanswered = ['sent', 'opened', 'expired'].includes(row.state);
    const state = isUnanswered && row.isBegun ? 'partial' : isUnanswered && row.isUncertain ? 'uncertain' : row.state;
    const disposition = dispositionOf({ ...row, state });
    counts[disposition] = (counts[disposition] ?? 0) + row.count;
  }
  return { ...responseRates(counts), heard: counts.complete ?? 0 };
}

/** An answer to an invitation, with what it took to get it. */
export interface InvitedAnswer {
  readonly score: number;
  /** Whole days from the sending to the answer. */
  readonly wait: number;
  readonly account: string | null;
  readonly role: string;
  readonly segment: string;
}

/** The latest answers to invitations that were sent in the window, at most so many. */
export async function readInvitedAnswers(
  { workspaceId, query }: WorkspaceTransaction,
  {
    from,
    to,
    timeZone,
    questionIds,
    most,
  }: Omit<WindowAsk, 'level' | 'now'> & {
    readonly questionIds: readonly string[];
    readonly most: number;
  },
): Promise<readonly InvitedAnswer[]> {
  return query<InvitedAnswer>(
    `select q.scale_minimum + x.point - 1 as score, r.account_id as account, ${role} as role, ${segment} as segment,
       greatest((r.responded_at at time zone $4)::date - (i.sent_at at time zone $4)::date, 0) as wait
     from (
       select * from response r where r.workspace_id = $1 and r.invitation_id is not null and r.erased_at is null
         and r.responded_at >= $2::date::timestamp at time zone $4 and exists (select from answer e
           where e.workspace_id = $1 and e.response_id = r.id and e.question_id = any ($5::uuid[]))
       order by r.responded_at desc limit $6) r
     join answer x on x.workspace_id = $1 and x.response_id = r.id and x.question_id = any ($5::uuid[])
       and x.point is not null
     join question q on q.workspace_id = $1 and q.id = x.question_id
     join invitation i on i.workspace_id = r.workspace_id and i.id = r.invitation_id
     ${owner}
     where i.workspace_id = $1 and i.sent_at >= $2::date::timestamp at time zone $4
       and i.sent_at < $3::date::timestamp at time zone $4`,
    [workspaceId, from, to, timeZone, questionIds, most],
  );
}

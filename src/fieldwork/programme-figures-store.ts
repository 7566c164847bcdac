import type { ResponseRates } from '../fielding/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';
import { counted, outcomeRows } from './disposition-store.ts';
import { grouped } from './grouped.ts';

/** How one programme does, for the list of programmes. */
export interface ProgrammeFigures {
  readonly id: string;
  readonly survey: string;
  readonly isPublished: boolean;
  /** Invitations that went out in the last seven days, and decisions of them that asked nobody. */
  readonly sentInWeek: number;
  readonly notAskedInWeek: number;
  /** RR2 of those decided in the last `rateDays` days; absent where nobody was asked. */
  readonly rate?: NonNullable<ResponseRates['rates']['RR2']>;
}

const dayMilliseconds = 86_400_000;

/** A response rate of a week is noise; of a year it says nothing of today. */
export const rateDays = 90;

/** How do the programmes do? One row for each, whatever its state, by key. */
export async function programmeFigures(
  transaction: WorkspaceTransaction,
  now: Date,
): Promise<readonly ProgrammeFigures[]> {
  const { workspaceId, query } = transaction;
  const before = (days: number) => new Date(now.getTime() - days * dayMilliseconds);
  const rows = await query<Omit<ProgrammeFigures, 'rate'>>(
    `select p.id, s.name as survey,
       exists (select from survey_version v where v.workspace_id = $1 and v.survey_id = p.survey_id
         and v.published_at is not null and v.retired_at is null) as "isPublished",
       coalesce(w.sent, 0)::int as "sentInWeek", coalesce(w.refused, 0)::int as "notAskedInWeek"
     from programme p
     join survey s on s.workspace_id = $1 and s.id = p.survey_id
     left join (select i.programme_id, count(*) filter (where i.sent_at >= $2) as sent,
         count(*) filter (where i.state = 'refused' and i.created_at >= $2) as refused
       from invitation i where i.workspace_id = $1 and i.import_id is null
         and (i.sent_at >= $2 or (i.state = 'refused' and i.created_at >= $2)) group by 1) w on w.programme_id = p.id
     where p.workspace_id = $1 order by p.key`,
    [workspaceId, before(7)],
  );
  const outcomes = new Map(
    grouped(await outcomeRows(transaction, { since: before(rateDays) }), ({ programmeId }) => programmeId),
  );
  return rows.map((row) => {
    const rate = counted(outcomes.get(row.id) ?? []).response.rates.RR2;
    return { ...row, ...(rate && { rate }) };
  });
}

/** What a programme did day by day, and what lies before it. */
export interface ProgrammeActivity {
  /** Days on which something was decided, in the time zone of the workspace, with the states as they are now. */
  readonly days: readonly { readonly day: string; readonly state: string; readonly count: number }[];
  readonly ahead: {
    /** Invitations that are planned and not sent. */
    readonly planned: number;
    /** Invitations that were sent and can be answered. */
    readonly open: number;
    /** Reminders that are due for them. */
    readonly reminders: number;
    /** When the next message goes; absent where none is due. */
    readonly nextAt?: Date;
  };
}

/** What happened in the last days, and what would be cancelled if it ended now? */
export async function programmeActivity(
  { workspaceId, query }: WorkspaceTransaction,
  programmeId: string,
  { days, timeZone, now }: { readonly days: number; readonly timeZone: string; readonly now: Date },
): Promise<ProgrammeActivity> {
  const since = new Date(now.getTime() - days * dayMilliseconds);
  const counts = await query<ProgrammeActivity['days'][number]>(
    `select to_char(created_at at time zone $3, 'YYYY-MM-DD') as day, state, count(*)::int as count
     from invitation
     where workspace_id = $1 and programme_id = $2 and import_id is null and created_at >= $4
     group by 1, 2 order by 1, 2`,
    [workspaceId, programmeId, timeZone, since],
  );
  const [ahead] = await query<{ planned: number; open: number; reminders: number; nextAt: Date | null }>(
    `select count(distinct i.id) filter (where i.state = 'planned')::int as planned,
       count(distinct i.id) filter (where i.state in ('sent', 'opened'))::int as open,
       count(*) filter (where m.kind = 'reminder' and m.state = 'planned')::int as reminders,
       min(m.due_at) filter (where m.state = 'planned') as "nextAt"
     from invitation i
     left join message m on m.workspace_id = $1 and m.invitation_id = i.id
     where i.workspace_id = $1 and i.programme_id = $2 and i.import_id is null
       and i.state in ('planned', 'sent', 'opened')`,
    [workspaceId, programmeId],
  );
  const { nextAt, ...rest } = ahead!;
  return { days: counts, ahead: { ...rest, ...(nextAt && { nextAt }) } };
}

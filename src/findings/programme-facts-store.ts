import { type Disposition, dispositionOf, groupCounts, type InvitationState } from '../fielding/index.ts';
import type { Dispositions } from '../metrics/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';
import type { SurveyLevel } from '../view/index.ts';

/** What a workspace knows of its programme beside the answers. */
export interface ProgrammeFacts {
  /** Questions of the longest survey version that was answered in the window. */
  readonly questions: number;
  /** Metrics that the questions of the level are bound to. */
  readonly metrics: readonly string[];
  /** How the invitations of the window ended; absent where none was sent. */
  readonly invitations?: Dispositions;
  readonly goals: number;
  readonly initiatives: number;
  readonly cases: number;
}

export async function readProgrammeFacts(
  { workspaceId, query }: WorkspaceTransaction,
  { level, from, to, timeZone }: { level: SurveyLevel; from: string; to: string; timeZone: string },
): Promise<ProgrammeFacts> {
  const [survey] = await query<{ questions: number; metrics: string[] | null }>(
    `select coalesce(max(n), 0) as questions, array_agg(distinct metric) filter (where metric is not null) as metrics
     from (
       select q.metric, count(*) over (partition by q.survey_version_id) as n
       from question q
       join survey_version v on v.workspace_id = q.workspace_id and v.id = q.survey_version_id
       join survey s on s.workspace_id = v.workspace_id and s.id = v.survey_id
       where q.workspace_id = $1 and v.workspace_id = $1 and s.workspace_id = $1 and s.level = $2 and exists (
         select 1 from question o join trend_tally t on t.workspace_id = o.workspace_id and t.question_id = o.id
         where o.workspace_id = $1 and t.workspace_id = $1 and o.survey_version_id = v.id and t.day >= $3 and t.day < $4)
     ) as asked`,
    [workspaceId, level, from, to],
  );
  const states = await query<{ state: InvitationState; n: number }>(
    `select i.state, count(*) as n from invitation i
     join programme p on p.workspace_id = i.workspace_id and p.id = i.programme_id
     where i.workspace_id = $1 and p.workspace_id = $1 and p.level = $2 and i.sent_at is not null
       and (i.sent_at at time zone $5)::date >= $3 and (i.sent_at at time zone $5)::date < $4
     group by i.state`,
    [workspaceId, level, from, to, timeZone],
  );
  const [kept] = await query<{ goals: number; initiatives: number; cases: number }>(
    `select (select count(*) from goal where workspace_id = $1) as goals,
       (select count(*) from initiative where workspace_id = $1) as initiatives,
       (select count(*) from "case" where workspace_id = $1) as cases`,
    [workspaceId],
  );
  return {
    questions: survey!.questions,
    metrics: survey!.metrics ?? [],
    ...(states.length > 0 && { invitations: dispositionsOf(states) }),
    ...kept!,
  };
}

/** How each state of an invitation counts by AAPOR; one that was never sent did not ask anybody. */
function dispositionsOf(states: readonly { state: InvitationState; n: number }[]): Dispositions {
  const counts: Partial<Record<Disposition, number>> = {};
  for (const { state, n } of states) {
    const disposition = dispositionOf({ state });
    counts[disposition] = (counts[disposition] ?? 0) + n;
  }
  const { I, P, R, NC, O, UH, UO } = groupCounts(counts);
  return { complete: I, partial: P, refusal: R, nonContact: NC, other: O, unknownEligible: UH + UO };
}

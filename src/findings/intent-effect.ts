import type { Estimate } from '../inference/index.ts';
import { estimateScores, type MetricId, metricDefinition, tallyScores } from '../metrics/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';

/** What a programme would show if clicks that people made without sending their answer counted as answers. */
export interface IntentEffect {
  readonly programmeId: string;
  readonly programme: string;
  readonly metric: MetricId;
  readonly scale: { readonly min: number; readonly max: number };
  /** Answers only: what every figure of Candor counts. Absent where nobody answered. */
  readonly without?: Estimate;
  /** Answers, and of whoever did not answer the last click that is taken for a person's. */
  readonly with?: Estimate;
  readonly answers: number;
  /** Clicks that the second figure counts beside the answers. */
  readonly clicks: number;
}

interface ScoreRow {
  readonly programmeId: string;
  readonly programme: string;
  readonly metric: MetricId;
  readonly minimum: number;
  readonly points: number;
  readonly score: number;
  readonly isClick: boolean;
  readonly count: number;
}

/**
 * Does the rule that a click is no answer change the score? Both figures of each programme and scale, of invitations sent
 * in the period, with their intervals. Answers are taken as independent: the two sides are compared by eye, not tested.
 */
export async function readIntentEffects(
  transaction: WorkspaceTransaction,
  period: { readonly from: Date; readonly to: Date },
): Promise<readonly IntentEffect[]> {
  const groups = new Map<string, ScoreRow[]>();
  for (const row of await scoreRows(transaction, period)) {
    const key = JSON.stringify([row.programmeId, row.metric, row.minimum, row.points]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].map(effectOf);
}

function effectOf(rows: readonly ScoreRow[]): IntentEffect {
  const { programmeId, programme, metric, minimum, points } = rows[0]!;
  const scale = { min: minimum, max: minimum + points - 1 };
  const definition = metricDefinition(metric, { scale });
  const scores = (some: readonly ScoreRow[]) =>
    some
      .filter(({ score }) => score >= scale.min && score <= scale.max)
      .flatMap(({ score, count }) => Array.from({ length: count }, () => score));
  const answers = scores(rows.filter(({ isClick }) => !isClick));
  const all = scores(rows);
  const estimate = (some: readonly number[]) => estimateScores(definition, tallyScores(some));
  return {
    programmeId,
    programme,
    metric,
    scale,
    answers: answers.length,
    clicks: all.length - answers.length,
    ...(answers.length > 0 && { without: estimate(answers) }),
    ...(all.length > 0 && { with: estimate(all) }),
  };
}

/** A link of a message fills in the first scale of its survey, so that is what is compared. */
async function scoreRows(
  { workspaceId, query }: WorkspaceTransaction,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<readonly ScoreRow[]> {
  return query<ScoreRow>(
    `with asked as (
       select i.id, i.programme_id, i.state, q.id as question_id, q.metric, q.scale_minimum, q.scale_points
       from invitation i
       join lateral (select id, metric, scale_minimum, scale_points from question
         where workspace_id = $1 and survey_version_id = i.survey_version_id and kind = 'scale' and metric is not null
         order by position limit 1) q on true
       where i.workspace_id = $1 and i.import_id is null and i.sent_at >= $2 and i.sent_at < $3),
     scores as (
       select a.programme_id, a.metric, a.scale_minimum, a.scale_points, w.point + a.scale_minimum - 1 as score,
         false as is_click
       from asked a
       join response r on r.workspace_id = $1 and r.invitation_id = a.id
       join answer w on w.workspace_id = $1 and w.response_id = r.id and w.question_id = a.question_id
       where w.point is not null
       union all
       select a.programme_id, a.metric, a.scale_minimum, a.scale_points, (s.detail->>'score')::int, true
       from asked a
       join lateral (select detail from contact_signal where workspace_id = $1 and invitation_id = a.id
         and kind = 'intent' and verdict = 'human' order by heard_at desc, id desc limit 1) s on true
       where a.state <> 'completed')
     select p.id as "programmeId", p.name as programme, s.metric, s.scale_minimum as minimum, s.scale_points as points,
       s.score, s.is_click as "isClick", count(*)::int as count
     from scores s join programme p on p.workspace_id = $1 and p.id = s.programme_id
     group by p.workspace_id, p.id, s.metric, s.scale_minimum, s.scale_points, s.score, s.is_click order by p.name, p.id`,
    [workspaceId, from, to],
  );
}

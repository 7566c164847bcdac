import type { TestStore } from '../store/test-store.ts';

/** What stands in a workspace, named by keys that people know and without ids and times of writing. */
const queries: Readonly<Record<string, string>> = {
  account: `select e.external_id, e.name, e.segment, p.external_id as parent, e.attributes, e.currency, e.revenue, e.margin,
      e.left_at, e.leave_reason, i.file_name as made_by
    from account e left join account p on p.id = e.parent_id left join import i on i.id = e.import_id
    where e.workspace_id = $1`,
  contact: `select e.external_id, e.name, e.email, i.file_name as made_by from contact e left join import i on i.id = e.import_id
    where e.workspace_id = $1`,
  contactRole: `select c.external_id as contact, a.external_id as account, e.role from contact_role e
    join contact c on c.id = e.contact_id join account a on a.id = e.account_id where e.workspace_id = $1`,
  orgUnit: 'select e.code, e.name from org_unit e where e.workspace_id = $1',
  touchpoint: 'select e.key, e.name from touchpoint e where e.workspace_id = $1',
  survey: 'select e.key, e.name, e.level from survey e where e.workspace_id = $1',
  question: `select s.key as survey, v.number, e.key, e.position, e.kind, e.metric, e.texts, e.scale_minimum, e.scale_points
    from question e join survey_version v on v.id = e.survey_version_id join survey s on s.id = v.survey_id
    where e.workspace_id = $1`,
  version: `select s.key as survey, e.number, e.content from survey_version e join survey s on s.id = e.survey_id
    where e.workspace_id = $1`,
  response: `select e.source, e.external_id, s.key as survey, v.number, t.key as touchpoint, a.external_id as account,
      c.external_id as contact, u.code as unit, e.segment, e.respondent_role, e.channel, e.responded_at, e.day, e.completed,
      i.file_name as made_by
    from response e join survey_version v on v.id = e.survey_version_id join survey s on s.id = v.survey_id
    left join touchpoint t on t.id = e.touchpoint_id left join account a on a.id = e.account_id
    left join contact c on c.id = e.contact_id left join org_unit u on u.id = e.org_unit_id
    left join import i on i.id = e.import_id where e.workspace_id = $1`,
  answer: `select r.source, r.external_id, q.key as question, e.point, e.words from answer e
    join response r on r.id = e.response_id join question q on q.id = e.question_id where e.workspace_id = $1`,
  outcome: `select e.source, e.external_id, a.external_id as account, e.kind, e.occurred_at, e.value, i.file_name as made_by
    from outcome_fact e join account a on a.id = e.account_id left join import i on i.id = e.import_id
    where e.workspace_id = $1`,
  kpi: `select u.code, e.kpi, e.period_from, e.period_to, e.numerator, e.denominator, i.file_name as made_by from kpi_fact e
    join org_unit u on u.id = e.org_unit_id left join import i on i.id = e.import_id where e.workspace_id = $1`,
  tally: `select s.key as survey, v.number, q.key as question, t.key as touchpoint, u.code as unit, e.segment,
      e.respondent_role, e.channel, e.day, e.counts
    from tally e join question q on q.id = e.question_id join survey_version v on v.id = q.survey_version_id
    join survey s on s.id = v.survey_id left join touchpoint t on t.id = e.touchpoint_id
    left join org_unit u on u.id = e.org_unit_id where e.workspace_id = $1`,
  accountTally: `select s.key as survey, v.number, q.key as question, t.key as touchpoint, a.external_id as account, e.day,
      e.counts
    from account_tally e join question q on q.id = e.question_id join survey_version v on v.id = q.survey_version_id
    join survey s on s.id = v.survey_id left join touchpoint t on t.id = e.touchpoint_id
    left join account a on a.id = e.account_id where e.workspace_id = $1`,
  trendTally: `select s.key as survey, v.number, q.key as question, t.key as touchpoint, e.day, e.counts
    from trend_tally e join question q on q.id = e.question_id join survey_version v on v.id = q.survey_version_id
    join survey s on s.id = v.survey_id left join touchpoint t on t.id = e.touchpoint_id where e.workspace_id = $1`,
  claims: `select i.file_name as of, e.entity, count(*) as n from import_claim e left join import i on i.id = e.import_id
    where e.workspace_id = $1 group by 1, 2`,
  shadows: `select i.file_name as of, e.entity, case when e.entity = 'kpi' then '' else e.source end as source, e.external_id
    from import_shadow e join import i on i.id = e.import_id where e.workspace_id = $1`,
  orphans: `select q.id from tally e left join question q on q.id = e.question_id where e.workspace_id = $1 and q.id is null`,
};

export async function workspaceState(test: TestStore, workspaceId: string): Promise<Record<string, readonly string[]>> {
  const state: Record<string, readonly string[]> = {};
  for (const [name, text] of Object.entries(queries)) {
    const rows = await test.asSuperuser(text, [workspaceId]);
    state[name] = rows.map((row) => JSON.stringify(row)).sort();
  }
  return state;
}

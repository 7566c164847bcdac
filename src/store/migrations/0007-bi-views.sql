-- purpose: what business intelligence tools may read; breaking: no

-- The views run with the rights of the reader (security_invoker), so row level security holds for bi as well; a view with
-- the rights of its owner would show every workspace. No names, addresses or words of respondents.
create view bi_account with (security_invoker = true) as
  select workspace_id, id as account_id, external_id, parent_id, name, segment, currency, revenue, margin, contract_from,
    renewal_on, left_at, leave_reason
  from account;
grant select on bi_account to candor_bi;

create view bi_touchpoint with (security_invoker = true) as
  select workspace_id, id as touchpoint_id, key, name, journey_id, position from touchpoint;
grant select on bi_touchpoint to candor_bi;

create view bi_question with (security_invoker = true) as
  select q.workspace_id, q.id as question_id, s.key as survey, s.level, v.number as survey_version, q.key as question,
    q.kind, q.metric, q.scale_minimum, q.scale_points
  from question q
  join survey_version v on v.workspace_id = q.workspace_id and v.id = q.survey_version_id
  join survey s on s.workspace_id = v.workspace_id and s.id = v.survey_id;
grant select on bi_question to candor_bi;

create view bi_response with (security_invoker = true) as
  select workspace_id, id as response_id, source, survey_version_id, touchpoint_id, account_id, org_unit_id, segment,
    respondent_role, channel, responded_at, day, completed
  from response;
grant select on bi_response to candor_bi;

create view bi_answer with (security_invoker = true) as
  select workspace_id, response_id, question_id, point from answer;
grant select on bi_answer to candor_bi;

create view bi_tally with (security_invoker = true) as
  select workspace_id, question_id, day, touchpoint_id, org_unit_id, segment, respondent_role, channel, counts from tally;
grant select on bi_tally to candor_bi;

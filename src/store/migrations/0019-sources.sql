-- purpose: surveys can be put aside, and what imports bring is never the version that is asked; breaking: no

-- Out of the way of whoever chooses a survey; its answers and versions stay.
alter table survey add column archived_at timestamptz;

-- A version that an import brought to a survey that was built here became the newest, so that nobody was asked any more.
update survey_version v set retired_at = v.published_at
  where v.published_at is not null and v.retired_at is null and not v.content ? 'pages'
    and exists (select from survey_version b where b.workspace_id = v.workspace_id and b.survey_id = v.survey_id
      and b.content ? 'pages');

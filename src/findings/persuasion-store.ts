import type { WorkspaceTransaction } from '../store/index.ts';

/** Which invitations are looked at: of a programme, or of one wave of it. */
export interface PersuasionScope {
  readonly programmeId: string;
  readonly waveId?: string;
}

/** An answer to an invitation of ours, with how much it took. */
export interface PersuadedRow {
  readonly score: number;
  readonly days: number;
  readonly reminders: number;
  readonly channel: string;
  readonly account: string | null;
  readonly contact: string | null;
}

/** The question that the programme is about: of the survey that it asks, bound to the metric, in its newest version. */
export async function persuasionQuestions({ workspaceId, query }: WorkspaceTransaction, programmeId: string) {
  return query<{ id: string; metric: string; minimum: number; points: number }>(
    `select q.id, q.metric, q.scale_minimum as minimum, q.scale_points as points
     from programme p
     join survey_version v on v.workspace_id = p.workspace_id and v.survey_id = p.survey_id
     join question q on q.workspace_id = v.workspace_id and q.survey_version_id = v.id
     where p.workspace_id = $1 and v.workspace_id = $1 and q.workspace_id = $1 and p.id = $2 and q.metric is not null
       and q.scale_minimum is not null and q.scale_points is not null
     order by v.number desc, q.position, q.key`,
    [workspaceId, programmeId],
  );
}

/** The latest answers first, one more than are looked at. */
export async function persuadedRows(
  { workspaceId, query }: WorkspaceTransaction,
  {
    programmeId,
    waveId,
    questionIds,
    most,
  }: PersuasionScope & { readonly questionIds: readonly string[]; readonly most: number },
): Promise<readonly PersuadedRow[]> {
  return query<PersuadedRow>(
    `select q.scale_minimum + x.point - 1 as score, r.channel, r.account_id as account, r.contact_id as contact,
       greatest(extract(epoch from r.responded_at - i.sent_at) / 86400, 0)::float8 as days,
       (select count(*)::int from message m where m.workspace_id = $1 and m.invitation_id = i.id and m.kind = 'reminder'
         and m.state in ('sent', 'uncertain', 'bounced') and m.sent_at <= r.responded_at) as reminders
     from (select * from invitation where workspace_id = $1 and programme_id = $2 and state = 'completed'
         and import_id is null and sent_at is not null and ($3::uuid is null or wave_id = $3)
       order by completed_at desc limit $5) i
     join response r on r.workspace_id = i.workspace_id and r.invitation_id = i.id
     join answer x on x.workspace_id = r.workspace_id and x.response_id = r.id
     join question q on q.workspace_id = x.workspace_id and q.id = x.question_id
     where i.workspace_id = $1 and r.workspace_id = $1 and x.workspace_id = $1 and q.workspace_id = $1
       and x.question_id = any ($4::uuid[]) and x.point is not null and r.erased_at is null`,
    [workspaceId, programmeId, waveId ?? null, questionIds, most + 1],
  );
}

/** First intents of persons who answered nothing more: the last click of each, by the verdict that stands now. */
export async function lostIntents(
  { workspaceId, query }: WorkspaceTransaction,
  { programmeId, waveId, most }: PersuasionScope & { readonly most: number },
): Promise<readonly { readonly score: number; readonly account: string | null }[]> {
  return query<{ score: number; account: string | null }>(
    `select distinct on (i.id) (s.detail ->> 'score')::float8 as score, i.account_id as account
     from contact_signal s join invitation i on i.workspace_id = s.workspace_id and i.id = s.invitation_id
     where s.workspace_id = $1 and i.workspace_id = $1 and s.kind = 'intent' and s.verdict = 'human'
       and i.programme_id = $2 and i.import_id is null and i.state <> 'completed' and ($3::uuid is null or i.wave_id = $3)
     order by i.id, s.heard_at desc, s.id limit $4`,
    [workspaceId, programmeId, waveId ?? null, most],
  );
}

export interface VariantRow {
  readonly name: string;
  readonly invited: number;
  readonly validAnswers: number;
  readonly open: number;
}

/**
 * What each variant achieved among the invitations whose time is over. By time alone: were those counted that have ended, an
 * answered one would be counted at once and one that was not answered weeks later.
 */
export async function variantRows(
  { workspaceId, query }: WorkspaceTransaction,
  { programmeId, waveId, now }: PersuasionScope & { readonly now: Date },
): Promise<readonly VariantRow[]> {
  return query<VariantRow>(
    `select variant as name, count(*) filter (where not open)::int as invited,
       count(*) filter (where state = 'completed' and not open)::int as "validAnswers",
       count(*) filter (where open)::int as open
     from (select i.variant, i.state, p.state <> 'ended' and least(i.expires_at, w.closes_at) > $4 as open
       from invitation i join programme p on p.workspace_id = i.workspace_id and p.id = i.programme_id
       left join wave w on w.workspace_id = i.workspace_id and w.id = i.wave_id
       where i.workspace_id = $1 and p.workspace_id = $1 and i.programme_id = $2 and i.import_id is null
         and i.sent_at is not null and i.variant is not null and ($3::uuid is null or i.wave_id = $3)) as one
     group by variant order by variant`,
    [workspaceId, programmeId, waveId ?? null, now],
  );
}

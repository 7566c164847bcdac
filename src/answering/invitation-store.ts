import type { WorkspaceTransaction } from '../store/index.ts';
import type { LinkPurpose } from './token.ts';

/** An invitation as its page needs it. */
export interface InvitationRow {
  readonly id: string;
  readonly state: string;
  readonly channel: string;
  readonly expires_at: Date | null;
  readonly stopped_at: Date | null;
  readonly survey_version_id: string | null;
  readonly encounter_id: string | null;
  readonly encounter_state: string | null;
  readonly attributes: Readonly<Record<string, unknown>> | null;
  readonly programme_state: string;
  readonly closes_at: Date | null;
  readonly contact_id: string | null;
  readonly contact_name: string | null;
  readonly contact_language: string | null;
  readonly account_id: string | null;
  readonly account_name: string | null;
  readonly touchpoint_id: string | null;
  readonly touchpoint_name: string | null;
  readonly org_unit_id: string | null;
  readonly segment: string;
  readonly respondent_role: string;
  readonly language: string | null;
  readonly time_zone: string;
  readonly workspace_name: string;
  readonly stop_hashes: readonly Buffer[];
  readonly holder_hash: Buffer | null;
  readonly given: Readonly<Record<string, unknown>> | null;
  readonly partial_page: string | null;
  readonly partial_language: string | null;
  readonly changed_at: Date | null;
}

const facts = `select i.id, i.state, i.channel, i.expires_at, i.stopped_at, i.survey_version_id, i.encounter_id,
    e.state as encounter_state, e.attributes, p.state as programme_state, w.closes_at,
    i.contact_id, c.name as contact_name, c.language as contact_language, i.account_id, a.name as account_name,
    coalesce(i.touchpoint_id, e.touchpoint_id, p.touchpoint_id) as touchpoint_id, t.name as touchpoint_name,
    coalesce(i.org_unit_id, e.org_unit_id) as org_unit_id, i.segment, i.respondent_role, i.language,
    s.time_zone, s.name as workspace_name,
    array(select o.token_hash from invitation_link o
      where o.workspace_id = $1 and o.invitation_id = i.id and o.purpose = 'stop') as stop_hashes,
    g.holder_hash, g.given, g.page as partial_page, g.language as partial_language, g.changed_at
  from invitation i
  join workspace s on s.workspace_id = i.workspace_id
  join programme p on p.workspace_id = i.workspace_id and p.id = i.programme_id
  left join wave w on w.workspace_id = i.workspace_id and w.id = i.wave_id
  left join encounter e on e.workspace_id = i.workspace_id and e.id = i.encounter_id
  left join touchpoint t on t.workspace_id = i.workspace_id
    and t.id = coalesce(i.touchpoint_id, e.touchpoint_id, p.touchpoint_id)
  left join contact c on c.workspace_id = i.workspace_id and c.id = i.contact_id
  left join account a on a.workspace_id = i.workspace_id and a.id = i.account_id
  left join partial_response g on g.workspace_id = i.workspace_id and g.invitation_id = i.id
  where i.workspace_id = $1 and s.workspace_id = $1 and p.workspace_id = $1`;

/** The invitation that a link of this purpose belongs to. */
export async function invitationOfLink(
  { workspaceId, query }: WorkspaceTransaction,
  hash: Buffer,
  purpose: LinkPurpose,
): Promise<InvitationRow | undefined> {
  const [found] = await query<InvitationRow>(
    `${facts} and i.id = (select l.invitation_id from invitation_link l
       where l.workspace_id = $1 and l.token_hash = $2 and l.purpose = $3)`,
    [workspaceId, hash, purpose],
    'invitation-of-link',
  );
  return found;
}

/** The invitation by its id, for what comes in by another way than its link. */
export async function invitationOfId(
  { workspaceId, query }: WorkspaceTransaction,
  id: string,
): Promise<InvitationRow | undefined> {
  const [found] = await query<InvitationRow>(`${facts} and i.id = $2`, [workspaceId, id]);
  return found;
}

/** Invitations whose time is over and that hold a partial answer still. */
export function endedWithPartial(
  { workspaceId, query }: WorkspaceTransaction,
  now: Date,
  most: number,
): Promise<readonly InvitationRow[]> {
  return query<InvitationRow>(
    `${facts} and g.id is not null
       and (i.expires_at <= $2 or i.state in ('expired', 'completed', 'refused')) order by g.changed_at limit $3`,
    [workspaceId, now, most],
  );
}

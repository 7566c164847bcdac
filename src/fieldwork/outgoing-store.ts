import type { InvitationMessage } from '../fielding/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';
import type { Asked } from './encounter-candidates.ts';
import type { ClaimedMessage } from './message-claim-store.ts';

/** A message that was claimed, with the invitation and the encounter or wave that it is about. */
export interface Outgoing extends ClaimedMessage {
  /** `escalation`: the invitation once more, by the next channel. */
  readonly kind: 'invitation' | 'reminder' | 'escalation';
  readonly number: number;
  readonly invitation: OutgoingInvitation;
  readonly about: OutgoingAbout;
}

export type OutgoingAbout =
  | { readonly kind: 'encounter'; readonly encounter: Asked & { readonly touchpoint: string } }
  | {
      readonly kind: 'wave';
      readonly waveId: string;
      readonly opensAt: Date;
      readonly closesAt: Date;
      readonly probability: number;
    };

export interface OutgoingInvitation {
  readonly id: string;
  readonly programmeId: string;
  readonly contactId: string;
  readonly accountId: string | null;
  readonly versionId: string;
  readonly channel: 'email' | 'sms';
  readonly language: string;
  readonly variant: string | null;
  readonly timeZone: string;
  readonly plannedAt: Date;
  readonly sentAt: Date | null;
  readonly expiresAt: Date;
  readonly stoppedAt: Date | null;
  readonly stopReason: string | null;
  readonly completedAt: Date | null;
  /** When an answer was last begun or gone on with. */
  readonly partialAt: Date | null;
  readonly cells: readonly string[];
  /** All messages of the invitation, this one too. */
  readonly messages: readonly (InvitationMessage & { readonly id: string })[];
}

type Row = ClaimedMessage &
  Pick<Outgoing, 'kind' | 'number'> &
  Omit<OutgoingInvitation, 'id' | 'messages'> & {
    readonly invitationId: string;
    readonly encounterId: string | null;
    readonly state: Asked['state'];
    readonly occurredAt: Date;
    readonly touchpointId: string;
    readonly touchpoint: string;
    readonly encounterAccountId: string | null;
    readonly encounterContactId: string | null;
    readonly orgUnitId: string | null;
    readonly attributes: Asked['attributes'];
    readonly waveId: string | null;
    readonly opensAt: Date;
    readonly closesAt: Date | null;
    readonly probability: number | null;
  };

/** What is needed to judge and write these messages. */
export async function loadOutgoing(
  { workspaceId, query }: WorkspaceTransaction,
  claimed: readonly ClaimedMessage[],
): Promise<readonly Outgoing[]> {
  const ids = claimed.map(({ id }) => id);
  const rows = await query<Row>(
    `select m.id, m.attempts as attempt, m.kind, case m.kind when 'escalation' then 0 else m.number end as number, i.id as "invitationId", i.programme_id as "programmeId",
       i.contact_id as "contactId", i.account_id as "accountId", i.survey_version_id as "versionId", i.channel,
       i.language, i.variant, i.decision ->> 'timeZone' as "timeZone", i.planned_at as "plannedAt",
       i.sent_at as "sentAt", i.expires_at as "expiresAt", i.stopped_at as "stoppedAt", i.stop_reason as "stopReason",
       i.completed_at as "completedAt", coalesce(i.decision -> 'cells', '[]') as cells,
       (select max(r.changed_at) from partial_response r where r.workspace_id = $1 and r.invitation_id = i.id)
         as "partialAt",
       e.id as "encounterId", e.state, e.occurred_at as "occurredAt", e.touchpoint_id as "touchpointId",
       t.key as touchpoint, e.account_id as "encounterAccountId", e.contact_id as "encounterContactId",
       e.org_unit_id as "orgUnitId", e.attributes, w.id as "waveId", w.opens_at as "opensAt",
       w.closes_at as "closesAt", i.probability
     from message m
     join invitation i on i.workspace_id = $1 and i.id = m.invitation_id
     left join encounter e on e.workspace_id = $1 and e.id = i.encounter_id
     left join touchpoint t on t.workspace_id = $1 and t.id = e.touchpoint_id
     left join wave w on w.workspace_id = $1 and w.id = i.wave_id
     where m.workspace_id = $1 and m.id = any ($2::uuid[]) order by m.due_at, m.id`,
    [workspaceId, ids],
  );
  const messages = await messagesOf(
    { workspaceId, query },
    rows.map(({ invitationId }) => invitationId),
  );
  return rows.map((row) =>
    outgoingOf(
      row,
      messages.filter(({ invitationId }) => invitationId === row.invitationId),
    ),
  );
}

type MessageRow = InvitationMessage & { readonly id: string; readonly invitationId: string };

async function messagesOf(
  { workspaceId, query }: Pick<WorkspaceTransaction, 'workspaceId' | 'query'>,
  invitationIds: readonly string[],
): Promise<readonly MessageRow[]> {
  const rows = await query<Omit<MessageRow, 'at'> & { at: Date }>(
    `select id, invitation_id as "invitationId", case kind when 'escalation' then 0 else number end as number,
       -- What came back reached nobody once the invitation went on by another channel.
       case when state <> 'bounced' then state when exists (select from message e where e.workspace_id = $1
         and e.invitation_id = message.invitation_id and e.kind = 'escalation') then 'failed' else 'sent' end as state, coalesce(sent_at, stage_at, due_at) as at
     from message where workspace_id = $1 and invitation_id = any ($2::uuid[]) and state <> 'cancelled'`,
    [workspaceId, invitationIds],
  );
  return rows.map((row) => ({ ...row, at: row.at.getTime() }));
}

function outgoingOf(row: Row, messages: readonly MessageRow[]): Outgoing {
  const { id, attempt, kind, number, invitationId } = row;
  return { ...{ id, attempt, kind, number }, invitation: { ...row, id: invitationId, messages }, about: aboutOf(row) };
}

function aboutOf(row: Row): OutgoingAbout {
  const { encounterId, waveId, opensAt, closesAt, probability } = row;
  if (encounterId === null) {
    return { kind: 'wave', waveId: waveId!, opensAt, closesAt: closesAt ?? row.expiresAt, probability: probability! };
  }
  const { state, occurredAt, touchpointId, touchpoint, attributes } = row;
  const encounter = {
    ...{ encounterId, state, occurredAt, touchpointId, touchpoint, attributes },
    accountId: row.encounterAccountId ?? undefined,
    contactId: row.encounterContactId ?? undefined,
    orgUnitId: row.orgUnitId ?? undefined,
  };
  return { kind: 'encounter', encounter };
}

import type { LinkPurpose } from '../answering/index.ts';
import type { Decision } from '../fielding/index.ts';
import { newId, type WorkspaceTransaction } from '../store/index.ts';
import { type Announcement, announceEvents } from '../webhooks/index.ts';
import { type LinkMaker, linkPurposes } from './link-maker.ts';
import { type Column, writeRows } from './row-writer.ts';

/** What was decided about one person and one encounter or wave, as it is kept. */
export interface DecidedInvitation {
  readonly id: string;
  readonly programmeId: string;
  readonly encounterId?: string;
  readonly waveId?: string;
  readonly versionId?: string;
  readonly contactId?: string;
  readonly accountId?: string;
  readonly touchpointId?: string;
  readonly orgUnitId?: string;
  readonly segment: string;
  readonly metric?: string;
  /** The first channel of the rules where none was chosen. */
  readonly channel: string;
  readonly role: string;
  readonly decision: Decision;
}

/** What an invitation keeps of its decision: the reason with its figures, or the quotas that it was counted in. */
export type KeptDecision =
  | { readonly reason: string; readonly detail: object }
  | { readonly timeZone: string; readonly cells: readonly string[] };

const kept = ({ decision }: DecidedInvitation): KeptDecision =>
  decision.kind === 'refused'
    ? { reason: decision.reason, detail: decision.detail }
    : { timeZone: decision.timeZone, cells: decision.quotaCells.map(({ key }) => key) };

function invitationColumns(now: Date): readonly Column<DecidedInvitation>[] {
  return [
    ['id', 'uuid', ({ id }) => id],
    ['programme_id', 'uuid', ({ programmeId }) => programmeId],
    ['encounter_id', 'uuid', ({ encounterId }) => encounterId],
    ['wave_id', 'uuid', ({ waveId }) => waveId],
    ['survey_version_id', 'uuid', ({ versionId }) => versionId],
    ['contact_id', 'uuid', ({ contactId }) => contactId],
    ['account_id', 'uuid', ({ accountId }) => accountId],
    ['touchpoint_id', 'uuid', ({ touchpointId }) => touchpointId],
    ['org_unit_id', 'uuid', ({ orgUnitId }) => orgUnitId],
    ['segment', 'text', ({ segment }) => segment],
    ['metric', 'text', ({ metric }) => metric],
    ['respondent_role', 'text', ({ role }) => role],
    ['channel', 'text', ({ decision, channel }) => (decision.kind === 'allowed' ? decision.channel : channel)],
    ['state', 'text', ({ decision }) => (decision.kind === 'allowed' ? 'planned' : 'refused')],
    ['refused_reason', 'text', ({ decision }) => (decision.kind === 'refused' ? decision.reason : null)],
    ['planned_at', 'timestamptz', ({ decision }) => (decision.kind === 'allowed' ? new Date(decision.sendAt) : now)],
    [
      'expires_at',
      'timestamptz',
      ({ decision }) => (decision.kind === 'allowed' ? new Date(decision.expiresAt) : null),
    ],
    ['language', 'text', ({ decision }) => (decision.kind === 'allowed' ? decision.language : null)],
    ['probability', 'float8', ({ decision }) => (decision.kind === 'allowed' ? decision.probability : null)],
    ['variant', 'text', ({ decision }) => (decision.kind === 'allowed' ? decision.variant : null)],
    ['decision', 'jsonb', kept],
    ['created_at', 'timestamptz', () => now],
  ];
}

/** A decision that is made again takes the place of the earlier one, which nobody was sent anything of. */
const decidedAgain = `on conflict (workspace_id, id) do update set survey_version_id = excluded.survey_version_id,
  account_id = excluded.account_id, touchpoint_id = excluded.touchpoint_id, org_unit_id = excluded.org_unit_id,
  segment = excluded.segment, metric = excluded.metric, respondent_role = excluded.respondent_role,
  channel = excluded.channel, state = excluded.state, refused_reason = excluded.refused_reason,
  planned_at = excluded.planned_at, expires_at = excluded.expires_at, language = excluded.language,
  probability = excluded.probability, variant = excluded.variant, decision = excluded.decision,
  created_at = excluded.created_at, stopped_at = null, stop_reason = null`;

interface PlannedMessage {
  readonly invitationId: string;
  readonly channel: string;
  readonly dueAt: Date;
}

function messageColumns(now: Date): readonly Column<PlannedMessage>[] {
  return [
    ['id', 'uuid', () => newId()],
    ['invitation_id', 'uuid', ({ invitationId }) => invitationId],
    ['kind', 'text', () => 'invitation'],
    ['number', 'int', () => 0],
    ['channel', 'text', ({ channel }) => channel],
    ['state', 'text', () => 'planned'],
    ['planned_at', 'timestamptz', () => now],
    ['due_at', 'timestamptz', ({ dueAt }) => dueAt],
  ];
}

const plannedAgain = `on conflict (workspace_id, invitation_id, kind, number) do update set state = excluded.state,
  channel = excluded.channel, planned_at = excluded.planned_at, due_at = excluded.due_at
  where message.state = 'cancelled'`;

interface KeptLink {
  readonly invitationId: string;
  readonly purpose: LinkPurpose;
  readonly hash: Buffer;
}

function linkColumns(now: Date): readonly Column<KeptLink>[] {
  return [
    ['id', 'uuid', () => newId()],
    ['invitation_id', 'uuid', ({ invitationId }) => invitationId],
    ['purpose', 'text', ({ purpose }) => purpose],
    ['token_hash', 'bytea', ({ hash }) => hash],
    ['created_at', 'timestamptz', () => now],
  ];
}

/** Keeps decisions: an invitation for each, and for those that are allowed its message and its links. */
export async function keepDecisions(
  transaction: WorkspaceTransaction,
  decided: readonly DecidedInvitation[],
  { links, now }: { readonly links: LinkMaker; readonly now: Date },
): Promise<void> {
  await writeRows(transaction, { table: 'invitation', columns: invitationColumns(now), ending: decidedAgain }, decided);
  await announceEvents(transaction, decided.flatMap(refusalOf), now);
  const messages = decided.flatMap(({ id, decision }) =>
    decision.kind === 'allowed'
      ? [{ invitationId: id, channel: decision.channel, dueAt: new Date(decision.sendAt) }]
      : [],
  );
  await writeRows(transaction, { table: 'message', columns: messageColumns(now), ending: plannedAgain }, messages);
  const made = messages.flatMap(({ invitationId }) => {
    const own = links.linksOf(invitationId);
    return linkPurposes.map((purpose) => ({ invitationId, purpose, hash: own[purpose].hash }));
  });
  const ending = 'on conflict (workspace_id, token_hash) do nothing';
  await writeRows(transaction, { table: 'invitation_link', columns: linkColumns(now), ending }, made);
}

/** What webhooks are told of somebody who was not asked: ids and the reason, nobody's name. */
function refusalOf({ id, programmeId, encounterId, decision }: DecidedInvitation): readonly Announcement[] {
  if (decision.kind !== 'refused') return [];
  const about = encounterId === undefined ? {} : { encounterId };
  return [{ event: 'invitation.refused', subject: id, data: { programmeId, ...about, reason: decision.reason } }];
}

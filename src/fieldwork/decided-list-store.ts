import { explain, type RefusalReason, type RuleOutcome, refusalReasons } from '../fielding/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';

export const decidedStates = [
  'planned',
  'refused',
  'sent',
  'opened',
  'completed',
  'expired',
  'opted-out',
  'bounced',
  'cancelled',
] as const;

/** One decision as the list "why was this person not asked" shows it. */
export interface DecidedRow {
  readonly id: string;
  readonly programmeId: string;
  readonly encounterId: string | null;
  readonly encounter: string | null;
  readonly contactId: string | null;
  /** Name of the person, for those who may see it. */
  readonly contact: string | null;
  readonly account: string | null;
  /** Key of the touchpoint of the encounter, and when the encounter was. */
  readonly touchpoint: string | null;
  readonly occurredAt: Date | null;
  readonly channel: string;
  readonly state: (typeof decidedStates)[number];
  readonly reason: string | null;
  readonly stopReason: string | null;
  /** When it was decided. */
  readonly decidedAt: Date;
  readonly plannedAt: Date;
  readonly sentAt: Date | null;
  readonly expiresAt: Date | null;
  /** Every rule in order with its outcome, where a rule said no. */
  readonly rules: readonly RuleOutcome[];
  /** Whether a message of it may or may not have gone. */
  readonly isUncertain: boolean;
}

export interface DecidedFilter {
  readonly programmeId?: string;
  readonly contactId?: string;
  readonly encounterId?: string;
  readonly state?: (typeof decidedStates)[number];
  readonly reason?: RefusalReason;
  readonly uncertain?: boolean;
  /** Key of the touchpoint of the encounter. */
  readonly touchpoint?: string;
  /** Part of the name of a person or an account, or of the key of an encounter, capitals alike. */
  readonly search?: string;
  /** Whether a search looks at persons and encounters too, or at accounts only. */
  readonly searchesPeople?: boolean;
  /** Decided in these instants, half-open. */
  readonly from?: Date;
  readonly to?: Date;
  readonly limit: number;
  readonly cursor?: string;
}

const cursorPattern = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) ([0-9a-f-]{36})$/;

/** What was decided, latest first, a page at a time; a cursor that is none begins anew. */
export async function listDecided(
  { workspaceId, query }: WorkspaceTransaction,
  filter: DecidedFilter,
): Promise<{ readonly decided: readonly DecidedRow[]; readonly cursor?: string }> {
  const { programmeId, contactId, encounterId, state, reason, uncertain, limit, cursor } = filter;
  const from = cursorPattern.exec(Buffer.from(cursor ?? '', 'base64url').toString());
  const rows = await query<Omit<DecidedRow, 'rules'> & { decision: { detail?: object } | null }>(
    `select i.id, i.programme_id as "programmeId", i.encounter_id as "encounterId", e.external_id as encounter,
       i.contact_id as "contactId", c.name as contact, a.name as account, t.key as touchpoint,
       e.occurred_at as "occurredAt", i.channel, i.state, i.refused_reason as reason,
       i.stop_reason as "stopReason", i.created_at as "decidedAt", i.planned_at as "plannedAt", i.sent_at as "sentAt",
       i.expires_at as "expiresAt", i.decision,
       exists (select from message m where m.workspace_id = $1 and m.invitation_id = i.id and m.state = 'uncertain')
         as "isUncertain"
     from invitation i
     left join encounter e on e.workspace_id = $1 and e.id = i.encounter_id
     left join contact c on c.workspace_id = $1 and c.id = i.contact_id
     left join account a on a.workspace_id = $1 and a.id = i.account_id
     left join touchpoint t on t.workspace_id = $1 and t.id = coalesce(i.touchpoint_id, e.touchpoint_id)
     where i.workspace_id = $1 and i.import_id is null and ($2::uuid is null or i.programme_id = $2)
       and ($3::uuid is null or i.contact_id = $3) and ($4::uuid is null or i.encounter_id = $4)
       and ($5::text is null or i.state = $5) and ($6::text is null or i.refused_reason = $6)
       and ($7::timestamptz is null or (date_trunc('milliseconds', i.created_at), i.id) < ($7, $8::uuid))
       and (not $9::bool or exists (select from message m where m.workspace_id = $1 and m.invitation_id = i.id
         and m.state = 'uncertain'))
       and ($11::text is null or t.key = $11)
       and ($12::timestamptz is null or i.created_at >= $12) and ($13::timestamptz is null or i.created_at < $13)
       and ($14::text is null or strpos(lower(a.name), lower($14)) > 0
         or ($15::bool and (strpos(lower(c.name), lower($14)) > 0 or strpos(lower(e.external_id), lower($14)) > 0)))
     order by date_trunc('milliseconds', i.created_at) desc, i.id desc limit $10`,
    [
      workspaceId,
      programmeId ?? null,
      contactId ?? null,
      encounterId ?? null,
      state ?? null,
      reason ?? null,
      from?.[1] ?? null,
      from?.[2] ?? null,
      uncertain ?? false,
      limit + 1,
      filter.touchpoint ?? null,
      filter.from ?? null,
      filter.to ?? null,
      filter.search ?? null,
      filter.searchesPeople ?? false,
    ],
  );
  const decided = rows
    .slice(0, limit)
    .map(({ decision, ...row }) => ({ ...row, rules: outcomes(row.reason, decision) }));
  const last = decided.at(-1);
  if (rows.length <= limit || !last) return { decided };
  return { decided, cursor: Buffer.from(`${last.decidedAt.toISOString()} ${last.id}`).toString('base64url') };
}

function outcomes(given: string | null, decision: { detail?: object } | null): readonly RuleOutcome[] {
  const reason = refusalReasons.find((one) => one === given);
  return reason === undefined ? [] : explain({ kind: 'refused', reason, detail: decision?.detail ?? {} });
}

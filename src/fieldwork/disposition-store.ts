import {
  countDispositions,
  type Disposition,
  type DispositionCounts,
  dispositionOf,
  type InvitationFacts,
  type ResponseRates,
  responseRates,
} from '../fielding/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';
import { grouped } from './grouped.ts';

/** How the invitations of a programme ended, whole and by what they are cut by. */
export interface ProgrammeOutcome {
  readonly dispositions: DispositionCounts;
  readonly response: ResponseRates;
  /** Why people were not asked, most frequent first. */
  readonly refusals: readonly { readonly reason: string; readonly count: number }[];
  readonly byRole: readonly OutcomePart[];
  readonly byChannel: readonly OutcomePart[];
  readonly bySegment: readonly OutcomePart[];
}

export interface OutcomePart {
  readonly value: string;
  readonly dispositions: DispositionCounts;
  readonly response: ResponseRates;
}

export interface OutcomeRow {
  readonly state: InvitationFacts['state'];
  readonly role: string;
  readonly channel: string;
  readonly segment: string;
  readonly reason: string | null;
  readonly isUncertain: boolean;
  readonly hasFailed: boolean;
  readonly isOpened: boolean;
  readonly isBegun: boolean;
  readonly hasRefused: boolean;
  readonly count: number;
}

/**
 * Counts the invitations of a programme, or of one wave of it, by disposition, each in exactly one, with the rates and their intervals. A
 * questionnaire that was begun and not sent counts as a break-off.
 */
export async function programmeOutcome(
  transaction: WorkspaceTransaction,
  programmeId: string,
  { waveId }: { readonly waveId?: string } = {},
): Promise<ProgrammeOutcome> {
  const rows = await outcomeRows(transaction, { programmeId, ...(waveId !== undefined && { waveId }) });
  const refusals = new Map<string, number>();
  for (const { reason, count } of rows) if (reason !== null) refusals.set(reason, (refusals.get(reason) ?? 0) + count);
  const asked = rows.filter(({ state }) => state !== 'refused');
  return {
    ...counted(rows),
    refusals: [...refusals].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count),
    byRole: parts(asked, ({ role }) => role),
    byChannel: parts(asked, ({ channel }) => channel),
    bySegment: parts(asked, ({ segment }) => segment),
  };
}

const parts = (rows: readonly OutcomeRow[], partOf: (row: OutcomeRow) => string): readonly OutcomePart[] =>
  [...grouped(rows, partOf)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([value, own]) => ({ value, ...counted(own) }));

export function counted(rows: readonly OutcomeRow[]) {
  const ended = rows.flatMap((row): Disposition[] =>
    Array.from({ length: row.count }, () => dispositionOf(factsOf(row))),
  );
  const dispositions = countDispositions(ended);
  return { dispositions, response: responseRates(dispositions) };
}

function factsOf({ state, isUncertain, hasFailed, isOpened, isBegun, hasRefused }: OutcomeRow): InvitationFacts {
  const isOpen = state === 'sent' || state === 'opened' || state === 'expired';
  return {
    state: isOpen && isBegun ? 'partial' : isOpen && isUncertain ? 'uncertain' : state,
    hasFailed,
    isOpened,
    hasRefused,
  };
}

/** Of one programme, or of one of its waves; or of all programmes since an instant. */
export async function outcomeRows(
  { workspaceId, query }: WorkspaceTransaction,
  { programmeId, waveId, since }: { readonly programmeId?: string; readonly waveId?: string; readonly since?: Date },
): Promise<readonly (OutcomeRow & { readonly programmeId: string })[]> {
  return query(
    `select i.programme_id as "programmeId", i.state, i.respondent_role as role, i.channel, i.segment,
       i.refused_reason as reason,
       coalesce(m.state = 'uncertain', false) as "isUncertain",
       coalesce(m.state = 'failed', false) as "hasFailed", i.opened_at is not null as "isOpened",
       exists (select from partial_response r where r.workspace_id = $1 and r.invitation_id = i.id
         and r.given <> '{}') as "isBegun",
       coalesce(i.stop_reason in ('opted-out', 'complained'), false) as "hasRefused", count(*)::int as count
     from invitation i
     left join message m on m.workspace_id = $1 and m.invitation_id = i.id and m.kind = 'invitation' and m.number = 0
     where i.workspace_id = $1 and ($2::uuid is null or i.programme_id = $2) and i.import_id is null
       and ($3::uuid is null or i.wave_id = $3) and ($4::timestamptz is null or i.created_at >= $4)
     group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11`,
    [workspaceId, programmeId ?? null, waveId ?? null, since ?? null],
  );
}

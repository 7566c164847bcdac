import type { InvitationState, PastInvitation } from '../fielding/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';
import type { SurveyReader } from './survey-reader.ts';

/** The rules look back at most 3650 days for one metric; rows older than this cannot matter by the usual ones. */
const daysLooked = 3_650;

/** Earlier invitations to people and to others of their accounts, with those that are decided meanwhile. */
export interface AskingHistory {
  of(contactId: string | undefined, accountId: string | undefined): readonly PastInvitation[];
  add(past: PastInvitation): void;
}

/**
 * Loads what these people and accounts were asked, in one statement. Refused and cancelled invitations asked nobody and
 * are left out, as are those of a programme that is tried out. A person who was known in front of a widget was asked too.
 */
export async function loadHistory(
  transaction: WorkspaceTransaction,
  {
    contactIds,
    accountIds,
    now,
    reader,
    withoutProgramme,
  }: {
    readonly contactIds: readonly string[];
    readonly accountIds: readonly string[];
    readonly now: Date;
    readonly reader: SurveyReader;
    readonly withoutProgramme?: string;
  },
): Promise<AskingHistory> {
  const rows = await pastRows(transaction, { contactIds, accountIds, now });
  const versions = await reader.read(
    transaction,
    rows.flatMap(({ versionId }) => versionId ?? []),
  );
  const byContact = new Map<string, PastInvitation[]>();
  const byAccount = new Map<string, PastInvitation[]>();
  const add = (past: PastInvitation): void => {
    append(byContact, past.contactId, past);
    if (past.accountId !== undefined) append(byAccount, past.accountId, past);
  };
  for (const { versionId, metric, askedAt, expiresAt, accountId, ...row } of rows) {
    if (row.programmeId === withoutProgramme) continue;
    const facts = versionId === null ? undefined : versions.get(versionId)?.facts;
    add({
      ...row,
      ...(accountId !== null && { accountId }),
      metrics: facts?.isPublished ? facts.metrics : metric === null ? [] : [metric],
      askedAt: askedAt.getTime(),
      expiresAt: (expiresAt ?? askedAt).getTime(),
      seconds: facts?.seconds ?? 0,
      questions: facts?.questions ?? 0,
    });
  }
  return {
    add,
    of(contactId, accountId) {
      const own = contactId === undefined ? [] : (byContact.get(contactId) ?? []);
      const others = accountId === undefined ? [] : (byAccount.get(accountId) ?? []);
      return [...own, ...others.filter((past) => past.contactId !== contactId)];
    },
  };
}

function append(into: Map<string, PastInvitation[]>, key: string, past: PastInvitation): void {
  const held = into.get(key);
  if (held) held.push(past);
  else into.set(key, [past]);
}

interface PastRow extends Pick<PastInvitation, 'id' | 'programmeId' | 'level' | 'contactId' | 'aboutId'> {
  readonly accountId: string | null;
  readonly state: InvitationState;
  readonly versionId: string | null;
  readonly metric: string | null;
  readonly askedAt: Date;
  readonly expiresAt: Date | null;
}

async function pastRows(
  { workspaceId, query }: WorkspaceTransaction,
  { contactIds, accountIds, now }: { contactIds: readonly string[]; accountIds: readonly string[]; now: Date },
) {
  // Two lookups by index and no OR, which would read the whole table.
  return query<PastRow>(
    `select i.id, i.programme_id as "programmeId", p.level, i.contact_id as "contactId", i.account_id as "accountId",
       coalesce(i.encounter_id, i.wave_id, i.id) as "aboutId", i.state, i.survey_version_id as "versionId", i.metric,
       coalesce(i.sent_at, i.planned_at) as "askedAt", i.expires_at as "expiresAt"
     from (select id from invitation where workspace_id = $1 and contact_id = any ($2::uuid[])
             and planned_at > $4::timestamptz - $5 * interval '1 day' and state not in ('refused', 'cancelled')
           union
           select id from invitation where workspace_id = $1 and account_id = any ($3::uuid[])
             and planned_at > $4::timestamptz - interval '400 days' and contact_id is not null
             and state not in ('refused', 'cancelled')) found
     join invitation i on i.workspace_id = $1 and i.id = found.id
     join programme p on p.workspace_id = $1 and p.id = i.programme_id
     union all
     select a.id, l.id, s.level, a.contact_id, a.account_id, a.id,
       case when a.answered_at is null then 'opened' else 'completed' end, a.survey_version_id, null, a.asked_at,
       a.asked_at + interval '1 day'
     from (select id from open_link_ask where workspace_id = $1 and contact_id = any ($2::uuid[])
             and asked_at > $4::timestamptz - $5 * interval '1 day'
           union
           select id from open_link_ask where workspace_id = $1 and account_id = any ($3::uuid[])
             and asked_at > $4::timestamptz - interval '400 days') seen
     join open_link_ask a on a.workspace_id = $1 and a.id = seen.id
     join open_link l on l.workspace_id = $1 and l.id = a.open_link_id
     join survey s on s.workspace_id = $1 and s.id = l.survey_id`,
    [workspaceId, contactIds, accountIds, now, daysLooked],
  );
}

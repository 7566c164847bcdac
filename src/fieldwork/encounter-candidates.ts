import type { WorkspaceTransaction } from '../store/index.ts';
import type { AskingProgramme } from './asking-programmes.ts';
import type { EncounterChange } from './encounter-change.ts';
import { grouped } from './grouped.ts';

/** One question to be decided: may this programme ask this person about this encounter? */
export interface Candidate {
  readonly programme: AskingProgramme;
  readonly change: Asked;
  readonly touchpoint: string;
  /** Absent where nobody is known who could be asked. */
  readonly contactId?: string;
}

/** What of an encounter decides whom it concerns. */
export type Asked = Pick<
  EncounterChange,
  'encounterId' | 'state' | 'occurredAt' | 'touchpointId' | 'accountId' | 'contactId' | 'orgUnitId' | 'attributes'
>;

/** The keys of touchpoints, by their ids. */
export async function touchpointKeys(
  { workspaceId, query }: WorkspaceTransaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await query<{ id: string; key: string }>(
    'select id, key from touchpoint where workspace_id = $1 and id = any ($2::uuid[])',
    [workspaceId, [...new Set(ids)]],
  );
  return new Map(rows.map(({ id, key }) => [id, key]));
}

/**
 * Who could be asked about these encounters: the contact of the encounter, else the contacts of its account in the roles
 * that the programme asks, else nobody, which is decided and kept too. A programme that asks about other touchpoints is not
 * concerned, and one that still runs is looked at when it ends.
 */
export async function encounterCandidates(
  transaction: WorkspaceTransaction,
  {
    programmes,
    encounters,
    now,
  }: {
    readonly programmes: readonly AskingProgramme[];
    readonly encounters: readonly Asked[];
    readonly now: Date;
  },
): Promise<readonly Candidate[]> {
  const keys = await touchpointKeys(
    transaction,
    encounters.map(({ touchpointId }) => touchpointId),
  );
  const concerned = programmes.flatMap((programme) =>
    encounters.flatMap((change) => {
      const touchpoint = keys.get(change.touchpointId)!;
      return isConcerned(programme, change, touchpoint) ? [{ programme, change, touchpoint }] : [];
    }),
  );
  const accountIds = concerned.flatMap(({ change }) =>
    change.contactId === undefined ? (change.accountId ?? []) : [],
  );
  const people = await contactsOfAccounts(transaction, [...new Set(accountIds)], now);
  return concerned.flatMap((one): Candidate[] => {
    const { contactId, accountId } = one.change;
    if (contactId !== undefined) return [{ ...one, contactId }];
    const { roles } = one.programme.rules;
    const own = (people.get(accountId ?? '') ?? []).filter(({ role }) => roles?.includes(role as never));
    const ids = [...new Set(own.map((row) => row.contactId))];
    return ids.length === 0 ? [one] : ids.map((id) => ({ ...one, contactId: id }));
  });
}

function isConcerned({ rules }: AskingProgramme, { state }: Asked, touchpoint: string): boolean {
  if (rules.level !== 'encounter' || !rules.trigger.touchpoints.includes(touchpoint)) return false;
  return state !== 'open' || rules.trigger.when === 'any';
}

/** Who has which role at these accounts now. */
export async function contactsOfAccounts(
  { workspaceId, query }: WorkspaceTransaction,
  accountIds: readonly string[],
  now: Date,
) {
  if (accountIds.length === 0) return new Map<string, never[]>();
  const rows = await query<{ accountId: string; contactId: string; role: string }>(
    `select account_id as "accountId", contact_id as "contactId", role from contact_role
     where workspace_id = $1 and account_id = any ($2::uuid[]) and (valid_from is null or valid_from <= $3::date)
       and (valid_to is null or valid_to > $3::date)
     order by account_id, contact_id`,
    [workspaceId, accountIds, now],
  );
  return grouped(rows, ({ accountId }) => accountId);
}

/** The type of the latest event of each encounter, for rules that look at it. */
export async function eventTypes(
  { workspaceId, query }: WorkspaceTransaction,
  encounterIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await query<{ id: string; type: string }>(
    `select distinct on (encounter_id) encounter_id as id, type from event
     where workspace_id = $1 and encounter_id = any ($2::uuid[]) order by encounter_id, occurred_at desc, id desc`,
    [workspaceId, encounterIds],
  );
  return new Map(rows.map(({ id, type }) => [id, type]));
}

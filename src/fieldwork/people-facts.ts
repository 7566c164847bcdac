import { suppressedHashes } from '../accounts/index.ts';
import { addressHash } from '../channels/index.ts';
import type {
  AccountFacts,
  Channel,
  ChannelStanding,
  ContactFacts,
  LegalBasis,
  RespondentRole,
} from '../fielding/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';
import { addressOf, type MessageChannel, messageChannels } from './contact-address.ts';
import { grouped } from './grouped.ts';
import type { AskingWorkspace } from './workspace-asking-store.ts';

/** A person as the store has him. */
export interface StoredContact {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: string | null;
  readonly timeZone: string | null;
  readonly staff: boolean;
  readonly hasOptedOut: boolean;
  readonly isErased: boolean;
}

/** What is known of people and accounts, looked up at once. */
export interface People {
  /** The facts of a person, with the roles that he has at this account; at any without one. */
  contact(id: string, accountId: string | undefined): ContactFacts | undefined;
  stored(id: string): StoredContact | undefined;
  account(id: string): AccountFacts | undefined;
}

interface RoleRow {
  readonly contactId: string;
  readonly accountId: string;
  readonly role: RespondentRole;
}

/** Loads people and accounts with their roles, bases and suppressions, in five statements however many they are. */
export async function loadPeople(
  transaction: WorkspaceTransaction,
  workspace: AskingWorkspace,
  {
    contactIds,
    accountIds,
    now,
  }: {
    readonly contactIds: readonly string[];
    readonly accountIds: readonly string[];
    readonly now: Date;
  },
): Promise<People> {
  const contacts = new Map((await storedContacts(transaction, contactIds)).map((row) => [row.id, row]));
  const accounts = new Map((await storedAccounts(transaction, accountIds)).map((row) => [row.id, row]));
  const roles = grouped(await rolesOf(transaction, contactIds, now), ({ contactId }) => contactId);
  const standings = await standingsOf(transaction, workspace, [...contacts.values()]);
  return {
    stored: (id) => contacts.get(id),
    account: (id) => accounts.get(id),
    contact(id, accountId) {
      const row = contacts.get(id);
      if (!row) return undefined;
      const own = (roles.get(id) ?? []).filter((one) => accountId === undefined || one.accountId === accountId);
      return {
        id,
        roles: [...new Set(own.map(({ role }) => role))],
        ...(row.language !== null && { language: row.language }),
        ...(row.timeZone !== null && { timeZone: row.timeZone }),
        channels: standings.get(id)!,
        isStaff: row.staff,
        isErased: row.isErased,
        hasOptedOut: row.hasOptedOut,
      };
    },
  };
}

async function storedContacts({ workspaceId, query }: WorkspaceTransaction, ids: readonly string[]) {
  return query<StoredContact>(
    `select id, name, email, phone, language, time_zone as "timeZone", staff, opted_out_at is not null as "hasOptedOut",
       erased_at is not null as "isErased"
     from contact where workspace_id = $1 and id = any ($2::uuid[])`,
    [workspaceId, ids],
  );
}

async function storedAccounts({ workspaceId, query }: WorkspaceTransaction, ids: readonly string[]) {
  const rows = await query<{
    id: string;
    segment: string;
    revenue: number | null;
    attributes: Record<string, unknown>;
  }>(
    `select id, segment, revenue::float8 as revenue, attributes from account
     where workspace_id = $1 and id = any ($2::uuid[])`,
    [workspaceId, ids],
  );
  return rows.map(
    ({ id, segment, revenue, attributes }): AccountFacts => ({
      id,
      ...(segment !== '' && { segment }),
      ...(revenue !== null && { revenue }),
      attributes: Object.fromEntries(
        Object.entries(attributes).filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value)),
      ) as NonNullable<AccountFacts['attributes']>,
    }),
  );
}

async function rolesOf({ workspaceId, query }: WorkspaceTransaction, contactIds: readonly string[], now: Date) {
  return query<RoleRow>(
    `select contact_id as "contactId", account_id as "accountId", role from contact_role
     where workspace_id = $1 and contact_id = any ($2::uuid[]) and (valid_from is null or valid_from <= $3::date)
       and (valid_to is null or valid_to > $3::date)
     order by contact_id, role`,
    [workspaceId, contactIds, now],
  );
}

type Standings = { [Name in Channel]?: ChannelStanding };

async function standingsOf(
  transaction: WorkspaceTransaction,
  { addressKey, usualBasis }: AskingWorkspace,
  contacts: readonly StoredContact[],
): Promise<ReadonlyMap<string, Standings>> {
  const bases = await basesOf(
    transaction,
    contacts.map(({ id }) => id),
  );
  const addressed = contacts.flatMap((contact) =>
    messageChannels.map((channel) => {
      const address = addressOf(channel, contact);
      return { contact, channel, hash: address === undefined ? undefined : addressHash(addressKey, channel, address) };
    }),
  );
  const suppressed = await suppressedHashes(
    transaction,
    addressed.flatMap(({ hash }) => hash ?? []),
  );
  const standings = new Map<string, Standings>(contacts.map(({ id }) => [id, {}]));
  for (const { contact, channel, hash } of addressed) {
    const own = bases.get(`${contact.id} ${channel}`);
    // A basis that was withdrawn is an answer: the usual one does not come in its place.
    const basis = own ? own.basis : usualBasis[channel];
    standings.get(contact.id)![channel] = {
      hasAddress: hash !== undefined,
      ...(basis && { basis }),
      isSuppressed: hash !== undefined && suppressed.has(hash.toString('hex')),
    };
  }
  return standings;
}

async function basesOf({ workspaceId, query }: WorkspaceTransaction, contactIds: readonly string[]) {
  const rows = await query<{ contactId: string; channel: MessageChannel; basis: LegalBasis | null }>(
    `select contact_id as "contactId", channel, case when withdrawn_at is null then basis end as basis
     from contact_basis where workspace_id = $1 and contact_id = any ($2::uuid[])`,
    [workspaceId, contactIds],
  );
  return new Map(rows.map((row) => [`${row.contactId} ${row.channel}`, row]));
}

import {
  type RoleOfContact,
  type ToldFields,
  tellAccounts,
  tellContactRoles,
  tellContacts,
} from '../accounts/index.ts';
import { slugOf } from '../collect/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';
import type { EventRefusal, ToldContact, ToldEncounter } from './told-encounter.ts';

/** The ids that the keys of a telling stand for, or the first key that stands for nothing. */
export type NamedTelling =
  | {
      readonly kind: 'named';
      readonly touchpointId?: string;
      readonly accountId?: string;
      readonly contactId?: string;
      readonly orgUnitId?: string;
    }
  | { readonly kind: 'refused'; readonly reason: EventRefusal; readonly field: string };

/**
 * Looks up what events name, in as many statements as there are kinds of names, and makes the accounts and contacts that
 * may be made. A telling whose touchpoint or org unit is unknown makes nothing: it may be a mistake altogether. `told` is in the
 * order of the events, so that the latest says last what a contact is called.
 */
export async function namedTellings(
  transaction: WorkspaceTransaction,
  told: readonly ToldEncounter[],
): Promise<readonly NamedTelling[]> {
  const touchpoints = await touchpointIds(transaction, textsOf(told, 'touchpoint'));
  const orgUnits = await orgUnitIds(transaction, textsOf(told, 'orgUnit'));
  const unknown = told.map((one) => unknownName(one, touchpoints, orgUnits));
  const usable = told.filter((_, place) => !unknown[place]);
  const accounts = await tellAccounts(transaction, accountsTold(usable));
  const contacts = await tellContacts(transaction, contactsTold(usable));
  await tellContactRoles(transaction, rolesTold(usable, accounts, contacts));
  return told.map(({ touchpoint, orgUnit, account, contact }, place) => {
    if (unknown[place]) return unknown[place];
    const accountId = account && accounts.get(account.id);
    if (account && accountId === undefined) return refused('unknown-account', 'data.account');
    const contactId = contact && contacts.get(contact.key);
    if (contact && contactId === undefined) return refused('unknown-contact', 'data.contact');
    return {
      kind: 'named',
      ...(touchpoint === undefined ? {} : { touchpointId: touchpoints.get(touchpoint)! }),
      ...(orgUnit === undefined ? {} : { orgUnitId: orgUnits.get(orgUnit)! }),
      ...(accountId === undefined ? {} : { accountId }),
      ...(contactId === undefined ? {} : { contactId }),
    };
  });
}

/** A name of a telling as the workspace knows it, or would have to make it. */
export interface ToldName {
  readonly field: 'touchpoint' | 'account' | 'contact' | 'orgUnit';
  readonly name: string;
  readonly isKnown: boolean;
}

/** Which of the names that this telling uses does the workspace know? Only asks; nothing is made. */
export async function knownNames(
  transaction: WorkspaceTransaction,
  { touchpoint, orgUnit, account, contact }: ToldEncounter,
): Promise<readonly ToldName[]> {
  const isThere = async (table: 'account' | 'contact', key: string) => {
    const found = await transaction.query(
      `select 1 from ${table} where workspace_id = $1 and external_id = $2 limit 1`,
      [transaction.workspaceId, key],
    );
    return found.length > 0;
  };
  const names: ToldName[] = [];
  if (touchpoint !== undefined) {
    const isKnown = (await touchpointIds(transaction, [touchpoint])).has(touchpoint);
    names.push({ field: 'touchpoint', name: touchpoint, isKnown });
  }
  if (account) names.push({ field: 'account', name: account.id, isKnown: await isThere('account', account.id) });
  if (contact) names.push({ field: 'contact', name: contact.key, isKnown: await isThere('contact', contact.key) });
  if (orgUnit !== undefined) {
    names.push({ field: 'orgUnit', name: orgUnit, isKnown: (await orgUnitIds(transaction, [orgUnit])).has(orgUnit) });
  }
  return names;
}

type Refused = NamedTelling & { readonly kind: 'refused' };
type Ids = ReadonlyMap<string, string>;

const refused = (reason: EventRefusal, field: string): Refused => ({ kind: 'refused', reason, field });

function unknownName({ touchpoint, orgUnit }: ToldEncounter, touchpoints: Ids, orgUnits: Ids): Refused | undefined {
  if (touchpoint !== undefined && !touchpoints.has(touchpoint)) return refused('unknown-touchpoint', 'data.touchpoint');
  if (orgUnit !== undefined && !orgUnits.has(orgUnit)) return refused('unknown-org-unit', 'data.orgUnit');
  return undefined;
}

const textsOf = (told: readonly ToldEncounter[], field: 'touchpoint' | 'orgUnit'): readonly string[] => [
  ...new Set(told.flatMap((one) => one[field] ?? [])),
];

/** By its key as it is written, else as a key is made of a name: "Customer support" is customer-support. */
async function touchpointIds({ workspaceId, query }: WorkspaceTransaction, names: readonly string[]): Promise<Ids> {
  if (names.length === 0) return new Map();
  const keys = [...new Set(names.flatMap((name) => [name, slugOf(name)]))];
  const rows = await query<{ key: string; id: string }>(
    'select key, id from touchpoint where workspace_id = $1 and key = any ($2)',
    [workspaceId, keys],
    'touchpoint-by-key-of-events',
  );
  const ids = new Map(rows.map(({ key, id }) => [key, id]));
  return new Map(
    names.flatMap((name) => {
      const id = ids.get(name) ?? ids.get(slugOf(name));
      return id === undefined ? [] : [[name, id] as const];
    }),
  );
}

async function orgUnitIds({ workspaceId, query }: WorkspaceTransaction, codes: readonly string[]): Promise<Ids> {
  if (codes.length === 0) return new Map();
  const rows = await query<{ code: string; id: string }>(
    'select code, id from org_unit where workspace_id = $1 and code = any ($2)',
    [workspaceId, codes],
    'org-unit-by-code-of-events',
  );
  return new Map(rows.map(({ code, id }) => [code, id]));
}

type MutableTold = Map<string, { fields: Record<string, string>; create: boolean }>;

/** What is told twice is told together: the later one wins field by field, and one that may make it makes it. */
function tell(into: MutableTold, key: string, { fields, create }: ToldFields): void {
  const held = into.get(key);
  into.set(key, { fields: { ...held?.fields, ...fields }, create: create || held?.create === true });
}

function accountsTold(told: readonly ToldEncounter[]): MutableTold {
  const accounts: MutableTold = new Map();
  for (const { account } of told) {
    if (!account) continue;
    const { id, create, name, segment } = account;
    tell(accounts, id, { fields: filled({ name, segment }), create });
  }
  return accounts;
}

function contactsTold(told: readonly ToldEncounter[]): MutableTold {
  const contacts: MutableTold = new Map();
  for (const { contact } of told) {
    if (contact) tell(contacts, contact.key, { fields: contactFields(contact), create: contact.create });
  }
  return contacts;
}

function contactFields({ key, email, phone, name, language, timeZone }: ToldContact): Record<string, string> {
  const address = email ?? (key.includes('@') ? key : undefined);
  return filled({ email: address, phone, name, language, time_zone: timeZone });
}

const filled = (fields: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== undefined)) as Record<string, string>;

function rolesTold(told: readonly ToldEncounter[], accounts: Ids, contacts: Ids): readonly RoleOfContact[] {
  const roles = new Map<string, RoleOfContact>();
  for (const { account, contact } of told) {
    const [accountId, contactId] = [account && accounts.get(account.id), contact && contacts.get(contact.key)];
    if (accountId === undefined || contactId === undefined) continue;
    for (const role of contact!.roles) {
      roles.set(`${contactId} ${accountId} ${role}`, { contactId, accountId, role });
    }
  }
  return [...roles.values()];
}

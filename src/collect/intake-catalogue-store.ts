import { newId, type WorkspaceTransaction } from '../store/index.ts';
import type { AskedQuestion, IncomingResponse } from './incoming-response.ts';

/** What the keys of a few incoming responses stand for. A key that is not in here is unknown in the workspace. */
export interface IntakeCatalogue {
  /** By survey and version; the latest published version stands under the version 0 too. */
  readonly versions: ReadonlyMap<
    string,
    { readonly id: string; readonly questions: ReadonlyMap<string, AskedQuestion> }
  >;
  readonly touchpoints: ReadonlyMap<string, string>;
  readonly orgUnits: ReadonlyMap<string, string>;
  readonly accounts: ReadonlyMap<string, { readonly id: string; readonly segment: string }>;
  readonly contacts: ReadonlyMap<string, string>;
  /** Roles of a contact at an account (`pairKey`), with the days they hold; a pair without any stands with none. */
  readonly roles: ReadonlyMap<string, readonly HeldRole[]>;
}

export interface HeldRole {
  readonly role: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export const versionKey = (survey: string, version = 0) => `${version} ${survey}`;

/** By their external ids, of which the first could hold anything. */
export const pairKey = (contact: string, account: string) => `${contact.length} ${contact} ${account}`;

/** Looks up every key of these responses, in as many statements as there are kinds of keys in use, sent together. */
export async function intakeCatalogue(
  transaction: WorkspaceTransaction,
  responses: readonly IncomingResponse[],
): Promise<IntakeCatalogue> {
  const [accountNames, contactNames] = [namesOf(responses, 'account'), namesOf(responses, 'contact')];
  const [versions, touchpoints, orgUnits, accounts, contacts, roles] = await Promise.all([
    versionsOf(transaction, namesOf(responses, 'survey')),
    idsOf(transaction, 'touchpoint', 'key', namesOf(responses, 'touchpoint')),
    idsOf(transaction, 'org_unit', 'code', namesOf(responses, 'orgUnit')),
    accountsOf(transaction, accountNames),
    idsOf(transaction, 'contact', 'external_id', contactNames),
    rolesOf(transaction, responses),
  ]);
  return { versions, touchpoints, orgUnits, accounts, contacts, roles };
}

type KeyField = 'survey' | 'touchpoint' | 'orgUnit' | 'account' | 'contact';

function namesOf(responses: readonly IncomingResponse[], field: KeyField): string[] {
  // In order, so that two processes that make the same ones wait for each other instead of both failing.
  return [...new Set(responses.flatMap((response) => response[field] ?? []))].sort();
}

async function idsOf(
  { workspaceId, query }: WorkspaceTransaction,
  table: 'touchpoint' | 'org_unit' | 'contact',
  column: 'key' | 'code' | 'external_id',
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (names.length === 0) return new Map();
  const rows = await query<{ name: string; id: string }>(
    `select ${column} as name, id from ${table} where workspace_id = $1 and ${column} = any ($2)`,
    [workspaceId, names],
    `${table}-by-${column}`,
  );
  return new Map(rows.map(({ name, id }) => [name, id]));
}

async function accountsOf({ workspaceId, query }: WorkspaceTransaction, names: readonly string[]) {
  if (names.length === 0) return new Map();
  const rows = await query<{ name: string; id: string; segment: string }>(
    'select external_id as name, id, segment from account where workspace_id = $1 and external_id = any ($2)',
    [workspaceId, names],
    'account-by-external-id',
  );
  return new Map(rows.map(({ name, id, segment }) => [name, { id, segment }]));
}

async function rolesOf({ workspaceId, query }: WorkspaceTransaction, responses: readonly IncomingResponse[]) {
  const roles = new Map<string, HeldRole[]>();
  const paired = responses.filter(({ contact, account }) => contact !== undefined && account !== undefined);
  if (paired.length === 0) return roles;
  for (const { contact, account } of paired) roles.set(pairKey(contact!, account!), []);
  const rows = await query<HeldRole & { contact: string; account: string }>(
    `select c.external_id as contact, a.external_id as account, r.role, r.valid_from as "validFrom",
       r.valid_to as "validTo"
     from contact c
     join contact_role r on r.workspace_id = c.workspace_id and r.contact_id = c.id
     join account a on a.workspace_id = r.workspace_id and a.id = r.account_id
     where c.workspace_id = $1 and r.workspace_id = $1 and a.workspace_id = $1 and c.external_id = any ($2)
       and a.external_id = any ($3)`,
    [workspaceId, namesOf(paired, 'contact'), namesOf(paired, 'account')],
  );
  for (const { contact, account, ...held } of rows) roles.get(pairKey(contact, account))?.push(held);
  return roles;
}

interface VersionRow extends AskedQuestion {
  readonly survey: string;
  readonly version: number;
  readonly versionId: string;
  readonly current: boolean;
}

async function versionsOf({ workspaceId, query }: WorkspaceTransaction, surveys: readonly string[]) {
  const rows = await query<VersionRow>(
    `select s.key as survey, v.number as version, v.id as "versionId", q.id, q.key, q.scale_minimum as "scaleMinimum",
       q.scale_points as "scalePoints",
       v.number = max(v.number) filter (where v.retired_at is null) over (partition by s.id) as current
     from survey s
     join survey_version v on v.workspace_id = s.workspace_id and v.survey_id = s.id and v.published_at is not null
     join question q on q.workspace_id = v.workspace_id and q.survey_version_id = v.id
     where s.workspace_id = $1 and v.workspace_id = $1 and q.workspace_id = $1 and s.key = any ($2)`,
    [workspaceId, surveys],
    'asked-questions',
  );
  const versions = new Map<string, { id: string; questions: Map<string, AskedQuestion> }>();
  for (const { survey, version, versionId, current, ...question } of rows) {
    for (const name of current ? [versionKey(survey, version), versionKey(survey)] : [versionKey(survey, version)]) {
      const known = versions.get(name) ?? { id: versionId, questions: new Map() };
      known.questions.set(question.key, question);
      versions.set(name, known);
    }
  }
  return versions;
}

/** Accounts and contacts that a response may bring with it, known by their external id until more is imported. */
export async function createMissing(
  transaction: WorkspaceTransaction,
  responses: readonly IncomingResponse[],
): Promise<void> {
  const { workspaceId, query } = transaction;
  const accounts = namesOf(responses, 'account');
  if (accounts.length > 0) {
    await query(
      `insert into account (workspace_id, id, external_id, name)
       select $1, id, name, name from unnest($2::uuid[], $3::text[]) as made (id, name) on conflict do nothing`,
      [workspaceId, accounts.map(() => newId()), accounts],
    );
  }
  const contacts = namesOf(responses, 'contact');
  if (contacts.length === 0) return;
  await query(
    `insert into contact (workspace_id, id, external_id)
     select $1, id, name from unnest($2::uuid[], $3::text[]) as made (id, name) on conflict do nothing`,
    [workspaceId, contacts.map(() => newId()), contacts],
  );
}

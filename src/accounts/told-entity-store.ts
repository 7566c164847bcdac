import { newId, type WorkspaceTransaction } from '../store/index.ts';
import { applyClaims } from './claim-store.ts';
import { accountEntity, type ClaimedEntity, contactEntity } from './claimed-entity.ts';

/** What a system behind tells of an account or a contact, beside its key: column -> text. */
export interface ToldFields {
  readonly fields: Readonly<Record<string, string>>;
  /** Whether it is made where the workspace does not know it. */
  readonly create: boolean;
}

interface ToldKind {
  readonly entity: ClaimedEntity;
  /** Columns that may be told, all of them text. */
  readonly columns: readonly string[];
  /** SQL over the row `e`: nothing is told of it any more. */
  readonly closed: string;
  /** SQL over the row `t` of what was told: columns that a new row needs. */
  readonly born: Readonly<Record<string, string>>;
}

const accounts: ToldKind = {
  entity: accountEntity,
  columns: ['name', 'segment'],
  closed: 'false',
  born: { name: 'coalesce(t.name, t.key)', segment: "coalesce(t.segment, '')" },
};

const contacts: ToldKind = {
  entity: contactEntity,
  columns: ['name', 'email', 'phone', 'language', 'time_zone'],
  closed: 'e.erased_at is not null',
  born: {},
};

type Told = ReadonlyMap<string, ToldFields>;

/** The ids of accounts by their keys; see `tellEntities`. */
export const tellAccounts = (transaction: WorkspaceTransaction, told: Told): Promise<ReadonlyMap<string, string>> =>
  tellEntities(transaction, accounts, told);

/** The ids of contacts by their keys; see `tellEntities`. One whose key is an e-mail address is found by it as well. */
export const tellContacts = (transaction: WorkspaceTransaction, told: Told): Promise<ReadonlyMap<string, string>> =>
  tellEntities(transaction, contacts, told);

interface KnownRow extends Readonly<Record<string, string | boolean | null>> {
  readonly id: string;
  readonly key: string;
  readonly closed: boolean;
}

/**
 * Answers the ids of what is called by these keys, makes what is not there and may be made, and keeps what was told of
 * them. What imports say of a field stays in force: it is kept below their claims, and comes to light when they are undone.
 * A key that is not in the answer is unknown.
 */
async function tellEntities(
  transaction: WorkspaceTransaction,
  kind: ToldKind,
  told: Told,
): Promise<ReadonlyMap<string, string>> {
  // In order, so that two processes that make the same ones wait for each other instead of both failing.
  const keys = [...told.keys()].sort();
  if (keys.length === 0) return new Map();
  const known = await knownRows(transaction, kind, keys);
  const missing = keys.filter((key) => !known.has(key) && told.get(key)!.create);
  const made = await insertMissing(transaction, kind, { keys: missing, told });
  const late = missing.filter((key) => !made.has(key));
  if (late.length > 0) for (const [key, row] of await knownRows(transaction, kind, late)) known.set(key, row);
  const changed = [...known].filter(([key, row]) => differs(row, told.get(key)!.fields));
  // Several keys may lead to one row (an id and an e-mail address): the last one tells.
  await stateTold(transaction, kind, new Map(changed.map(([key, { id }]) => [id, told.get(key)!.fields])));
  return new Map([...made, ...[...known].map(([key, { id }]) => [key, id] as const)]);
}

const differs = (row: KnownRow, fields: Readonly<Record<string, string>>): boolean =>
  !row.closed && Object.entries(fields).some(([column, value]) => row[column] !== value);

async function knownRows(
  { workspaceId, query }: WorkspaceTransaction,
  { entity, columns, closed }: ToldKind,
  keys: readonly string[],
): Promise<Map<string, KnownRow>> {
  const shown = `e.id, ${columns.map((column) => `e.${column}`).join(', ')}, ${closed} as closed`;
  const rows = await query<KnownRow>(
    `select e.${entity.key} as key, ${shown} from ${entity.table} e
     where e.workspace_id = $1 and e.${entity.key} = any ($2)`,
    [workspaceId, keys],
  );
  const known = new Map(rows.map((row) => [row.key, row]));
  const addresses = entity === contactEntity ? keys.filter((key) => key.includes('@') && !known.has(key)) : [];
  if (addresses.length === 0) return known;
  const byAddress = await query<KnownRow>(
    `select distinct on (lower(e.email)) lower(e.email) as key, ${shown} from contact e
     where e.workspace_id = $1 and lower(e.email) = any ($2) and e.erased_at is null order by lower(e.email), e.id`,
    [workspaceId, addresses],
  );
  for (const row of byAddress) known.set(row.key, row);
  return known;
}

async function insertMissing(
  { workspaceId, query }: WorkspaceTransaction,
  { entity, columns, born }: ToldKind,
  { keys, told }: { readonly keys: readonly string[]; readonly told: Told },
): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map();
  const slots = columns.map((_, place) => `$${place + 4}::text[]`).join(', ');
  const made = await query<{ id: string; key: string }>(
    `insert into ${entity.table} (workspace_id, id, ${entity.key}, ${columns.join(', ')})
     select $1, t.id, t.key, ${columns.map((column) => born[column] ?? `t.${column}`).join(', ')}
     from unnest($2::uuid[], $3::text[], ${slots}) as t (id, key, ${columns.join(', ')})
     on conflict (workspace_id, ${entity.key}) do nothing returning id, ${entity.key} as key`,
    [
      workspaceId,
      keys.map(() => newId()),
      keys,
      ...columns.map((column) => keys.map((key) => told.get(key)!.fields[column] ?? null)),
    ],
  );
  return new Map(made.map(({ id, key }) => [key, id]));
}

type FieldsById = ReadonlyMap<string, Readonly<Record<string, string>>>;

async function stateTold(transaction: WorkspaceTransaction, kind: ToldKind, told: FieldsById): Promise<void> {
  if (told.size === 0) return;
  const { workspaceId, query } = transaction;
  const { entity, columns } = kind;
  const ids = [...told.keys()];
  const claimed = new Set(
    (
      await query<{ id: string }>(
        `select distinct entity_id as id from import_claim
         where workspace_id = $1 and entity = $2 and entity_id = any ($3)`,
        [workspaceId, entity.entity, ids],
      )
    ).map(({ id }) => id),
  );
  const open = ids.filter((id) => !claimed.has(id));
  await updateColumns(transaction, entity, { ids: open, columns, told });
  const own = columns.filter((column) => !entity.columns.some((known) => known.column === column));
  if (own.length > 0) await updateColumns(transaction, entity, { ids: [...claimed], columns: own, told });
  await claimBelow(transaction, entity, { ids: [...claimed], told });
}

async function updateColumns(
  { workspaceId, query }: WorkspaceTransaction,
  { table }: ClaimedEntity,
  { ids, columns, told }: { ids: readonly string[]; columns: readonly string[]; told: FieldsById },
): Promise<void> {
  if (ids.length === 0) return;
  const slots = columns.map((_, place) => `$${place + 3}::text[]`).join(', ');
  await query(
    `update ${table} e set ${columns.map((column) => `${column} = coalesce(t.${column}, e.${column})`).join(', ')}
     from unnest($2::uuid[], ${slots}) as t (id, ${columns.join(', ')}) where e.workspace_id = $1 and e.id = t.id`,
    [workspaceId, ids, ...columns.map((column) => ids.map((id) => told.get(id)![column] ?? null))],
  );
}

/** Number 0 is what stands there below every import. */
async function claimBelow(
  transaction: WorkspaceTransaction,
  entity: ClaimedEntity,
  { ids, told }: { ids: readonly string[]; told: FieldsById },
): Promise<void> {
  if (ids.length === 0) return;
  await transaction.query(
    `insert into import_claim as held (workspace_id, id, number, entity, entity_id, fields)
     select $1, id, 0, $2::text, entity_id, fields::jsonb from unnest($3::uuid[], $4::uuid[], $5::text[])
       as said (id, entity_id, fields)
     on conflict (workspace_id, entity, entity_id, number) do update set fields = held.fields || excluded.fields
     returning id`,
    [
      transaction.workspaceId,
      entity.entity,
      ids.map(() => newId()),
      ids,
      ids.map((id) => JSON.stringify(told.get(id))),
    ],
  );
  await applyClaims(transaction, entity, ids);
}

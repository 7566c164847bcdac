import { newId, type WorkspaceTransaction } from '../store/index.ts';
import type { ClaimedColumn, ClaimedEntity } from './claimed-entity.ts';
import type { ImportScope } from './import-scope.ts';

/** What an import says of one entity: column -> value. No fields: it only names it. */
export interface Claim {
  readonly entityId: string;
  readonly fields?: Readonly<Record<string, unknown>>;
}

/**
 * Answers the ids of what is called by these keys and makes what is not there yet. Names it for the import, with the
 * fields that the naming itself tells.
 */
export async function nameEntities(
  scope: ImportScope,
  kind: ClaimedEntity,
  named: ReadonlyMap<string, Readonly<Record<string, unknown>>>,
): Promise<ReadonlyMap<string, string>> {
  const keys = [...named.keys()];
  const { transaction, importId } = scope;
  const { workspaceId } = transaction;
  const bornColumns = Object.keys(kind.born);
  const columns = ['workspace_id', 'id', kind.key, ...bornColumns, ...(kind.tellsImport ? ['import_id'] : [])];
  const values = ['$1', 'id', 'key', ...Object.values(kind.born), ...(kind.tellsImport ? ['$4::uuid'] : [])];
  const made = await transaction.query<{ id: string; key: string }>(
    `insert into ${kind.table} (${columns.join(', ')})
     select ${values.join(', ')} from unnest($2::uuid[], $3::text[]) as named (id, key)
     on conflict (workspace_id, ${kind.key}) do nothing returning id, ${kind.key} as key`,
    [workspaceId, keys.map(() => newId()), keys, ...(kind.tellsImport ? [importId] : [])],
  );
  const ids = new Map(made.map(({ id, key }) => [key, id]));
  const others = keys.filter((key) => !ids.has(key));
  if (others.length > 0) {
    const known = await transaction.query<{ id: string; key: string }>(
      `select id, ${kind.key} as key from ${kind.table} where workspace_id = $1 and ${kind.key} = any ($2)`,
      [workspaceId, others],
    );
    for (const { id, key } of known) ids.set(key, id);
    await keepWhatStood(
      transaction,
      kind,
      known.map(({ id }) => id),
    );
  }
  const claims = [...ids].map(([key, entityId]) => ({ entityId, fields: named.get(key) ?? {} }));
  await claimEntities(scope, kind, claims);
  const told = claims.filter(({ fields }) => Object.keys(fields).length > 0).map(({ entityId }) => entityId);
  await applyClaims(transaction, kind, told);
  return ids;
}

/** States fields of entities that `nameEntities` gave, and brings them into force. An entity stands there once at most. */
export async function stateFields(scope: ImportScope, kind: ClaimedEntity, claims: readonly Claim[]): Promise<void> {
  await claimEntities(scope, kind, claims);
  await applyClaims(
    scope.transaction,
    kind,
    claims.map(({ entityId }) => entityId),
  );
}

/** What stood there before any import named it is a claim of its own, so that it comes back. */
export async function keepWhatStood(
  transaction: WorkspaceTransaction,
  kind: ClaimedEntity,
  ids: readonly string[],
): Promise<void> {
  const { workspaceId } = transaction;
  const unclaimed = await transaction.query<{ id: string }>(
    `select e.id from ${kind.table} e where e.workspace_id = $1 and e.id = any ($2) and not exists (
       select from import_claim c where c.workspace_id = $1 and c.entity = $3 and c.entity_id = e.id)`,
    [workspaceId, ids, kind.entity],
  );
  if (unclaimed.length === 0) return;
  const snapshot = kind.columns.map(({ column }) => `'${column}', e.${column}`).join(', ');
  await transaction.query(
    `insert into import_claim (workspace_id, id, number, entity, entity_id, fields)
     select $1, named.id, 0, $4, e.id, jsonb_strip_nulls(jsonb_build_object(${snapshot}))
     from unnest($2::uuid[], $3::uuid[]) as named (id, entity_id)
     join ${kind.table} e on e.workspace_id = $1 and e.id = named.entity_id
     on conflict do nothing returning id`,
    [workspaceId, unclaimed.map(() => newId()), unclaimed.map(({ id }) => id), kind.entity],
  );
}

/** Notes what the import says of entities. */
export async function claimEntities(scope: ImportScope, kind: ClaimedEntity, claims: readonly Claim[]): Promise<void> {
  const { transaction, importId, number } = scope;
  await transaction.query(
    `insert into import_claim as held (workspace_id, import_id, number, entity, id, entity_id, fields)
     select $1, $2::uuid, $3::int, $4::text, id, entity_id, fields::jsonb
     from unnest($5::uuid[], $6::uuid[], $7::text[]) as said (id, entity_id, fields)
     on conflict (workspace_id, entity, entity_id, number) do update set fields = held.fields || excluded.fields
     returning id`,
    [
      transaction.workspaceId,
      importId,
      number,
      kind.entity,
      claims.map(() => newId()),
      claims.map(({ entityId }) => entityId),
      claims.map(({ fields }) => JSON.stringify(fields ?? {})),
    ],
  );
}

/** Sets the columns of entities to what the claims say now: of each field the latest one, else the bare value. */
export async function applyClaims(
  transaction: WorkspaceTransaction,
  kind: ClaimedEntity,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const sets = kind.columns.map((column) => `${column.column} = coalesce(${claimed(column)}, ${column.bare})`);
  if (kind.tellsImport) sets.push('import_id = m.import_id');
  if (sets.length === 0) return;
  await transaction.query(
    `with latest as (
       select distinct on (c.entity_id, f.key) c.entity_id, f.key, f.value
       from import_claim c cross join lateral jsonb_each(c.fields) f
       where c.workspace_id = $1 and c.entity = $2 and c.entity_id = any ($3)
       order by c.entity_id, f.key, c.number desc
     ), merged as (
       select entity_id, jsonb_object_agg(key, value) as fields from latest group by entity_id
     ), maker as (
       select distinct on (c.entity_id) c.entity_id, c.import_id from import_claim c
       where c.workspace_id = $1 and c.entity = $2 and c.entity_id = any ($3)
       order by c.entity_id, c.number
     ), m as (
       select t.entity_id, coalesce(merged.fields, '{}') as fields, maker.import_id from unnest($3::uuid[]) as t (entity_id)
       left join merged on merged.entity_id = t.entity_id left join maker on maker.entity_id = t.entity_id
     )
     update ${kind.table} e set ${sets.join(', ')} from m where e.workspace_id = $1 and e.id = m.entity_id`,
    [transaction.workspaceId, kind.entity, ids],
  );
}

function claimed({ column, type }: ClaimedColumn): string {
  return type === 'jsonb' ? `m.fields->'${column}'` : `(m.fields->>'${column}')::${type}`;
}

/** Takes away what an import says of entities of this kind, and the entities that nobody needs any more. */
export async function withdrawClaims(
  transaction: WorkspaceTransaction,
  kind: ClaimedEntity,
  importId: string,
): Promise<void> {
  const { workspaceId } = transaction;
  const touched = await transaction.query<{ entity_id: string }>(
    'delete from import_claim where workspace_id = $1 and import_id = $2 and entity = $3 returning entity_id',
    [workspaceId, importId, kind.entity],
  );
  if (touched.length === 0) return;
  const ids = touched.map(({ entity_id }) => entity_id);
  await applyClaims(transaction, kind, ids);
  const needed = kind.neededBy.map(
    ([table, column]) => `and not exists (select from ${table} u where u.workspace_id = $1 and u.${column} = e.id)`,
  );
  await transaction.query(
    `delete from ${kind.table} e where e.workspace_id = $1 and e.id = any ($2) and not exists (
       select from import_claim c where c.workspace_id = $1 and c.entity = $3 and c.entity_id = e.id) ${needed.join(' ')}`,
    [workspaceId, ids, kind.entity],
  );
  await forgetWhatStood(transaction, kind, ids);
}

/** What no import names any more is again a person's alone: what stood there before needs no claim. */
export async function forgetWhatStood(
  transaction: WorkspaceTransaction,
  kind: ClaimedEntity,
  ids: readonly string[],
): Promise<void> {
  await transaction.query(
    `delete from import_claim b where b.workspace_id = $1 and b.entity = $3 and b.entity_id = any ($2) and b.number = 0
       and not exists (select from import_claim c
         where c.workspace_id = $1 and c.entity = $3 and c.entity_id = b.entity_id and c.number > 0)`,
    [transaction.workspaceId, ids, kind.entity],
  );
}

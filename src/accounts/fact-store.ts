import { newId, type WorkspaceTransaction } from '../store/index.ts';
import {
  type FactRow,
  type FactTable,
  type KpiFact,
  kpiRow,
  kpiTable,
  type OutcomeFact,
  outcomeRow,
  outcomeTable,
} from './fact-table.ts';
import type { ImportScope } from './import-scope.ts';

/** How many facts of a batch were new, and how many restate one that was known. */
export interface StoredFacts {
  readonly fresh: number;
  readonly known: number;
}

export const storeOutcomes = (scope: ImportScope, facts: readonly OutcomeFact[]): Promise<StoredFacts> =>
  storeFacts(scope, outcomeTable, facts.map(outcomeRow));

export const storeKpis = (scope: ImportScope, facts: readonly KpiFact[]): Promise<StoredFacts> =>
  storeFacts(scope, kpiTable, facts.map(kpiRow));

/**
 * Writes facts of an import, each key once at most. One that an earlier import told is set aside and the new one stands
 * in its place; one that the API or a person told stays, and the new one is set aside.
 */
async function storeFacts(scope: ImportScope, table: FactTable, rows: readonly FactRow[]): Promise<StoredFacts> {
  const { transaction, importId } = scope;
  const columns = Object.keys(table.columns);
  const ids = rows.map(() => newId());
  const inserted = await transaction.query<{ id: string }>(
    `insert into ${table.table} (workspace_id, import_id, id, ${columns.join(', ')})
     select $1, $2::uuid, * from ${unnested(table, 3)}
     on conflict (workspace_id, ${table.key.join(', ')}) do nothing returning id`,
    [transaction.workspaceId, importId, ids, ...columns.map((column) => rows.map((row) => row[column]))],
  );
  const fresh = new Set(inserted.map(({ id }) => id));
  const restated = rows.filter((_, index) => !fresh.has(ids[index]!));
  if (restated.length > 0) await restateFacts(scope, table, restated);
  return { fresh: fresh.size, known: restated.length };
}

async function restateFacts(scope: ImportScope, table: FactTable, rows: readonly FactRow[]): Promise<void> {
  const { transaction, importId, number } = scope;
  const columns = Object.keys(table.columns);
  const given = [rows.map(() => newId()), ...columns.map((column) => rows.map((row) => row[column]))];
  const sameFact = table.key.map((column) => `f.${column} = n.${column}`).join(' and ');
  const shadow = `insert into import_shadow (workspace_id, entity, id, import_id, number, source, external_id, content)`;
  const fresh = columns.map((column) => `'${column}', n.${column}`).join(', ');
  const held = columns.map((column) => `'${column}', f.${column}`).join(', ');
  await transaction.query(
    `${shadow}
     select $1, $2::text, n.id, f.import_id, i.number, ${table.source}, ${table.externalId}, jsonb_build_object(${held})
     from ${unnested(table, 4)} join ${table.table} f on f.workspace_id = $1 and ${sameFact}
     join import i on i.workspace_id = $1 and i.id = f.import_id
     where f.import_id <> $3::uuid on conflict do nothing returning id`,
    [transaction.workspaceId, table.entity, importId, ...given],
  );
  await transaction.query(
    `${shadow}
     select $1, $2::text, n.id, $3::uuid, $4::int, ${table.source}, ${table.externalId}, jsonb_build_object(${fresh})
     from ${unnested(table, 5)} join ${table.table} f on f.workspace_id = $1 and ${sameFact}
     where f.import_id is null on conflict do nothing returning id`,
    [transaction.workspaceId, table.entity, importId, number, ...given],
  );
  const sets = columns.filter((column) => !table.key.includes(column)).map((column) => `${column} = n.${column}`);
  await transaction.query(
    `update ${table.table} f set import_id = $2, ${sets.join(', ')} from ${unnested(table, 3)}
     where f.workspace_id = $1 and f.import_id is not null and ${sameFact}`,
    [transaction.workspaceId, importId, ...given],
  );
}

/** `unnest` of the ids and the columns from parameter `first` on, as `n`. */
function unnested(table: FactTable, first: number): string {
  const types = ['uuid', ...Object.values(table.columns)];
  const slots = types.map((type, index) => `$${first + index}::${type}[]`).join(', ');
  return `unnest(${slots}) as n (id, ${Object.keys(table.columns).join(', ')})`;
}

/** Takes the facts of an import away; what an earlier import had told comes back in their place. */
export async function withdrawFacts(transaction: WorkspaceTransaction, importId: string): Promise<void> {
  for (const table of [outcomeTable, kpiTable]) await withdraw(transaction, table, importId);
}

async function withdraw(transaction: WorkspaceTransaction, table: FactTable, importId: string): Promise<void> {
  const { workspaceId } = transaction;
  const sets = Object.entries(table.columns)
    .filter(([column]) => !table.key.includes(column))
    .map(([column, type]) => `${column} = (latest.content->>'${column}')::${type}`);
  const revived = await transaction.query<{ id: string }>(
    `with latest as (
       select distinct on (f.id) s.id, f.id as fact_id, s.import_id, s.content
       from ${table.table} f
       join import_shadow s on s.workspace_id = $1 and s.entity = $3 and s.source = ${table.source}
         and s.external_id = ${table.externalId}
       where f.workspace_id = $1 and f.import_id = $2 and s.import_id <> $2 order by f.id, s.number desc
     )
     update ${table.table} f set import_id = latest.import_id, ${sets.join(', ')} from latest
     where f.workspace_id = $1 and f.id = latest.fact_id returning latest.id`,
    [workspaceId, importId, table.entity],
  );
  await transaction.query(
    'delete from import_shadow where workspace_id = $1 and entity = $2 and (id = any ($3) or import_id = $4)',
    [workspaceId, table.entity, revived.map(({ id }) => id), importId],
  );
  await transaction.query(`delete from ${table.table} where workspace_id = $1 and import_id = $2`, [
    workspaceId,
    importId,
  ]);
}

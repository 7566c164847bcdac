import { lockTallies, noteTallyWrite } from './add-to-tallies.ts';
import { cellColumn, noId, type TallyShape, tallyShapes } from './tally-cell.ts';
import type { WorkspaceTransaction } from './workspace-transaction.ts';

/** A cell whose tally does not agree with the raw answers: what must be added per point of the scale. */
export interface TallyDrift {
  readonly tally: TallyShape['table'];
  /** Column of the key -> value. */
  readonly cell: Readonly<Record<string, string>>;
  readonly missing: readonly number[];
}

/**
 * Compares all tallies (folded and unfolded) with the raw answers of the workspace and mends every difference. There
 * should be none: whoever calls it tells a person what it found. Each comparison is one statement, so that answers which
 * arrive meanwhile are on both sides or on none. The tallies of `except` are left as they are.
 */
export async function recountTallies(
  transaction: WorkspaceTransaction,
  { except = new Set() }: { except?: ReadonlySet<string> } = {},
): Promise<readonly TallyDrift[]> {
  await lockTallies(transaction);
  const drift: TallyDrift[] = [];
  for (const shape of tallyShapes.filter(({ table }) => !except.has(table))) {
    const found = await driftOf(transaction, shape);
    await mend(transaction, shape, found);
    drift.push(...found);
  }
  if (drift.length > 0) await noteTallyWrite(transaction, 1);
  return drift;
}

async function driftOf(
  { workspaceId, query }: WorkspaceTransaction,
  { table, key, accountsOnly }: TallyShape,
): Promise<TallyDrift[]> {
  const columns = key.join(', ');
  const taken = key.map((column) => `${cellColumn(column)} as ${column}`).join(', ');
  const filter = accountsOnly ? `account_id <> '${noId}'` : 'true';
  const rows = await query<Record<string, string> & { point: number; points: number; missing: number }>(
    `with raw as (
       select a.question_id, r.day, coalesce(r.touchpoint_id, $2) as touchpoint_id,
         coalesce(r.org_unit_id, $2) as org_unit_id, coalesce(r.account_id, $2) as account_id, r.segment,
         r.respondent_role, r.channel, a.point::int as point, q.scale_points::int as points
       from response r
       join answer a on a.workspace_id = r.workspace_id and a.response_id = r.id
       join question q on q.workspace_id = a.workspace_id and q.id = a.question_id
       where r.workspace_id = $1 and a.workspace_id = $1 and q.workspace_id = $1 and a.point is not null
     ), counted as (
       select ${taken}, point, points, 1 as n from raw where ${filter}
       union all
       select ${taken}, point, points, -weight from tally_delta where workspace_id = $1 and ${filter}
       union all
       select ${columns}, each.point::int, cardinality(counts), -each.n
       from ${table}, unnest(counts) with ordinality as each (n, point) where workspace_id = $1
     )
     select ${columns}, point, max(points) as points, sum(n) as missing from counted
     group by ${columns}, point having sum(n) <> 0 order by ${columns}, point`,
    [workspaceId, noId],
  );
  return cellsOf({ table, key }, rows);
}

function cellsOf(
  { table, key }: Pick<TallyShape, 'table' | 'key'>,
  rows: readonly (Record<string, string> & { point: number; points: number; missing: number })[],
): TallyDrift[] {
  const cells = new Map<string, { cell: Record<string, string>; missing: number[] }>();
  for (const row of rows) {
    const cell = Object.fromEntries(key.map((column) => [column, row[column]!]));
    const name = JSON.stringify(cell);
    const known = cells.get(name) ?? { cell, missing: Array.from({ length: row.points }, () => 0) };
    known.missing[row.point - 1] = row.missing;
    cells.set(name, known);
  }
  return [...cells.values()].map(({ cell, missing }) => ({ tally: table, cell, missing }));
}

async function mend(
  { workspaceId, query }: WorkspaceTransaction,
  { table, key }: TallyShape,
  drift: readonly TallyDrift[],
): Promise<void> {
  const columns = key.join(', ');
  const slots = ['workspace_id', ...key].map((_, index) => `$${index + 1}`).join(', ');
  for (const { cell, missing } of drift) {
    await query(
      `insert into ${table} as t (workspace_id, ${columns}, counts) values (${slots}, $${key.length + 2}::int[])
       on conflict (workspace_id, ${columns}) do update set counts = add_counts(t.counts, excluded.counts)`,
      [workspaceId, ...key.map((column) => cell[column]), missing],
    );
  }
}

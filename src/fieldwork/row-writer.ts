import type { WorkspaceTransaction } from '../store/index.ts';

/** One column of rows that are written together: its name, its type, and its value in a row. */
export type Column<Row> = readonly [
  name: string,
  type: 'uuid' | 'text' | 'timestamptz' | 'int' | 'float8' | 'bool' | 'bytea' | 'jsonb',
  read: (row: Row) => unknown,
];

/**
 * Writes many rows in one statement. `ending` says what becomes of those that are there. JSON travels as text, since the
 * driver would make an array of the database out of an array of ours.
 */
export async function writeRows<Row, Returned extends object = never>(
  { workspaceId, query }: WorkspaceTransaction,
  { table, columns, ending = '' }: { table: string; columns: readonly Column<Row>[]; ending?: string },
  rows: readonly Row[],
): Promise<readonly Returned[]> {
  if (rows.length === 0) return [];
  const names = columns.map(([name]) => name).join(', ');
  const arrays = columns.map(([, type], i) => `$${i + 2}::${type === 'jsonb' ? 'text' : type}[]`).join(', ');
  const read = columns.map(([name, type]) => (type === 'jsonb' ? `${name}::jsonb` : name)).join(', ');
  return query<Returned>(
    `insert into ${table} (workspace_id, ${names}) select $1, ${read} from unnest(${arrays}) as given (${names}) ${ending}`,
    [
      workspaceId,
      ...columns.map(([, type, value]) =>
        rows.map((row) => {
          const given = value(row);
          if (given === undefined || given === null) return null;
          return type === 'jsonb' ? JSON.stringify(given) : given;
        }),
      ),
    ],
  );
}

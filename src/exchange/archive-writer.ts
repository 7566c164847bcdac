import { createHash } from 'node:crypto';
import type { Queryable } from '../store/index.ts';
import type { ArchiveControl } from './archive-format.ts';
import { type ArchiveTable, quoted } from './archive-table.ts';

/** Rows of one fetch, and so of what is held at a time. */
const fetchRows = 2_000;

/** Says how many rows were written so far. */
export type OnRows = (rows: number) => void;

/** The lines of an archive, with their counts and hashes as they pass. */
export class ArchiveWriter {
  rows = 0;
  private readonly controls = createHash('sha256');
  private readonly onRows: OnRows;

  constructor(onRows: OnRows = () => undefined) {
    this.onRows = onRows;
  }

  /** A line of control. */
  control(control: Exclude<ArchiveControl, { candor: 'trailer' }>): Uint8Array {
    const line = Buffer.from(`${JSON.stringify(control)}\n`);
    this.controls.update(line);
    return line;
  }

  /** The rows of one table, of one workspace where it belongs to workspaces, between their two lines of control. */
  async *table(
    connection: Queryable,
    table: ArchiveTable,
    options: { workspaceId?: string; blanked?: Readonly<Record<string, string>> } = {},
  ): AsyncGenerator<Uint8Array> {
    const hash = createHash('sha256');
    let rows = 0;
    yield this.control({ candor: 'table', table: table.name });
    await connection.query(`declare archive_rows no scroll cursor for ${selection(table, options)}`);
    for (;;) {
      const fetched = await connection.query<{ line: string }>(`fetch ${fetchRows} from archive_rows`);
      if (fetched.length > 0) {
        const bytes = Buffer.from(`${fetched.map(({ line }) => line).join('\n')}\n`);
        hash.update(bytes);
        rows += fetched.length;
        this.onRows(this.rows + rows);
        yield bytes;
      }
      if (fetched.length < fetchRows) break;
    }
    await connection.query('close archive_rows');
    this.rows += rows;
    yield this.control({ candor: 'end', table: table.name, rows, sha256: hash.digest('hex') });
  }

  /** Rows that are at hand already. */
  *lines(table: string, lines: readonly string[]): Generator<Uint8Array> {
    const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
    yield this.control({ candor: 'table', table });
    if (bytes.length > 0) yield bytes;
    this.rows += lines.length;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    yield this.control({ candor: 'end', table, rows: lines.length, sha256 });
  }

  trailer(): Uint8Array {
    const trailer = {
      candor: 'trailer',
      rows: this.rows,
      sha256: this.controls.digest('hex'),
    } satisfies ArchiveControl;
    return Buffer.from(`${JSON.stringify(trailer)}\n`);
  }
}

/** No column has this name: a column would be taken for the row. */
const row = 'row_of_archive';

/** Each row as one line of JSON, made by PostgreSQL itself: no value passes through a type of JavaScript. */
function selection(
  table: ArchiveTable,
  { workspaceId, blanked = {} }: { workspaceId?: string; blanked?: Readonly<Record<string, string>> },
): string {
  const { name, columns, key, parent } = table;
  const taken = columns.map(({ name: column }) => {
    const instead = blanked[`${name}.${column}`];
    return instead ? `${instead} as ${quoted(column)}` : `r.${quoted(column)}`;
  });
  const own = workspaceId === undefined ? '' : `r.workspace_id = '${workspaceId}'::uuid`;
  const order = key.filter((column) => column !== 'workspace_id').map((column) => `r.${quoted(column)}`);
  if (parent !== undefined) {
    return `${descent(table, workspaceId!)} select row_to_json(${row})::text as line from (
      select ${taken.join(', ')} from ${quoted(name)} r left join descent d on d.id = r.id
      where ${own} order by d.depth nulls last, r.id) as ${row}`;
  }
  return `select row_to_json(${row})::text as line from (select ${taken.join(', ')} from ${quoted(name)} r
    ${own ? `where ${own}` : ''} ${order.length > 0 ? `order by ${order.join(', ')}` : ''}) as ${row}`;
}

/** How far each row is from its topmost ancestor: a row goes into the file after the one that it points to. */
function descent({ name, parent }: ArchiveTable, workspaceId: string): string {
  const own = `workspace_id = '${workspaceId}'::uuid`;
  return `with recursive descent as (
    select id, 0 as depth from ${quoted(name)} where ${own} and ${quoted(parent!)} is null
    union all
    select below.id, above.depth + 1 from ${quoted(name)} below join descent above on above.id = below.${quoted(parent!)}
    where below.${own})`;
}

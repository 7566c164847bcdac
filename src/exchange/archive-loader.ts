import { CandorError } from '../errors/index.ts';
import { type Queryable, sqlState } from '../store/index.ts';
import type { ArchivedTable } from './archive-format.ts';
import { type ArchiveTable, quoted } from './archive-table.ts';

/** Persons of the file -> persons of this store, where they have other ids here. */
export type PersonIds = ReadonlyMap<string, string>;

/** Writes the rows of an archive into the tables of this store. */
export class ArchiveLoader {
  private readonly statements = new Map<string, string>();
  private readonly tables: ReadonlyMap<string, ArchiveTable>;
  private readonly archived: ReadonlyMap<string, ArchivedTable>;
  private readonly file: string;

  constructor(options: { tables: readonly ArchiveTable[]; archived: readonly ArchivedTable[]; file: string }) {
    const { tables, archived, file } = options;
    this.tables = new Map(tables.map((table) => [table.name, table]));
    this.archived = new Map(archived.map((table) => [table.name, table]));
    this.file = file;
    for (const table of archived) this.refuseUnknown(table);
  }

  /** Rows as lines of JSON, all of one table; `persons` where ids of persons change. */
  async rows(
    connection: Queryable,
    part: { table: string; lines: Buffer; rows: number },
    where: { workspaceId?: string; persons?: PersonIds } = {},
  ): Promise<void> {
    const { workspaceId, persons } = where;
    // Newlines stand between rows only: within a value JSON writes them as \n.
    const rows = `[${part.lines.toString('utf8', 0, part.lines.length - 1).replaceAll('\n', ',')}]`;
    const values: unknown[] = [rows];
    if (workspaceId !== undefined) values.push(workspaceId);
    if (persons) values.push([...persons.keys()], [...persons.values()]);
    const statement = this.statement(part.table, {
      ofWorkspace: workspaceId !== undefined,
      mapped: persons !== undefined,
    });
    const inserted = await this.insert(connection, { statement, values, table: part.table });
    if (inserted !== part.rows) {
      throw new CandorError('CND_FAULT', `${part.rows} rows of ${part.table} became ${inserted}`, {
        table: part.table,
      });
    }
  }

  private async insert(
    connection: Queryable,
    { statement, values, table }: { statement: string; values: readonly unknown[]; table: string },
  ): Promise<number> {
    try {
      return (await connection.query<object>(statement, values)).length;
    } catch (error) {
      // Rows that the rules of this store refuse (class 22 and 23) are the file's, everything else is not.
      if (!/^2[23]/.test(sqlState(error) ?? '')) throw error;
      const message = `"${this.file}" holds rows of ${table} that this store refuses: ${(error as Error).message}`;
      throw new CandorError('CND_EXCHANGE_FILE', message, { file: this.file, table });
    }
  }

  private statement(name: string, { ofWorkspace, mapped }: { ofWorkspace: boolean; mapped: boolean }): string {
    const known = this.statements.get(name);
    if (known) return known;
    const table = this.tables.get(name);
    const archived = this.archived.get(name);
    if (!table || !archived) {
      throw new CandorError('CND_EXCHANGE_FILE', `"${this.file}" holds rows of ${name}, which it does not list`, {
        file: this.file,
        table: name,
      });
    }
    const given = new Set(archived.columns.map((column) => column.name));
    const statement = insertion(table, given, { ofWorkspace, mapped });
    this.statements.set(name, statement);
    return statement;
  }

  /** A table or column that this store does not have was made by a later migration. */
  private refuseUnknown({ name, columns }: ArchivedTable): void {
    const table = this.tables.get(name);
    const own = new Set(table?.columns.map((column) => column.name));
    const unknown = columns.find((column) => !own.has(column.name));
    if (table && !unknown) return;
    const what = table ? `column ${unknown!.name} of table ${name}` : `table ${name}`;
    throw new CandorError('CND_EXCHANGE_NEWER', `"${this.file}" holds ${what}, unknown here (line 1)`, {
      file: this.file,
      line: 1,
    });
  }
}

/**
 * `returning` makes Citus take the rows through intermediate results; without it, it would COPY, which row level security
 * refuses. Columns that the file does not have take their defaults.
 */
function insertion(
  { name, columns }: ArchiveTable,
  given: ReadonlySet<string>,
  { ofWorkspace, mapped }: { ofWorkspace: boolean; mapped: boolean },
): string {
  const taken = columns.filter((column) => given.has(column.name));
  const typed = taken.map(({ name: column, type }) => `${quoted(column)} ${type}`).join(', ');
  const people = mapped ? taken.filter(({ user }) => user) : [];
  const joins = people.map(
    ({ name: column }, index) =>
      `left join unnest($3::uuid[], $4::uuid[]) as person${index} (there, here) on person${index}.there = x.${quoted(column)}`,
  );
  const values = taken.map(({ name: column, type, required }) => {
    const index = people.findIndex((person) => person.name === column);
    if (index >= 0) return `coalesce(person${index}.here, x.${quoted(column)})`;
    // JSON has one null; in a jsonb column that must be filled it was the null of JSON.
    return type === 'jsonb' && required ? `coalesce(x.${quoted(column)}, 'null'::jsonb)` : `x.${quoted(column)}`;
  });
  const into = taken.map((column) => quoted(column.name));
  if (ofWorkspace) {
    into.unshift('workspace_id');
    values.unshift('$2::uuid');
  }
  // Parameters of the mapping must stand in the statement also where no column needs it.
  const unused = mapped && people.length === 0 ? ' where $3::uuid[] is not null and $4::uuid[] is not null' : '';
  return `insert into ${quoted(name)} (${into.join(', ')}) select ${values.join(', ')}
    from json_to_recordset($1::json) as x (${typed}) ${joins.join(' ')}${unused} returning 1 as one`;
}

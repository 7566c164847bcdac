import type pg from 'pg';
import { CandorError } from '../errors/index.ts';
import { type ColumnMapping, rowReader } from './event-columns.ts';
import type { Source, SourceRecord } from './source.ts';

export interface PostgresqlTable {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password?: string | undefined;
  readonly tls: 'verified' | 'on' | 'off';
  /** A table or a view, `name` or `schema.name`. */
  readonly table: string;
  /** The column of the time of the last change, and one that is unique. */
  readonly updatedAt: string;
  readonly id: string;
  /** Rows that were committed so long after their time of change are found. */
  readonly overlapSeconds: number;
}

export interface PostgresqlOptions {
  readonly table: PostgresqlTable;
  readonly mapping: ColumnMapping;
  readonly source: string;
  readonly timeZone: string;
  readonly pageRows?: number;
}

/** Where the reading stands: the latest time seen, and within a round the last row of the page before. */
interface Position {
  readonly high?: string;
  readonly round?: { readonly at: string; readonly id: string };
}

/**
 * Rows of a table that changed, by (time of change, id). Every round begins an overlap before the latest time seen: a row
 * that was committed late, or whose clock was set back, is found, and what was read before is known by its id and time and
 * costs a look only. Equal times are told apart by the id.
 */
export function postgresqlSource(options: PostgresqlOptions): Source {
  const { table, pageRows = 1_000 } = options;
  let client: pg.Client | undefined;
  let names: { readonly updatedAt: string; readonly id: string } | undefined;
  return {
    async pull(cursor) {
      client ??= await connect(table);
      try {
        names ??= await typesOf(client, table);
        if (!names) return { records: pages([]), cursor: () => cursor, more: false };
        const position = cursor as Position;
        const rows = await nextPage(client, { table, types: names, position, pageRows });
        const records = rows.length === 0 ? [] : recordsOf(options, rows);
        const more = rows.length === pageRows;
        return { records: pages(records), cursor: () => ({ ...after(position, rows, more) }), more };
      } catch (error) {
        throw away(error);
      }
    },
    async close() {
      await client?.end().catch(() => undefined);
    },
  };
}

async function* pages(records: readonly SourceRecord[]): AsyncGenerator<readonly SourceRecord[], void, undefined> {
  if (records.length > 0) yield records;
}

async function connect(table: PostgresqlTable): Promise<pg.Client> {
  const { default: driver } = await import('pg');
  const { host, port, database, user, password, tls } = table;
  const client = new driver.Client({
    host,
    port,
    database,
    user,
    password,
    ssl: tls === 'off' ? false : { rejectUnauthorized: tls === 'verified' },
    options: '-c timezone=UTC -c default_transaction_read_only=on -c statement_timeout=30000',
    application_name: 'candor',
    connectionTimeoutMillis: 15_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw away(error);
  }
}

/** Names are quoted: they come from a form and are data, not statements. */
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const tableOf = ({ table }: PostgresqlTable): string => table.split('.').map(quoted).join('.');

/** The types of the two columns, by which a cursor is compared; undefined while the table has no row. */
async function typesOf(client: pg.Client, table: PostgresqlTable) {
  const { rows } = await client.query<{ updatedAt: string; id: string }>(
    `select pg_typeof(${quoted(table.updatedAt)})::text as "updatedAt", pg_typeof(${quoted(table.id)})::text as id
     from ${tableOf(table)} limit 1`,
  );
  return rows[0];
}

interface PolledRow {
  readonly candor_at: string;
  readonly candor_id: string;
  readonly [column: string]: unknown;
}

async function nextPage(
  client: pg.Client,
  ask: {
    readonly table: PostgresqlTable;
    readonly types: { readonly updatedAt: string; readonly id: string };
    readonly position: Position;
    readonly pageRows: number;
  },
): Promise<readonly PolledRow[]> {
  const { table, types, position, pageRows } = ask;
  const [at, id] = [quoted(table.updatedAt), quoted(table.id)];
  const { where, values } = whereOf(position, { at, id, types, overlapSeconds: table.overlapSeconds });
  const { rows } = await client.query<PolledRow>(
    `select *, ${at}::text as candor_at, ${id}::text as candor_id from ${tableOf(table)} where ${at} is not null ${where}
     order by ${at}, ${id} limit ${pageRows}`,
    values,
  );
  return rows;
}

function whereOf(
  { high, round }: Position,
  {
    at,
    id,
    types,
    overlapSeconds,
  }: { at: string; id: string; types: { updatedAt: string; id: string }; overlapSeconds: number },
): { where: string; values: unknown[] } {
  if (round) {
    return { where: `and (${at}, ${id}) > ($1::${types.updatedAt}, $2::${types.id})`, values: [round.at, round.id] };
  }
  if (high === undefined) return { where: '', values: [] };
  return { where: `and ${at} >= $1::${types.updatedAt} - $2::interval`, values: [high, `${overlapSeconds} seconds`] };
}

/** After a full page the round goes on behind its last row; at its end the next one begins before the latest time. */
function after({ high }: Position, rows: readonly PolledRow[], more: boolean): Position {
  const last = rows.at(-1);
  // Times of one type and zone compare as instants, not as texts: 23:59:59.5 is later than 23:59:59.
  const latest = [high, last?.candor_at]
    .filter((text) => text !== undefined)
    .sort((a, b) => instant(a) - instant(b))
    .at(-1);
  const kept = latest === undefined ? {} : { high: latest };
  if (!more || !last) return kept;
  return { ...kept, round: { at: last.candor_at, id: last.candor_id } };
}

/** "2030-01-31 12:00:00.5+00" of the database; without an offset as if it were UTC, all of them alike. */
function instant(text: string): number {
  const iso = text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00');
  return Date.parse(/T.*(Z|[+-]\d\d:\d\d)$/.test(iso) || !iso.includes('T') ? iso : `${iso}Z`);
}

function recordsOf(
  { mapping, source, timeZone }: PostgresqlOptions,
  rows: readonly PolledRow[],
): readonly SourceRecord[] {
  const columns = Object.keys(rows[0]!).filter((name) => name !== 'candor_at' && name !== 'candor_id');
  const read = rowReader({ mapping, columns, source, timeZone });
  return rows.map((row, place) => {
    const record = read(
      columns.map((name) => row[name]),
      place + 1,
    );
    // A change of a row is an event of its own, and the same change is the same event.
    return record.kind === 'event'
      ? { ...record, event: { ...record.event, id: `${row.candor_id}@${row.candor_at}`.slice(0, 300) } }
      : record;
  });
}

function away(error: unknown): unknown {
  if (error instanceof CandorError) return error;
  const { code, message } = error as { code?: string; message?: string };
  const name = /^[0-9A-Z]{5}$/.test(code ?? '') ? `state ${code}` : (code ?? 'unknown');
  const isColumn = code === '42703' || code === '42P01' || code === '42883';
  if (isColumn) return new CandorError('CND_SOURCE', `table: ${message}`, { field: 'table' });
  return new CandorError('CND_SOURCE_AWAY', `the database of the source cannot be read (${name})`, { field: 'host' });
}

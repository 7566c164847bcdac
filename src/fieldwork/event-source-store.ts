import { CandorError } from '../errors/index.ts';
import { newId, sqlState, type WorkspaceTransaction } from '../store/index.ts';
import type { SourceCursor } from './source.ts';
import type { SourceSettings } from './source-settings.ts';

export type SourceState = 'running' | 'paused';

/** A source as it may be shown: its secret only as there or not. */
export interface EventSource {
  readonly id: string;
  readonly key: string;
  readonly settings: SourceSettings;
  readonly state: SourceState;
  readonly hasSecret: boolean;
  readonly lastReadAt: Date | null;
  readonly lastError: string | null;
  readonly createdAt: Date;
  /** How far it was read: of a table the latest time of change that was seen. */
  readonly readTo: string | null;
  /** Files that were read, and those of which rows were left out. */
  readonly files: number;
  readonly filesWithProblems: number;
}

const shown = `id, key, settings, state, secret is not null as "hasSecret", last_read_at as "lastReadAt",
  last_error as "lastError", created_at as "createdAt", cursor->>'high' as "readTo",
  (select count(*)::int from event_file f where f.workspace_id = $1 and f.source_id = event_source.id) as files,
  (select count(*)::int from event_file f where f.workspace_id = $1 and f.source_id = event_source.id
    and f.problems <> '[]') as "filesWithProblems"`;

export async function listSources({ workspaceId, query }: WorkspaceTransaction): Promise<readonly EventSource[]> {
  return query<EventSource>(`select ${shown} from event_source where workspace_id = $1 order by key`, [workspaceId]);
}

/** `CND_NOT_FOUND` where the workspace has none of this id. */
export async function findSource({ workspaceId, query }: WorkspaceTransaction, id: string): Promise<EventSource> {
  const [row] = await query<EventSource>(`select ${shown} from event_source where workspace_id = $1 and id = $2`, [
    workspaceId,
    id,
  ]);
  if (!row) throw unknownSource(id);
  return row;
}

const unknownSource = (id: string) => new CandorError('CND_NOT_FOUND', `there is no source ${id}`, { kind: 'source' });

export interface NewSource {
  readonly id: string;
  readonly key: string;
  readonly settings: SourceSettings;
  readonly secret: Buffer | undefined;
  readonly now: Date;
}

export async function addSource({ workspaceId, query }: WorkspaceTransaction, source: NewSource): Promise<void> {
  const { id, key, settings, secret, now } = source;
  try {
    await query(
      `insert into event_source (workspace_id, id, key, kind, settings, secret, state, created_at)
       values ($1, $2, $3, $4, $5::jsonb, $6, 'running', $7)`,
      [workspaceId, id, key, settings.kind, JSON.stringify(settings), secret ?? null, now],
    );
  } catch (error) {
    if (sqlState(error) !== '23505') throw error;
    throw new CandorError('CND_TAKEN', `there is a source "${key}" already`, { field: 'key' });
  }
}

export interface SourceChange {
  readonly state?: SourceState;
  /** Of the same kind as before. */
  readonly settings?: SourceSettings;
  readonly secret?: Buffer;
}

export async function changeSource(
  transaction: WorkspaceTransaction,
  id: string,
  { state, settings, secret }: SourceChange,
): Promise<void> {
  const { kind } = (await findSource(transaction, id)).settings;
  if (settings && settings.kind !== kind) {
    throw new CandorError('CND_SOURCE', `kind: stays ${kind}; add another source instead`, { field: 'kind' });
  }
  await transaction.query(
    `update event_source set state = coalesce($3, state), settings = coalesce($4::jsonb, settings),
       secret = coalesce($5, secret), last_error = case when $4 is null and $5 is null then last_error end
     where workspace_id = $1 and id = $2`,
    [transaction.workspaceId, id, state ?? null, settings ? JSON.stringify(settings) : null, secret ?? null],
  );
}

/** The events that it brought stay; what is known of its files goes with it. */
export async function removeSource({ workspaceId, query }: WorkspaceTransaction, id: string): Promise<void> {
  const gone = await query('delete from event_source where workspace_id = $1 and id = $2 returning id', [
    workspaceId,
    id,
  ]);
  if (gone.length === 0) throw unknownSource(id);
}

/** What is needed to read a source; undefined where it is gone. */
export async function sourceToRead({ workspaceId, query }: WorkspaceTransaction, id: string) {
  const [row] = await query<{
    key: string;
    settings: SourceSettings;
    secret: Uint8Array | null;
    cursor: SourceCursor;
    timeZone: string;
  }>(
    `select s.key, s.settings, s.secret, s.cursor, w.time_zone as "timeZone" from event_source s
     join workspace w on w.workspace_id = s.workspace_id where s.workspace_id = $1 and w.workspace_id = $1 and s.id = $2`,
    [workspaceId, id],
  );
  return row;
}

export async function keepCursor(
  { workspaceId, query }: WorkspaceTransaction,
  { id, cursor, now }: { id: string; cursor: SourceCursor; now: Date },
): Promise<void> {
  await query(
    `update event_source set cursor = $3::jsonb, last_read_at = $4, last_error = null where workspace_id = $1 and id = $2`,
    [workspaceId, id, JSON.stringify(cursor), now],
  );
}

export async function keepSourceError(
  { workspaceId, query }: WorkspaceTransaction,
  { id, message, now }: { id: string; message: string; now: Date },
): Promise<void> {
  await query('update event_source set last_error = $3, last_read_at = $4 where workspace_id = $1 and id = $2', [
    workspaceId,
    id,
    message.slice(0, 500),
    now,
  ]);
}

/** Sources that run and were not read for as long as their settings say. */
export async function dueSources({ workspaceId, query }: WorkspaceTransaction, now: Date): Promise<readonly string[]> {
  const rows = await query<{ id: string }>(
    `select id from event_source where workspace_id = $1 and state = 'running' and (last_read_at is null
       or last_read_at <= $2::timestamptz - (settings->>'everySeconds')::int * interval '1 second')`,
    [workspaceId, now],
  );
  return rows.map(({ id }) => id);
}

/** One row or file that was not taken. */
export interface SourceProblem {
  readonly line: number;
  readonly reason: string;
  readonly field: string;
}

export interface SourceFile {
  readonly id: string;
  readonly name: string;
  readonly rowsRead: number;
  readonly rowsTaken: number;
  /** The first hundred. */
  readonly problems: readonly SourceProblem[];
  readonly readAt: Date;
}

export async function keepFile(
  { workspaceId, query }: WorkspaceTransaction,
  file: Omit<SourceFile, 'id'> & { readonly sourceId: string; readonly hash: Buffer },
): Promise<void> {
  await query(
    `insert into event_file (workspace_id, id, source_id, name, file_hash, rows_read, rows_taken, problems, read_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9) on conflict (workspace_id, source_id, file_hash) do nothing`,
    [
      workspaceId,
      newId(),
      file.sourceId,
      file.name.slice(0, 300),
      file.hash,
      file.rowsRead,
      file.rowsTaken,
      JSON.stringify(file.problems),
      file.readAt,
    ],
  );
}

/** The files of a source, latest first, 200 at most. */
export async function filesOf(transaction: WorkspaceTransaction, id: string): Promise<readonly SourceFile[]> {
  await findSource(transaction, id);
  return transaction.query<SourceFile>(
    `select id, name, rows_read as "rowsRead", rows_taken as "rowsTaken", problems, read_at as "readAt" from event_file
     where workspace_id = $1 and source_id = $2 order by read_at desc, id desc limit 200`,
    [transaction.workspaceId, id],
  );
}

export async function isFileKnown(
  { workspaceId, query }: WorkspaceTransaction,
  { id, hash }: { id: string; hash: Buffer },
): Promise<boolean> {
  const known = await query('select 1 from event_file where workspace_id = $1 and source_id = $2 and file_hash = $3', [
    workspaceId,
    id,
    hash,
  ]);
  return known.length > 0;
}

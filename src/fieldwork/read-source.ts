import type { Store } from '../store/index.ts';
import { isFileKnown, keepCursor, keepFile, type SourceProblem, sourceToRead } from './event-source-store.ts';
import type { EventWriter } from './event-writer.ts';
import { openSource } from './open-source.ts';
import type { SecretSeal } from './sealed-secret.ts';
import type { Pulled, RecordOutcome, SourceRecord } from './source.ts';
import type { SourceLimits, SourceSecret } from './source-settings.ts';

/** What the reading of sources needs. */
export interface SourceReading {
  readonly store: Store;
  readonly clock: () => Date;
  readonly limits: SourceLimits;
  readonly seal: SecretSeal;
  readonly write: EventWriter;
  /** Reads the events that wait, so that a file is answered with what became of its rows. */
  readonly take: (workspaceId: string) => Promise<void>;
}

/**
 * Reads a source as far as there is something, batch by batch: each is in the store before the next is asked for, and the
 * cursor is kept when all of a pull are. What a stop leaves half done is pulled again, and known.
 */
export async function readSource(reading: SourceReading, workspaceId: string, id: string): Promise<void> {
  const { store, clock, limits, seal } = reading;
  const row = await store.inWorkspace(workspaceId, (transaction) => sourceToRead(transaction, id));
  if (!row) return;
  const secret = row.secret ? (JSON.parse(seal.open(row.secret, id)) as SourceSecret) : {};
  const { key, settings, timeZone } = row;
  const isKnown = (hash: Buffer) =>
    store.inWorkspace(workspaceId, (transaction) => isFileKnown(transaction, { id, hash }));
  const source = await openSource({ key, settings, secret, limits, timeZone, clock, isKnown });
  let { cursor } = row;
  try {
    for (;;) {
      const pulled = await source.pull(cursor);
      const counted = await takeRecords(reading, workspaceId, pulled);
      cursor = pulled.cursor();
      await store.inWorkspace(workspaceId, async (transaction) => {
        if (pulled.file) {
          const { name, hash } = pulled.file;
          await keepFile(transaction, { sourceId: id, name, hash, ...counted, readAt: clock() });
        }
        await keepCursor(transaction, { id, cursor, now: clock() });
      });
      await pulled.finish?.();
      if (!pulled.more) return;
    }
  } finally {
    await source.close();
  }
}

const mostProblems = 100;

async function takeRecords(reading: SourceReading, workspaceId: string, { records, settle, file }: Pulled) {
  const problems: SourceProblem[] = [];
  if (file?.refused) problems.push({ line: 0, reason: file.refused.reason, field: file.refused.message });
  let rowsRead = 0;
  let rowsTaken = 0;
  for await (const batch of records) {
    const outcomes = await outcomesOf(reading, workspaceId, batch);
    await settle?.(outcomes);
    rowsRead += batch.length;
    for (const { line, outcome, reason, field } of outcomes) {
      if (outcome !== 'refused') rowsTaken += 1;
      else if (problems.length < mostProblems) problems.push({ line, reason, field });
    }
  }
  return { rowsRead, rowsTaken, problems };
}

async function outcomesOf(
  { store, write, take }: SourceReading,
  workspaceId: string,
  batch: readonly SourceRecord[],
): Promise<readonly RecordOutcome[]> {
  const events = batch.flatMap((record) => (record.kind === 'event' ? [record.event] : []));
  const { ids, areNew } = await write(workspaceId, events);
  // Also where all are known: a stop may have left them unread.
  if (events.length > 0) await take(workspaceId);
  const states = await store.inWorkspace(workspaceId, ({ query }) =>
    query<{ id: string; reason: string | null }>(
      'select id, refused_reason as reason from event where workspace_id = $1 and id = any ($2)',
      [workspaceId, ids],
    ),
  );
  const reasons = new Map(states.map(({ id, reason }) => [id, reason]));
  let place = 0;
  return batch.map((record): RecordOutcome => {
    if (record.kind === 'problem') return { ...problemOf(record), id: '' };
    const [id, isNew] = [ids[place]!, areNew[place]!];
    place += 1;
    const [reason = '', field = ''] = reasons.get(id)?.split(/ (.*)/s) ?? [];
    if (reason !== '') return { line: record.line, outcome: 'refused', reason, field, id };
    return { line: record.line, outcome: isNew ? 'taken' : 'known', reason, field, id };
  });
}

const problemOf = ({ line, reason, field }: { line: number; reason: string; field: string }) =>
  ({ line, outcome: 'refused', reason, field }) as const;

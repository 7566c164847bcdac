import { CandorError, isCandorError } from '../errors/index.ts';
import type { CloudEvent } from './cloud-event.ts';
import type { DropFolder } from './drop-folder.ts';
import { isTable } from './drop-folder-source.ts';
import type { SourceProblem } from './event-source-store.ts';
import { openFolder, openSource } from './open-source.ts';
import type { SourceRecord } from './source.ts';
import type { SourceLimits, SourceSecret, SourceSettings } from './source-settings.ts';
import { tableEvents } from './table-events.ts';

export interface SourceToPeek {
  readonly settings: SourceSettings;
  readonly secret: SourceSecret;
  readonly limits: SourceLimits;
  readonly timeZone: string;
  readonly clock: () => Date;
}

/** What a source would bring now. */
export interface PeekedSource {
  /** The tables that lie in a folder, by name. */
  readonly files?: readonly string[];
  /** The first rows as events, five at most. */
  readonly events: readonly CloudEvent[];
  readonly problems: readonly SourceProblem[];
}

const mostRows = 5;
const mostFiles = 100;

/**
 * Can this source be read, and what do its first rows say? Nothing is kept, written back or moved. What stands in the way
 * is refused as at a reading (`CND_SOURCE`, `CND_SOURCE_AWAY`, `CND_EVENT_MAPPING`).
 */
export async function peekSource(given: SourceToPeek): Promise<PeekedSource> {
  const { settings } = given;
  if (settings.kind !== 'postgresql') return peekFolder(given, await openFolder({ ...given, settings }));
  const source = await openSource({ ...given, key: 'test', isKnown: async () => false });
  try {
    return peeked(await firstRecords((await source.pull({})).records));
  } finally {
    await source.close();
  }
}

async function peekFolder({ settings, timeZone }: SourceToPeek, folder: DropFolder): Promise<PeekedSource> {
  try {
    const files = (await folder.list()).map(({ name }) => name).filter(isTable);
    const shown = files.slice(0, mostFiles);
    const [name] = files;
    if (name === undefined) return { files: shown, events: [], problems: [] };
    const copy = await folder.fetch(name);
    try {
      const { mapping, source = '/sources/test' } = settings;
      const table = await tableEvents({ name, path: copy.path }, { mapping, source, timeZone });
      try {
        return { files: shown, ...peeked(await firstRecords(table.records)) };
      } finally {
        await table.close();
      }
    } finally {
      await copy.release();
    }
  } catch (error) {
    if (isCandorError(error)) throw error;
    throw new CandorError('CND_SOURCE_AWAY', 'the folder cannot be read', { field: 'folder' });
  } finally {
    await folder.close();
  }
}

async function firstRecords(records: AsyncIterable<readonly SourceRecord[]>): Promise<readonly SourceRecord[]> {
  for await (const batch of records) return batch.slice(0, mostRows);
  return [];
}

const peeked = (records: readonly SourceRecord[]) => ({
  events: records.flatMap((record) => (record.kind === 'event' ? [record.event] : [])),
  problems: records.flatMap((record) =>
    record.kind === 'problem' ? [{ line: record.line, reason: record.reason, field: record.field }] : [],
  ),
});

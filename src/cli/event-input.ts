import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { CandorError, isCandorError } from '../errors/index.ts';
import type { CloudEvent, ColumnMapping, SourceRecord } from '../fieldwork/index.ts';

/** A row or a line that is no event. */
export interface InputProblem {
  readonly line: number;
  readonly reason: string;
  readonly field: string;
}

export interface EventBatch {
  readonly events: readonly CloudEvent[];
  readonly problems: readonly InputProblem[];
}

export interface EventInput {
  readonly file: string;
  /** Events of one batch at most. */
  readonly size: number;
  readonly source: string;
  readonly mapping: ColumnMapping;
  readonly timeZone: string;
}

const longestJson = 100_000_000;

/**
 * The events of a file in batches. What begins with a bracket or brace is JSON: one event, a list of them, or one on each
 * line; everything else is a table. A line that is no event is a problem; the others are read.
 */
export async function* eventBatches(input: EventInput): AsyncGenerator<EventBatch, void, undefined> {
  let events: CloudEvent[] = [];
  let problems: InputProblem[] = [];
  for await (const record of recordsOf(input)) {
    if (record.kind === 'event') events.push(record.event);
    else problems.push({ line: record.line, reason: record.reason, field: record.field });
    if (events.length < input.size && problems.length < 1_000) continue;
    yield { events, problems };
    [events, problems] = [[], []];
  }
  if (events.length + problems.length > 0) yield { events, problems };
}

async function* recordsOf(input: EventInput): AsyncGenerator<SourceRecord, void, undefined> {
  const { file, source, mapping, timeZone } = input;
  const { tableEvents } = await import('../fieldwork/index.ts');
  const stream = file === '-' ? process.stdin : createReadStream(file);
  const chunks = chunksOf(stream, file);
  const first = await chunks.next();
  const head = first.done
    ? ''
    : first.value
        .toString('latin1')
        .replace(/^\u00ef\u00bb\u00bf/, '')
        .trimStart();
  async function* whole(): AsyncGenerator<Uint8Array, void, undefined> {
    if (!first.done) yield first.value;
    yield* chunks;
  }
  if (/^[[{]/.test(head)) {
    yield* head.startsWith('[') ? jsonList(whole()) : jsonLines(whole());
    return;
  }
  const name = file === '-' ? 'standard input' : file;
  const table = await tableEvents({ name, stream: whole() }, { mapping, source, timeZone });
  try {
    for await (const records of table.records) yield* records;
  } finally {
    await table.close();
  }
}

async function* chunksOf(stream: Readable, file: string): AsyncGenerator<Buffer, void, undefined> {
  try {
    for await (const chunk of stream) yield Buffer.from(chunk as Uint8Array);
  } catch (error) {
    const cause = (error as NodeJS.ErrnoException).code ?? 'unknown';
    const code = cause === 'ENOENT' ? 'CND_FILE_NOT_FOUND' : 'CND_FILE_UNREADABLE';
    throw new CandorError(code, `"${file}" cannot be read (${cause})`, { file });
  }
}

async function* jsonList(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<SourceRecord, void, undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of chunks) {
    length += part.byteLength;
    if (length > longestJson)
      throw new CandorError('CND_FILE_TOO_LARGE', 'a list of events as JSON has at most 100 MB; send a line each', {});
    parts.push(part);
  }
  const { readEventValues } = await import('../fieldwork/index.ts');
  let values: unknown;
  try {
    values = JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    throw new CandorError('CND_EVENT', 'the file is no JSON', { field: '' });
  }
  for (const [place, value] of (values as unknown[]).entries()) yield recordOf(() => readEventValues(value), place + 1);
}

/** One event on each line; a single one may stand over several. */
async function* jsonLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<SourceRecord, void, undefined> {
  const { Readable: Stream } = await import('node:stream');
  const { readEventValues } = await import('../fieldwork/index.ts');
  const lines = createInterface({ input: Stream.from(chunks), crlfDelay: Number.POSITIVE_INFINITY });
  let number = 0;
  let held = '';
  let from = 0;
  for await (const text of lines) {
    number += 1;
    if (held === '' && text.trim() === '') continue;
    if (held === '') from = number;
    // Only the first event may be written over several lines: a broken line must not swallow those behind it.
    held = held === '' ? text : `${held}\n${text}`;
    const value = parsedOrUndefined(held);
    if (value === undefined && from === 1 && held.length < longestJson && !isWhole(text)) continue;
    yield recordOf(() => (value === undefined ? refuseLine() : readEventValues(value)), from);
    held = '';
  }
  if (held !== '') yield recordOf(refuseLine, from);
}

/** A line that begins and ends an object by itself. */
const isWhole = (line: string): boolean => /^\s*\{.*\}\s*$/.test(line);

function parsedOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const refuseLine = (): never => {
  throw new CandorError('CND_EVENT', 'is no JSON', { field: '' });
};

function recordOf(read: () => readonly CloudEvent[], line: number): SourceRecord {
  try {
    const [event] = read();
    return event ? { kind: 'event', line, event } : { kind: 'problem', line, reason: 'CND_EVENT', field: '' };
  } catch (error) {
    if (!isCandorError(error)) throw error;
    return { kind: 'problem', line, reason: error.message, field: '' };
  }
}

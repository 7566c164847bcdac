import { createHash } from 'node:crypto';
import * as z from 'zod';
import { momentReader } from '../collect/index.ts';
import { CandorError, isCandorError } from '../errors/index.ts';
import { readCloudEvent } from './cloud-event.ts';
import { eventFields, mappingRefusal } from './event-mapping.ts';
import type { SourceRecord } from './source.ts';

const column = z.string().trim().min(1).max(200);
const rowFields = ['id', ...eventFields] as const;
const field = z.enum(rowFields);

/** Which column of a table tells what of an event: a plain value that can be kept, sent and edited. */
export const columnMappingSchema = z.strictObject({
  /** Field -> name of the column; without it columns are taken by their names. */
  columns: z.partialRecord(field, column).optional(),
  /** Columns that are kept as attributes of the encounter. */
  attributes: z.array(column).max(50).optional(),
  /** Field -> what it is in every row that does not tell it. */
  values: z.partialRecord(field, z.string().trim().min(1).max(200)).optional(),
  /** Type of the events. */
  type: z.string().trim().min(1).max(200).optional(),
  /** Zone of times without an offset; that of the workspace without it. */
  timeZone: z.string().max(60).optional(),
  dateOrder: z.enum(['dmy', 'mdy', 'ymd']).optional(),
});
export type ColumnMapping = z.infer<typeof columnMappingSchema>;

export function readColumnMapping(value: unknown): ColumnMapping {
  const parsed = columnMappingSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw mappingRefusal(parsed.error);
}

export interface RowReaderOptions {
  readonly mapping: ColumnMapping;
  readonly columns: readonly string[];
  /** The source of the events. */
  readonly source: string;
  readonly timeZone: string;
}

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** "contact_email", "Contact e-mail" and "contact.email" are one name; "date" and "time" say when. */
function columnsByName(columns: readonly string[]): Readonly<Record<string, string>> {
  const names = new Map<string, string>(rowFields.map((name) => [plain(name), name]));
  for (const name of ['date', 'time', 'occurredAt', 'closedAt']) names.set(plain(name), 'at');
  names.set('email', 'contact.email').set('phone', 'contact.phone');
  const found = columns.flatMap((name) => (names.has(plain(name)) ? [[names.get(plain(name))!, name] as const] : []));
  return Object.fromEntries(found.reverse());
}

/**
 * Reads rows of a table as events. The id of a row is its column `id`, else the hash of what it tells: the same row of
 * another file is the same event. Columns that the table does not have are refused (`CND_EVENT_MAPPING`).
 */
export function rowReader(options: RowReaderOptions): (row: readonly unknown[], line: number) => SourceRecord {
  const { mapping, columns, source } = options;
  const wanted = Object.entries(mapping.columns ?? columnsByName(columns));
  const placeOf = (name: string): number => {
    const place = columns.indexOf(name);
    if (place >= 0) return place;
    throw new CandorError('CND_EVENT_MAPPING', `there is no column "${name}"`, {
      field: name.slice(0, 100),
      columns: columns.slice(0, 200),
    });
  };
  const fields = wanted.map(([name, given]) => [name, placeOf(given!)] as const);
  const attributes = (mapping.attributes ?? []).map((name) => [name, placeOf(name)] as const);
  const zone = mapping.timeZone ?? options.timeZone;
  const readMoment = momentReader({ timeZone: zone, fileZone: zone, order: mapping.dateOrder ?? 'ymd' });
  const type = mapping.type ?? 'candor.encounter.row';
  return (row, line) => {
    const told: Record<string, string> = { ...mapping.values };
    for (const [name, place] of fields) {
      const text = textOf(row[place]);
      if (text !== undefined) told[name] = text;
    }
    const kept = attributes.flatMap(([name, place]) => {
      const text = textOf(row[place]);
      return text === undefined ? [] : [[name, text] as const];
    });
    const { id = hashOf(told, kept), ...rest } = told;
    const moment = rest.at === undefined ? undefined : readMoment(rest.at);
    if (rest.at !== undefined && !moment) return { kind: 'problem', line, reason: 'unreadable-date', field: 'at' };
    if (moment) rest.at = moment.instant.toISOString();
    const data = dataOf(rest, kept);
    if (data === undefined) return { kind: 'problem', line, reason: 'unusable-data', field: 'create' };
    const time = rest.at === undefined ? {} : { time: rest.at };
    try {
      const event = readCloudEvent({ specversion: '1.0', id, source, type, ...time }, data, (name) => name);
      return { kind: 'event', line, event };
    } catch (error) {
      if (!isCandorError(error)) throw error;
      return { kind: 'problem', line, reason: 'unusable-data', field: String(error.details.field ?? '') };
    }
  };
}

function textOf(cell: unknown): string | undefined {
  if (cell === undefined || cell === null) return undefined;
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? undefined : cell.toISOString();
  const text = typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
  return text.trim() === '' ? undefined : text.trim();
}

const hashOf = (told: object, attributes: readonly (readonly [string, string])[]): string =>
  `row-${createHash('sha256')
    .update(JSON.stringify([told, attributes]))
    .digest('hex')
    .slice(0, 40)}`;

/** "contact.email" stands inside the contact; undefined where `create` is neither yes nor no. */
function dataOf(
  { create, ...told }: Readonly<Record<string, string>>,
  attributes: readonly (readonly [string, string])[],
): Record<string, unknown> | undefined {
  const data: Record<string, unknown> = {};
  // The whole before its parts: an account column beside a column of its name.
  for (const [name, text] of Object.entries(told).sort(([a], [b]) => a.length - b.length)) {
    const [first, second] = name.split('.') as [string, string?];
    if (second === undefined) data[first] = text;
    else
      data[first] = {
        ...(typeof data[first] === 'string' ? { id: data[first] } : (data[first] as object)),
        [second]: text,
      };
  }
  if (attributes.length > 0) data.attributes = Object.fromEntries(attributes);
  if (create === undefined) return data;
  if (/^(true|yes|1)$/i.test(create)) return { ...data, create: true };
  return /^(false|no|0)$/i.test(create) ? { ...data, create: false } : undefined;
}

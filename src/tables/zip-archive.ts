import { Inflate } from 'fflate';
import { CandorError } from '../errors/index.ts';
import { notATable } from './content-kind.ts';

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly compressed: number;
  readonly inflated: number;
  readonly offset: number;
}

/**
 * Limits against archives made to burst. A sheet of 1,000,000 rows by 12 columns is about 430 MB of XML at 6:1;
 * DEFLATE can reach 1032:1, and nothing but a bomb comes near it at size.
 */
const maximumInflated = 2_000_000_000;
/** Shared strings and the like are held in memory; 1,000,000 different texts of 100 characters are 120 MB. */
const maximumHeld = 250_000_000;
const maximumRatio = 250;
const ratioMattersFrom = 50_000_000;
/** One push of 16 kB inflates to 16 MB at most, so a lie about the size is noticed early. */
const sliceBytes = 16_384;

/** The entries of a zip archive by its central directory, with sizes as declared there. */
export function zipEntries(bytes: Uint8Array, file: string): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end < 0) {
    throw new CandorError('CND_FILE_UNREADABLE', `"${file}" is cut off: the list of its parts is missing`, { file });
  }
  const entries = new Map<string, ZipEntry>();
  const names = new TextDecoder();
  let at = view.getUint32(end + 16, true);
  const count = view.getUint16(end + 10, true);
  for (let index = 0; index < count && index < 10_000; index += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) throw damaged(file);
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const entry = {
      name: names.decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      compressed: view.getUint32(at + 20, true),
      inflated: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    entries.set(entry.name, { ...entry, ...wideSizes(view, at + 46 + nameLength, extraLength, entry) });
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Refuses by the declared sizes of the parts that would be read, before anything is inflated. */
export function refuseBomb(entries: readonly ZipEntry[], file: string, streamed: boolean): void {
  let total = 0;
  for (const entry of entries) {
    total += entry.inflated;
    const ratio = entry.inflated / Math.max(1, entry.compressed);
    if (entry.inflated > ratioMattersFrom && ratio > maximumRatio) throw bomb(file, entry.inflated, ratio);
  }
  if (total > (streamed ? maximumInflated : maximumHeld)) throw bomb(file, total);
}

/** The content of one entry, piece by piece; never more of it than was declared. */
export function* inflateEntry(
  bytes: Uint8Array,
  entry: ZipEntry,
  file: string,
): Generator<Uint8Array, void, undefined> {
  if (entry.encrypted) throw notATable(file, 'locked with a password');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > view.byteLength || view.getUint32(entry.offset, true) !== 0x04034b50) throw damaged(file);
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const data = bytes.subarray(start, start + entry.compressed);
  if (data.length < entry.compressed) throw damaged(file);
  if (entry.method === 0) {
    yield data;
    return;
  }
  if (entry.method !== 8) throw damaged(file);
  let pieces: Uint8Array[] = [];
  const inflate = new Inflate((piece) => pieces.push(piece));
  let inflated = 0;
  for (let at = 0; at < data.length; at += sliceBytes) {
    pieces = [];
    try {
      inflate.push(data.subarray(at, at + sliceBytes), at + sliceBytes >= data.length);
    } catch {
      throw damaged(file);
    }
    for (const piece of pieces) {
      inflated += piece.length;
      if (inflated > entry.inflated) throw bomb(file, inflated);
      yield piece;
    }
  }
}

function endRecord(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 65_557);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) if (view.getUint32(at, true) === 0x06054b50) return at;
  return -1;
}

/** Zip64 writes 0xFFFFFFFF in the short fields and the sizes in an extra field, in this order. */
function wideSizes(
  view: DataView,
  start: number,
  length: number,
  entry: { inflated: number; compressed: number; offset: number },
): { inflated?: number; compressed?: number; offset?: number } {
  const sizes: { inflated?: number; compressed?: number; offset?: number } = {};
  for (let at = start; at + 4 <= start + length && at + 4 <= view.byteLength; ) {
    const size = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      let field = at + 4;
      for (const key of ['inflated', 'compressed', 'offset'] as const) {
        if (entry[key] !== 0xffffffff || field + 8 > Math.min(at + 4 + size, view.byteLength)) continue;
        sizes[key] = Number(view.getBigUint64(field, true));
        field += 8;
      }
    }
    at += 4 + size;
  }
  return sizes;
}

function damaged(file: string): CandorError {
  return new CandorError('CND_FILE_UNREADABLE', `"${file}" is damaged: a part of the archive cannot be read`, { file });
}

function bomb(file: string, inflated: number, ratio?: number): CandorError {
  const size = `${Math.round(inflated / 1e6).toLocaleString('en')} MB`;
  return new CandorError(
    'CND_FILE_TOO_LARGE',
    `"${file}" would unpack to ${size} or more${ratio ? ` (${Math.round(ratio)} times its size)` : ''}, which is refused`,
    { file, inflatedBytes: inflated },
  );
}

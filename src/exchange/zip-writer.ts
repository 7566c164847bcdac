import { Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';
import { CandorError } from '../errors/index.ts';
import { encoder } from './export-table.ts';

/** One part of the archive; its content comes piece by piece. */
export interface ZipPart {
  readonly name: string;
  readonly content: AsyncIterable<string>;
}

interface WrittenPart {
  readonly name: Uint8Array;
  readonly crc: number;
  readonly compressed: number;
  readonly size: number;
  readonly offset: number;
}

/** Sizes stand in 32 bits. Beyond, readers differ, so it is refused and another format named. */
const mostBytes = 0xffff_fffe;
/** Sizes and checksum follow the content (bit 3); names are UTF-8 (bit 11). */
const flags = 0x0808;
/** 1 January 1980, the first day a zip archive knows: the same rows give the same bytes. */
const date = 0x0021;
/** Level 3 costs half of level 6 for 7 % more bytes: 0.31 s and 7.9 MB against 0.64 s and 7.4 MB for 55 MB of a sheet. */
const level = 3;

/** A zip archive as a stream: a part is compressed by the system's zlib while it comes, and nothing is held back. */
export async function* zipArchive(parts: AsyncIterable<ZipPart>): AsyncGenerator<Uint8Array> {
  const written: WrittenPart[] = [];
  let offset = 0;
  for await (const { name: text, content } of parts) {
    const name = encoder.encode(text);
    const local = record(0x04034b50, [20, flags, 8, 0, date], [0, 0, 0], [name.length, 0]);
    yield local;
    yield name;
    const count = { crc: 0, size: 0, compressed: 0 };
    for await (const piece of deflated(content, count)) yield piece;
    yield record(0x08074b50, [], [count.crc, count.compressed, count.size], []);
    written.push({ name, ...count, offset });
    offset += local.length + name.length + count.compressed + 16;
    if (offset > mostBytes || count.size > mostBytes) {
      throw new CandorError('CND_EXPORT_TOO_LARGE', 'a workbook holds 4 GB at most, and these answers need more', {
        bytes: Math.max(offset, count.size),
      });
    }
  }
  yield* directory(written, offset);
}

async function* deflated(
  content: AsyncIterable<string>,
  count: { crc: number; size: number; compressed: number },
): AsyncGenerator<Uint8Array> {
  const counted = async function* () {
    for await (const text of content) {
      const bytes = encoder.encode(text);
      count.crc = crc32(bytes, count.crc);
      count.size += bytes.length;
      yield bytes;
    }
  };
  const source = Readable.from(counted(), { objectMode: false });
  const deflate = createDeflateRaw({ level });
  source.once('error', (error) => deflate.destroy(error));
  try {
    for await (const piece of source.pipe(deflate) as AsyncIterable<Uint8Array>) {
      count.compressed += piece.length;
      yield piece;
    }
  } finally {
    source.destroy();
  }
}

function* directory(parts: readonly WrittenPart[], start: number): Generator<Uint8Array> {
  let size = 0;
  for (const { name, crc, compressed, size: inflated, offset } of parts) {
    const entry = new Uint8Array(46 + name.length);
    entry.set(record(0x02014b50, [20, 20, flags, 8, 0, date], [crc, compressed, inflated], [name.length, 0, 0, 0, 0]));
    const view = new DataView(entry.buffer);
    view.setUint32(42, offset, true);
    entry.set(name, 46);
    size += entry.length;
    yield entry;
  }
  yield record(0x06054b50, [0, 0, parts.length, parts.length], [size, start], [0]);
}

/** A record of zip: its signature, then fields of two, four and again two bytes, little-endian. */
function record(
  signature: number,
  short: readonly number[],
  long: readonly number[],
  more: readonly number[],
): Uint8Array {
  const bytes = new Uint8Array(4 + 2 * short.length + 4 * long.length + 2 * more.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  let at = 4;
  for (const value of short) {
    view.setUint16(at, value, true);
    at += 2;
  }
  for (const value of long) {
    view.setUint32(at, value, true);
    at += 4;
  }
  for (const value of more) {
    view.setUint16(at, value, true);
    at += 2;
  }
  return bytes;
}

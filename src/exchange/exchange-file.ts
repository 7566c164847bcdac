import { createReadStream, createWriteStream, type ReadStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { CandorError } from '../errors/index.ts';

const chunkBytes = 1 << 18;

/** The bytes of a file, unpacked where they are gzip, whatever the name says. A fault of packing is told as a change. */
export async function* fileBytes(path: string): AsyncGenerator<Uint8Array> {
  let file: ReadStream | undefined;
  try {
    const packed = await isGzip(path);
    file = createReadStream(path, { highWaterMark: chunkBytes });
    if (!packed) return yield* file as AsyncIterable<Uint8Array>;
    const gunzip = createGunzip({ chunkSize: chunkBytes });
    file.once('error', (error) => gunzip.destroy(error));
    yield* file.pipe(gunzip) as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw unreadable(path, error);
  } finally {
    file?.destroy();
  }
}

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}

function unreadable(path: string, error: unknown): unknown {
  const { code } = error as { code?: string };
  if (code === 'ENOENT') return new CandorError('CND_FILE_NOT_FOUND', `there is no file "${path}"`, { file: path });
  if (code?.startsWith('Z_')) {
    return new CandorError('CND_EXCHANGE_FILE', `"${path}" is not as it was written: it cannot be unpacked`, {
      file: path,
    });
  }
  if (code && /^E[A-Z]+$/.test(code)) {
    return new CandorError('CND_FILE_UNREADABLE', `"${path}" cannot be read (${code})`, { file: path });
  }
  return error;
}

/**
 * Writes a file whole or not at all: under another name beside it until its last byte is on the disk. Readable by its
 * owner only, as it holds what respondents said. Answers its size.
 */
export async function writeWhole(
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  { gzip = false }: { gzip?: boolean } = {},
): Promise<number> {
  const part = `${path}.part`;
  try {
    const out = createWriteStream(part, { mode: 0o600, flush: true });
    const through: Transform[] = gzip ? [createGzip({ level: 3, chunkSize: chunkBytes })] : [];
    await pipeline([Readable.from(bytes, { objectMode: false }), ...through, out]);
    await rename(part, path);
    return (await stat(path)).size;
  } catch (error) {
    await rm(part, { force: true });
    throw notWritten(path, error);
  }
}

function notWritten(path: string, error: unknown): unknown {
  const { code, syscall } = error as { code?: string; syscall?: string };
  if (!code || !syscall) return error;
  return new CandorError('CND_OUTPUT', `${path} cannot be written (${code})`, { file: path });
}

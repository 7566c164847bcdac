import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CandorError } from '../errors/index.ts';
import type { TableSource } from '../tables/index.ts';

/** A file that came over the network, readable as often as it takes. */
export interface Upload {
  readonly name: string;
  readonly path: string;
  open(): TableSource;
  /** Removes it from the disk. */
  close(): Promise<void>;
}

/** Writes a stream to a private temporary file; more than `mostBytes` is refused (`CND_FILE_TOO_LARGE`). */
export async function receiveUpload(
  stream: AsyncIterable<Uint8Array>,
  { name, mostBytes }: { readonly name: string; readonly mostBytes: number },
): Promise<Upload> {
  const folder = await mkdtemp(join(tmpdir(), 'candor-upload-'));
  const path = join(folder, 'file');
  const close = () => rm(folder, { recursive: true, force: true });
  let bytes = 0;
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      for await (const chunk of stream) {
        bytes += chunk.byteLength;
        if (bytes > mostBytes) throw tooLarge(name, mostBytes);
        await file.writeFile(chunk);
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    await close();
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    throw new CandorError('CND_STORE_DISK', 'there is no space left for the file that was sent', {});
  }
  return { name, path, open: () => ({ name, path }), close };
}

function tooLarge(file: string, limit: number): CandorError {
  return new CandorError('CND_FILE_TOO_LARGE', `"${file}" is larger than ${limit / 1e6} MB`, { file, limit });
}

import { CandorError } from '../errors/index.ts';
import type { ArchiveHeader } from './archive-format.ts';
import { readArchive } from './archive-reader.ts';
import { fileBytes } from './exchange-file.ts';

/** What a file holds, once every line of it was compared with its hash. */
export interface VerifiedArchive {
  readonly header: ArchiveHeader;
  readonly rows: number;
}

/** Reads the whole file and compares it with its hashes; nothing is written anywhere. */
export async function verifyArchive(path: string): Promise<VerifiedArchive> {
  let header: ArchiveHeader | undefined;
  let rows = 0;
  for await (const part of readArchive(fileBytes(path), path)) {
    if (part.kind === 'rows') rows += part.rows;
    else if (part.control.candor === 'header') header = part.control;
  }
  return { header: header!, rows };
}

/** Refuses a file of the other kind. */
export function refuseOtherKind(header: ArchiveHeader, kind: ArchiveHeader['kind'], path: string): void {
  if (header.kind === kind) return;
  const is = { store: 'the backup of a whole store', workspace: 'the file of one workspace' };
  throw new CandorError('CND_EXCHANGE_FILE', `"${path}" is ${is[header.kind]}, and ${is[kind]} is needed`, {
    file: path,
    kind: header.kind,
  });
}

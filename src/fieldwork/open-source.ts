import type { DropFolder } from './drop-folder.ts';
import { dropFolderSource } from './drop-folder-source.ts';
import { localFolder } from './local-folder.ts';
import { postgresqlSource } from './postgresql-source.ts';
import { sftpFolder } from './sftp-folder.ts';
import type { Source } from './source.ts';
import { refuseForbidden, type SourceLimits, type SourceSecret, type SourceSettings } from './source-settings.ts';

export interface OpenSourceOptions {
  readonly key: string;
  readonly settings: SourceSettings;
  readonly secret: SourceSecret;
  readonly limits: SourceLimits;
  readonly timeZone: string;
  readonly clock: () => Date;
  readonly isKnown: (hash: Buffer) => Promise<boolean>;
}

/** Opens a source of any kind, within what the operator allows. */
export async function openSource(options: OpenSourceOptions): Promise<Source> {
  const { key, settings, secret, limits, timeZone, clock, isKnown } = options;
  refuseForbidden(settings, limits);
  const { mapping } = settings;
  const source = settings.source ?? `/sources/${encodeURIComponent(key)}`;
  if (settings.kind === 'postgresql') {
    return postgresqlSource({ table: { ...settings, password: secret.password }, mapping, source, timeZone });
  }
  const folder = await openFolder({ settings, secret, limits });
  return dropFolderSource({ folder, mapping, source, timeZone, clock, isKnown });
}

/** The folder of a source of files, within what the operator allows. */
export async function openFolder({
  settings,
  secret,
  limits,
}: {
  readonly settings: Exclude<SourceSettings, { kind: 'postgresql' }>;
  readonly secret: SourceSecret;
  readonly limits: SourceLimits;
}): Promise<DropFolder> {
  refuseForbidden(settings, limits);
  return settings.kind === 'folder'
    ? localFolder(limits.folder, settings.folder)
    : sftpFolder({ ...settings, ...secret });
}

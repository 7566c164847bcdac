import * as z from 'zod';
import { CandorError } from '../errors/index.ts';
import { longestIdentity } from './cloud-event.ts';
import { columnMappingSchema } from './event-columns.ts';

const line = z.string().trim().min(1).max(200);
const host = z.string().regex(/^[A-Za-z0-9]([A-Za-z0-9.:-]{0,250}[A-Za-z0-9])?$/);
const port = z.number().int().min(1).max(65_535);
/** Below the folder of the operator: no way up and none from the root. */
const folder = z
  .string()
  .max(300)
  .regex(/^(?!\.{1,2}(\/|$))[^/\\\0]+(\/(?!\.{1,2}(\/|$))[^/\\\0]+)*$/);

const shared = {
  mapping: columnMappingSchema.default({}),
  /** The source of its events; /sources/KEY where it is left out. */
  source: z
    .string()
    .min(1)
    .max(longestIdentity)
    .regex(/^[\x21-\x7e]+$/)
    .optional(),
  everySeconds: z.number().int().min(10).max(86_400).default(30),
};

/** What is needed to fetch from each kind of source, beside its secret. */
export const sourceSettingsSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('folder'), folder, ...shared }),
  z.strictObject({
    kind: z.literal('sftp'),
    host,
    port: port.default(22),
    user: line,
    /** As `ssh-keygen -l` prints the key of the server. */
    hostKey: z.string().regex(/^SHA256:[A-Za-z0-9+/]{43}=?$/),
    folder: z
      .string()
      .min(1)
      .max(500)
      .regex(/^[^\0]+$/),
    ...shared,
  }),
  z.strictObject({
    kind: z.literal('postgresql'),
    host,
    port: port.default(5432),
    database: line,
    user: line,
    tls: z.enum(['verified', 'on', 'off']).default('verified'),
    table: z.string().regex(/^[\p{L}_][\p{L}\p{N}_$]{0,62}(\.[\p{L}_][\p{L}\p{N}_$]{0,62})?$/u),
    updatedAt: line,
    id: line,
    overlapSeconds: z.number().int().min(0).max(86_400).default(600),
    ...shared,
  }),
]);
export type SourceSettings = z.infer<typeof sourceSettingsSchema>;

/** A folder needs none; SFTP a password or a private key; PostgreSQL a password. */
export const sourceSecretSchema = z.strictObject({
  password: z.string().min(1).max(500).optional(),
  privateKey: z.string().min(1).max(20_000).optional(),
  passphrase: z.string().min(1).max(500).optional(),
});
export type SourceSecret = z.infer<typeof sourceSecretSchema>;

/** Where the operator lets sources lead. */
export interface SourceLimits {
  readonly folder: string | undefined;
  /** `host:port` of servers; others cannot be asked, so that no owner of a workspace looks around in the operator's net. */
  readonly hosts: readonly string[];
}

/** Refuses a source that the operator does not allow (`CND_SOURCE`); asked again at every reading. */
export function refuseForbidden(settings: SourceSettings, { folder: base, hosts }: SourceLimits): void {
  if (settings.kind === 'folder') {
    if (base !== undefined) return;
    throw new CandorError('CND_SOURCE', 'folder: the operator allows no folder (CANDOR_SOURCES_FOLDER)', {
      field: 'folder',
    });
  }
  const address = `${settings.host}:${settings.port}`.toLowerCase();
  if (hosts.includes(address)) return;
  throw new CandorError('CND_SOURCE', `host: the operator does not allow ${address} (CANDOR_SOURCES_HOSTS)`, {
    field: 'host',
  });
}

import { CandorError } from '../errors/index.ts';

/** Where a server listens and as whom we come. */
export interface ServerAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** TLS as `sslmode` of the address asks for it; undefined for the embedded server, which is on this machine. */
  readonly tls?: 'verified' | 'unverified';
}

/** Reads a `postgresql://` address. Only what it says counts: no setting of the environment reaches the driver. */
export function parseAddress(url: string): ServerAddress {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    throw new CandorError('CND_SETTING', 'DATABASE_URL is not an address', { name: 'DATABASE_URL' });
  }
  const mode = parsed.searchParams.get('sslmode') ?? 'disable';
  const tls =
    mode === 'disable' ? {} : { tls: mode.startsWith('verify') ? ('verified' as const) : ('unverified' as const) };
  return {
    // A folder here is the folder of a socket: postgresql://user@/database?host=/run/postgresql
    host: parsed.searchParams.get('host') ?? (parsed.hostname.replace(/^\[|\]$/g, '') || '127.0.0.1'),
    port: Number(parsed.port || 5432),
    user: decodeURIComponent(parsed.username),
    password: decodeURIComponent(parsed.password),
    database: decodeURIComponent(parsed.pathname.slice(1)) || decodeURIComponent(parsed.username),
    ...tls,
  };
}

import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import * as z from 'zod';
import { CandorError } from '../errors/index.ts';
import { type StoreSettings, storeSettings } from './store-settings.ts';

const port = z.coerce.number().int().min(0).max(65_535);

const schema = z.object({
  /** Port of the web page and the API; 0 picks a free one. */
  PORT: port.default(4700),
  /** Address to listen on. Only this machine is served unless it is changed. */
  HOST: z.string().min(1).default('127.0.0.1'),
  /** A PostgreSQL server to use instead of the embedded one. */
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/.+/)
    .optional(),
  /** The folder of the embedded database. */
  CANDOR_HOME: z.string().min(1).optional(),
  /** Port of the embedded database on this machine; 0 picks a free one at every start. */
  STORE_PORT: port.default(0),
});

const needs: Record<string, string> = {
  PORT: 'a whole number 0 to 65535',
  HOST: 'an address',
  DATABASE_URL: 'an address such as postgresql://user:password@host:5432/database',
  CANDOR_HOME: 'a folder',
  STORE_PORT: 'a whole number 0 to 65535',
};

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly store: StoreSettings;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings; what cannot be a setting is refused in one line that says what is right. */
export function readConfig(environment: Environment): Config {
  const given = Object.fromEntries(Object.keys(needs).map((name) => [name, environment[name] || undefined]));
  const parsed = schema.safeParse(given);
  if (parsed.success) {
    const { PORT, HOST, DATABASE_URL, CANDOR_HOME, STORE_PORT } = parsed.data;
    const home = resolve(CANDOR_HOME ?? usualHome(environment));
    return Object.freeze({
      port: PORT,
      host: HOST,
      store: storeSettings({ url: DATABASE_URL, home, port: STORE_PORT }),
    });
  }
  const name = String(parsed.error.issues[0]?.path[0]);
  // An address may hold a password, so it is not repeated.
  const got = name === 'DATABASE_URL' ? 'another one' : `"${environment[name]}"`;
  throw new CandorError('CND_SETTING', `${name} needs ${needs[name]}, got ${got}`, { name });
}

/** By the XDG base directory rules; root keeps its data where services do. */
function usualHome(environment: Environment): string {
  if (process.getuid?.() === 0) return '/var/lib/candor';
  const given = environment.XDG_DATA_HOME;
  // The rules say that a relative path there is to be ignored.
  return join(given && isAbsolute(given) ? given : join(homedir(), '.local', 'share'), 'candor');
}

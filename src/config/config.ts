import * as z from 'zod';
import { CandorError } from '../errors/index.ts';

const schema = z.object({
  /** Port of the web page and the API; 0 picks a free one. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(4700),
  /** Address to listen on. Only this machine is served unless it is changed. */
  HOST: z.string().min(1).default('127.0.0.1'),
});

export interface Config {
  readonly port: number;
  readonly host: string;
}

/** Reads the settings; what cannot be a setting is refused in one line that says what is right. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = { PORT: environment.PORT || undefined, HOST: environment.HOST || undefined };
  const parsed = schema.safeParse(given);
  if (parsed.success) return Object.freeze({ port: parsed.data.PORT, host: parsed.data.HOST });
  const name = String(parsed.error.issues[0]?.path[0]);
  throw new CandorError(
    'CND_SETTING',
    `${name} needs ${name === 'PORT' ? 'a whole number 0 to 65535' : 'an address'}, got "${environment[name]}"`,
    { name },
  );
}

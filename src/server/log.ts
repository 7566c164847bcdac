import pino from 'pino';
import type { Config } from '../config/index.ts';
import { isCandorError } from '../errors/index.ts';

/**
 * Where the server writes what happened. Fields hold codes, figures and patterns of routes: no name, address, password,
 * token, key or word of a respondent, and no message of an error, which may repeat one (`safeError`).
 */
export interface Log {
  info(fields: object, event: string): void;
  warn(fields: object, event: string): void;
  error(fields: object, event: string): void;
}

type Level = NonNullable<Config['logLevel']>;

/** One JSON line for each event. */
export function jsonLog(write: (line: string) => void, level: Level = 'info'): Log {
  return pino(
    {
      level,
      base: null,
      messageKey: 'event',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write },
  );
}

/** The log of this process: standard error, written at once, since the last line before a crash is the one needed. */
export function openLog({ logLevel }: Pick<Config, 'logLevel'>): Log {
  const target = pino.destination({ fd: 2, sync: true });
  // A terminal shows the address and the sign-in; a line for every request would push them away.
  return jsonLog((line) => target.write(line), logLevel ?? (process.stderr.isTTY ? 'warn' : 'info'));
}

/**
 * An error without its message, which may repeat what a person typed ("invalid input syntax: …"): its kind, its code, what
 * the database names of its own schema, and where in our program it came from.
 */
export function safeError(error: unknown): Record<string, string | readonly string[]> {
  if (isCandorError(error)) return { code: error.code, ...(error.exitCode === 3 ? framesOf(error) : {}) };
  if (!(error instanceof Error)) return { kind: typeof error };
  const { code, table, column, constraint, routine } = error as Error & Record<string, unknown>;
  const named = Object.entries({ code, table, column, constraint, routine }).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return { kind: error.name, ...Object.fromEntries(named), ...framesOf(error) };
}

function framesOf({ stack = '' }: Error): { trace: readonly string[] } {
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return { trace: frames.slice(0, 8).map((line) => line.trim()) };
}

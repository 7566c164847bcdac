/**
 * Where the server writes what happened. pino has this form. Fields hold ids, codes and figures: no name, address,
 * password, token, key or word of a respondent.
 */
export interface Log {
  info(fields: object, event: string): void;
  warn(fields: object, event: string): void;
  error(fields: object, event: string): void;
}

/** One JSON line for each event. */
export function jsonLog(write: (line: string) => void): Log {
  const at = (level: string) => (fields: object, event: string) =>
    write(`${JSON.stringify({ time: new Date().toISOString(), level, event, ...fields })}\n`);
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

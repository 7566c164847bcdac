import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { CandorError, type ErrorCode, isCandorError } from '../errors/index.ts';
import { sqlState } from '../store/index.ts';
import type { RouteEnv } from './context.ts';

/** The one place that turns a code into a status. What is not listed: 422 when the data refuse, 400 when the call is wrong. */
const statuses: Partial<Record<ErrorCode, ContentfulStatusCode>> = {
  CND_SIGN_IN: 401,
  CND_FORBIDDEN: 403,
  CND_NOT_FOUND: 404,
  CND_SIGN_IN_WRONG: 401,
  CND_SIGN_IN_LIMIT: 429,
  CND_INVITATION: 404,
  CND_PASSWORD: 422,
  CND_TAKEN: 409,
  CND_LAST_OWNER: 409,
  CND_IN_USE: 409,
  CND_FILE_TOO_LARGE: 413,
  CND_REQUEST_TOO_LARGE: 413,
  CND_COLUMN_UNKNOWN: 422,
  CND_COLUMN_AMBIGUOUS: 422,
  CND_SHEET_UNKNOWN: 422,
  CND_NO_SHEETS: 422,
  CND_TIME_ZONE: 422,
  CND_IMPORT_MAPPING: 422,
  CND_IMPORT_KNOWN: 409,
  CND_IMPORT_STATE: 409,
  CND_STORE_UNREACHABLE: 503,
  CND_STORE_DISK: 503,
};

export function statusOf({ code, exitCode }: CandorError): ContentfulStatusCode {
  return statuses[code] ?? ([422, 400, 500] as const)[exitCode - 1]!;
}

/** Answers an error of any origin as `{ error: { code, message, details, remedy } }`. */
export function errorReply(error: unknown, c: Context<RouteEnv>): Response {
  const told = isCandorError(error) ? error : nameOf(error);
  if (told) return c.json({ error: told.toJSON() }, statusOf(told));
  // The trace names places in the code; what the database says about a value may hold a person.
  const trace = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  const fault = { name: error instanceof Error ? error.name : typeof error, state: sqlState(error) };
  c.var.context.log.error({ ...fault, method: c.req.method, route: c.req.routePath, trace }, 'fault');
  const message = 'Candor failed on this request. The error is in the log of the server.';
  return c.json({ error: new CandorError('CND_FAULT', message).toJSON() }, 500);
}

function nameOf(error: unknown): CandorError | undefined {
  if (error instanceof HTTPException) {
    if (error.status === 413) return new CandorError('CND_REQUEST_TOO_LARGE', 'the body is over the limit');
    return new CandorError('CND_REQUEST', error.status === 400 ? 'the body is no JSON' : error.message, { field: '' });
  }
  return storeTrouble(error);
}

/** Trouble of the store that passes: the request was not done and may come again. */
function storeTrouble(error: unknown): CandorError | undefined {
  const { code = '', message = '' } = (error ?? {}) as { code?: string; message?: string };
  if (code === '53100') return new CandorError('CND_STORE_DISK', 'the disk of the store is full');
  const gone =
    /^(08...|57P0[123]|40P01|40001|53300|53[024]00|58030|25006)$/.test(code) ||
    /^(ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH)$/.test(code) ||
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable|Cannot use a pool after calling end/i.test(
      message,
    );
  return gone ? new CandorError('CND_STORE_UNREACHABLE', 'the store cannot be reached now') : undefined;
}

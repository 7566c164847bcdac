import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { routePath } from 'hono/route';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { CandorError, type ErrorCode, isCandorError } from '../errors/index.ts';
import { storeTrouble } from '../store/index.ts';
import type { RouteEnv } from './context.ts';
import { safeError } from './log.ts';

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
  CND_REPEAT_RUNNING: 409,
  CND_WEBHOOK: 422,
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
  CND_SURVEY_CONFLICT: 409,
  CND_PROGRAMME_RULES: 422,
  CND_PROGRAMME_STATE: 409,
  CND_WAVE_STATE: 409,
  CND_DRAW_STATE: 409,
  CND_EVENT_MAPPING: 422,
  CND_EVENTS_BUSY: 503,
  CND_EVENTS_LIMIT: 429,
  CND_MESSAGE_STATE: 409,
  CND_SURVEY_IN_USE: 409,
  CND_SOURCE: 422,
  CND_SOURCE_AWAY: 503,
  CND_STARTING: 503,
  CND_STORE_AWAY: 503,
  CND_STORE_SLOW: 503,
  CND_AUDIT_SLOW: 503,
  CND_STORE_UNREACHABLE: 503,
  CND_STORE_DISK: 503,
};

/** After how many seconds it is worth asking again; a sign-in that was tried too often counts 15 minutes. */
const waits: Partial<Record<ContentfulStatusCode, string>> = { 429: '900', 503: '2' };

/** Where the error knows better than its status how long it is worth waiting. */
function waitOf({ code, details }: CandorError): string | undefined {
  if (code === 'CND_REPEAT_RUNNING') return '1';
  return code === 'CND_EVENTS_LIMIT' ? String(details.seconds) : undefined;
}

export function statusOf({ code, exitCode }: CandorError): ContentfulStatusCode {
  return statuses[code] ?? ([422, 400, 500] as const)[exitCode - 1]!;
}

/** Answers an error of any origin as `{ error: { code, message, details, remedy } }`. */
export function errorReply(error: unknown, c: Context<RouteEnv>): Response {
  const { signal } = c.req.raw;
  // Whoever asked has gone, and what was under way for him was given up.
  if (signal.aborted && error === signal.reason) return c.body(null, 499 as 400);
  const told = isCandorError(error) ? error : nameOf(error);
  if (told) {
    c.set('code', told.code);
    const status = statusOf(told);
    const wait = waitOf(told) ?? waits[status];
    if (wait !== undefined) c.header('Retry-After', wait);
    return c.json({ error: told.toJSON() }, status);
  }
  c.set('code', 'CND_FAULT');
  const { context, requestId } = c.var;
  context.log.error({ requestId, method: c.req.method, route: routePath(c), ...safeError(error) }, 'fault');
  const message = 'Candor failed on this request. The error is in the log of the server.';
  return c.json({ error: new CandorError('CND_FAULT', message).toJSON() }, 500);
}

function nameOf(error: unknown): CandorError | undefined {
  if (error instanceof HTTPException) {
    if (error.status === 413) return new CandorError('CND_REQUEST_TOO_LARGE', 'the body is over the limit');
    return new CandorError('CND_REQUEST', error.status === 400 ? 'the body is no JSON' : error.message, { field: '' });
  }
  const trouble = storeTrouble(error);
  return isCandorError(trouble) ? trouble : undefined;
}

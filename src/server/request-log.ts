import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { RouteEnv } from './context.ts';

/**
 * Tells the log and the figures of every request, by the pattern of its route and a number of its own: no id, no query, no
 * address. The number is ours, since one that the caller chose would be his words.
 */
export const requestLog: MiddlewareHandler<RouteEnv> = async (c, next) => {
  const { log, metrics } = c.get('context');
  const requestId = randomUUID().slice(-12);
  const began = performance.now();
  c.set('requestId', requestId);
  await next();
  c.res.headers.set('X-Request-Id', requestId);
  const { status } = c.res;
  const code = c.get('code');
  const milliseconds = Math.round(performance.now() - began);
  const line = { requestId, method: known(c.req.method), route: routePath(c), status, milliseconds };
  // Asked for every few seconds by programs that watch.
  if (!watched.has(line.route)) log[status >= 500 ? 'warn' : 'info']({ ...line, ...(code ? { code } : {}) }, 'request');
  metrics.answered(line);
};

const watched = new Set(['/healthz', '/readyz', '/metrics']);
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** A method is a word that the caller chose. */
const known = (method: string) => (methods.has(method) ? method : 'other');

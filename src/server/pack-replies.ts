import type { MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';

const pack = compress();

/**
 * Packs what is read. What changes something is answered in a few bytes, and to weigh them built every reply once more
 * (its body as a stream, a timer waited for): a tenth of the time of an answer. A packed stream of events would wait for
 * more to pack.
 */
export const packReplies: MiddlewareHandler = (c, next) => {
  const { method, path } = c.req;
  const isLong = (method === 'GET' && !path.endsWith('/live')) || path === '/api/audit';
  return isLong ? pack(c, next) : next();
};

import type { MiddlewareHandler } from 'hono';

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);
const loopbackHosts = new Set(['localhost', '127.0.0.1', '::1']);

/**
 * While only this machine is served, a request must name this machine: a web page elsewhere could otherwise reach the
 * server through a name of its own that points here (DNS rebinding), and cross-origin requests are refused.
 */
export function onlyThisHost(host: string): MiddlewareHandler {
  return async (c, next) => {
    const site = c.req.header('sec-fetch-site');
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && site && site !== 'same-origin' && site !== 'none') {
      return c.text('Requests from another site are refused.', 403);
    }
    const name = (c.req.header('host') ?? '').replace(/:\d+$/, '').toLowerCase();
    if (loopbackHosts.has(host) && !loopbackNames.has(name)) {
      return c.text('This server answers to localhost and 127.0.0.1 only. Set HOST to serve others.', 421);
    }
    return next();
  };
}

import type { MiddlewareHandler } from 'hono';
import type { Config } from '../config/index.ts';

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);
const loopbackHosts = new Set(['localhost', '127.0.0.1', '::1']);

/** Whether whoever asks sits at this machine: only it is served, and no proxy brings others. */
export const sitsHere = ({ host, baseUrl, trustedHops }: Pick<Config, 'host' | 'baseUrl' | 'trustedHops'>) =>
  loopbackHosts.has(host) && baseUrl === undefined && trustedHops === 0;

/**
 * While only this machine is served, a request must name this machine: a web page elsewhere could otherwise reach the
 * server through a name of its own that points here (DNS rebinding). A request that changes something must come from a
 * page of ours: browsers say where it comes from (Sec-Fetch-Site; Origin where they do not, over plain HTTP).
 */
export function onlyThisHost(config: Pick<Config, 'host' | 'baseUrl'>): MiddlewareHandler {
  const ownOrigin = config.baseUrl === undefined ? undefined : new URL(config.baseUrl).host;
  return async (c, next) => {
    const host = (c.req.header('host') ?? '').toLowerCase();
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && isForeign(c.req.raw.headers, [host, ownOrigin])) {
      return c.text('Requests from another site are refused.', 403);
    }
    const name = host.replace(/:\d+$/, '');
    // A proxy on this machine may hand on the name that browsers use.
    if (loopbackHosts.has(config.host) && !loopbackNames.has(name) && host !== ownOrigin) {
      return c.text('This server answers to localhost and 127.0.0.1 only. Set HOST to serve others.', 421);
    }
    return next();
  };
}

function isForeign(headers: Headers, own: readonly (string | undefined)[]): boolean {
  const site = headers.get('sec-fetch-site');
  if (site) return site !== 'same-origin' && site !== 'none';
  const origin = headers.get('origin');
  if (!origin) return false;
  return !URL.canParse(origin) || !own.includes(new URL(origin).host);
}

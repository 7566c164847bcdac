import { isIP } from 'node:net';
import { type AllowedTarget, isPortOpen, mayReach } from './address-rule.ts';

/** Why nothing is sent to an address. Stable words: they stand in the log of deliveries. */
export type TargetRefusal = 'url' | 'scheme' | 'credentials' | 'port' | 'address';

export type JudgedTarget =
  | { readonly kind: 'target'; readonly url: URL; readonly hostname: string; readonly port: number }
  | { readonly kind: 'refused'; readonly reason: TargetRefusal };

const longestUrl = 2_000;

/**
 * Judges an address by what it says: http or https, nobody's password in it, a port that is open, and no address that is
 * not public. A name is judged when it is looked up, each time something is sent. `URL` writes every other form of an IPv4
 * address (decimal, octal, hexadecimal, shortened) as four numbers, so they need no rule of their own.
 */
export function judgeTarget(text: string, allowed: readonly AllowedTarget[]): JudgedTarget {
  const url = text.length <= longestUrl && URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined) return { kind: 'refused', reason: 'url' };
  const { protocol } = url;
  if (protocol !== 'https:' && protocol !== 'http:') return { kind: 'refused', reason: 'scheme' };
  if (url.username !== '' || url.password !== '') return { kind: 'refused', reason: 'credentials' };
  const hostname = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (hostname === '') return { kind: 'refused', reason: 'url' };
  const port = url.port === '' ? (protocol === 'https:' ? 443 : 80) : Number(url.port);
  if (!isPortOpen(port, allowed)) return { kind: 'refused', reason: 'port' };
  if (isIP(hostname) !== 0 && !mayReach({ hostname, port, address: hostname }, allowed)) {
    return { kind: 'refused', reason: 'address' };
  }
  return { kind: 'target', url, hostname, port };
}

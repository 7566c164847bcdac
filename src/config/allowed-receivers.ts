import * as z from 'zod';

/** A receiver that an operator lets this server write to although it is private or listens at an unusual port. */
export interface AllowedReceiver {
  /** `name`: this host, whatever its address. `network`: these addresses. `public`: every public address. */
  readonly kind: 'name' | 'network' | 'public';
  /** The host, or the network as ADDRESS/PREFIX; `*` for every public one. */
  readonly host: string;
  /** Only this port; 80 and 443 where it is left out. */
  readonly port?: number;
}

/** Reads `*:8443, 10.1.0.0/16, [fd00::/8]:8443, hooks.internal:8080`. Undefined where one of them is none of these. */
export function allowedReceivers(text: string): readonly AllowedReceiver[] | undefined {
  const receivers = text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map(receiverOf);
  return receivers.includes(undefined) ? undefined : (receivers as AllowedReceiver[]);
}

function receiverOf(entry: string): AllowedReceiver | undefined {
  const [, bracketed, plain, portText] = /^(?:\[([^\]]+)\]|([^:[\]]+))(?::(\d{1,5}))?$/.exec(entry) ?? [];
  const host = (bracketed ?? plain)?.toLowerCase();
  const port = portText === undefined ? undefined : Number(portText);
  if (host === undefined || (port !== undefined && (port < 1 || port > 65_535))) return undefined;
  const kind = kindOf(host, bracketed !== undefined);
  if (kind === undefined || (kind === 'public' && port === undefined)) return undefined;
  return {
    kind,
    host: kind === 'network' ? networkOf(host) : host.replace(/\.$/, ''),
    ...(port === undefined ? {} : { port }),
  };
}

function kindOf(host: string, isBracketed: boolean): AllowedReceiver['kind'] | undefined {
  const isSixth = z.ipv6().safeParse(host).success || z.cidrv6().safeParse(host).success;
  if (isBracketed) return isSixth ? 'network' : undefined;
  if (host === '*') return 'public';
  if (z.ipv4().safeParse(host).success || z.cidrv4().safeParse(host).success) return 'network';
  // What looks like an address and is none would never match.
  return /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*\.?$/.test(host) && /[a-z]/.test(host)
    ? 'name'
    : undefined;
}

const networkOf = (host: string) => (host.includes('/') ? host : `${host}/${host.includes(':') ? 128 : 32}`);

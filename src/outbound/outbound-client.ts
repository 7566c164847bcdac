import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { CandorError } from '../errors/index.ts';
import { type AllowedTarget, mayReach } from './address-rule.ts';
import { exchange, type OutboundReply, type OutboundRequest } from './exchange.ts';
import { type JudgedTarget, judgeTarget } from './target.ts';

/** THE client for everything that leaves this server by HTTP. */
export interface OutboundClient {
  /** Judges an address before anything is sent, for whoever writes it down. */
  judge(url: string): JudgedTarget;
  send(request: OutboundRequest): Promise<OutboundReply>;
}

export interface OutboundOptions {
  readonly allowed?: readonly AllowedTarget[];
  /** The addresses of a name; a test gives its own. */
  readonly resolve?: (hostname: string) => Promise<readonly string[]>;
  /** For the whole of a request: name, connection, sending and reply. */
  readonly milliseconds?: number;
  readonly replyBytes?: number;
}

const largestBody = 262_144;

/**
 * A client that an address from a user cannot turn against the network this server stands in: every address of the name
 * must be public, the connection goes to one of those that were judged and not to what the name says a moment later, and
 * a redirect is an answer like any other, never followed. node:https with a pinned lookup does it; a client library would
 * have to be told the same three things.
 */
export function outboundClient(options: OutboundOptions = {}): OutboundClient {
  const { allowed = [], resolve = addressesOf, milliseconds = 15_000, replyBytes = 65_536 } = options;
  const judge = (url: string) => judgeTarget(url, allowed);
  return {
    judge,
    async send(request) {
      const { body = '' } = request;
      if (Buffer.byteLength(body) > largestBody) {
        throw new CandorError('CND_ARGUMENT', `send needs a body of at most ${largestBody} bytes`);
      }
      const target = judge(request.url);
      if (target.kind === 'refused') return target;
      const { hostname, port, url } = target;
      const deadline = AbortSignal.timeout(milliseconds);
      const addresses = await resolved(hostname, resolve, deadline);
      if (typeof addresses === 'string') return { kind: 'failed', reason: addresses, reached: false };
      const isOpen = (address: string) => mayReach({ hostname, port, address }, allowed);
      // One address that is not public condemns the name: which one is taken would be chance.
      if (!addresses.every(isOpen)) return { kind: 'refused', reason: 'address' };
      return exchange({ ...request, body, url, addresses, replyBytes, deadline });
    },
  };
}

async function addressesOf(hostname: string): Promise<readonly string[]> {
  return (await lookup(hostname, { all: true })).map(({ address }) => address);
}

/** Asked once for each request. A resolver that hangs is given up with the request. */
async function resolved(
  hostname: string,
  resolve: (hostname: string) => Promise<readonly string[]>,
  deadline: AbortSignal,
): Promise<readonly string[] | 'name' | 'time'> {
  if (isIP(hostname) !== 0) return [hostname];
  const late = new Promise<'time'>((give) => {
    deadline.addEventListener('abort', () => give('time'), { once: true });
  });
  const found = resolve(hostname).then(
    (addresses) => (addresses.length > 0 ? addresses : ('name' as const)),
    () => 'name' as const,
  );
  return Promise.race([found, late]);
}

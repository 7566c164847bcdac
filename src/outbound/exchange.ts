import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { TargetRefusal } from './target.ts';

export interface OutboundRequest {
  readonly url: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export type OutboundReply =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: IncomingMessage['headers'];
      /** What came in time, at most `replyBytes`. It is the receiver's and not for the eyes of users. */
      readonly body: Buffer;
      /** False where the body was longer or slower than it may be. */
      readonly isWhole: boolean;
    }
  /** Nothing was sent, by rule. */
  | { readonly kind: 'refused'; readonly reason: TargetRefusal }
  | {
      readonly kind: 'failed';
      readonly reason: 'name' | 'connection' | 'tls' | 'time' | 'reply';
      /** False: surely nothing of the request arrived. True: it may have. */
      readonly reached: boolean;
    };

/** A request whose addresses were judged. */
interface JudgedRequest extends Omit<OutboundRequest, 'url'> {
  readonly url: URL;
  readonly body: string;
  readonly addresses: readonly string[];
  readonly replyBytes: number;
  readonly deadline: AbortSignal;
}

/** Sends it over a connection of its own, to the judged addresses only, and tells what became of it. Never rejects. */
export function exchange(asked: JudgedRequest): Promise<OutboundReply> {
  const isTls = asked.url.protocol === 'https:';
  return new Promise((settle) => {
    let reached = false;
    let answered = false;
    const fail = (error: unknown) => {
      if (!answered) settle({ kind: 'failed', reason: reasonOf(error, { isTls, reached, asked }), reached });
    };
    let sending: ClientRequest;
    try {
      sending = (isTls ? https : http).request(asked.url, optionsOf(asked));
    } catch (error) {
      // A header that cannot be sent.
      return fail(error);
    }
    sending.on('socket', (socket) => socket.once(isTls ? 'secureConnect' : 'connect', () => (reached = true)));
    sending.on('error', fail);
    sending.on('response', (reply) => {
      answered = true;
      void readReply(reply, asked.replyBytes).then((read) => {
        sending.destroy();
        settle({ kind: 'answered', status: reply.statusCode!, headers: reply.headers, ...read });
      });
    });
    sending.end(asked.body);
  });
}

function optionsOf({ method = 'POST', headers, body, addresses, deadline }: JudgedRequest): RequestOptions {
  const families = addresses.map((address) => ({ address, family: isIP(address) }));
  // Whatever is asked for, the judged addresses are the answer: between the judging and the connection nobody looks again.
  const pinned = ((_hostname: string, { all }: { all?: boolean }, told: (...answer: unknown[]) => void) =>
    all ? told(null, families) : told(null, families[0]!.address, families[0]!.family)) as unknown as LookupFunction;
  return {
    method,
    headers: { 'user-agent': 'Candor', ...headers, 'content-length': String(Buffer.byteLength(body)) },
    agent: false,
    lookup: pinned,
    signal: deadline,
    // Of several addresses the next is tried after this time; 250 ms, the default, is less than a far receiver needs.
    autoSelectFamilyAttemptTimeout: 2_500,
    maxHeaderSize: 16_384,
    // Also where the environment says that certificates do not matter.
    rejectUnauthorized: true,
  } as RequestOptions;
}

function readReply(reply: IncomingMessage, most: number): Promise<{ body: Buffer; isWhole: boolean }> {
  return new Promise((give) => {
    const parts: Buffer[] = [];
    let length = 0;
    const end = (isWhole: boolean) => give({ body: Buffer.concat(parts).subarray(0, most), isWhole });
    reply.on('data', (part: Buffer) => {
      parts.push(part);
      length += part.length;
      if (length > most) end(false);
    });
    reply.on('end', () => end(true));
    // Cut off, or too slow: the status counts, what there is of the body is told to be a part.
    reply.on('error', () => end(false));
    reply.on('close', () => end(false));
  });
}

const connectionCodes = /^(ECONN|EHOST|ENET|ETIMEDOUT|EPIPE|EADDR|EACCES|EPERM|EINVAL|ENOTFOUND)/;

function reasonOf(
  error: unknown,
  { isTls, reached, asked }: { isTls: boolean; reached: boolean; asked: JudgedRequest },
): 'connection' | 'tls' | 'time' | 'reply' {
  if (asked.deadline.aborted) return 'time';
  const { code = '' } = error as { code?: string };
  if (reached) return code.startsWith('HPE_') ? 'reply' : 'connection';
  return isTls && !connectionCodes.test(code) ? 'tls' : 'connection';
}

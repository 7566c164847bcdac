import { isCandorError } from '../errors/index.ts';
import { type Handed, type HandOverHooks, type RefusedMessage, refusedHere } from './channel.ts';

/** The part of `fetch` that an SMS gateway needs. The one outbound client of Candor has this shape. */
export type FetchLike = (
  url: string,
  init: {
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
    readonly redirect: 'manual';
    readonly signal: AbortSignal;
  },
) => Promise<{
  readonly status: number;
  readonly headers: { readonly get: (name: string) => string | null };
  readonly text: () => Promise<string>;
}>;

export interface GatewayRequest {
  readonly method: 'POST' | 'GET';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface GatewayReply {
  readonly status: number;
  readonly body: string;
  readonly retryAfter: number | undefined;
}

/** Trouble that comes before one byte of the request has left: the gateway surely has nothing. */
const beforeSending =
  /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|ERR_TLS_\w+|ERR_SSL_\w+|ERR_INVALID_URL)$/;

/**
 * One HTTP request as a hand-over. HTTP has no moment like the 354 of SMTP: the commit comes before the request, and only
 * a connection that was never made is surely not a message. Anything else without a reply is uncertain.
 */
export async function handOverByHttp(
  fetch: FetchLike,
  request: GatewayRequest,
  hooks: HandOverHooks,
  milliseconds: number,
  judge: (reply: GatewayReply) => Handed,
): Promise<Handed> {
  await hooks.handingOver();
  try {
    const { url, ...rest } = request;
    const reply = await fetch(url, { ...rest, redirect: 'manual', signal: AbortSignal.timeout(milliseconds) });
    const asked = reply.headers.get('retry-after');
    return judge({ status: reply.status, retryAfter: secondsOf(asked), body: (await reply.text()).slice(0, 64_000) });
  } catch (error) {
    return withoutReply(error);
  }
}

function withoutReply(error: unknown): Handed {
  // The outbound client refuses an address before it connects.
  if (isCandorError(error)) return refusedHere(error.code, error.message, false);
  const reply = error instanceof Error ? error.message : String(error);
  const code = codeOf(error);
  if (code !== undefined && beforeSending.test(code)) return refusedHere('connection', `${code}: ${reply}`, false);
  return { kind: 'uncertain', stage: 'awaiting-reply', reply };
}

/** The code of the system, which `fetch` hides one or two causes deep. */
function codeOf(error: unknown): string | undefined {
  let at = error;
  for (let depth = 0; depth < 4 && at instanceof Error; depth++) {
    const { code } = at as { code?: unknown };
    if (typeof code === 'string') return code;
    at = at instanceof AggregateError ? (at.errors[0] as unknown) : at.cause;
  }
  return undefined;
}

/** Delta seconds only: a date would need a clock, and gateways that send one are not known. */
function secondsOf(value: string | null): number | undefined {
  const trimmed = value?.trim() ?? '';
  return /^\d{1,6}$/.test(trimmed) ? Number(trimmed) : undefined;
}

/**
 * What a status that is no success says. 429, and 503 with Retry-After, come from a server that took nothing. Other 5xx
 * may come from a proxy whose gateway has the message: uncertain. 401, 403 and 3xx are settings to be mended.
 */
export function refusedByHttp({ status, retryAfter, body }: GatewayReply): Handed {
  const reply = `HTTP ${status} ${body}`.slice(0, 1000);
  if (status >= 500 && !(status === 503 && retryAfter !== undefined)) {
    return { kind: 'uncertain', stage: 'awaiting-reply', reply };
  }
  const passing = status < 400 || status >= 500 || [401, 402, 403, 404, 405, 408, 425, 429].includes(status);
  const refused: RefusedMessage = {
    kind: 'refused',
    permanent: !passing,
    code: String(status),
    reply,
    bounce: passing ? 'policy' : 'unknown',
  };
  return retryAfter === undefined ? refused : { ...refused, retryAfter };
}

import { createHash } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { CandorError } from '../errors/index.ts';
import { claimRequest, keepReply, releaseRequest } from '../store/index.ts';
import type { RouteEnv } from './context.ts';
import { openReply, sealReply } from './sealed-reply.ts';

/**
 * A POST with an Idempotency-Key is done once: whoever sends it again within 30 days, because no reply came, gets the
 * first one again. Kept for each workspace, route and caller. What passes (5xx, 429) and what was not even begun because
 * its form is wrong is not kept. Without the header it costs nothing.
 */
export const answerOnce: MiddlewareHandler<RouteEnv> = async (c, next) => {
  const key = c.req.method === 'POST' ? c.req.header('idempotency-key') : undefined;
  if (key === undefined) return next();
  if (!/^[\x21-\x7e]{16,255}$/.test(key)) throw wrongKey();
  const { context, access, principal } = c.var;
  const { store, clock } = context;
  const workspaceId = access.workspace.id;
  const callerKey = `${principal.kind === 'key' ? principal.keyId : principal.userId}\n${key}`;
  const keyHash = hashOf(callerKey);
  const asked = { route: routePath(c), keyHash, bodyHash: await fingerprint(c) };
  const claim = await claimRequest(store, workspaceId, asked, clock());
  if (claim.kind === 'other-request') throw otherRequest();
  if (claim.kind === 'running') throw running();
  if (claim.kind === 'answered') {
    const text = openReply(claim.reply, callerKey);
    const type = text === '' ? undefined : { 'content-type': 'application/json' };
    return new Response(text === '' ? null : text, {
      status: claim.status,
      headers: { ...type, 'idempotent-replayed': 'true' },
    });
  }
  c.set('repeatKey', keyHash.toString('hex').slice(0, 32));
  const { id } = claim;
  await next();
  // The work is done and its reply is at hand: where the store cannot keep it, the request counts as running for a while.
  const kept = isResult(c)
    ? c.res
        .clone()
        .text()
        .then((text) => keepReply(store, workspaceId, { id, status: c.res.status, reply: sealReply(text, callerKey) }))
    : releaseRequest(store, workspaceId, id);
  await kept.catch(() => undefined);
  return undefined;
};

/** Refused for their form: nothing was begun, and the same key may come with what is right. */
const notBegun = new Set<string | undefined>(['CND_REQUEST', 'CND_REQUEST_TOO_LARGE']);

function isResult({ res, var: { code } }: Context<RouteEnv>): boolean {
  if (res.status >= 499 || res.status === 429 || notBegun.has(code)) return false;
  const type = res.headers.get('content-type');
  return type === null || type.startsWith('application/json');
}

/**
 * All that was asked: the ids in the path, the query and the body. A file is not read for it, its length stands for it:
 * an import knows a file by its own hash.
 */
async function fingerprint(c: Context<RouteEnv>): Promise<Buffer> {
  const { pathname, search } = new URL(c.req.url);
  const type = c.req.header('content-type') ?? '';
  const isFile = type !== '' && !/^application\/([a-z.-]+\+)?json/i.test(type);
  const body = isFile ? `${type}\n${c.req.header('content-length') ?? ''}` : await c.req.text();
  return hashOf(`${pathname}${search}\n${body}`);
}

const hashOf = (text: string) => createHash('sha256').update(text).digest();

const wrongKey = () =>
  new CandorError('CND_REQUEST', 'Idempotency-Key: needs 16 to 255 visible characters, for example a UUID', {
    field: 'Idempotency-Key',
  });
const otherRequest = () => new CandorError('CND_REPEAT_OTHER', 'this Idempotency-Key was sent with another request');
const running = () => new CandorError('CND_REPEAT_RUNNING', 'a request with this Idempotency-Key is under way');

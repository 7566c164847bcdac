import type { Context, MiddlewareHandler } from 'hono';
import { CandorError } from '../errors/index.ts';
import type { Action } from '../people/index.ts';
import { answerOnce } from './answer-once.ts';
import type { RouteEnv } from './context.ts';
import { sitsHere } from './only-this-host.ts';
import { askingIn, sessionOf } from './principal.ts';

/** What stands in a route definition to guard it; `x-permission` is what the document and the tests read. */
export interface Guard {
  readonly middleware: MiddlewareHandler<RouteEnv>[];
  readonly 'x-permission': string;
  readonly security: Record<string, string[]>[];
}

const byCookieOrKey = [{ session: [] }, { key: [] }];

/** A route of a workspace, for those who may do this: the asking one is known before anything else is looked at. */
export function inWorkspace(action: Action): Guard {
  return { middleware: [permit(action), answerOnce], 'x-permission': action, security: byCookieOrKey };
}

/** A route of whoever is signed in, not of a workspace; keys have no business here. */
export function signedIn(): Guard {
  return { middleware: [requireSession], 'x-permission': 'signed-in', security: [{ session: [] }] };
}

/** A route that everybody may ask, before sign-in. */
export function forEverybody(): Guard {
  return { middleware: [], 'x-permission': 'everybody', security: [] };
}

const notSignedIn = () => new CandorError('CND_SIGN_IN', 'nobody is signed in, or the session is over');

const requireSession: MiddlewareHandler<RouteEnv> = async (c, next) => {
  const session = await sessionOf(c);
  if (!session) throw notSignedIn();
  c.set('session', session);
  c.set('principal', { kind: 'person', userId: session.person.id, sessionId: session.sessionId });
  await next();
};

function permit(action: Action): MiddlewareHandler<RouteEnv> {
  return async (c, next) => {
    const asking = await askingIn(c, c.req.param('workspace') ?? '');
    if (!asking) throw notSignedIn();
    const { principal, access } = asking;
    // Not a member and no such workspace look the same, or the answer would tell who is a customer of ours.
    if (!access) throw new CandorError('CND_NOT_FOUND', 'there is no such workspace', { kind: 'workspace' });
    if (!access.may(action)) throw new CandorError('CND_FORBIDDEN', `this needs the permission ${action}`, { action });
    c.set('principal', principal);
    c.set('access', access);
    await next();
  };
}

/** Whether the asking one may still do it: asked again while a stream stays open. */
export async function stillMay(c: Context<RouteEnv>, action: Action): Promise<boolean> {
  const asking = await askingIn(c, c.var.access.workspace.slug, { isUse: false });
  return asking?.access?.may(action) ?? false;
}

/**
 * The audit of a file keeps nothing, so whoever sits at this machine may use it; once others are served, whoever is
 * signed in.
 */
export const whoeverSitsHere: MiddlewareHandler<RouteEnv> = async (c, next) => {
  if (!sitsHere(c.var.context.config) && !(await sessionOf(c))) throw notSignedIn();
  await next();
};

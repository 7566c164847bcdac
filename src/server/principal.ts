import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { CandorError } from '../errors/index.ts';
import {
  type Asking,
  findMember,
  findProgram,
  findSession,
  type LiveSession,
  type Principal,
} from '../people/index.ts';
import type { RouteEnv } from './context.ts';

/** Behind TLS the cookie is bound to this host and never sent in clear (`__Host-`, Secure). */
function cookieOf(c: Context<RouteEnv>): { name: string; secure: boolean } {
  const secure = c.var.context.config.secureCookies;
  return { name: secure ? '__Host-candor_session' : 'candor_session', secure };
}

export function giveSession(c: Context<RouteEnv>, token: string): void {
  const { name, secure } = cookieOf(c);
  const maxAge = Math.floor(c.var.context.config.session.absoluteMilliseconds / 1000);
  setCookie(c, name, token, { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge });
}

export function takeSession(c: Context<RouteEnv>): void {
  const { name, secure } = cookieOf(c);
  deleteCookie(c, name, { path: '/', httpOnly: true, sameSite: 'Lax', secure });
}

/** The session of the cookie, if it lives. */
export async function sessionOf(c: Context<RouteEnv>): Promise<LiveSession | undefined> {
  const { store, clock, config } = c.var.context;
  const token = getCookie(c, cookieOf(c).name);
  if (!token) return undefined;
  return findSession(store, { token, now: clock(), life: config.session });
}

/** Who asks, and what he may do in this workspace: by a key where the request carries one, else by the session. */
export async function askingIn(
  c: Context<RouteEnv>,
  slug: string,
  options: { isUse?: boolean } = {},
): Promise<Asking | undefined> {
  const { store, clock, config } = c.get('context');
  const authorization = c.req.header('authorization');
  if (authorization !== undefined) {
    const text = /^Bearer (cnd_\S+)$/i.exec(authorization)?.[1];
    return text === undefined ? undefined : findProgram(store, { text, slug, now: clock() });
  }
  const token = getCookie(c, cookieOf(c).name);
  if (!token) return undefined;
  return findMember(store, { token, slug, now: clock(), life: config.session, ...options });
}

/** The person who asks, in routes that no scope of a key opens. */
export function personOf(principal: Principal): string {
  if (principal.kind === 'person') return principal.userId;
  throw new CandorError('CND_FORBIDDEN', 'this is for people, not for keys');
}

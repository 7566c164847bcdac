import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { RouteEnv } from './context.ts';

/**
 * The address of the other side. X-Forwarded-For is believed only for as many proxies as the settings say, counted from
 * the end: what stands before was written by whoever asks.
 */
export function addressOf(c: Context<RouteEnv>): string {
  const { trustedHops } = c.var.context.config;
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim());
  if (trustedHops > 0 && forwarded[0]) return forwarded.at(-trustedHops) ?? forwarded[0];
  try {
    return getConnInfo(c).remote.address ?? 'unknown';
  } catch {
    // A request that a test makes has no connection.
    return 'unknown';
  }
}

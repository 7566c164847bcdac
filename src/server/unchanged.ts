import type { Context } from 'hono';
import { dataVersion, engine, hashOfText } from '../findings/index.ts';
import type { RouteEnv } from './context.ts';
import { readerOf } from './view-query.ts';

/** A page that asks again after every answer gets the same page only once: 304 where nothing of it can have changed. */
export async function unchanged(c: Context<RouteEnv>, today: string): Promise<Response | undefined> {
  const { store } = c.var.context;
  const version = await dataVersion(store, c.var.access.workspace.id);
  const { pathname, search } = new URL(c.req.url);
  const tag = `W/"${hashOfText(JSON.stringify([engine, version, today, pathname, search, readerOf(c)])).slice(0, 32)}"`;
  c.header('ETag', tag);
  c.header('Cache-Control', 'private, no-cache');
  const asked = c.req.header('if-none-match')?.split(/\s*,\s*/) ?? [];
  return asked.includes(tag) ? c.body(null, 304) : undefined;
}

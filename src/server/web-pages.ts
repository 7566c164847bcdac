import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

/** dist/web beside the built server. */
export const builtWeb = fileURLToPath(new URL('./web', import.meta.url));

/** Addresses that the browser application has a page for; whatever else is asked for as a page gets its 404. */
const known = /^\/(?:$|audit$|sign-in$|set-up$|join\/[^/]+$|w\/[^/]+(?:\/[a-z]+){0,2}$)/;

/** The browser application: its assets by their names, and its one document for every address that a person opens. */
export function webPages(folder: string): Hono {
  const pages = new Hono();
  pages.use('/assets/*', async (c, next) => {
    await next();
    if (c.res.ok) c.header('Cache-Control', 'public, max-age=31536000, immutable');
  });
  pages.get('*', async (c, next) => {
    // Only a person who goes somewhere: a script that asks for JSON is told the truth in its own terms.
    const navigates = c.req.header('accept')?.includes('text/html') && !/^\/(api|assets)\//.test(c.req.path);
    if (!navigates) return next();
    const document = await readFile(join(folder, 'index.html'), 'utf8').catch(() => undefined);
    if (document === undefined) return next();
    c.header('Cache-Control', 'no-cache');
    return c.html(document, known.test(c.req.path) ? 200 : 404);
  });
  pages.use('*', serveStatic({ root: folder }));
  return pages;
}

import { createRoute, z } from '@hono/zod-openapi';
import { dayIn, readWatch } from '../../findings/index.ts';
import { inWorkspace } from '../guard.ts';
import { watchReply } from '../reply-schemas/watch.ts';
import { newRoutes, reply, workspaceParams } from '../route.ts';
import { unchanged } from '../unchanged.ts';
import { readerOf, viewFields, viewOf } from '../view-query.ts';

const watch = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/watch',
  summary:
    'Whether the level of a view has changed since its first 90 days, and since when, at whatever moment one looks',
  ...inWorkspace('view-figures'),
  request: { params: workspaceParams, query: z.strictObject(viewFields) },
  responses: {
    200: reply('The evidence of each day, alarms with their dates, and what would be noticed', watchReply),
    304: { description: 'Nothing has changed since the answer with this ETag' },
  },
});

export function watchRoutes() {
  const routes = newRoutes();
  routes.openapi(watch, async (c) => {
    const { store, clock } = c.var.context;
    const { id: workspaceId, timeZone } = c.var.access.workspace;
    const now = clock();
    const view = viewOf(c);
    const same = await unchanged(c, dayIn(timeZone, now));
    if (same) return same;
    return c.json((await readWatch(store, { workspaceId, view, reader: readerOf(c), now })) as never, 200);
  });
  return routes;
}

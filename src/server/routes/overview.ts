import { createRoute } from '@hono/zod-openapi';
import { dayIn, readDimensions, readOverview } from '../../findings/index.ts';
import { inWorkspace } from '../guard.ts';
import { dimensionsReply } from '../reply-schemas/dimensions.ts';
import { overviewReply } from '../reply-schemas/overview.ts';
import { newRoutes, noQuery, reply, workspaceParams } from '../route.ts';
import { unchanged } from '../unchanged.ts';
import { readerOf, viewOf, viewQuery } from '../view-query.ts';

const same = { 304: { description: 'Nothing has changed since the answer with this ETag' } };

const dimensions = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/dimensions',
  summary: 'What every filter can be set to',
  ...inWorkspace('view-figures'),
  request: { params: workspaceParams, query: noQuery },
  responses: { 200: reply('The choices', dimensionsReply), ...same },
});

const overview = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/overview',
  summary: 'Where the programme stands: both levels, their trends, tables and comments, of the answers of a view',
  ...inWorkspace('view-figures'),
  request: { params: workspaceParams, query: viewQuery },
  responses: { 200: reply('The overview', overviewReply), ...same },
});

export function overviewRoutes() {
  const routes = newRoutes();
  routes.openapi(dimensions, async (c) => {
    const { store, clock } = c.var.context;
    const { id: workspaceId, timeZone } = c.var.access.workspace;
    const now = clock();
    const same = await unchanged(c, dayIn(timeZone, now));
    return same ?? c.json(await readDimensions(store, { workspaceId, now }), 200);
  });
  routes.openapi(overview, async (c) => {
    const { store, clock } = c.var.context;
    const { id: workspaceId, timeZone } = c.var.access.workspace;
    const now = clock();
    const view = viewOf(c);
    const same = await unchanged(c, dayIn(timeZone, now));
    return same ?? c.json(await readOverview(store, { workspaceId, view, reader: readerOf(c), now }), 200);
  });
  return routes;
}

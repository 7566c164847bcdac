import { createRoute, z } from '@hono/zod-openapi';
import { dayIn, readDrivers } from '../../findings/index.ts';
import { inWorkspace } from '../guard.ts';
import { driversReply } from '../reply-schemas/drivers.ts';
import { given, newRoutes, reply, workspaceParams } from '../route.ts';
import { unchanged } from '../unchanged.ts';
import { readerOf, viewFields, viewOf } from '../view-query.ts';

const key = z.string().max(200);
/** What is chosen beside the view: keys of a survey and of its rated questions. */
const own = {
  survey: key.optional(),
  outcome: key.optional(),
  driver: z.union([key, z.array(key).max(100)]).optional(),
};

const drivers = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/drivers',
  summary: 'What goes with an outcome, of the answers of one level and survey',
  ...inWorkspace('view-figures'),
  request: { params: workspaceParams, query: z.strictObject({ ...viewFields, ...own }) },
  responses: {
    200: reply('Drivers with their shares, or why there are none', driversReply),
    304: { description: 'Nothing has changed since the answer with this ETag' },
  },
});

export function driverRoutes() {
  const routes = newRoutes();
  routes.openapi(drivers, async (c) => {
    const { store, clock, studier } = c.var.context;
    const { signal } = c.req.raw;
    const { id: workspaceId, timeZone } = c.var.access.workspace;
    const now = clock();
    const { survey, outcome } = c.req.valid('query');
    const chosen = new URL(c.req.url).searchParams.getAll('driver');
    const view = viewOf(c, Object.keys(own));
    const same = await unchanged(c, dayIn(timeZone, now));
    if (same) return same;
    const wanted = given({ survey, outcome, drivers: chosen.length > 0 ? chosen : undefined });
    const page = await readDrivers(store, { workspaceId, view, ...wanted, reader: readerOf(c), now, studier, signal });
    return c.json(page, 200);
  });
  return routes;
}

import { createRoute, z } from '@hono/zod-openapi';
import { readPlan } from '../../findings/index.ts';
import { inWorkspace } from '../guard.ts';
import { planReply } from '../reply-schemas/plan.ts';
import { given, newRoutes, reply, workspaceParams } from '../route.ts';
import { readerOf, viewFields, viewOf } from '../view-query.ts';

const own = {
  change: z.coerce.number().optional(),
  target: z.coerce.number().optional(),
  ahead: z.coerce.number().int().min(1).max(24).optional(),
};

const plan = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/plan',
  summary:
    'What the programme of one level sees, how many to ask for a smaller change, and when a change would be known',
  ...inWorkspace('view-figures'),
  request: { params: workspaceParams, query: z.strictObject({ ...viewFields, ...own }) },
  responses: { 200: reply('The plan, in the unit of the metric', planReply) },
});

/** What to collect, and what it will tell. Without an ETag: an invitation that goes out changes no version of the data. */
export function planRoutes() {
  const routes = newRoutes();
  routes.openapi(plan, async (c) => {
    const { store, clock } = c.var.context;
    const { id: workspaceId } = c.var.access.workspace;
    const { change, target, ahead } = c.req.valid('query');
    const view = viewOf(c, Object.keys(own));
    const ask = { workspaceId, view, ...given({ change, target, ahead }), reader: readerOf(c), now: clock() };
    return c.json(await readPlan(store, ask), 200);
  });
  return routes;
}

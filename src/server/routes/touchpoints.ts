import { createRoute, z } from '@hono/zod-openapi';
import { listTouchpoints, makeTouchpoint } from '../../fieldwork/index.ts';
import { recordEvent } from '../../people/index.ts';
import { inWorkspace } from '../guard.ts';
import { jsonBody, newRoutes, noQuery, reply, textLine, workspaceParams } from '../route.ts';

const touchpoint = z.object({ id: z.string(), key: z.string(), name: z.string() });

const list = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/touchpoints',
  summary: 'The touchpoints, by name',
  ...inWorkspace('view-figures'),
  request: { params: workspaceParams, query: noQuery },
  responses: { 200: reply('The touchpoints', z.object({ touchpoints: z.array(touchpoint) })) },
});

const make = createRoute({
  method: 'post',
  path: '/workspaces/{workspace}/touchpoints',
  summary: 'Make a touchpoint; events and imports name it by the key that is made of its name',
  ...inWorkspace('manage-sources'),
  request: { params: workspaceParams, query: noQuery, body: jsonBody(z.strictObject({ name: textLine(120) })) },
  responses: { 201: reply('The touchpoint', touchpoint) },
});

export function touchpointRoutes() {
  const routes = newRoutes();
  routes.openapi(list, async (c) => {
    const touchpoints = await c.var.context.store.readWorkspace(c.var.access.workspace.id, listTouchpoints);
    return c.json({ touchpoints: [...touchpoints] }, 200);
  });
  routes.openapi(make, async (c) => {
    const { store, clock } = c.var.context;
    const { name } = c.req.valid('json');
    const made = await store.inWorkspace(c.var.access.workspace.id, async (transaction) => {
      const one = await makeTouchpoint(transaction, name);
      const event = { action: 'make-touchpoint', subjectKind: 'touchpoint', subjectId: one.id, at: clock() } as const;
      await recordEvent(transaction, c.var.principal, event);
      return one;
    });
    return c.json(made, 201);
  });
  return routes;
}

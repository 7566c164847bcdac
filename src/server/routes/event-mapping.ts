import { createRoute } from '@hono/zod-openapi';
import { eventMappingOf, eventMappingSchema, keepEventMapping } from '../../fieldwork/index.ts';
import { recordEvent } from '../../people/index.ts';
import { inWorkspace } from '../guard.ts';
import { jsonBody, newRoutes, noQuery, reply, workspaceParams } from '../route.ts';

const show = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/event-mapping',
  summary: 'How events are read where it is not by the convention',
  ...inWorkspace('manage-sources'),
  request: { params: workspaceParams, query: noQuery },
  responses: { 200: reply('The mapping', eventMappingSchema) },
});

const change = createRoute({
  method: 'put',
  path: '/workspaces/{workspace}/event-mapping',
  summary: 'Say how events are read from now on; refused ones can be read again with it',
  ...inWorkspace('manage-sources'),
  request: { params: workspaceParams, query: noQuery, body: jsonBody(eventMappingSchema) },
  responses: { 200: reply('The mapping', eventMappingSchema) },
});

export function eventMappingRoutes() {
  const routes = newRoutes();
  routes.openapi(show, async (c) => {
    const mapping = await c.var.context.store.readWorkspace(c.var.access.workspace.id, eventMappingOf);
    return c.json(mapping, 200);
  });
  routes.openapi(change, async (c) => {
    const { store, clock } = c.var.context;
    const mapping = c.req.valid('json');
    await store.inWorkspace(c.var.access.workspace.id, async (transaction) => {
      await keepEventMapping(transaction, mapping);
      const types = (mapping.types ?? []).map(({ type }) => type);
      const event = { action: 'map-events', subjectKind: 'event', detail: { types }, at: clock() } as const;
      await recordEvent(transaction, c.var.principal, event);
    });
    return c.json(mapping, 200);
  });
  return routes;
}

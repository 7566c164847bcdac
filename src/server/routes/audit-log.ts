import { createRoute, z } from '@hono/zod-openapi';
import { eventsBefore } from '../../people/index.ts';
import { inWorkspace } from '../guard.ts';
import { given, instant, newRoutes, reply, workspaceParams } from '../route.ts';

const event = z.object({
  id: z.string(),
  at: instant,
  action: z.string(),
  subjectKind: z.string(),
  subjectId: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
  by: z.string().nullable(),
});

const list = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/audit-log',
  summary: 'Who did what',
  ...inWorkspace('see-audit-log'),
  request: {
    params: workspaceParams,
    query: z.strictObject({
      before: z.uuid().optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
  },
  responses: { 200: reply('The events, newest first', z.object({ events: z.array(event) })) },
});

export function auditLogRoutes() {
  const routes = newRoutes();
  routes.openapi(list, async (c) => {
    const events = await c.var.context.store.inWorkspace(c.var.access.workspace.id, (transaction) =>
      eventsBefore(transaction, given(c.req.valid('query'))),
    );
    return c.json({ events: events.map((row) => ({ ...row, detail: { ...row.detail } })) }, 200);
  });
  return routes;
}

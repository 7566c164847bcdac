import { createRoute } from '@hono/zod-openapi';
import { auditWorkspace, dayIn } from '../../findings/index.ts';
import { inWorkspace } from '../guard.ts';
import { programmeAuditReply } from '../reply-schemas/programme-audit.ts';
import { newRoutes, reply, workspaceParams } from '../route.ts';
import { unchanged } from '../unchanged.ts';
import { readerOf, viewOf, viewQuery } from '../view-query.ts';

const audit = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/programme-audit',
  summary: 'The programme audit of one level and metric, as of a file with the same answers',
  ...inWorkspace('view-figures'),
  request: { params: workspaceParams, query: viewQuery },
  responses: {
    200: reply('The audit', programmeAuditReply),
    304: { description: 'Nothing has changed since the answer with this ETag' },
  },
});

export function programmeAuditRoutes() {
  const routes = newRoutes();
  routes.openapi(audit, async (c) => {
    const { store, clock, auditor } = c.var.context;
    const { signal } = c.req.raw;
    const { id: workspaceId, timeZone } = c.var.access.workspace;
    const now = clock();
    const view = viewOf(c);
    const same = await unchanged(c, dayIn(timeZone, now));
    const ask = { workspaceId, view, reader: readerOf(c), now, auditor, signal };
    return same ?? c.json(await auditWorkspace(store, ask), 200);
  });
  return routes;
}

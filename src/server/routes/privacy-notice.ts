import { createRoute, z } from '@hono/zod-openapi';
import { keepPrivacyNotice, privacyNoticeOf, recordEvent } from '../../people/index.ts';
import { inWorkspace } from '../guard.ts';
import { jsonBody, newRoutes, noQuery, reply, workspaceParams } from '../route.ts';

const line = (most: number) => z.string().trim().max(most);
const notice = z.strictObject({ controller: line(200), address: line(500), contact: line(300) });

const show = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/privacy-notice',
  summary: 'Who is answerable for what respondents tell, as their pages link to it',
  ...inWorkspace('view-figures'),
  request: { params: workspaceParams, query: noQuery },
  responses: { 200: reply('The notice; empty texts where nothing was said yet', notice) },
});

const change = createRoute({
  method: 'patch',
  path: '/workspaces/{workspace}/privacy-notice',
  summary: 'Say who is answerable, at which address, and where a person writes to',
  ...inWorkspace('change-settings'),
  request: { params: workspaceParams, query: noQuery, body: jsonBody(notice.partial()) },
  responses: { 200: reply('The notice', notice) },
});

export function privacyNoticeRoutes() {
  const routes = newRoutes();
  routes.openapi(show, async (c) =>
    c.json(await c.var.context.store.readWorkspace(c.var.access.workspace.id, privacyNoticeOf), 200),
  );
  routes.openapi(change, async (c) => {
    const { store, clock } = c.var.context;
    const kept = await store.inWorkspace(c.var.access.workspace.id, async (transaction) => {
      const wanted = Object.fromEntries(Object.entries(c.req.valid('json')).filter(([, value]) => value !== undefined));
      const now = { ...(await privacyNoticeOf(transaction)), ...wanted };
      await keepPrivacyNotice(transaction, now);
      const detail = { fields: Object.keys(wanted).map((field) => `privacyNotice.${field}`) };
      const event = { action: 'change-settings', subjectKind: 'workspace', detail, at: clock() } as const;
      await recordEvent(transaction, c.var.principal, event);
      return now;
    });
    return c.json(kept, 200);
  });
  return routes;
}

import { createRoute, z } from '@hono/zod-openapi';
import {
  changeRole,
  disableMember,
  enableMember,
  memberRoles,
  membersOf,
  recordEvent,
  removeMember,
} from '../../people/index.ts';
import { inWorkspace } from '../guard.ts';
import { idParams, instant, instantOrNull, jsonBody, newRoutes, noQuery, reply, workspaceParams } from '../route.ts';

const member = z.object({
  id: z.string(),
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(memberRoles),
  since: instant,
  /** Since when the member has no access. */
  disabledAt: instantOrNull,
});

const list = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/members',
  summary: 'The members of the workspace',
  ...inWorkspace('manage-members'),
  request: { params: workspaceParams, query: noQuery },
  responses: { 200: reply('The members by name', z.object({ members: z.array(member) })) },
});

const change = createRoute({
  method: 'patch',
  path: '/workspaces/{workspace}/members/{id}',
  summary: 'Give a member another role, from his next request on',
  ...inWorkspace('manage-members'),
  request: {
    params: idParams,
    query: noQuery,
    body: jsonBody(z.strictObject({ role: z.enum(memberRoles) })),
  },
  responses: { 204: { description: 'Done' } },
});

const disable = createRoute({
  method: 'post',
  path: '/workspaces/{workspace}/members/{id}/disable',
  summary: 'Take the access of a member away and end his sessions; he stays a member',
  ...inWorkspace('manage-members'),
  request: { params: idParams, query: noQuery },
  responses: { 204: { description: 'Done' } },
});

const enable = createRoute({
  method: 'post',
  path: '/workspaces/{workspace}/members/{id}/enable',
  summary: 'Give a member his access back',
  ...inWorkspace('manage-members'),
  request: { params: idParams, query: noQuery },
  responses: { 204: { description: 'Done' } },
});

const remove = createRoute({
  method: 'delete',
  path: '/workspaces/{workspace}/members/{id}',
  summary: 'Take a member away; what he did stays',
  ...inWorkspace('manage-members'),
  request: { params: idParams, query: noQuery },
  responses: { 204: { description: 'Done' } },
});

export function memberRoutes() {
  const routes = newRoutes();
  routes.openapi(list, async (c) => {
    const members = await c.var.context.store.inWorkspace(c.var.access.workspace.id, membersOf);
    return c.json({ members: [...members] }, 200);
  });
  routes.openapi(change, async (c) => {
    const { store, clock } = c.var.context;
    const { access, principal } = c.var;
    const memberId = c.req.valid('param').id;
    const { role } = c.req.valid('json');
    await store.inWorkspace(access.workspace.id, async (transaction) => {
      const before = await changeRole(transaction, { memberId, role });
      const detail = { before, role };
      const event = { action: 'change-role', subjectKind: 'member', subjectId: memberId, detail, at: clock() } as const;
      await recordEvent(transaction, principal, event);
    });
    return c.body(null, 204);
  });
  routes.openapi(disable, async (c) => {
    const { store, clock } = c.var.context;
    const { access, principal } = c.var;
    const memberId = c.req.valid('param').id;
    const now = clock();
    await store.inWorkspace(access.workspace.id, async (transaction) => {
      const { userId, role } = await disableMember(transaction, { memberId, now });
      const event = { action: 'disable-member', subjectKind: 'person', subjectId: userId, detail: { role } } as const;
      await recordEvent(transaction, principal, { ...event, at: now });
    });
    return c.body(null, 204);
  });
  routes.openapi(enable, async (c) => {
    const { store, clock } = c.var.context;
    const { access, principal } = c.var;
    const memberId = c.req.valid('param').id;
    await store.inWorkspace(access.workspace.id, async (transaction) => {
      const { userId, role } = await enableMember(transaction, memberId);
      const event = { action: 'enable-member', subjectKind: 'person', subjectId: userId, detail: { role } } as const;
      await recordEvent(transaction, principal, { ...event, at: clock() });
    });
    return c.body(null, 204);
  });
  routes.openapi(remove, async (c) => {
    const { store, clock } = c.var.context;
    const { access, principal } = c.var;
    const memberId = c.req.valid('param').id;
    await store.inWorkspace(access.workspace.id, async (transaction) => {
      const { userId, role } = await removeMember(transaction, memberId);
      const event = { action: 'remove-member', subjectKind: 'person', subjectId: userId, detail: { role } } as const;
      await recordEvent(transaction, principal, { ...event, at: clock() });
    });
    return c.body(null, 204);
  });
  return routes;
}

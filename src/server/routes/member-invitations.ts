import { createRoute, z } from '@hono/zod-openapi';
import { inviteMember, memberRoles, openInvitations, recordEvent, revokeInvitation } from '../../people/index.ts';
import { inWorkspace } from '../guard.ts';
import { personOf } from '../principal.ts';
import { idParams, instant, jsonBody, newRoutes, noQuery, reply, workspaceParams } from '../route.ts';

const invitation = z.object({
  id: z.string(),
  email: z.string(),
  role: z.enum(memberRoles),
  createdAt: instant,
  expiresAt: instant,
});

const list = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/member-invitations',
  summary: 'The invitations that can still be used',
  ...inWorkspace('manage-members'),
  request: { params: workspaceParams, query: noQuery },
  responses: { 200: reply('The invitations, newest first', z.object({ invitations: z.array(invitation) })) },
});

const invite = createRoute({
  method: 'post',
  path: '/workspaces/{workspace}/member-invitations',
  summary: 'Invite somebody; the link is answered once, to be handed over',
  ...inWorkspace('manage-members'),
  request: {
    params: workspaceParams,
    query: noQuery,
    body: jsonBody(z.strictObject({ email: z.string().trim().max(320).email(), role: z.enum(memberRoles) })),
  },
  responses: { 201: reply('The invitation with its token', z.object({ invitation, token: z.string() })) },
});

const revoke = createRoute({
  method: 'delete',
  path: '/workspaces/{workspace}/member-invitations/{id}',
  summary: 'Withdraw an invitation',
  ...inWorkspace('manage-members'),
  request: { params: idParams, query: noQuery },
  responses: { 204: { description: 'Done' } },
});

export function memberInvitationRoutes() {
  const routes = newRoutes();
  routes.openapi(list, async (c) => {
    const { store, clock } = c.var.context;
    const found = await store.inWorkspace(c.var.access.workspace.id, (t) => openInvitations(t, clock()));
    return c.json({ invitations: [...found] }, 200);
  });
  routes.openapi(invite, async (c) => {
    const { store, clock } = c.var.context;
    const { access, principal } = c.var;
    const by = personOf(principal);
    const made = await store.inWorkspace(access.workspace.id, async (transaction) => {
      const offered = await inviteMember(transaction, { ...c.req.valid('json'), by, now: clock() });
      const { id, role } = offered.invitation;
      const event = { action: 'invite-member', subjectKind: 'invitation', subjectId: id, detail: { role } } as const;
      await recordEvent(transaction, principal, { ...event, at: clock() });
      return offered;
    });
    return c.json(made, 201);
  });
  routes.openapi(revoke, async (c) => {
    const { store, clock } = c.var.context;
    const { id } = c.req.valid('param');
    await store.inWorkspace(c.var.access.workspace.id, async (transaction) => {
      await revokeInvitation(transaction, { id, now: clock() });
      const event = { action: 'revoke-invitation', subjectKind: 'invitation', subjectId: id, at: clock() } as const;
      await recordEvent(transaction, c.var.principal, event);
    });
    return c.body(null, 204);
  });
  return routes;
}

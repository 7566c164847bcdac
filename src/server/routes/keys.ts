import { createRoute, z } from '@hono/zod-openapi';
import { apiKeysOf, createApiKey, forgetPrograms, keyScopes, recordEvent, revokeApiKey } from '../../people/index.ts';
import { inWorkspace } from '../guard.ts';
import { personOf } from '../principal.ts';
import {
  given,
  idParams,
  instant,
  instantOrNull,
  jsonBody,
  newRoutes,
  noQuery,
  reply,
  textLine,
  workspaceParams,
} from '../route.ts';

const key = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(z.enum(keyScopes)),
  by: z.string().nullable(),
  createdAt: instant,
  expiresAt: instantOrNull,
  revokedAt: instantOrNull,
  lastUsedAt: instantOrNull,
});

const list = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/api-keys',
  summary: 'The keys of programs, also those that open nothing any more',
  ...inWorkspace('manage-keys'),
  request: { params: workspaceParams, query: noQuery },
  responses: { 200: reply('The keys, newest first', z.object({ keys: z.array(key) })) },
});

const make = createRoute({
  method: 'post',
  path: '/workspaces/{workspace}/api-keys',
  summary: 'Make a key; its text is answered here and never again',
  ...inWorkspace('manage-keys'),
  request: {
    params: workspaceParams,
    query: noQuery,
    body: jsonBody(
      z.strictObject({
        name: textLine(),
        scopes: z.array(z.enum(keyScopes)).min(1).max(keyScopes.length),
        expiresAt: z.iso.datetime({ offset: true }).optional(),
      }),
    ),
  },
  responses: { 201: reply('The id and the text of the key', z.object({ id: z.string(), key: z.string() })) },
});

const revoke = createRoute({
  method: 'delete',
  path: '/workspaces/{workspace}/api-keys/{id}',
  summary: 'Revoke a key, from its next request on',
  ...inWorkspace('manage-keys'),
  request: { params: idParams, query: noQuery },
  responses: { 204: { description: 'Done' } },
});

export function keyRoutes() {
  const routes = newRoutes();
  routes.openapi(list, async (c) => {
    const keys = await c.var.context.store.inWorkspace(c.var.access.workspace.id, apiKeysOf);
    return c.json({ keys: keys.map(({ scopes, ...rest }) => ({ ...rest, scopes: [...scopes] })) }, 200);
  });
  routes.openapi(make, async (c) => {
    const { store, clock } = c.var.context;
    const { access, principal } = c.var;
    const { name, scopes, expiresAt } = c.req.valid('json');
    const expiry = given({ expiresAt: expiresAt === undefined ? undefined : new Date(expiresAt) });
    const wanted = { name, scopes: [...new Set(scopes)], createdBy: personOf(principal), ...expiry };
    const made = await store.inWorkspace(access.workspace.id, async (transaction) => {
      const created = await createApiKey(transaction, wanted, clock());
      const event = { action: 'make-key', subjectKind: 'key', subjectId: created.id } as const;
      await recordEvent(transaction, principal, { ...event, detail: { scopes: wanted.scopes }, at: clock() });
      return created;
    });
    return c.json(made, 201);
  });
  routes.openapi(revoke, async (c) => {
    const { store, clock } = c.var.context;
    const { id } = c.req.valid('param');
    await store.inWorkspace(c.var.access.workspace.id, async (transaction) => {
      await revokeApiKey(transaction, { id, now: clock() });
      const event = { action: 'revoke-key', subjectKind: 'key', subjectId: id, at: clock() } as const;
      await recordEvent(transaction, c.var.principal, event);
    });
    forgetPrograms(store);
    return c.body(null, 204);
  });
  return routes;
}

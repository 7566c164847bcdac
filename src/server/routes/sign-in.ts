import { createRoute, z } from '@hono/zod-openapi';
import { endSession, endSessionsOf, signIn } from '../../people/index.ts';
import { addressOf } from '../address.ts';
import { forEverybody, signedIn } from '../guard.ts';
import { giveSession, takeSession } from '../principal.ts';
import { jsonBody, newRoutes, noQuery } from '../route.ts';

const done = { 204: { description: 'Done' } };

const signInRoute = createRoute({
  method: 'post',
  path: '/sign-in',
  summary: 'Begin a session',
  ...forEverybody(),
  request: {
    query: noQuery,
    body: jsonBody(z.strictObject({ email: z.string().min(1).max(320), password: z.string().min(1).max(4096) })),
  },
  responses: done,
});

const signOutRoute = createRoute({
  method: 'post',
  path: '/sign-out',
  summary: 'End this session',
  ...signedIn(),
  request: { query: noQuery },
  responses: done,
});

const signOutEverywhereRoute = createRoute({
  method: 'post',
  path: '/sign-out-everywhere',
  summary: 'End every session of this person, on all devices',
  ...signedIn(),
  request: { query: noQuery },
  responses: done,
});

export function signInRoutes() {
  const routes = newRoutes();
  routes.openapi(signInRoute, async (c) => {
    const { store, clock, config } = c.var.context;
    const attempt = { ...c.req.valid('json'), address: addressOf(c), now: clock(), life: config.session };
    const { token } = await signIn(store, attempt);
    giveSession(c, token);
    return c.body(null, 204);
  });
  routes.openapi(signOutRoute, async (c) => {
    const { store, clock } = c.var.context;
    const { sessionId } = c.var.session;
    await store.inTransaction((transaction) => endSession(transaction, { sessionId, now: clock() }));
    takeSession(c);
    return c.body(null, 204);
  });
  routes.openapi(signOutEverywhereRoute, async (c) => {
    const { store, clock } = c.var.context;
    const end = { userId: c.var.session.person.id, now: clock(), by: 'sign-out-everywhere' } as const;
    await store.inTransaction((transaction) => endSessionsOf(transaction, end));
    takeSession(c);
    return c.body(null, 204);
  });
  return routes;
}

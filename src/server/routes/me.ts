import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { changePerson, languages, memberRoles, type Person, workspacesOf } from '../../people/index.ts';
import type { RouteEnv } from '../context.ts';
import { signedIn } from '../guard.ts';
import { given, jsonBody, newRoutes, noQuery, reply, textLine } from '../route.ts';

const me = z.object({
  user: z.object({ id: z.string(), name: z.string(), email: z.string(), language: z.enum(languages) }),
  workspaces: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      role: z.enum(memberRoles),
      demo: z.boolean(),
      language: z.enum(languages),
      timeZone: z.string(),
      currency: z.string(),
    }),
  ),
});

const showMe = createRoute({
  method: 'get',
  path: '/me',
  summary: 'Who is signed in, and where he is a member',
  ...signedIn(),
  request: { query: noQuery },
  responses: { 200: reply('The person and the workspaces', me) },
});

const changeMe = createRoute({
  method: 'patch',
  path: '/me',
  summary: 'Change name, language or password; a new password needs the present one and ends all other sessions',
  ...signedIn(),
  request: {
    query: noQuery,
    body: jsonBody(
      z.strictObject({
        name: textLine().optional(),
        language: z.enum(languages).optional(),
        password: z.string().max(4096).optional(),
        presentPassword: z.string().max(4096).optional(),
      }),
    ),
  },
  responses: { 200: reply('The person and the workspaces', me) },
});

export function meRoutes() {
  const routes = newRoutes();
  routes.openapi(showMe, async (c) => c.json(await meOf(c, c.var.session.person), 200));
  routes.openapi(changeMe, async (c) => {
    const { store, clock } = c.var.context;
    const change = given(c.req.valid('json'));
    return c.json(await meOf(c, await changePerson(store, { ...c.var.session, now: clock() }, change)), 200);
  });
  return routes;
}

async function meOf(c: Context<RouteEnv>, user: Person): Promise<z.infer<typeof me>> {
  const workspaces = await workspacesOf(c.var.context.store, user.id);
  return { user, workspaces: workspaces.map(({ id: _, smallGroupFloor: __, ...shown }) => shown) };
}

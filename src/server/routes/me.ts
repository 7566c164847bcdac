import { createRoute, z } from '@hono/zod-openapi';
import { languages, memberRoles, workspacesOf } from '../../people/index.ts';
import { signedIn } from '../guard.ts';
import { newRoutes, noQuery, reply } from '../route.ts';

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

export function meRoutes() {
  const routes = newRoutes();
  routes.openapi(showMe, async (c) => {
    const { person } = c.var.session;
    const workspaces = await workspacesOf(c.var.context.store, person.id);
    return c.json(
      { user: person, workspaces: workspaces.map(({ id: _, smallGroupFloor: __, ...shown }) => shown) },
      200,
    );
  });
  return routes;
}

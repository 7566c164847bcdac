import { createRoute, z } from '@hono/zod-openapi';
import {
  type Access,
  type Action,
  changeSettings,
  forgetPrograms,
  languages,
  memberRoles,
  permissions,
  recordEvent,
  settingsOf,
} from '../../people/index.ts';
import { inWorkspace } from '../guard.ts';
import { given, jsonBody, newRoutes, noQuery, reply, textLine, workspaceParams } from '../route.ts';

const actions = Object.keys(permissions) as [Action, ...Action[]];
const currency = z.string().regex(/^[A-Z]{3}$/, 'needs three capital letters such as EUR');

const workspace = z.object({
  slug: z.string(),
  name: z.string(),
  timeZone: z.string(),
  currency: z.string(),
  language: z.enum(languages),
  smallGroupFloor: z.number(),
  demo: z.boolean(),
  role: z.enum(memberRoles).optional(),
  /** Everything that the asking one may do here, so that a page need not know the table. */
  may: z.array(z.enum(actions)),
});

export const settingsBody = {
  name: textLine(),
  timeZone: z.string().min(1).max(100),
  currency,
  language: z.enum(languages),
  smallGroupFloor: z.number().int().min(1).max(100),
};

const show = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}',
  summary: 'The settings of a workspace, and what the asking one may do there',
  ...inWorkspace('view-figures'),
  request: { params: workspaceParams, query: noQuery },
  responses: { 200: reply('The workspace', workspace) },
});

const change = createRoute({
  method: 'patch',
  path: '/workspaces/{workspace}',
  summary: 'Change settings; time zone and currency only while nothing was stored by them',
  ...inWorkspace('change-settings'),
  request: { params: workspaceParams, query: noQuery, body: jsonBody(z.strictObject(settingsBody).partial()) },
  responses: { 200: reply('The workspace', workspace) },
});

export function workspaceRoutes() {
  const routes = newRoutes();
  routes.openapi(show, (c) => c.json(shown(c.var.access), 200));
  routes.openapi(change, async (c) => {
    const { store, clock } = c.var.context;
    const { access, principal } = c.var;
    const wanted = given(c.req.valid('json'));
    await store.inWorkspace(access.workspace.id, async (transaction) => {
      await changeSettings(transaction, wanted);
      const event = { action: 'change-settings', subjectKind: 'workspace', detail: wanted, at: clock() } as const;
      await recordEvent(transaction, principal, event);
    });
    forgetPrograms(store);
    const settings = await store.inWorkspace(access.workspace.id, settingsOf);
    return c.json(shown({ ...access, workspace: settings! }), 200);
  });
  return routes;
}

function shown({ workspace: { id: _, ...settings }, role, may }: Access): z.infer<typeof workspace> {
  return { ...settings, ...(role ? { role } : {}), may: actions.filter((action) => may(action)) };
}

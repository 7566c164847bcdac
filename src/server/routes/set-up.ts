import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { CandorError } from '../../errors/index.ts';
import { hasPeople, join, languages, memberRoles, offerOf, setUp, workspacesOf } from '../../people/index.ts';
import { addressOf } from '../address.ts';
import type { RouteEnv } from '../context.ts';
import { forEverybody } from '../guard.ts';
import { sitsHere } from '../only-this-host.ts';
import { giveSession, sessionOf } from '../principal.ts';
import { given, jsonBody, newRoutes, noQuery, reply, textLine } from '../route.ts';
import { settingsBody } from './workspace.ts';

const email = z.string().trim().max(320).email();
const newPassword = z.string().min(1).max(4096);
const made = z.object({ slug: z.string() });

const setUpRoute = createRoute({
  method: 'post',
  path: '/workspaces',
  summary: 'Set up a workspace: by an owner of another one, or by whoever installs, before anybody has an account',
  ...forEverybody(),
  request: {
    query: noQuery,
    body: jsonBody(
      z.strictObject({
        ...settingsBody,
        smallGroupFloor: settingsBody.smallGroupFloor.optional(),
        slug: z.string().max(100),
        owner: z.strictObject({ email, name: textLine(), password: newPassword }).optional(),
        setUpCode: z.string().max(100).optional(),
      }),
    ),
  },
  responses: { 201: reply('The workspace; a new owner is signed in', made) },
});

const showOffer = createRoute({
  method: 'get',
  path: '/join/{token}',
  summary: 'What an invitation offers',
  ...forEverybody(),
  request: { params: z.object({ token: z.string() }), query: noQuery },
  responses: {
    200: reply(
      'The offer',
      z.object({
        workspace: z.string(),
        email: z.string(),
        role: z.enum(memberRoles),
        account: z.enum(['new', 'existing']),
      }),
    ),
  },
});

const joinRoute = createRoute({
  method: 'post',
  path: '/join',
  summary: 'Take an invitation up and sign in',
  ...forEverybody(),
  request: {
    query: noQuery,
    body: jsonBody(
      z.strictObject({
        token: z.string().max(200),
        name: textLine(),
        password: newPassword,
        language: z.enum(languages),
      }),
    ),
  },
  responses: { 201: reply('The workspace that was joined', made) },
});

export function setUpRoutes() {
  const routes = newRoutes();
  routes.openapi(setUpRoute, async (c) => {
    const { store, clock, config } = c.var.context;
    const { owner, setUpCode, ...workspace } = given(c.req.valid('json'));
    const owns = await ownerAsking(c, setUpCode);
    const whose = owner ?? owns;
    if (!whose) throw new CandorError('CND_REQUEST', 'owner: is needed for the first workspace', { field: 'owner' });
    const { token } = await setUp(store, { workspace, owner: whose, first: !owns, now: clock(), life: config.session });
    if (token) giveSession(c, token);
    return c.json({ slug: workspace.slug }, 201);
  });
  routes.openapi(showOffer, async (c) => {
    const { store, clock } = c.var.context;
    return c.json(await offerOf(store, c.req.valid('param').token, clock()), 200);
  });
  routes.openapi(joinRoute, async (c) => {
    const { store, clock, config } = c.var.context;
    const asked = { ...c.req.valid('json'), address: addressOf(c), now: clock(), life: config.session };
    const { token, slug } = await join(store, asked);
    giveSession(c, token);
    return c.json({ slug }, 201);
  });
  return routes;
}

/**
 * An owner of some workspace may set up another. Before anybody has an account, whoever sits at this machine may, or
 * knows the code that the server printed.
 */
async function ownerAsking(c: Context<RouteEnv>, code: string | undefined): Promise<{ id: string } | undefined> {
  const { store, config, setUpCode } = c.var.context;
  if (!(await hasPeople(store))) {
    if (sitsHere(config) || (setUpCode !== undefined && code === setUpCode)) return undefined;
    throw new CandorError('CND_FORBIDDEN', 'the first workspace needs the set-up code that the server printed');
  }
  const session = await sessionOf(c);
  if (!session) throw new CandorError('CND_SIGN_IN', 'nobody is signed in, or the session is over');
  const places = await workspacesOf(store, session.person.id);
  if (places.some(({ role }) => role === 'owner')) return { id: session.person.id };
  throw new CandorError('CND_FORBIDDEN', 'a workspace is set up by an owner of another one');
}

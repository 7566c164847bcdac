import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { secretSeal } from '../../fieldwork/index.ts';
import { recordEvent } from '../../people/index.ts';
import {
  addPlace,
  changePlace,
  keepIdentitySecret,
  listPlaces,
  newIdentitySecret,
  noPlace,
  placeChoices,
  qrSvg,
  type ShownPlace,
  widgetSettings,
  workspaceCode,
} from '../../places/index.ts';
import type { WorkspaceTransaction } from '../../store/index.ts';
import type { RouteEnv } from '../context.ts';
import { inWorkspace } from '../guard.ts';
import { type PlaceAddresses, placeAddresses } from '../place-addresses.ts';
import { placeSheet, sheetSizes } from '../place-sheet.ts';
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

const text = z.string();
const choice = z.object({ id: text, name: text });

const place = z.object({
  id: text,
  key: text,
  name: text,
  surveyId: text,
  survey: text,
  isPublished: z.boolean(),
  touchpointId: text.nullable(),
  touchpoint: text.nullable(),
  orgUnitId: text.nullable(),
  orgUnit: text.nullable(),
  language: text.nullable(),
  expiresAt: instantOrNull,
  closedAt: instantOrNull,
  createdAt: instant,
  widget: widgetSettings,
  hasPin: z.boolean(),
  hasIdentitySecret: z.boolean(),
  answers: z.record(text, z.number().int()),
  lastAnswerAt: instantOrNull,
  devices: z.array(
    z.object({
      deviceId: text,
      firstSeenAt: instant,
      lastSeenAt: instant,
      waiting: z.number().int(),
      parked: z.number().int(),
      parkedReason: text.nullable(),
      clockOffsetMilliseconds: z.number(),
    }),
  ),
  addresses: z.object({ link: text, qr: text, kiosk: text, snippet: text }),
});

const list = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/places',
  summary:
    'The places where anybody may answer, with their addresses, the answers that came there (none of them in a response rate) and their kiosks; and of what a place can be made',
  ...inWorkspace('view-figures'),
  request: { params: workspaceParams, query: noQuery },
  responses: {
    200: reply(
      'The places, newest first',
      z.object({
        places: z.array(place),
        choices: z.object({
          surveys: z.array(choice.extend({ languages: z.array(text) })),
          touchpoints: z.array(choice),
          orgUnits: z.array(choice),
        }),
      }),
    ),
  },
});

const fields = {
  name: textLine(120),
  survey: z.uuid(),
  touchpoint: z.uuid().nullable().optional(),
  orgUnit: z.uuid().nullable().optional(),
  language: z
    .string()
    .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'needs a language tag such as fi')
    .max(35)
    .nullable()
    .optional(),
  expiresAt: z.iso.datetime({ offset: true }).nullable().optional(),
  widget: widgetSettings.optional(),
  pin: z
    .string()
    .regex(/^\d{4,8}$/, 'needs 4 to 8 digits')
    .nullable()
    .optional(),
};

const make = createRoute({
  method: 'post',
  path: '/workspaces/{workspace}/places',
  summary: 'Make a place',
  ...inWorkspace('manage-places'),
  request: { params: workspaceParams, query: noQuery, body: jsonBody(z.strictObject(fields)) },
  responses: { 201: reply('Its id', z.object({ id: text })) },
});

const change = createRoute({
  method: 'patch',
  path: '/workspaces/{workspace}/places/{id}',
  summary: 'Change a place, close it or open it again; its address stays',
  ...inWorkspace('manage-places'),
  request: {
    params: idParams,
    query: noQuery,
    body: jsonBody(z.strictObject({ ...fields, isOpen: z.boolean() }).partial()),
  },
  responses: { 204: { description: 'Done' } },
});

const renew = createRoute({
  method: 'post',
  path: '/workspaces/{workspace}/places/{id}/identity-secret',
  summary: 'Make the secret by which the back-end of a host says who is in front of the widget; the one before ends',
  ...inWorkspace('manage-places'),
  request: { params: idParams, query: noQuery },
  responses: { 201: reply('The secret, answered here and never again', z.object({ secret: text })) },
});

const code = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/places/{id}/qr.svg',
  summary: 'The QR code of a place; the same as long as its address is',
  ...inWorkspace('view-figures'),
  request: { params: idParams, query: noQuery },
  responses: { 200: { description: 'The code', content: { 'image/svg+xml': { schema: z.string() } } } },
});

const sheet = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/places/{id}/sheet',
  summary: 'A sheet to print and hang up: the question in one language, and the QR code',
  ...inWorkspace('view-figures'),
  request: {
    params: idParams,
    query: z.strictObject({ size: z.enum(sheetSizes).default('A4'), language: z.string().max(35).optional() }),
  },
  responses: { 200: { description: 'The sheet', content: { 'text/html': { schema: z.string() } } } },
});

type Asked = Context<RouteEnv>;
type ListedPlace = ShownPlace & { readonly addresses: PlaceAddresses };

async function placesOf(c: Asked): Promise<{ places: readonly ListedPlace[] }> {
  const { store, config } = c.var.context;
  return store.readWorkspace(c.var.access.workspace.id, async (transaction) => {
    const [found, code] = await Promise.all([listPlaces(transaction), workspaceCode(transaction)]);
    const addressesOf = placeAddresses(code, config, c.req.url);
    return { places: found.map((one) => ({ ...one, addresses: addressesOf(one.key) })) };
  });
}

async function placeOf(c: Asked, id: string): Promise<ListedPlace> {
  const found = (await placesOf(c)).places.find((one) => one.id === id);
  if (!found) throw noPlace();
  return found;
}

async function recorded<Result>(
  c: Asked,
  action: 'make-place' | 'change-place',
  work: (transaction: WorkspaceTransaction) => Promise<{ id: string; detail?: object; result: Result }>,
): Promise<Result> {
  const { store, clock } = c.var.context;
  return store.inWorkspace(c.var.access.workspace.id, async (transaction) => {
    const { id, detail, result } = await work(transaction);
    const event = { action, subjectKind: 'place', subjectId: id, at: clock(), ...(detail && { detail }) } as const;
    await recordEvent(transaction, c.var.principal, event as Parameters<typeof recordEvent>[2]);
    return result;
  });
}

const dated = <Fields extends { expiresAt?: string | null }>({ expiresAt, ...rest }: Fields) => ({
  ...rest,
  ...(expiresAt !== undefined && { expiresAt: expiresAt === null ? null : new Date(expiresAt) }),
});

export function placeRoutes() {
  const routes = newRoutes();
  routes.openapi(list, async (c) => {
    const { places } = await placesOf(c as never);
    const choices = await c.var.context.store.readWorkspace(c.var.access.workspace.id, placeChoices);
    return c.json(
      {
        places: places.map((one) => ({ ...one, answers: { ...one.answers }, devices: [...one.devices] })),
        choices: {
          surveys: choices.surveys.map((one) => ({ ...one, languages: [...one.languages] })),
          touchpoints: [...choices.touchpoints],
          orgUnits: [...choices.orgUnits],
        },
      },
      200,
    );
  });
  routes.openapi(make, async (c) => {
    const wanted = dated(given(c.req.valid('json')));
    const id = await recorded(c as never, 'make-place', async (transaction) => {
      const made = await addPlace(transaction, wanted as Parameters<typeof addPlace>[1], c.var.context.clock());
      return { id: made, result: made };
    });
    return c.json({ id }, 201);
  });
  routes.openapi(change, async (c) => {
    const { id } = c.req.valid('param');
    const wanted = dated(given(c.req.valid('json')));
    await recorded(c as never, 'change-place', async (transaction) => {
      await changePlace(transaction, { ...wanted, id } as Parameters<typeof changePlace>[1], c.var.context.clock());
      return { id, detail: { fields: Object.keys(wanted) }, result: undefined };
    });
    return c.body(null, 204);
  });
  routes.openapi(renew, async (c) => {
    const { id } = c.req.valid('param');
    const secret = newIdentitySecret();
    await recorded(c as never, 'change-place', async (transaction) => {
      await keepIdentitySecret(transaction, id, secretSeal(c.var.context.answering.secret).seal(secret, id));
      return { id, detail: { fields: ['identitySecret'] }, result: undefined };
    });
    return c.json({ secret }, 201);
  });
  routes.openapi(code, async (c) => {
    const { addresses, key } = await placeOf(c as never, c.req.valid('param').id);
    const tag = `"${Buffer.from(addresses.qr).toString('base64url').slice(-40)}"`;
    const headers = { ETag: tag, 'Cache-Control': 'private, no-cache' };
    const known = (c.req.header('if-none-match') ?? '').split(/\s*,\s*/).map((one) => one.replace(/^W\//, ''));
    if (known.includes(tag)) return c.body(null, 304, headers) as never;
    return c.body(qrSvg(addresses.qr), 200, {
      ...headers,
      'Content-Type': 'image/svg+xml',
      'Content-Disposition': `inline; filename="qr-${key}.svg"`,
    }) as never;
  });
  routes.openapi(sheet, async (c) => {
    const { size, language } = c.req.valid('query');
    const shown = await placeOf(c as never, c.req.valid('param').id);
    const { access, context } = c.var;
    const html = await placeSheet(context, { shown, workspace: access.workspace, size, language });
    return c.html(html, 200) as never;
  });
  return routes;
}

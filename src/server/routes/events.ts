import { createRoute, z } from '@hono/zod-openapi';
import {
  countEvents,
  eventRefusals,
  listEvents,
  longestIdentity,
  mostEvents,
  readEventRequest,
  replayEvents,
} from '../../fieldwork/index.ts';
import type { Principal } from '../../people/index.ts';
import { inWorkspace } from '../guard.ts';
import { readBody } from '../read-body.ts';
import { given, instant, jsonBody, newRoutes, noQuery, reply, textLine, workspaceParams } from '../route.ts';

const text = { type: 'string', minLength: 1, maxLength: longestIdentity } as const;

/** Read by a parser of its own, which also knows the headers of the binary mode: this describes it. */
const cloudEvent = {
  type: 'object',
  required: ['specversion', 'id', 'source', 'type'],
  properties: {
    specversion: { const: '1.0' },
    id: { ...text, description: 'With source the identity: a second event with both is the same one' },
    source: { ...text, format: 'uri-reference' },
    type: text,
    subject: text,
    time: { type: 'string', format: 'date-time', description: 'When it happened; the time of receipt without it' },
    datacontenttype: { type: 'string' },
    dataschema: { type: 'string', format: 'uri' },
    data: { description: 'What happened to which encounter: docs/guides/events.md' },
    data_base64: { type: 'string', format: 'byte' },
  },
  additionalProperties: true,
} as const;

const eventBody = {
  required: true,
  content: {
    'application/cloudevents+json': { schema: cloudEvent },
    'application/cloudevents-batch+json': { schema: { type: 'array', maxItems: mostEvents, items: cloudEvent } },
    '*/*': { schema: { description: 'Binary mode: attributes in ce-… headers, the body is the data' } },
  },
};

const send = createRoute({
  method: 'post',
  path: '/workspaces/{workspace}/events',
  summary:
    'Send events of CloudEvents 1.0, one or at most 1,000 in 1 MiB. 202 after they are durable; they are read at once',
  ...inWorkspace('send-events'),
  request: { params: workspaceParams, query: noQuery, body: eventBody as never },
  responses: {
    202: reply(
      'What became of them, in their order; a known one keeps its id',
      z.object({ accepted: z.number(), duplicates: z.number(), ids: z.array(z.string()) }),
    ),
  },
});

const states = ['waiting', 'done', 'refused'] as const;
const listed = z.object({
  id: z.string(),
  source: z.string(),
  eventId: z.string(),
  type: z.string(),
  subject: z.string().nullable(),
  occurredAt: instant,
  receivedAt: instant,
  state: z.enum(states),
  reason: z.string().nullable(),
  field: z.string().nullable(),
  encounterId: z.string().nullable(),
  encounter: z.string().nullable(),
  data: z
    .unknown()
    .optional()
    .openapi({ type: ['object', 'array', 'string', 'number', 'boolean', 'null'], additionalProperties: true }),
});

const list = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/events',
  summary:
    'The events as they came, latest first, with what became of each; data for those who may see contact details',
  ...inWorkspace('view-responses'),
  request: {
    params: workspaceParams,
    query: z.strictObject({
      state: z.enum(states).optional(),
      reason: z.enum(eventRefusals).optional(),
      source: textLine(longestIdentity).optional(),
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(50),
    }),
  },
  responses: {
    200: reply(
      'One page of events, and how many wait and were refused in all',
      z.object({
        events: z.array(listed),
        cursor: z.string().optional(),
        waiting: z.number(),
        refused: z.array(z.object({ reason: z.string(), count: z.number() })),
      }),
    ),
  },
});

const replay = createRoute({
  method: 'post',
  path: '/workspaces/{workspace}/events/replay',
  summary: 'Have refused events read again, by their ids or all of a reason',
  ...inWorkspace('send-events'),
  request: {
    params: workspaceParams,
    query: noQuery,
    body: jsonBody(
      z
        .strictObject({ ids: z.array(z.uuid()).min(1).max(1_000).optional(), reason: z.enum(eventRefusals).optional() })
        .refine(({ ids, reason }) => (ids === undefined) !== (reason === undefined), {
          path: ['ids'],
          error: 'needs ids or a reason',
        }),
    ),
  },
  responses: { 202: reply('How many are read again', z.object({ replayed: z.number() })) },
});

const mostBytes = 1024 * 1024;

const callerOf = (who: Principal): string => (who.kind === 'key' ? who.keyId : who.userId);

export function eventRoutes() {
  const routes = newRoutes();
  routes.openapi(send, async (c) => {
    const events = readEventRequest({
      contentType: c.req.header('content-type'),
      headers: Object.entries(c.req.header()),
      body: await readBody(c, mostBytes),
    });
    const { eventLimit, clock } = c.var.context;
    eventLimit(callerOf(c.var.principal), events.length, clock());
    const { accepted, duplicates, ids } = await c.var.context.events(c.var.access.workspace.id, events);
    c.var.context.metrics.eventsTaken(accepted, duplicates);
    return c.json({ accepted, duplicates, ids: [...ids] }, 202);
  });
  routes.openapi(list, async (c) => {
    const filter = given(c.req.valid('query'));
    const { access, context } = c.var;
    const [page, counts] = await context.store.readWorkspace(access.workspace.id, (transaction) =>
      Promise.all([listEvents(transaction, filter), countEvents(transaction)]),
    );
    const seesPeople = access.may('view-contact-details');
    const events = page.events.map(({ data, subject, encounter, ...rest }) => ({
      ...rest,
      // Systems put addresses of people there too.
      subject: seesPeople ? subject : null,
      encounter: seesPeople ? encounter : null,
      ...(seesPeople ? { data } : {}),
    }));
    return c.json(
      { ...given({ cursor: page.cursor }), events, waiting: counts.waiting, refused: [...counts.refused] },
      200,
    );
  });
  routes.openapi(replay, async (c) => {
    const { ids, reason } = c.req.valid('json');
    const { store, clock } = c.var.context;
    const choice = ids === undefined ? { reason: reason! } : { ids };
    const replayed = await store.inWorkspace(c.var.access.workspace.id, (transaction) =>
      replayEvents(transaction, choice, clock()),
    );
    return c.json({ replayed }, 202);
  });
  return routes;
}

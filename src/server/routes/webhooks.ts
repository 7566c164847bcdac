import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { recordEvent } from '../../people/index.ts';
import { enqueueJobs } from '../../queue/index.ts';
import {
  changeWebhook,
  createWebhook,
  deliveriesOf,
  deliverJob,
  deliveryStates,
  forgetListening,
  pingWebhook,
  type Replay,
  refuseTarget,
  removeWebhook,
  renewSecret,
  replayDeliveries,
  webhookEvents,
  webhookKinds,
  webhooksOf,
} from '../../webhooks/index.ts';
import type { RouteEnv } from '../context.ts';
import { inWorkspace } from '../guard.ts';
import {
  given,
  idParams,
  instant,
  instantOrNull,
  jsonBody,
  newRoutes,
  noQuery,
  reply,
  workspaceParams,
} from '../route.ts';

const guard = inWorkspace('manage-webhooks');
const events = z.array(z.enum(webhookEvents)).min(1).max(webhookEvents.length);
const url = z.string().trim().min(1).max(2_000);

const webhook = z.object({
  id: z.string(),
  url: z.string(),
  kind: z.enum(webhookKinds),
  events: z.array(z.enum(webhookEvents)),
  includesWords: z.boolean(),
  createdAt: instant,
  disabledAt: instantOrNull,
  disabledReason: z.enum(['gone', 'by-hand']).nullable(),
  oldSecretUntil: instantOrNull,
  givenUp: z.number().int().openapi({ description: 'Messages of the last 30 days that are not tried any more' }),
});

const list = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/webhooks',
  summary: 'The webhooks, without their secrets',
  ...guard,
  request: { params: workspaceParams, query: noQuery },
  responses: { 200: reply('The webhooks, oldest first', z.object({ webhooks: z.array(webhook) })) },
});

const make = createRoute({
  method: 'post',
  path: '/workspaces/{workspace}/webhooks',
  summary: 'Make a webhook; its secret is answered here and never again',
  ...guard,
  request: {
    params: workspaceParams,
    query: noQuery,
    body: jsonBody(
      z.strictObject({ url, events, kind: z.enum(webhookKinds).optional(), includesWords: z.boolean().optional() }),
    ),
  },
  responses: { 201: reply('The id and the secret', z.object({ id: z.string(), secret: z.string() })) },
});

const change = createRoute({
  method: 'patch',
  path: '/workspaces/{workspace}/webhooks/{id}',
  summary: 'Change a webhook, or switch it off and on',
  ...guard,
  request: {
    params: idParams,
    query: noQuery,
    body: jsonBody(
      z.strictObject({
        url: url.optional(),
        events: events.optional(),
        includesWords: z.boolean().optional(),
        enabled: z.boolean().optional(),
      }),
    ),
  },
  responses: { 204: { description: 'Done' } },
});

const remove = createRoute({
  method: 'delete',
  path: '/workspaces/{workspace}/webhooks/{id}',
  summary: 'Remove a webhook and what waits for it',
  ...guard,
  request: { params: idParams, query: noQuery },
  responses: { 204: { description: 'Done' } },
});

const renew = createRoute({
  method: 'post',
  path: '/workspaces/{workspace}/webhooks/{id}/secret',
  summary: 'Make a new secret; for 24 hours the one before signs too',
  ...guard,
  request: { params: idParams, query: noQuery },
  responses: { 201: reply('The new secret', z.object({ secret: z.string() })) },
});

const test = createRoute({
  method: 'post',
  path: '/workspaces/{workspace}/webhooks/{id}/test',
  summary: 'Send a ping by the way of all messages, and say what became of it',
  ...guard,
  request: { params: idParams, query: noQuery },
  responses: {
    200: reply(
      'What became of it; nothing of what the receiver wrote',
      z.object({ delivered: z.boolean(), status: z.number().int().nullable(), error: z.string().nullable() }),
    ),
  },
});

const delivery = z.object({
  id: z.string(),
  event: z.string(),
  subject: z.string(),
  state: z.enum(deliveryStates),
  attempts: z.number().int(),
  createdAt: instant,
  dueAt: instant,
  deliveredAt: instantOrNull,
  lastStatus: z.number().int().nullable(),
  lastError: z.string().nullable(),
});

const deliveries = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/webhooks/{id}/deliveries',
  summary: 'The messages of a webhook and what became of them, newest first; `before` is the id of the last one seen',
  ...guard,
  request: {
    params: idParams,
    query: z.strictObject({
      before: z.uuid().optional(),
      state: z.enum(deliveryStates).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(20),
    }),
  },
  responses: { 200: reply('One page', z.object({ deliveries: z.array(delivery) })) },
});

const replayed = { 200: reply('How many are sent again', z.object({ replayed: z.number().int() })) };

const replayAll = createRoute({
  method: 'post',
  path: '/workspaces/{workspace}/webhooks/{id}/replay',
  summary: 'Send again everything that was given up',
  ...guard,
  request: { params: idParams, query: noQuery },
  responses: replayed,
});

const replayOne = createRoute({
  method: 'post',
  path: '/workspaces/{workspace}/webhook-deliveries/{id}/replay',
  summary: 'Send one message again that was delivered or given up, under the same id',
  ...guard,
  request: { params: idParams, query: noQuery },
  responses: replayed,
});

type Asked = Context<RouteEnv>;

/** Writes down who did it; the address of a webhook may be a secret itself and is left out. */
function record(
  c: Asked,
  transaction: Parameters<typeof recordEvent>[0],
  event: { action: 'make-webhook' | 'change-webhook' | 'remove-webhook'; id: string; detail?: Record<string, string> },
): Promise<void> {
  const { action, id, detail } = event;
  const at = c.var.context.clock();
  const written = { action, subjectKind: 'webhook', subjectId: id, at, ...(detail ? { detail } : {}) } as const;
  return recordEvent(transaction, c.var.principal, written);
}

async function replay(c: Asked, what: Replay): Promise<number> {
  const { store, clock } = c.var.context;
  const workspaceId = c.var.access.workspace.id;
  return store.inWorkspace(workspaceId, async (transaction) => {
    const done = await replayDeliveries(transaction, what, clock());
    await record(c, transaction, { action: 'change-webhook', id: done.webhookId, detail: { what: 'replay' } });
    await enqueueJobs(transaction, [deliverJob(workspaceId, done.webhookId, clock())], clock());
    return done.replayed;
  });
}

export function webhookRoutes() {
  const routes = newRoutes();
  routes.openapi(list, async (c) => {
    const webhooks = await c.var.context.store.inWorkspace(c.var.access.workspace.id, webhooksOf);
    return c.json({ webhooks: webhooks.map((one) => ({ ...one, events: [...one.events] })) }, 200);
  });
  routes.openapi(make, async (c) => {
    const { store, clock, outbound } = c.var.context;
    const { kind = 'standard', includesWords = false, ...rest } = c.req.valid('json');
    refuseTarget(outbound, rest.url);
    const wanted = { url: rest.url, kind, includesWords, events: [...new Set(rest.events)] };
    const made = await store.inWorkspace(c.var.access.workspace.id, async (transaction) => {
      const created = await createWebhook(transaction, wanted, clock());
      await record(c, transaction, { action: 'make-webhook', id: created.id, detail: { kind } });
      return created;
    });
    forgetListening(store);
    return c.json(made, 201);
  });
  routes.openapi(change, async (c) => {
    const { store, clock, outbound } = c.var.context;
    const { id } = c.req.valid('param');
    const wanted = given(c.req.valid('json'));
    const workspaceId = c.var.access.workspace.id;
    if (wanted.url !== undefined) refuseTarget(outbound, wanted.url);
    await store.inWorkspace(workspaceId, async (transaction) => {
      await changeWebhook(transaction, { id, ...wanted }, clock());
      await record(c, transaction, { action: 'change-webhook', id, detail: { what: Object.keys(wanted).join(' ') } });
      // What waited while it was off goes out now.
      await enqueueJobs(transaction, [deliverJob(workspaceId, id, clock())], clock());
    });
    forgetListening(store);
    return c.body(null, 204);
  });
  routes.openapi(remove, async (c) => {
    const { store } = c.var.context;
    const { id } = c.req.valid('param');
    await store.inWorkspace(c.var.access.workspace.id, async (transaction) => {
      await removeWebhook(transaction, id);
      await record(c, transaction, { action: 'remove-webhook', id });
    });
    forgetListening(store);
    return c.body(null, 204);
  });
  routes.openapi(renew, async (c) => {
    const { store, clock } = c.var.context;
    const { id } = c.req.valid('param');
    const secret = await store.inWorkspace(c.var.access.workspace.id, async (transaction) => {
      const renewed = await renewSecret(transaction, id, clock());
      await record(c, transaction, { action: 'change-webhook', id, detail: { what: 'secret' } });
      return renewed;
    });
    return c.json({ secret }, 201);
  });
  routes.openapi(test, async (c) => {
    const { store, clock, outbound } = c.var.context;
    const ping = { store, clock, client: outbound };
    const outcome = await pingWebhook(ping, c.var.access.workspace.id, c.req.valid('param').id);
    const delivered = outcome.kind === 'delivered';
    return c.json({ delivered, status: outcome.status ?? null, error: delivered ? null : outcome.error }, 200);
  });
  routes.openapi(deliveries, async (c) => {
    const { id } = c.req.valid('param');
    const page = given(c.req.valid('query'));
    const found = await c.var.context.store.inWorkspace(c.var.access.workspace.id, (transaction) =>
      deliveriesOf(transaction, id, page),
    );
    return c.json({ deliveries: [...found] }, 200);
  });
  routes.openapi(replayAll, async (c) => {
    const webhookId = c.req.valid('param').id;
    return c.json({ replayed: await replay(c, { webhookId }) }, 200);
  });
  routes.openapi(replayOne, async (c) => {
    const deliveryId = c.req.valid('param').id;
    return c.json({ replayed: await replay(c, { deliveryId }) }, 200);
  });
  return routes;
}

import { createRoute, z } from '@hono/zod-openapi';
import { openMail, smsSegments } from '../../channels/index.ts';
import { keptMessage, keptMessages, keptNumber, receiveSms } from '../../fieldwork/index.ts';
import { newId } from '../../store/index.ts';
import { inWorkspace } from '../guard.ts';
import { given, idParams, instant, jsonBody, newRoutes, noQuery, reply, workspaceParams } from '../route.ts';

const kept = {
  id: z.string(),
  channel: z.enum(['email', 'sms']),
  recipient: z.string(),
  subject: z.string().nullable(),
  content: z.string(),
  keptAt: instant,
  messageId: z.string().nullable(),
  kind: z.enum(['invitation', 'reminder']).nullable(),
  number: z.number().int().nullable(),
  programme: z.string().nullable(),
  invitationId: z.string().nullable(),
  invitationState: z.string().nullable(),
};

const list = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/kept-messages',
  summary: 'The development outbox: what would have been sent while no mail server is set, latest first',
  ...inWorkspace('read-outbox'),
  request: {
    params: workspaceParams,
    query: z.strictObject({
      before: z.uuid().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
  },
  responses: { 200: reply('One page', z.object({ messages: z.array(z.object(kept)) })) },
});

const open = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/kept-messages/{id}',
  summary: 'One message of the development outbox as its recipient would see it: HTML, text and headers, or segments',
  ...inWorkspace('read-outbox'),
  request: { params: idParams, query: noQuery },
  responses: {
    200: reply(
      'The message',
      z.object({
        ...kept,
        mail: z
          .object({
            html: z.string(),
            text: z.string(),
            headers: z.array(z.object({ name: z.string(), value: z.string() })),
          })
          .optional(),
        sms: z
          .object({
            encoding: z.enum(['gsm-7', 'ucs-2']),
            units: z.number().int(),
            segments: z.number().int(),
            left: z.number().int(),
            outsideGsm: z.array(z.string()),
          })
          .optional(),
      }),
    ),
  },
});

const raw = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/kept-messages/{id}/raw',
  summary: 'The bytes that a mail server would have got',
  ...inWorkspace('read-outbox'),
  request: { params: idParams, query: noQuery },
  responses: {
    200: { description: 'The message', content: { 'message/rfc822': { schema: z.string() } } },
  },
});

const answerKept = createRoute({
  method: 'post',
  path: '/workspaces/{workspace}/kept-messages/{id}/reply',
  summary: 'Answer an SMS of the development outbox in the name of whoever got it, as a gateway would bring the reply',
  ...inWorkspace('read-outbox'),
  request: {
    params: idParams,
    query: noQuery,
    body: jsonBody(z.strictObject({ text: z.string().trim().min(1).max(1_600) })),
  },
  responses: {
    200: reply(
      'What became of it',
      z.object({
        effect: z.enum(['answered', 'asked-back', 'comment', 'stopped', 'started', 'help', 'known', 'nobody']),
      }),
    ),
  },
});

export function outboxRoutes() {
  const routes = newRoutes();
  routes.openapi(list, async (c) => {
    const page = given(c.req.valid('query'));
    const messages = await c.var.context.store.readWorkspace(c.var.access.workspace.id, (transaction) =>
      keptMessages(transaction, page),
    );
    return c.json({ messages: [...messages] }, 200);
  });
  routes.openapi(open, async (c) => {
    const { id } = c.req.valid('param');
    const { raw: bytes, ...message } = await c.var.context.store.readWorkspace(
      c.var.access.workspace.id,
      (transaction) => keptMessage(transaction, id),
    );
    if (message.channel === 'sms') {
      const segments = smsSegments(message.content);
      return c.json({ ...message, sms: { ...segments, outsideGsm: [...segments.outsideGsm] } }, 200);
    }
    const { headers, ...mail } = await openMail(bytes);
    return c.json({ ...message, mail: { ...mail, headers: [...headers] } }, 200);
  });
  routes.openapi(raw, async (c) => {
    const { id } = c.req.valid('param');
    const message = await c.var.context.store.readWorkspace(c.var.access.workspace.id, (transaction) =>
      keptMessage(transaction, id),
    );
    return c.body(new Uint8Array(message.raw), 200, { 'content-type': 'message/rfc822' }) as never;
  });
  routes.openapi(answerKept, async (c) => {
    const { store, answering, clock } = c.var.context;
    const only = c.var.access.workspace.id;
    const { id } = c.req.valid('param');
    const from = await store.readWorkspace(only, (transaction) => keptNumber(transaction, id));
    const sms = { providerId: newId(), from, text: c.req.valid('json').text };
    return c.json({ effect: await receiveSms({ store, answering, clock }, sms, { only }) }, 200);
  });
  return routes;
}

import { createRoute, z } from '@hono/zod-openapi';
import { openMail, smsSegments } from '../../channels/index.ts';
import { keptMessage, keptMessages } from '../../fieldwork/index.ts';
import { inWorkspace } from '../guard.ts';
import { given, idParams, instant, newRoutes, noQuery, reply, workspaceParams } from '../route.ts';

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
  return routes;
}

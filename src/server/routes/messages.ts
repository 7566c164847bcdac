import { createRoute, z } from '@hono/zod-openapi';
import { countMessages, listMessages, messageStates, settleMessage } from '../../fieldwork/index.ts';
import { recordEvent } from '../../people/index.ts';
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

const state = z.enum(messageStates);

const message = z.object({
  id: z.string(),
  invitationId: z.string(),
  kind: z.enum(['invitation', 'reminder']),
  number: z.number().int(),
  channel: z.string(),
  state,
  programme: z.string(),
  contactId: z.string().nullable(),
  contact: z.string().nullable(),
  plannedAt: instant,
  dueAt: instant,
  sentAt: instantOrNull,
  attempts: z.number().int(),
  reason: z.string().nullable(),
  reply: z.string().nullable(),
  stage: z.string().nullable(),
  isOpen: z.boolean(),
  keptId: z.string().nullable(),
});

const list = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/messages',
  summary:
    'Every message with its state, latest made first, and how many there are in each; names for those who may see them',
  ...inWorkspace('view-responses'),
  request: {
    params: workspaceParams,
    query: z.strictObject({
      state: state.optional(),
      invitation: z.uuid().optional(),
      before: z.uuid().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
  },
  responses: {
    200: reply(
      'One page',
      z.object({
        messages: z.array(message),
        before: z.string().optional().openapi({ description: 'The id that the next page begins behind' }),
        counts: z.array(z.object({ state, count: z.number().int() })),
      }),
    ),
  },
});

const settle = createRoute({
  method: 'post',
  path: '/workspaces/{workspace}/messages/{id}/settle',
  summary:
    'Say what became of an uncertain message, after looking into the log of the mail server: it was sent, or it is sent again',
  ...inWorkspace('settle-messages'),
  request: {
    params: idParams,
    query: noQuery,
    body: jsonBody(z.strictObject({ as: z.enum(['sent', 'send-again']) })),
  },
  responses: { 204: { description: 'Done' } },
});

export function messageRoutes() {
  const routes = newRoutes();
  routes.openapi(list, async (c) => {
    const { state: only, invitation, ...page } = c.req.valid('query');
    const { access, context } = c.var;
    const filter = given({ ...page, states: only && [only], invitationId: invitation });
    const [found, counts] = await context.store.readWorkspace(access.workspace.id, (transaction) =>
      Promise.all([listMessages(transaction, { ...filter, limit: page.limit }), countMessages(transaction)]),
    );
    const seesPeople = access.may('view-contact-details');
    // What a mail server says often repeats the address.
    const messages = found.messages.map((row) => (seesPeople ? row : { ...row, contact: null, reply: null }));
    return c.json({ ...given({ before: found.before }), messages, counts: [...counts] }, 200);
  });
  routes.openapi(settle, async (c) => {
    const { store, clock } = c.var.context;
    const { id } = c.req.valid('param');
    const { as } = c.req.valid('json');
    const { principal } = c.var;
    await store.inWorkspace(c.var.access.workspace.id, async (transaction) => {
      const now = clock();
      const by = principal.kind === 'person' ? principal.userId : principal.keyId;
      await settleMessage(transaction, id, { as, by, now });
      const action = as === 'sent' ? 'settle-message' : 'send-message-again';
      await recordEvent(transaction, principal, { action, subjectKind: 'message', subjectId: id, at: now });
    });
    return c.body(null, 204);
  });
  return routes;
}

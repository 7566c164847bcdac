import { createRoute, z } from '@hono/zod-openapi';
import { legalBases, refusalReasons } from '../../fielding/index.ts';
import {
  decidedStates,
  keepUsualBasis,
  keptBytes,
  keptMessages,
  keptNumber,
  listDecided,
  receiveSms,
  type UsualBasis,
  usualBasisOf,
} from '../../fieldwork/index.ts';
import { recordEvent } from '../../people/index.ts';
import { newId } from '../../store/index.ts';
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

const decided = z.object({
  id: z.string(),
  programmeId: z.string(),
  encounterId: z.string().nullable(),
  encounter: z.string().nullable(),
  contactId: z.string().nullable(),
  contact: z.string().nullable(),
  channel: z.string(),
  state: z.enum(decidedStates),
  reason: z.string().nullable(),
  stopReason: z.string().nullable(),
  decidedAt: instant,
  plannedAt: instant,
  sentAt: instantOrNull,
  expiresAt: instantOrNull,
  isUncertain: z.boolean(),
  rules: z.array(
    z.object({
      rule: z.string(),
      outcome: z.enum(['pass', 'fail', 'not reached']),
      detail: z.record(z.string(), z.unknown()).optional(),
    }),
  ),
});

const list = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/invitations',
  summary:
    'Who was asked and who was not, latest decision first, each with every rule and its outcome; names for those who may see them',
  ...inWorkspace('view-responses'),
  request: {
    params: workspaceParams,
    query: z.strictObject({
      programme: z.uuid().optional(),
      contact: z.uuid().optional(),
      encounter: z.uuid().optional(),
      state: z.enum(decidedStates).optional(),
      reason: z.enum(refusalReasons).optional(),
      uncertain: z.enum(['true']).optional().openapi({ description: 'Only those that may or may not have been sent' }),
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(50),
    }),
  },
  responses: {
    200: reply('One page', z.object({ invitations: z.array(decided), cursor: z.string().optional() })),
  },
});

const basis = z.strictObject({ email: z.enum(legalBases).optional(), sms: z.enum(legalBases).optional() });

const showBasis = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/contact-basis',
  summary: 'On which legal basis people are written to who have none of their own on record, by channel',
  ...inWorkspace('view-figures'),
  request: { params: workspaceParams, query: noQuery },
  responses: { 200: reply('The bases; a channel without one is not used for them', basis) },
});

const setBasis = createRoute({
  method: 'put',
  path: '/workspaces/{workspace}/contact-basis',
  summary: 'Say on which legal basis people are written to who have none of their own on record',
  ...inWorkspace('change-settings'),
  request: { params: workspaceParams, query: noQuery, body: jsonBody(basis) },
  responses: { 200: reply('The bases', basis) },
});

const outbox = createRoute({
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
  responses: {
    200: reply(
      'One page',
      z.object({
        messages: z.array(
          z.object({
            id: z.string(),
            channel: z.enum(['email', 'sms']),
            recipient: z.string(),
            subject: z.string().nullable(),
            content: z.string(),
            keptAt: instant,
          }),
        ),
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

export function askingRoutes() {
  const routes = newRoutes();
  routes.openapi(list, async (c) => {
    const { programme, contact, encounter, uncertain, ...rest } = c.req.valid('query');
    const { access, context } = c.var;
    const filter = given({ programmeId: programme, contactId: contact, encounterId: encounter, ...rest });
    const page = await context.store.readWorkspace(access.workspace.id, (transaction) =>
      listDecided(transaction, { ...filter, limit: rest.limit, uncertain: uncertain === 'true' }),
    );
    const seesPeople = access.may('view-contact-details');
    const invitations = page.decided.map(({ rules, ...row }) => ({
      ...row,
      contact: seesPeople ? row.contact : null,
      encounter: seesPeople ? row.encounter : null,
      rules: rules.map(({ rule, outcome, detail }) => ({
        rule,
        outcome,
        ...(detail && { detail: detail as Record<string, never> }),
      })),
    }));
    return c.json({ invitations, ...given({ cursor: page.cursor }) }, 200);
  });
  routes.openapi(showBasis, async (c) => {
    const held = await c.var.context.store.readWorkspace(c.var.access.workspace.id, usualBasisOf);
    return c.json({ ...held }, 200);
  });
  routes.openapi(setBasis, async (c) => {
    const chosen: UsualBasis = given(c.req.valid('json'));
    const { store, clock } = c.var.context;
    await store.inWorkspace(c.var.access.workspace.id, async (transaction) => {
      await keepUsualBasis(transaction, chosen);
      const event = {
        action: 'set-contact-basis',
        subjectKind: 'workspace',
        detail: { ...chosen },
        at: clock(),
      } as const;
      await recordEvent(transaction, c.var.principal, event);
    });
    return c.json({ ...chosen }, 200);
  });
  routes.openapi(outbox, async (c) => {
    const page = given(c.req.valid('query'));
    const messages = await c.var.context.store.readWorkspace(c.var.access.workspace.id, (transaction) =>
      keptMessages(transaction, page),
    );
    return c.json({ messages: [...messages] }, 200);
  });
  routes.openapi(answerKept, async (c) => {
    const { store, answering, clock } = c.var.context;
    const only = c.var.access.workspace.id;
    const { id } = c.req.valid('param');
    const from = await store.readWorkspace(only, (transaction) => keptNumber(transaction, id));
    const sms = { providerId: newId(), from, text: c.req.valid('json').text };
    return c.json({ effect: await receiveSms({ store, answering, clock }, sms, { only }) }, 200);
  });
  routes.openapi(raw, async (c) => {
    const { id } = c.req.valid('param');
    const bytes = await c.var.context.store.readWorkspace(c.var.access.workspace.id, (transaction) =>
      keptBytes(transaction, id),
    );
    return c.body(new Uint8Array(bytes), 200, { 'content-type': 'message/rfc822' }) as never;
  });
  return routes;
}

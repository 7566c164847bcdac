import { createRoute, z } from '@hono/zod-openapi';
import { respondentRoles } from '../../collect/index.ts';
import { readResponsePage } from '../../findings/index.ts';
import { inWorkspace } from '../guard.ts';
import { responsePageReply } from '../reply-schemas/responses.ts';
import { given, givenJson, jsonBody, newRoutes, noQuery, reply, textLine, workspaceParams } from '../route.ts';
import { readerOf, viewFields, viewOf } from '../view-query.ts';

const incoming = z.strictObject({
  survey: textLine(),
  version: z.number().int().min(1).max(1_000_000).optional(),
  source: textLine(100).default('api'),
  externalId: textLine().optional(),
  respondedAt: z.iso.datetime({ offset: true }).optional(),
  touchpoint: textLine().optional(),
  orgUnit: textLine().optional(),
  account: textLine().optional(),
  contact: textLine().optional(),
  segment: textLine(100).optional(),
  respondentRole: z.enum(respondentRoles).optional(),
  channel: textLine(50).optional(),
  completed: z.boolean().default(true),
  create: z.boolean().optional(),
  answers: z
    .array(
      z.strictObject({
        question: textLine(),
        score: z.number().optional(),
        words: z.string().trim().min(1).max(10_000).optional(),
      }),
    )
    .min(1)
    .max(200),
});

const taken = z.object({ id: z.string() });

const send = createRoute({
  method: 'post',
  path: '/workspaces/{workspace}/responses',
  summary: 'Send one response. 201 after it is durable; 200 with the same id for a repeat of source and externalId',
  ...inWorkspace('write-responses'),
  request: { params: workspaceParams, query: noQuery, body: jsonBody(incoming) },
  responses: { 200: reply('The response that is known already', taken), 201: reply('The new response', taken) },
});

const pageQuery = z.strictObject({
  ...viewFields,
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

const list = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/responses',
  summary: 'Exactly the rows that a figure of the view counts, newest first, a page at a time',
  ...inWorkspace('view-responses'),
  request: { params: workspaceParams, query: pageQuery },
  responses: { 200: reply('One page of rows', responsePageReply) },
});

export function responseRoutes() {
  const routes = newRoutes();
  routes.openapi(list, async (c) => {
    const { store, clock } = c.var.context;
    const { cursor, limit } = given(c.req.valid('query'));
    const view = viewOf(c, ['cursor', 'limit']);
    const ask = { workspaceId: c.var.access.workspace.id, view, reader: readerOf(c), now: clock(), limit };
    return c.json(await readResponsePage(store, { ...ask, ...(cursor !== undefined && { cursor }) }), 200);
  });
  routes.openapi(send, async (c) => {
    const { respondedAt, answers, ...rest } = givenJson(c.req.valid('json'));
    const { intake, metrics } = c.get('context');
    // A process that dies between the commit and the kept reply: the repeat then meets the response itself.
    const repeatKey = rest.externalId === undefined ? c.get('repeatKey') : undefined;
    const { id, isNew } = await intake(c.get('access').workspace, {
      ...rest,
      ...(respondedAt !== undefined && { respondedAt: new Date(respondedAt) }),
      ...(repeatKey !== undefined && { externalId: `idempotency-key ${repeatKey}` }),
      answers: answers.map(givenJson),
    });
    metrics.responseTaken(isNew);
    return c.json({ id }, isNew ? 201 : 200);
  });
  return routes;
}

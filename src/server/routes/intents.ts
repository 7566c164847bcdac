import { createRoute, z } from '@hono/zod-openapi';
import { judgeIntent, listIntents, scannerReasons } from '../../answering/index.ts';
import { CandorError } from '../../errors/index.ts';
import { readIntentEffects } from '../../findings/index.ts';
import { recordEvent } from '../../people/index.ts';
import { inWorkspace } from '../guard.ts';
import { estimate, metricId } from '../reply-schemas/figures.ts';
import { given, idParams, instant, jsonBody, newRoutes, noQuery, reply, workspaceParams } from '../route.ts';

const verdict = z.enum(['human', 'scanner', 'unknown']);

const intent = z.object({
  id: z.string(),
  invitationId: z.string(),
  programmeId: z.string(),
  programme: z.string(),
  score: z.number(),
  heardAt: instant,
  verdict: verdict.nullable(),
  reasons: z.array(z.enum(scannerReasons)),
  isJudged: z.boolean(),
  agent: z.string(),
  isAnswered: z.boolean(),
});

const effectsReply = z.object({
  from: instant,
  to: instant,
  effects: z.array(
    z.object({
      programmeId: z.string(),
      programme: z.string(),
      metric: metricId,
      scale: z.object({ min: z.number(), max: z.number() }),
      without: estimate.optional(),
      with: estimate.optional(),
      answers: z.number().int(),
      clicks: z.number().int(),
    }),
  ),
});

const list = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/intents',
  summary: 'First clicks of score links, which no figure counts, latest first, each with its verdict and reasons',
  ...inWorkspace('judge-intents'),
  request: {
    params: workspaceParams,
    query: z.strictObject({
      programme: z.uuid().optional(),
      verdict: verdict.optional(),
      before: z.uuid().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
  },
  responses: { 200: reply('One page', z.object({ intents: z.array(intent), before: z.string().optional() })) },
});

const effects = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/intents/effects',
  summary: 'The score of each programme over 90 days with and without the clicks that are taken for those of people',
  ...inWorkspace('judge-intents'),
  request: { params: workspaceParams, query: noQuery },
  responses: {
    200: reply('Both figures, with their intervals', effectsReply),
  },
});

const judge = createRoute({
  method: 'post',
  path: '/workspaces/{workspace}/intents/{id}/verdict',
  summary: 'Say that a click was that of a person, or of a program; no rule changes it any more',
  ...inWorkspace('judge-intents'),
  request: {
    params: idParams,
    query: noQuery,
    body: jsonBody(z.strictObject({ verdict: z.enum(['human', 'scanner']) })),
  },
  responses: { 204: { description: 'Done' } },
});

const ninetyDays = 90 * 86_400_000;

export function intentRoutes() {
  const routes = newRoutes();
  routes.openapi(list, async (c) => {
    const { programme, ...filter } = c.req.valid('query');
    const asked = given({ ...filter, programmeId: programme });
    const page = await c.var.context.store.readWorkspace(c.var.access.workspace.id, (transaction) =>
      listIntents(transaction, { ...asked, limit: filter.limit }),
    );
    const intents = page.intents.map((one) => ({ ...one, reasons: [...one.reasons] }));
    return c.json({ intents, ...given({ before: page.before }) }, 200);
  });
  routes.openapi(effects, async (c) => {
    const { store, clock } = c.var.context;
    const to = clock();
    const from = new Date(to.getTime() - ninetyDays);
    const found = await store.readWorkspace(c.var.access.workspace.id, (transaction) =>
      readIntentEffects(transaction, { from, to }),
    );
    return c.json(effectsReply.parse({ from, to, effects: found }), 200);
  });
  routes.openapi(judge, async (c) => {
    const { store, clock } = c.var.context;
    const { id } = c.req.valid('param');
    const { verdict: said } = c.req.valid('json');
    const { principal } = c.var;
    const judgedBy = principal.kind === 'person' ? principal.userId : principal.keyId;
    await store.inWorkspace(c.var.access.workspace.id, async (transaction) => {
      const isThere = await judgeIntent(transaction, { id, verdict: said, judgedBy });
      if (!isThere) throw new CandorError('CND_NOT_FOUND', `there is no click ${id}`, { kind: 'intent' });
      const event = { action: 'judge-intent', subjectKind: 'intent', subjectId: id } as const;
      await recordEvent(transaction, principal, { ...event, detail: { verdict: said }, at: clock() });
    });
    return c.body(null, 204);
  });
  return routes;
}

import { createRoute, z } from '@hono/zod-openapi';
import { addMetricVersion, createMetric, readOwnMetrics } from '../../findings/index.ts';
import { metricIds } from '../../metrics/index.ts';
import { recordEvent } from '../../people/index.ts';
import { inWorkspace } from '../guard.ts';
import { metricsReply } from '../reply-schemas/metrics.ts';
import { given, jsonBody, newRoutes, noQuery, reply, textLine, workspaceParams } from '../route.ts';

const definition = {
  name: textLine(120),
  metric: z.enum(metricIds),
  scale: z.strictObject({ min: z.number().int().min(-1000).max(1000), max: z.number().int().min(-1000).max(1000) }),
  boxes: z.number().int().min(1).max(100).optional(),
  direction: z.enum(['higher-is-better', 'lower-is-better']).default('higher-is-better'),
  questions: z
    .array(z.strictObject({ survey: textLine(), question: textLine() }))
    .min(1)
    .max(100),
};

const made = z.object({ id: z.string(), key: z.string(), version: z.number(), validFrom: z.string() });

const list = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/metrics',
  summary: 'The own metrics with all their versions, and the questions a metric can be made of',
  ...inWorkspace('view-figures'),
  request: { params: workspaceParams, query: noQuery },
  responses: { 200: reply('The metrics', metricsReply) },
});

const create = createRoute({
  method: 'post',
  path: '/workspaces/{workspace}/metrics',
  summary: 'Define a metric of the workspace',
  ...inWorkspace('define-metrics'),
  request: {
    params: workspaceParams,
    query: noQuery,
    body: jsonBody(z.strictObject({ key: z.string().max(64), ...definition })),
  },
  responses: { 201: reply('The first version', made) },
});

const addVersion = createRoute({
  method: 'post',
  path: '/workspaces/{workspace}/metrics/{key}/versions',
  summary: 'Define an own metric anew, from today or later; what was shown before keeps its definition',
  ...inWorkspace('define-metrics'),
  request: {
    params: z.object({ workspace: z.string(), key: z.string().max(64) }),
    query: noQuery,
    body: jsonBody(z.strictObject({ validFrom: z.iso.date().optional(), ...definition })),
  },
  responses: { 201: reply('The new version', made) },
});

export function metricRoutes() {
  const routes = newRoutes();
  routes.openapi(list, async (c) => {
    const { store } = c.var.context;
    return c.json(await store.inSnapshot(c.var.access.workspace.id, readOwnMetrics), 200);
  });
  routes.openapi(create, async (c) => {
    const { store, clock } = c.var.context;
    const { key, ...body } = c.req.valid('json');
    const metric = await store.inWorkspace(c.var.access.workspace.id, async (transaction) => {
      const now = clock();
      const first = await createMetric(transaction, { key, definition: given(body), now });
      const event = { action: 'define-metric', subjectKind: 'metric', subjectId: first.id } as const;
      await recordEvent(transaction, c.var.principal, { ...event, detail: { key, version: 1 }, at: now });
      return first;
    });
    return c.json(metric, 201);
  });
  routes.openapi(addVersion, async (c) => {
    const { store, clock } = c.var.context;
    const { key } = c.req.valid('param');
    const { validFrom, ...body } = c.req.valid('json');
    const metric = await store.inWorkspace(c.var.access.workspace.id, async (transaction) => {
      const now = clock();
      const asked = { key, definition: given(body), ...given({ validFrom }), now };
      const next = await addMetricVersion(transaction, asked);
      const event = { action: 'define-metric', subjectKind: 'metric', subjectId: next.id } as const;
      await recordEvent(transaction, c.var.principal, { ...event, detail: { key, version: next.version }, at: now });
      return next;
    });
    return c.json(metric, 201);
  });
  return routes;
}

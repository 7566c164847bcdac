import { createRoute, z } from '@hono/zod-openapi';
import {
  type EventTrial,
  eventMappingOf,
  eventMappingSchema,
  keepEventMapping,
  tryMapping,
  unknownTouchpoints,
} from '../../fieldwork/index.ts';
import { recordEvent } from '../../people/index.ts';
import { inWorkspace } from '../guard.ts';
import { instant, jsonBody, newRoutes, noQuery, reply, workspaceParams } from '../route.ts';

const show = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/event-mapping',
  summary: 'How events are read where it is not by the convention',
  ...inWorkspace('manage-sources'),
  request: { params: workspaceParams, query: noQuery },
  responses: { 200: reply('The mapping', eventMappingSchema) },
});

const change = createRoute({
  method: 'put',
  path: '/workspaces/{workspace}/event-mapping',
  summary: 'Say how events are read from now on; refused ones can be read again with it',
  ...inWorkspace('manage-sources'),
  request: { params: workspaceParams, query: noQuery, body: jsonBody(eventMappingSchema) },
  responses: { 200: reply('The mapping', eventMappingSchema) },
});

const attempt = createRoute({
  method: 'post',
  path: '/workspaces/{workspace}/event-mapping/try',
  summary: 'How the latest events, one of each type, would be read with a mapping; nothing is changed',
  ...inWorkspace('manage-sources'),
  request: { params: workspaceParams, query: noQuery, body: jsonBody(eventMappingSchema) },
  responses: {
    200: reply(
      'What each would tell',
      z.object({
        trials: z.array(
          z.object({
            id: z.string(),
            source: z.string(),
            type: z.string(),
            data: z.unknown().openapi({
              type: ['object', 'array', 'string', 'number', 'boolean', 'null'],
              additionalProperties: true,
            }),
            outcome: z.enum(['told', 'ignored', 'refused']),
            told: z.looseObject({ happened: z.string(), encounter: z.string(), at: instant }).optional(),
            reason: z.string().optional(),
            field: z.string().optional(),
            names: z.array(
              z.object({
                field: z.enum(['touchpoint', 'account', 'contact', 'orgUnit']),
                name: z.string(),
                isKnown: z.boolean(),
              }),
            ),
          }),
        ),
      }),
    ),
  },
});

const unknown = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/event-mapping/unknown-touchpoints',
  summary: 'The touchpoints that refused events name and the workspace does not know, most frequent first',
  ...inWorkspace('manage-sources'),
  request: { params: workspaceParams, query: noQuery },
  responses: {
    200: reply(
      'The names',
      z.object({ unknown: z.array(z.object({ name: z.string(), events: z.number().int(), lastAt: instant })) }),
    ),
  },
});

export function eventMappingRoutes() {
  const routes = newRoutes();
  routes.openapi(show, async (c) => {
    const mapping = await c.var.context.store.readWorkspace(c.var.access.workspace.id, eventMappingOf);
    return c.json(mapping, 200);
  });
  routes.openapi(change, async (c) => {
    const { store, clock } = c.var.context;
    const mapping = c.req.valid('json');
    await store.inWorkspace(c.var.access.workspace.id, async (transaction) => {
      await keepEventMapping(transaction, mapping);
      const types = (mapping.types ?? []).map(({ type }) => type);
      const event = { action: 'map-events', subjectKind: 'event', detail: { types }, at: clock() } as const;
      await recordEvent(transaction, c.var.principal, event);
    });
    return c.json(mapping, 200);
  });
  routes.openapi(attempt, async (c) => {
    const mapping = c.req.valid('json');
    const trials = await c.var.context.store.readWorkspace(c.var.access.workspace.id, (transaction) =>
      tryMapping(transaction, mapping),
    );
    return c.json({ trials: trials.map(shown) }, 200);
  });
  routes.openapi(unknown, async (c) => {
    const names = await c.var.context.store.readWorkspace(c.var.access.workspace.id, unknownTouchpoints);
    return c.json({ unknown: [...names] }, 200);
  });
  return routes;
}

type ShownTelling = { happened: string; encounter: string; at: Date } & Record<string, string>;

function shown({ outcome, names, ...event }: EventTrial) {
  // JSON of whatever form; the schema says so, the types of the route cannot.
  const data = (event.data ?? null) as string | null;
  const rest = { ...event, data, names: [...names], outcome: outcome.kind };
  if (outcome.kind === 'told') return { ...rest, told: { ...outcome.told } as unknown as ShownTelling };
  return outcome.kind === 'refused' ? { ...rest, reason: outcome.reason, field: outcome.field } : rest;
}

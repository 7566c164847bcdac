import { createRoute, z } from '@hono/zod-openapi';
import { findProgramme, programmeActivity, programmeFigures, rateDays } from '../../fieldwork/index.ts';
import { inWorkspace } from '../guard.ts';
import { idParams, instant, newRoutes, noQuery, reply, workspaceParams } from '../route.ts';

const figures = z.object({
  id: z.string(),
  survey: z.string(),
  isPublished: z.boolean(),
  sentInWeek: z.number(),
  notAskedInWeek: z.number(),
  rate: z.object({ value: z.number(), n: z.number(), low: z.number(), high: z.number() }).optional(),
});

const list = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/programme-figures',
  summary: 'How each programme does: what went out in seven days, and the response rate RR2 of the last days',
  ...inWorkspace('view-figures'),
  request: { params: workspaceParams, query: noQuery },
  responses: {
    200: reply(
      'One row for each programme, by key; `rateDays` is the window of the rates',
      z.object({ rateDays: z.number(), programmes: z.array(figures) }),
    ),
  },
});

const activity = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/programmes/{id}/activity',
  summary: 'What was decided day by day with the states as they are now, and what is still to come',
  ...inWorkspace('view-figures'),
  request: {
    params: idParams,
    query: z.strictObject({ days: z.coerce.number().int().min(1).max(90).default(30) }),
  },
  responses: {
    200: reply(
      'The days in the time zone of the workspace',
      z.object({
        days: z.array(z.object({ day: z.string(), state: z.string(), count: z.number() })),
        ahead: z.object({
          planned: z.number(),
          open: z.number(),
          reminders: z.number(),
          nextAt: instant.optional(),
        }),
      }),
    ),
  },
});

export function programmeFigureRoutes() {
  const routes = newRoutes();
  routes.openapi(list, async (c) => {
    const { store, clock } = c.var.context;
    const rows = await store.readWorkspace(c.var.access.workspace.id, (transaction) =>
      programmeFigures(transaction, clock()),
    );
    const programmes = rows.map(({ rate, ...row }) => ({
      ...row,
      ...(rate && { rate: { value: rate.value, n: rate.n, low: rate.interval.low, high: rate.interval.high } }),
    }));
    return c.json({ rateDays, programmes }, 200);
  });
  routes.openapi(activity, async (c) => {
    const { id } = c.req.valid('param');
    const { days } = c.req.valid('query');
    const { access, context } = c.var;
    const { timeZone } = access.workspace;
    const found = await context.store.readWorkspace(access.workspace.id, async (transaction) => {
      await findProgramme(transaction, id);
      return programmeActivity(transaction, id, { days, timeZone, now: context.clock() });
    });
    return c.json({ days: [...found.days], ahead: found.ahead }, 200);
  });
  return routes;
}

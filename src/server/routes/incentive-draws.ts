import { createRoute, z } from '@hono/zod-openapi';
import {
  findDraw,
  findProgramme,
  findWave,
  listDraws,
  makeDraw,
  runDraw,
  ticketsOf,
  winnersOf,
} from '../../fieldwork/index.ts';
import { recordEvent } from '../../people/index.ts';
import { inWorkspace } from '../guard.ts';
import { given, idParams, instant, instantOrNull, jsonBody, newRoutes, noQuery, reply, textLine } from '../route.ts';

const draw = z.object({
  id: z.string(),
  programmeId: z.string(),
  waveId: z.string().nullable(),
  name: z.string(),
  winners: z.number().int(),
  entrants: z.number().int(),
  listHash: z.string(),
  madeAt: instant,
  seed: z.string().nullable(),
  drawnAt: instantOrNull,
});

const list = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/programmes/{id}/draws',
  summary: 'The draws among those who answered a programme, the latest first',
  ...inWorkspace('run-draws'),
  request: { params: idParams, query: noQuery },
  responses: { 200: reply('The draws', z.object({ draws: z.array(draw) })) },
});

const make = createRoute({
  method: 'post',
  path: '/workspaces/{workspace}/programmes/{id}/draws',
  summary:
    'Fix who takes part in a draw: everybody who answered, once, under a ticket. Publish its hash before the seed',
  ...inWorkspace('run-draws'),
  request: {
    params: idParams,
    query: noQuery,
    body: jsonBody(
      z.strictObject({ name: textLine(), winners: z.number().int().min(1).max(1_000), wave: z.uuid().optional() }),
    ),
  },
  responses: { 201: reply('The draw', draw) },
});

const run = createRoute({
  method: 'post',
  path: '/workspaces/{workspace}/draws/{id}/run',
  summary: 'Draw the winners by a seed that everybody can look up; once',
  ...inWorkspace('run-draws'),
  request: { params: idParams, query: noQuery, body: jsonBody(z.strictObject({ seed: textLine() })) },
  responses: { 200: reply('The draw', draw) },
});

const check = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/draws/{id}',
  summary: 'The tickets that a draw was made of, for whoever checks it, and its winners',
  ...inWorkspace('run-draws'),
  request: { params: idParams, query: noQuery },
  responses: {
    200: reply(
      'Tickets by code unit order; winners by place',
      z.object({
        tickets: z.array(z.string()),
        winners: z.array(
          z.object({
            place: z.number().int(),
            ticket: z.string(),
            contact: z.string().nullable(),
            email: z.string().nullable(),
          }),
        ),
      }),
    ),
  },
});

/** Draws of incentives: they know persons and tickets, and no answer. */
export function incentiveDrawRoutes() {
  const routes = newRoutes();
  routes.openapi(list, async (c) => {
    const { id } = c.req.valid('param');
    const draws = await c.var.context.store.readWorkspace(c.var.access.workspace.id, async (transaction) => {
      await findProgramme(transaction, id);
      return listDraws(transaction, id);
    });
    return c.json({ draws: [...draws] }, 200);
  });
  routes.openapi(make, async (c) => {
    const { id: programmeId } = c.req.valid('param');
    const { wave: waveId, ...asked } = c.req.valid('json');
    const { store, clock } = c.var.context;
    const now = clock();
    const made = await store.inWorkspace(c.var.access.workspace.id, async (transaction) => {
      if (waveId !== undefined) await findWave(transaction, waveId, now);
      const one = await makeDraw(transaction, { programmeId, ...asked, ...given({ waveId }), now });
      const detail = { entrants: one.entrants, winners: one.winners, listHash: one.listHash };
      const event = { action: 'make-draw', subjectKind: 'draw', subjectId: one.id, detail, at: now } as const;
      await recordEvent(transaction, c.var.principal, event);
      return one;
    });
    return c.json(made, 201);
  });
  routes.openapi(run, async (c) => {
    const { id } = c.req.valid('param');
    const { seed } = c.req.valid('json');
    const { store, clock } = c.var.context;
    const now = clock();
    const drawn = await store.inWorkspace(c.var.access.workspace.id, async (transaction) => {
      const one = await runDraw(transaction, { id, seed, now });
      const event = { action: 'run-draw', subjectKind: 'draw', subjectId: id, detail: { seed }, at: now } as const;
      await recordEvent(transaction, c.var.principal, event);
      return one;
    });
    return c.json(drawn, 200);
  });
  routes.openapi(check, async (c) => {
    const { id } = c.req.valid('param');
    const told = await c.var.context.store.readWorkspace(c.var.access.workspace.id, async (transaction) => {
      await findDraw(transaction, id);
      const [tickets, winners] = [await ticketsOf(transaction, id), await winnersOf(transaction, id)];
      return { tickets: [...tickets], winners: [...winners] };
    });
    return c.json(told, 200);
  });
  return routes;
}

import { createRoute, z } from '@hono/zod-openapi';
import { findProgramme, findWave } from '../../fieldwork/index.ts';
import { readPersuasion, readResponseStanding } from '../../findings/index.ts';
import { inWorkspace } from '../guard.ts';
import { persuasionReply, responseStandingsReply } from '../reply-schemas/response.ts';
import { given, idParams, newRoutes, reply, workspaceParams } from '../route.ts';
import { readerOf, viewOf, viewQuery } from '../view-query.ts';

const standing = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/response-standing',
  summary:
    'How many of those who were asked were heard (AAPOR RR1), by role, channel and segment, and what the score owes to it',
  ...inWorkspace('view-figures'),
  request: { params: workspaceParams, query: viewQuery },
  responses: { 200: reply('One entry for each level that asked somebody', responseStandingsReply) },
});

const persuasion = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/programmes/{id}/persuasion',
  summary:
    'What persuading did: variants by valid answers, and the score of early, late and reminded answers, by channel, with first intents',
  ...inWorkspace('view-figures'),
  request: { params: idParams, query: z.strictObject({ wave: z.uuid().optional() }) },
  responses: { 200: reply('Figures with 95 % intervals and verdicts after correction', persuasionReply) },
});

/** What a score owes to who answered. */
export function responseStandingRoutes() {
  const routes = newRoutes();
  routes.openapi(standing, async (c) => {
    const { store, clock } = c.var.context;
    const { id: workspaceId } = c.var.access.workspace;
    const ask = { workspaceId, view: viewOf(c), reader: readerOf(c), now: clock() };
    return c.json(await readResponseStanding(store, ask), 200);
  });
  routes.openapi(persuasion, async (c) => {
    const { store, clock } = c.var.context;
    const { id: workspaceId } = c.var.access.workspace;
    const { id: programmeId } = c.req.valid('param');
    const { wave: waveId } = c.req.valid('query');
    const now = clock();
    await store.readWorkspace(workspaceId, async (transaction) => {
      await findProgramme(transaction, programmeId);
      if (waveId !== undefined) await findWave(transaction, waveId, now);
    });
    const ask = { workspaceId, programmeId, ...given({ waveId }), reader: readerOf(c), now };
    return c.json(await readPersuasion(store, ask), 200);
  });
  return routes;
}

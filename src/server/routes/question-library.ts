import { createRoute, z } from '@hono/zod-openapi';
import { metricIds } from '../../metrics/index.ts';
import { respondentRoles, searchLibrary, surveyChannels, touchpointTypes } from '../../survey/index.ts';
import { inWorkspace } from '../guard.ts';
import { libraryReply } from '../reply-schemas/surveys.ts';
import { given, newRoutes, reply, workspaceParams } from '../route.ts';

const search = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/question-library',
  summary: 'Ready questions for a touchpoint, channel, role, metric and language, with the seconds each costs',
  ...inWorkspace('manage-surveys'),
  request: {
    params: workspaceParams,
    query: z.strictObject({
      touchpoint: z.enum(touchpointTypes).optional(),
      channel: z.enum(surveyChannels).optional(),
      role: z.enum(respondentRoles).optional(),
      metric: z.enum(metricIds).optional(),
      language: z.string().max(35).optional(),
      words: z.enum(['en', 'fi', 'sv']).default('en'),
    }),
  },
  responses: { 200: reply('The questions', libraryReply) },
});

export function questionLibraryRoutes() {
  const routes = newRoutes();
  routes.openapi(search, async (c) => {
    const { words, ...wanted } = c.req.valid('query');
    const questions = searchLibrary(given(wanted)).map(({ reason, ...found }) => ({
      ...found,
      reason: reason[words],
      ...('metric' in found.question ? { metric: found.question.metric } : {}),
    }));
    return c.json(libraryReply.parse({ questions }), 200);
  });
  return routes;
}

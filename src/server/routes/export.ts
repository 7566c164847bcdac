import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { type ExportAsk, exportAnswers, exportCodebook, exportFormats, exportWorkspace } from '../../exchange/index.ts';
import { engine } from '../../findings/index.ts';
import { parseView, surveyLevels } from '../../view/index.ts';
import type { RouteEnv } from '../context.ts';
import { download } from '../download.ts';
import { inWorkspace } from '../guard.ts';
import { newRoutes, noQuery, workspaceParams } from '../route.ts';

const several = z.union([z.string(), z.array(z.string())]).optional();
/** The filters are read by `parseView`, which refuses what it does not know. */
const filters = {
  level: z.enum(surveyLevels).optional(),
  touchpoint: several,
  segment: several,
  unit: several,
  role: several,
  channel: several,
  from: z.string().optional(),
  to: z.string().optional(),
};
const own = {
  /** Names and addresses too: for owners. */
  names: z.enum(['true', 'false']).optional(),
  /** CSV with a byte order mark, for Excel. */
  bom: z.enum(['true', 'false']).optional(),
};
const bytes = { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } };

const answers = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/export',
  summary: 'The answers of a view as a file; without from and to of all times',
  ...inWorkspace('export'),
  request: { params: workspaceParams, query: z.looseObject({ format: z.enum(exportFormats), ...own, ...filters }) },
  responses: { 200: { description: 'The file', content: bytes } },
});

const codebook = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/export/codebook',
  summary: 'What each column of such an export is',
  ...inWorkspace('export'),
  request: { params: workspaceParams, query: z.looseObject({ names: own.names, ...filters }) },
  responses: { 200: { description: 'The codebook', content: bytes } },
});

const whole = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/export/workspace',
  summary: 'The whole workspace as one file, to be taken in elsewhere',
  ...inWorkspace('export-personal-data'),
  request: { params: workspaceParams, query: noQuery },
  responses: { 200: { description: 'The file', content: bytes } },
});

export function exportRoutes() {
  const routes = newRoutes();
  routes.openapi(answers, async (c) => {
    const { format, bom } = c.req.valid('query');
    const ask = { ...askOf(c), format, byteOrderMark: bom === 'true' };
    return download(await exportAnswers(c.var.context.store, ask));
  });
  routes.openapi(codebook, async (c) => download(await exportCodebook(c.var.context.store, askOf(c))));
  routes.openapi(whole, async (c) => {
    const { exporter, now } = askOf(c);
    return download(await exportWorkspace(c.var.context.store, { exporter, engine, now }));
  });
  return routes;
}

function askOf(c: Context<RouteEnv>): ExportAsk {
  const { searchParams } = new URL(c.req.url);
  const view = parseView(searchParams, { besides: ['format', ...Object.keys(own)] });
  const personal = searchParams.get('names') === 'true';
  return { exporter: c.var.access, view, personal, engine, now: c.var.context.clock() };
}

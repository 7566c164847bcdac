import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { type ExportAsk, exportAnswers, exportCodebook, exportFormats, exportWorkspace } from '../../exchange/index.ts';
import { engine } from '../../findings/index.ts';
import { parseView } from '../../view/index.ts';
import type { RouteEnv } from '../context.ts';
import { download } from '../download.ts';
import { inWorkspace } from '../guard.ts';
import { newRoutes, noQuery, workspaceParams } from '../route.ts';
import { viewFields } from '../view-query.ts';

const own = {
  /** Only the responses that a figure of the view counts: the rows of the page Responses. */
  counted: z.enum(['true', 'false']).optional(),
  /** Names and addresses too: for owners. */
  names: z.enum(['true', 'false']).optional(),
  /** CSV with a byte order mark, for Excel. */
  bom: z.enum(['true', 'false']).optional(),
};
const bytes = { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } };

const answers = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/export',
  summary: 'The answers of a view as a file; all of its filters, or with counted=true what its page counts',
  ...inWorkspace('export'),
  request: { params: workspaceParams, query: z.looseObject({ format: z.enum(exportFormats), ...own, ...viewFields }) },
  responses: { 200: { description: 'The file', content: bytes } },
});

const codebook = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/export/codebook',
  summary: 'What each column of such an export is',
  ...inWorkspace('export'),
  request: { params: workspaceParams, query: z.looseObject({ counted: own.counted, names: own.names, ...viewFields }) },
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
  const counted = searchParams.get('counted') === 'true';
  return { exporter: c.var.access, view, counted, personal, engine, now: c.var.context.clock() };
}

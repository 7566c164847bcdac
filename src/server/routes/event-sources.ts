import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { serverSecret } from '../../config/index.ts';
import {
  addSource,
  askForReading,
  changeSource,
  type EventSource,
  filesOf,
  findSource,
  listSources,
  refuseForbidden,
  removeSource,
  type SourceSecret,
  secretSeal,
  sourceSecretSchema,
  sourceSettingsSchema,
} from '../../fieldwork/index.ts';
import { type AuditAction, recordEvent } from '../../people/index.ts';
import { newId, type WorkspaceTransaction } from '../../store/index.ts';
import type { RouteEnv } from '../context.ts';
import { inWorkspace } from '../guard.ts';
import {
  given,
  idParams,
  instant,
  instantOrNull,
  jsonBody,
  newRoutes,
  noQuery,
  reply,
  textLine,
  workspaceParams,
} from '../route.ts';

const source = z.object({
  id: z.string(),
  key: z.string(),
  settings: sourceSettingsSchema,
  state: z.enum(['running', 'paused']),
  hasSecret: z.boolean(),
  lastReadAt: instantOrNull,
  lastError: z.string().nullable(),
  createdAt: instant,
});

const list = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/event-sources',
  summary: 'Where events are fetched from, with when it was read last and what went wrong; never a secret',
  ...inWorkspace('manage-sources'),
  request: { params: workspaceParams, query: noQuery },
  responses: { 200: reply('The sources, by key', z.object({ sources: z.array(source) })) },
});

const add = createRoute({
  method: 'post',
  path: '/workspaces/{workspace}/event-sources',
  summary:
    'Add a source: a folder of CSV files, one behind SFTP, or a table of PostgreSQL, as far as the operator allows',
  ...inWorkspace('manage-sources'),
  request: {
    params: workspaceParams,
    query: noQuery,
    body: jsonBody(
      z.strictObject({ key: textLine(60), settings: sourceSettingsSchema, secret: sourceSecretSchema.optional() }),
    ),
  },
  responses: { 201: reply('Its id', z.object({ id: z.string() })) },
});

const change = createRoute({
  method: 'patch',
  path: '/workspaces/{workspace}/event-sources/{id}',
  summary: 'Pause a source, let it run again, or change how it is read',
  ...inWorkspace('manage-sources'),
  request: {
    params: idParams,
    query: noQuery,
    body: jsonBody(
      z.strictObject({
        state: z.enum(['running', 'paused']).optional(),
        settings: sourceSettingsSchema.optional(),
        secret: sourceSecretSchema.optional(),
      }),
    ),
  },
  responses: { 200: reply('The source', source) },
});

const remove = createRoute({
  method: 'delete',
  path: '/workspaces/{workspace}/event-sources/{id}',
  summary: 'Remove a source; the events that it brought stay',
  ...inWorkspace('manage-sources'),
  request: { params: idParams, query: noQuery },
  responses: { 204: { description: 'Done' } },
});

const run = createRoute({
  method: 'post',
  path: '/workspaces/{workspace}/event-sources/{id}/run',
  summary: 'Read a source now, also a paused one',
  ...inWorkspace('manage-sources'),
  request: { params: idParams, query: noQuery },
  responses: { 202: { description: 'It is read by the next free worker' } },
});

const files = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/event-sources/{id}/files',
  summary: 'The files of a source, latest first, with what became of their rows',
  ...inWorkspace('manage-sources'),
  request: { params: idParams, query: noQuery },
  responses: {
    200: reply(
      'The files',
      z.object({
        files: z.array(
          z.object({
            id: z.string(),
            name: z.string(),
            rowsRead: z.number(),
            rowsTaken: z.number(),
            problems: z.array(z.object({ line: z.number(), reason: z.string(), field: z.string() })),
            readAt: instant,
          }),
        ),
      }),
    ),
  },
});

const shown = ({ settings, ...rest }: EventSource) => ({ ...rest, settings: { ...settings } });

export function eventSourceRoutes() {
  const routes = newRoutes();
  routes.openapi(list, async (c) => {
    const sources = await c.var.context.store.readWorkspace(c.var.access.workspace.id, listSources);
    return c.json({ sources: sources.map(shown) }, 200);
  });
  routes.openapi(add, async (c) => {
    const { config, clock } = c.var.context;
    const { key, settings, secret } = c.req.valid('json');
    refuseForbidden(settings, config.sources);
    const id = newId();
    await writing(c, { action: 'add-source', id }, (transaction) =>
      addSource(transaction, { id, key, settings, secret: sealed(c, id, secret), now: clock() }),
    );
    return c.json({ id }, 201);
  });
  routes.openapi(change, async (c) => {
    const { id } = c.req.valid('param');
    const { state, settings, secret } = c.req.valid('json');
    if (settings) refuseForbidden(settings, c.var.context.config.sources);
    const changed = await writing(c, { action: 'change-source', id }, async (transaction) => {
      await changeSource(transaction, id, given({ state, settings, secret: sealed(c, id, secret) }));
      return findSource(transaction, id);
    });
    return c.json(shown(changed), 200);
  });
  routes.openapi(remove, async (c) => {
    const { id } = c.req.valid('param');
    await writing(c, { action: 'remove-source', id }, (transaction) => removeSource(transaction, id));
    return c.body(null, 204);
  });
  routes.openapi(run, async (c) => {
    const { store, clock } = c.var.context;
    const { id } = c.req.valid('param');
    await store.inWorkspace(c.var.access.workspace.id, async (transaction) => {
      await findSource(transaction, id);
      await askForReading(transaction, id, clock());
    });
    return c.body(null, 202);
  });
  routes.openapi(files, async (c) => {
    const { id } = c.req.valid('param');
    const found = await c.var.context.store.readWorkspace(c.var.access.workspace.id, (transaction) =>
      filesOf(transaction, id),
    );
    return c.json({ files: found.map((file) => ({ ...file, problems: [...file.problems] })) }, 200);
  });
  return routes;
}

function sealed(c: Context<RouteEnv>, id: string, secret: SourceSecret | undefined): Buffer | undefined {
  if (secret === undefined) return undefined;
  return secretSeal(serverSecret(c.var.context.config)).seal(JSON.stringify(secret), id);
}

/** Does it and writes down who did, together. */
function writing<T>(
  c: Context<RouteEnv>,
  { action, id }: { readonly action: AuditAction; readonly id: string },
  work: (transaction: WorkspaceTransaction) => Promise<T>,
): Promise<T> {
  const { store, clock } = c.var.context;
  return store.inWorkspace(c.var.access.workspace.id, async (transaction) => {
    const done = await work(transaction);
    await recordEvent(transaction, c.var.principal, { action, subjectKind: 'source', subjectId: id, at: clock() });
    return done;
  });
}

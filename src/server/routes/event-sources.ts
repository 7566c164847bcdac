import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { serverSecret } from '../../config/index.ts';
import { CandorError } from '../../errors/index.ts';
import {
  addSource,
  askForReading,
  changeSource,
  type EventSource,
  filesOf,
  findSource,
  listSources,
  peekSource,
  refuseForbidden,
  removeSource,
  type SourceSecret,
  type SourceSettings,
  secretSeal,
  sourceSecretSchema,
  sourceSettingsSchema,
  sourceToRead,
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
  /** As they were given, with what was left out. */
  settings: z.looseObject({
    kind: z.enum(['folder', 'sftp', 'postgresql']),
    everySeconds: z.number(),
    mapping: z.looseObject({}),
  }),
  state: z.enum(['running', 'paused']),
  hasSecret: z.boolean(),
  lastReadAt: instantOrNull,
  lastError: z.string().nullable(),
  createdAt: instant,
  readTo: z.string().nullable(),
  files: z.number().int(),
  filesWithProblems: z.number().int(),
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

const test = createRoute({
  method: 'post',
  path: '/workspaces/{workspace}/event-sources/test',
  summary: 'Open a source and look at its first rows; nothing is kept and no file is moved',
  ...inWorkspace('manage-sources'),
  request: {
    params: workspaceParams,
    query: noQuery,
    body: jsonBody(
      z.strictObject({
        settings: sourceSettingsSchema,
        secret: sourceSecretSchema.optional(),
        id: z.uuid().optional().openapi({ description: 'Whose secret is used where none is given' }),
      }),
    ),
  },
  responses: {
    200: reply(
      'What was found',
      z.object({
        files: z.array(z.string()).optional(),
        events: z.array(z.looseObject({ id: z.string(), type: z.string() })),
        problems: z.array(z.object({ line: z.number(), reason: z.string(), field: z.string() })),
      }),
    ),
  },
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

const shown = ({ settings, ...rest }: EventSource) => {
  const { kind, everySeconds, mapping, ...own } = settings;
  const json = { ...(own as Record<string, string>), kind, everySeconds };
  return { ...rest, settings: { ...json, mapping: { ...mapping } as Record<string, string> } };
};

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
  routes.openapi(test, async (c) => {
    const { config, clock } = c.var.context;
    const { settings, secret, id } = c.req.valid('json');
    refuseForbidden(settings, config.sources);
    const kept = secret ?? (id === undefined ? {} : await keptSecret(c, id, settings));
    const { timeZone } = c.var.access.workspace;
    const found = await peekSource({ settings, secret: kept, limits: config.sources, timeZone, clock });
    const events = found.events.map(
      ({ id: eventId, type, source: of, subject, time, data }) =>
        ({
          id: eventId,
          type,
          source: of,
          ...given({ subject, data, time: time?.toISOString() }),
        }) as { id: string; type: string } & Record<string, string>,
    );
    return c.json({ ...given({ files: found.files && [...found.files] }), events, problems: [...found.problems] }, 200);
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

const placeOf = (settings: SourceSettings) =>
  'host' in settings ? `${settings.user}@${settings.host}:${settings.port}` : '';

/** The secret of a source, for a try-out at the place that it was given for: it is not shown to another server. */
async function keptSecret(c: Context<RouteEnv>, id: string, settings: SourceSettings): Promise<SourceSecret> {
  const { store, config } = c.var.context;
  const row = await store.readWorkspace(c.var.access.workspace.id, (transaction) => sourceToRead(transaction, id));
  if (!row) throw new CandorError('CND_NOT_FOUND', `there is no source ${id}`, { kind: 'source' });
  if (!row.secret || placeOf(row.settings) !== placeOf(settings)) return {};
  return JSON.parse(secretSeal(serverSecret(config)).open(row.secret, id)) as SourceSecret;
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

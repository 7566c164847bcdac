import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import {
  detectMapping,
  type FileKind,
  failLostImports,
  fieldChoices,
  fileKinds,
  findImport,
  type ImportSummary,
  importFile,
  importProblems,
  listImports,
  readGivenMapping,
  receiveUpload,
  stageImport,
  type Upload,
  undoImport,
} from '../../collect/index.ts';
import { CandorError } from '../../errors/index.ts';
import { recordEvent } from '../../people/index.ts';
import type { RouteEnv } from '../context.ts';
import { inWorkspace } from '../guard.ts';
import { personOf } from '../principal.ts';
import { given, idParams, instant, instantOrNull, newRoutes, noQuery, reply, workspaceParams } from '../route.ts';
import { mappingReply } from './import-mappings.ts';

const rows = z.object({
  read: z.number(),
  used: z.number(),
  rejected: z.number(),
  /** Of those used, how many were in force already and count once. */
  known: z.number(),
  reasons: z.array(z.object({ reason: z.string(), rejected: z.boolean(), count: z.number(), firstLine: z.number() })),
});
const problem = z.object({
  line: z.number(),
  reason: z.string(),
  field: z.string(),
  value: z.string(),
  rejected: z.boolean(),
});
const summary = z.object({
  id: z.string(),
  kind: z.string(),
  file: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'undone']),
  startedAt: instant,
  finishedAt: instantOrNull,
  undoneAt: instantOrNull,
  progress: z.object({ phase: z.string().optional(), rows: z.number().optional(), share: z.number().optional() }),
  rows,
  error: z.object({ code: z.string(), message: z.string() }).optional(),
});

/** The body is the file; what the mapping (JSON) leaves out is detected. */
const fileQuery = z.strictObject({
  kind: z.enum(fileKinds),
  name: z.string().trim().min(1).max(200),
  mapping: z.string().max(100_000).optional(),
});
const fileBody = {
  required: true,
  content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
};

const preview = createRoute({
  method: 'post',
  path: '/workspaces/{workspace}/imports/preview',
  summary: 'How a file would be read, and the report of a dry run; nothing of it is kept',
  ...inWorkspace('import'),
  request: { params: workspaceParams, query: fileQuery, body: fileBody },
  responses: {
    200: reply(
      'What was understood',
      z.object({
        mapping: z.looseObject({}),
        assumed: z.array(z.object({ what: z.string(), value: z.string(), why: z.string() })),
        columns: z.array(z.object({ name: z.string(), example: z.string() })),
        /** What the columns of this kind of file can be. */
        fields: z.array(z.object({ name: z.string(), needed: z.boolean() })),
        rows,
        problems: z.array(problem),
      }),
    ),
  },
});

const start = createRoute({
  method: 'post',
  path: '/workspaces/{workspace}/imports',
  summary: 'Import a file: it is kept until a worker has taken it in, all of it or nothing',
  ...inWorkspace('import'),
  request: { params: workspaceParams, query: fileQuery, body: fileBody },
  responses: { 202: reply('The import, which waits', z.object({ id: z.string() })) },
});

const list = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/imports',
  summary: 'The imports, the latest first',
  ...inWorkspace('view-figures'),
  request: { params: workspaceParams, query: noQuery },
  responses: { 200: reply('The imports', z.object({ imports: z.array(summary) })) },
});

const one = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/imports/{id}',
  summary: 'One import: its state, how far it has come, and its counts',
  ...inWorkspace('view-figures'),
  request: { params: idParams, query: noQuery },
  responses: { 200: reply('The import', summary) },
});

const report = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/imports/{id}/report.csv',
  summary: 'The rows that were not taken, or not whole, with the reason of each',
  ...inWorkspace('import'),
  request: { params: idParams, query: noQuery },
  responses: { 200: { description: 'The rows', content: { 'text/csv': { schema: z.string() } } } },
});

const undo = createRoute({
  method: 'post',
  path: '/workspaces/{workspace}/imports/{id}/undo',
  summary: 'Take an import away: what the other imports brought stays, and what came otherwise',
  ...inWorkspace('undo-import'),
  request: { params: idParams, query: noQuery },
  responses: { 204: { description: 'Done' } },
});

const summaryOf = ({ fileName, report: counted, error, ...rest }: ImportSummary) => ({
  ...rest,
  file: fileName,
  progress: { ...rest.progress },
  rows: { ...counted, reasons: [...counted.reasons] },
  ...given({ error }),
});

export function importRoutes() {
  const routes = newRoutes();
  routes.openapi(preview, (c) => {
    const { kind, name, mapping } = c.req.valid('query');
    return withUpload(c, name, async (upload) => {
      const file = { kind, name, open: upload.open, given: givenMapping(mapping, kind) };
      const { store, clock } = c.var.context;
      const done = await importFile(store, c.var.access.workspace.id, file, { clock, dryRun: true });
      const { read, used, rejected, known, reasons, problems, columns, assumed } = done;
      const counted = { read, used, rejected, known, reasons: [...reasons] };
      const body = { columns: [...columns], rows: counted, problems: problems.slice(0, 50), assumed: [...assumed] };
      return c.json({ ...body, fields: fieldChoices(kind), mapping: mappingReply(done.mapping) }, 200);
    });
  });
  routes.openapi(start, (c) => {
    const { kind, name, mapping } = c.req.valid('query');
    return withUpload(c, name, async (upload) => {
      const { store, clock } = c.var.context;
      const { access, principal } = c.var;
      await failLostImports(store, access.workspace.id, clock());
      const understood = await detectMapping(kind, upload.open(), { given: givenMapping(mapping, kind) });
      const id = await stageImport(store, access.workspace.id, {
        ...understood,
        kind,
        name,
        bytes: createReadStream(upload.path),
        importedBy: personOf(principal),
        now: clock(),
        within: (transaction, subjectId) =>
          recordEvent(transaction, principal, {
            action: 'import',
            subjectKind: 'import',
            subjectId,
            detail: { kind },
            at: clock(),
          }),
      });
      return c.json({ id }, 202);
    });
  });
  routes.openapi(list, async (c) => {
    const { store, clock } = c.var.context;
    await failLostImports(store, c.var.access.workspace.id, clock());
    const imports = await listImports(store, c.var.access.workspace.id);
    return c.json({ imports: imports.map(summaryOf) }, 200);
  });
  routes.openapi(one, async (c) => {
    const { store, clock } = c.var.context;
    await failLostImports(store, c.var.access.workspace.id, clock());
    const { id } = c.req.valid('param');
    return c.json(summaryOf(await findImport(store, c.var.access.workspace.id, id)), 200);
  });
  routes.openapi(report, async (c) => {
    const { store } = c.var.context;
    const { id } = c.req.valid('param');
    await findImport(store, c.var.access.workspace.id, id);
    const problems = await importProblems(store, c.var.access.workspace.id, id);
    const lines = problems.map(({ line, reason, field, value, rejected }) => [line, reason, field, value, rejected]);
    // Loaded by the first report: the words of three languages come along, 10 ms of every start.
    const { writeCsv } = await import('../../present/index.ts');
    c.header('Content-Type', 'text/csv; charset=utf-8');
    c.header('Content-Disposition', `attachment; filename="import-${id}.csv"`);
    return c.body(writeCsv([['line', 'reason', 'field', 'value', 'rejected'], ...lines]), 200);
  });
  routes.openapi(undo, async (c) => {
    const { store, clock } = c.var.context;
    const { access, principal } = c.var;
    const { id } = c.req.valid('param');
    await undoImport(store, access.workspace.id, {
      id,
      now: clock(),
      within: (transaction) =>
        recordEvent(transaction, principal, {
          action: 'undo-import',
          subjectKind: 'import',
          subjectId: id,
          at: clock(),
        }),
    });
    return c.body(null, 204);
  });
  return routes;
}

/** Puts the body into a file of its own for as long as the work takes. */
async function withUpload<T>(c: Context<RouteEnv>, name: string, work: (upload: Upload) => Promise<T>): Promise<T> {
  const { body } = c.req.raw;
  const stream = body ? Readable.fromWeb(body as ReadableStream<Uint8Array>) : Readable.from([]);
  const upload = await receiveUpload(stream, { name, mostBytes: c.var.context.config.uploadBytes });
  try {
    return await work(upload);
  } finally {
    await upload.close();
  }
}

function givenMapping(text: string | undefined, kind: FileKind) {
  if (text === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new CandorError('CND_REQUEST', 'mapping is no JSON', { field: 'mapping' });
  }
  return readGivenMapping(value, kind);
}

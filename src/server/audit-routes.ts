import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { fileURLToPath } from 'node:url';
import type { Context } from 'hono';
import { type CandorError, isCandorError } from '../errors/index.ts';
import {
  type AuditedFile,
  type AuditOptions,
  auditFile,
  auditOptions,
  engine,
  type FileSource,
  type Watching,
} from '../findings/index.ts';

import { hasPeople } from '../people/index.ts';
import type { RouteEnv } from './context.ts';
import { statusOf } from './error-reply.ts';
import { whoeverSitsHere } from './guard.ts';
import { newRoutes } from './route.ts';

const samplePath = fileURLToPath(new URL('../samples/relationship-survey.csv', import.meta.url));

/** GET /sample and POST /audit answer `{ result, columns }` or `{ error }`. Nothing of a file is kept. */
export function auditRoutes() {
  const routes = newRoutes();
  // Before anybody has an account the first page is the set-up and not the sign-in.
  routes.get('/meta', async (c) => c.json({ engine, needsSetUp: !(await hasPeople(c.var.context.store)) }));
  routes.use('/sample', whoeverSitsHere);
  routes.use('/audit', whoeverSitsHere);
  routes.get('/sample', (c) => answer(c, (options) => auditSample({ ...options, auditor: c.var.context.auditor })));
  routes.post('/audit', (c) => {
    const body = c.req.raw.body;
    const size = Number(c.req.header('content-length'));
    const stream = body ? Readable.fromWeb(body as ReadableStream<Uint8Array>) : Readable.from([]);
    const name = c.req.query('name') || 'file';
    const source: FileSource = { name, stream, ...(size > 0 ? { size } : {}) };
    return answer(c, (options) =>
      auditFile(source, { ...options, auditor: c.var.context.auditor, signal: c.req.raw.signal }),
    );
  });
  return routes;
}

let judgedSample: Promise<AuditedFile> | undefined;

/** The sample as it comes is judged once, since every first visit asks for it; with options it is judged anew. */
export function auditSample({
  auditor,
  ...options
}: AuditOptions & Pick<Watching, 'auditor'> = {}): Promise<AuditedFile> {
  const source = { name: 'relationship-survey.csv', path: samplePath };
  if (Object.keys(options).length > 0) return auditFile(source, { ...options, auditor });
  judgedSample ??= auditFile(source, { auditor });
  return judgedSample;
}

async function answer(c: Context<RouteEnv>, audit: (options: AuditOptions) => Promise<AuditedFile>): Promise<Response> {
  try {
    return c.json(await audit(auditOptions(c.req.query())));
  } catch (error) {
    if (isCandorError(error)) return c.json({ error: error.toJSON(), columns: columnsOf(error) }, statusOf(error));
    if (c.req.raw.signal.aborted) return c.body(null, 499 as 400);
    throw error;
  }
}

/** The columns that a refusal names, so that the reader can choose among them. */
function columnsOf({ details }: CandorError): { name: string; kind: 'text'; example: string }[] {
  const { columns } = details;
  return Array.isArray(columns) ? columns.map((name) => ({ name: String(name), kind: 'text', example: '' })) : [];
}

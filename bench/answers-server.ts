// The server of the bench of answers, in a process of its own as it is served: prints its port, the slug and a key.
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { openAnswering } from '../src/answering/index.ts';
import { responseIntake } from '../src/collect/index.ts';
import { readConfig } from '../src/config/index.ts';
import { createApiKey, createWorkspace } from '../src/people/index.ts';
import { application } from '../src/server/application.ts';
import { openLiveHub } from '../src/server/live-hub.ts';
import { jsonLog } from '../src/server/log.ts';
import { serverMetrics } from '../src/server/server-metrics.ts';
import { newId, openStore, responseWriter } from '../src/store/index.ts';

const url = process.argv[2]!;
const store = await openStore({ kind: 'server', url, home: '' });
const clock = () => new Date();
const settings = {
  slug: 'bench',
  name: 'Bench',
  timeZone: 'Europe/Helsinki',
  currency: 'EUR',
  language: 'en',
} as const;
let key = '';
const workspaceId = await createWorkspace(store, settings, async (transaction) => {
  ({ key } = await createApiKey(transaction, { name: 'bench', scopes: ['responses:write'] }, clock()));
});
await store.inWorkspace(workspaceId, async (t) => {
  const [survey, version] = [newId(), newId()];
  const insert = (text: string, ...values: unknown[]) => t.query(text, [workspaceId, ...values]);
  await insert(
    "insert into survey (workspace_id, id, key, name, level) values ($1, $2, 's', 'S', 'encounter')",
    survey,
  );
  await insert(
    `insert into survey_version (workspace_id, id, survey_id, number, content, published_at)
     values ($1, $2, $3, 1, '{}', now())`,
    version,
    survey,
  );
  await insert(
    `insert into question (workspace_id, id, survey_version_id, key, position, kind, texts, scale_minimum, scale_points)
     values ($1, $2, $3, 'recommend', 1, 'scale', '{}', 0, 11)`,
    newId(),
    version,
  );
  await insert("insert into touchpoint (workspace_id, id, key, name) values ($1, $2, 'invoice', 'I')", newId());
  await insert(
    `insert into account (workspace_id, id, external_id, name)
     select $1, id, 'a' || place, 'A' from unnest($2::uuid[]) with ordinality as made (id, place)`,
    Array.from({ length: 500 }, () => newId()),
  );
});
const write = responseWriter(store, { gatherMilliseconds: 0 });
const app = application({
  config: readConfig({}),
  store,
  intake: responseIntake(store, write, clock),
  answering: openAnswering({ store, write, secret: 'a secret of the bench, 32 letters' }),
  live: await openLiveHub(store, clock),
  clock,
  // A line for every request, as a service writes it, to nobody.
  log: jsonLog(() => undefined),
  metrics: serverMetrics(),
});
const atStart = process.cpuUsage();
const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`${JSON.stringify({ port, key, workspaceId })}\n`);
});
// Asked at the end: what its work cost this process.
process.once('SIGTERM', () => {
  const { user, system } = process.cpuUsage(atStart);
  process.stdout.write(`${JSON.stringify({ cpuSeconds: (user + system) / 1e6 })}\n`, () => process.exit(0));
});

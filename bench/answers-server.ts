// The server of the bench of answers, in a process of its own as it is served: prints its port, the slug and a key.
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { keepLinks, openAnswering } from '../src/answering/index.ts';
import { responseIntake } from '../src/collect/index.ts';
import { readConfig } from '../src/config/index.ts';
import { eventWriter } from '../src/fieldwork/index.ts';
import { outboundClient } from '../src/outbound/index.ts';
import { createApiKey, createWorkspace } from '../src/people/index.ts';
import { application } from '../src/server/application.ts';
import { eventLimit } from '../src/server/event-limit.ts';
import { openLiveHub } from '../src/server/live-hub.ts';
import { jsonLog } from '../src/server/log.ts';
import { serverMetrics } from '../src/server/server-metrics.ts';
import { newId, openStore, responseWriter } from '../src/store/index.ts';
import { askedQuestions, templateFor } from '../src/survey/index.ts';
import { announceResponses } from '../src/webhooks/index.ts';
import { benchSecret } from './bench-secret.ts';

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
  ({ key } = await createApiKey(transaction, { name: 'bench', scopes: ['responses:write', 'events:write'] }, clock()));
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
/** People who are asked, with their links: one for each answer that a page is to take. */
await store.inWorkspace(workspaceId, async (t) => {
  const questionnaire = templateFor('relationship', ['en']);
  const [survey, version, programme] = [newId(), newId(), newId()];
  const insert = (text: string, ...values: unknown[]) => t.query(text, [workspaceId, ...values]);
  await insert(
    "insert into survey (workspace_id, id, key, name, level) values ($1, $2, 'r', 'R', 'relationship')",
    survey,
  );
  await insert(
    `insert into survey_version (workspace_id, id, survey_id, number, content, published_at)
     values ($1, $2, $3, 1, $4, now())`,
    version,
    survey,
    JSON.stringify(questionnaire),
  );
  for (const { key: question, kind, scaleMinimum = null, scalePoints = null } of askedQuestions(questionnaire)) {
    await insert(
      `insert into question (workspace_id, id, survey_version_id, key, position, kind, texts, scale_minimum, scale_points)
       values ($1, $2, $3, $4, 1, $5, '{}', $6, $7)`,
      ...[newId(), version, question, kind, scaleMinimum, scalePoints],
    );
  }
  await insert(
    `insert into programme (workspace_id, id, key, name, level, survey_id, state)
     values ($1, $2, 'r', 'R', 'relationship', $3, 'running')`,
    programme,
    survey,
  );
  const invitationIds = Array.from({ length: Number(process.argv[3]) }, () => newId());
  await insert(
    `insert into invitation (workspace_id, id, programme_id, survey_version_id, channel, state, planned_at, sent_at)
     select $1, id, $3, $4, 'email', 'sent', now(), now() from unnest($2::uuid[]) as made (id)`,
    invitationIds,
    programme,
    version,
  );
  await keepLinks(t, { secret: benchSecret, invitationIds, now: clock() });
});
// As it is served: whether a webhook listens is looked up beside the answers.
const write = responseWriter(store, { gatherMilliseconds: 0, alongside: announceResponses(store, clock) });
const app = application({
  config: readConfig({}),
  store,
  intake: responseIntake(store, write, clock),
  answering: openAnswering({ store, write, secret: benchSecret }),
  outbound: outboundClient(),
  events: eventWriter(store, { clock }),
  // What is measured is the server, not the limit of one key.
  eventLimit: eventLimit(1_000_000),
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

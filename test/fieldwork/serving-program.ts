import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { openAnswering } from '../../src/answering/index.ts';
import { responseIntake } from '../../src/collect/index.ts';
import { readConfig } from '../../src/config/index.ts';
import { eventWriter } from '../../src/fieldwork/index.ts';
import { outboundClient } from '../../src/outbound/index.ts';
import { application } from '../../src/server/application.ts';
import { eventLimit } from '../../src/server/event-limit.ts';
import { startJobs } from '../../src/server/jobs.ts';
import { openLiveHub } from '../../src/server/live-hub.ts';
import { jsonLog } from '../../src/server/log.ts';
import { serverMetrics } from '../../src/server/server-metrics.ts';
import { openStore, responseWriter } from '../../src/store/index.ts';
import { announceResponses } from '../../src/webhooks/index.ts';

/** A whole server with its jobs until it is killed; `CANDOR_TEST_SERVING` says on which store, when and over which mail server. */
const { url, smtp, now, secret } = JSON.parse(process.env.CANDOR_TEST_SERVING!);
const begun = Date.now();
const clock = () => new Date(Date.parse(now) + (Date.now() - begun));
const store = await openStore({ kind: 'server', url, home: '' });
const config = readConfig({ CANDOR_SMTP_URL: `smtp://127.0.0.1:${smtp}`, CANDOR_MAIL_FROM: 'survey@candor.example' });
const log = jsonLog(() => undefined);
const metrics = serverMetrics();
const write = responseWriter(store, { gatherMilliseconds: 0, alongside: announceResponses(store, clock) });
const app = application({
  config,
  store,
  intake: responseIntake(store, write, clock),
  answering: openAnswering({ store, write, secret }),
  events: eventWriter(store, { clock }),
  eventLimit: eventLimit(config.eventsPerSecond),
  outbound: outboundClient(),
  live: await openLiveHub(store, clock),
  clock,
  log,
  metrics,
});
startJobs({ config, store, clock, log, metrics, secret });
const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});

import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { readConfig } from '../../src/config/index.ts';
import { eventWriter, takeAllEvents } from '../../src/fieldwork/index.ts';
import { application } from '../../src/server/application.ts';
import type { ServerContext } from '../../src/server/context.ts';
import { eventLimit } from '../../src/server/event-limit.ts';
import { jsonLog } from '../../src/server/log.ts';
import { serverMetrics } from '../../src/server/server-metrics.ts';
import { openStore } from '../../src/store/index.ts';

/** A server that takes events and reads them until it is killed: `CANDOR_TEST_EVENTS` says over which store. */
const { url, workspaceId } = JSON.parse(process.env.CANDOR_TEST_EVENTS!);
const store = await openStore({ kind: 'server', url, home: '' });
const clock = () => new Date();
// Only what the route of events asks for.
const context = {
  config: readConfig({}),
  store,
  events: eventWriter(store, { clock }),
  eventLimit: eventLimit(1_000_000),
  clock,
  log: jsonLog(() => undefined),
  metrics: serverMetrics(),
} as unknown as ServerContext;
const server = serve({ fetch: application(context).fetch, hostname: '127.0.0.1', port: 0 }, () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
for (;;) {
  await takeAllEvents(store, workspaceId, { clock });
  await new Promise((resolve) => setTimeout(resolve, 20));
}

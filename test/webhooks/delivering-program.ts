import { setTimeout as sleep } from 'node:timers/promises';
import { outboundClient } from '../../src/outbound/index.ts';
import { runDueJobs } from '../../src/queue/index.ts';
import { openStore } from '../../src/store/index.ts';
import { sweepWebhooks, webhookHandlers } from '../../src/webhooks/index.ts';

/** A worker that delivers until it is killed: `CANDOR_TEST_DELIVERING` says from which store, to which port and when. */
const { url, port, now } = JSON.parse(process.env.CANDOR_TEST_DELIVERING!);
const store = await openStore({ kind: 'server', url, home: '' }, { connections: 6 });
const began = Date.now();
const clock = () => new Date(Date.parse(now) + (Date.now() - began));
const client = outboundClient({ allowed: [{ kind: 'network', host: '127.0.0.1/32', port }], milliseconds: 5_000 });
const handlers = webhookHandlers({ store, client, clock, random: () => 0 });
process.stdout.write('delivering\n');
for (;;) {
  await sweepWebhooks(store, clock());
  await runDueJobs(store, { handlers, clock });
  await sleep(20);
}

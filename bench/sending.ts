// Mails that are due, handed over to a server on the same machine: claimed, judged, composed, sent and kept, each durable.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import pg from 'pg';
import { smtpChannel } from '../src/channels/index.ts';
import type { StoreSettings } from '../src/config/index.ts';
import {
  encounterPlanner,
  eventWriter,
  linkMaker,
  messageSender,
  readEventValues,
  sendDueMessages,
  surveyReader,
  takeAllEvents,
} from '../src/fieldwork/index.ts';
import { createWorkspace } from '../src/people/index.ts';
import { newId, openStore } from '../src/store/index.ts';
import { serverOf } from '../src/store/open-store.ts';
import { benchSecret } from './bench-secret.ts';
import { rateFor } from './rate.ts';
import { startProgramme } from './start-programme.ts';

const [sink, home] = process.argv.slice(2);
const mails = Number(process.env.CANDOR_BENCH_MAILS ?? 3_000);
const settings: StoreSettings = { kind: 'embedded', home: home!, port: 0 };
const { address, release } = await serverOf(settings);
const url = `postgresql://${encodeURIComponent(address.user)}:${encodeURIComponent(address.password)}@${address.host}:${address.port}/${address.database}`;
const child = spawn(process.execPath, [sink!], { stdio: ['ignore', 'pipe', 'inherit'] });
const store = await openStore({ kind: 'server', url, home: '' });
try {
  const [line] = await once(child.stdout, 'data');
  // A Monday, an hour after it all happened: nobody has quiet hours.
  const told = new Date('2030-06-10T09:00:00Z');
  const clock = () => new Date('2030-06-10T11:00:00Z');
  const workspaceId = await createWorkspace(
    store,
    { slug: 'bench', name: 'Bench', timeZone: 'Europe/Helsinki', currency: 'EUR', language: 'en' },
    async ({ workspaceId: id, query }) => {
      await query("insert into touchpoint (workspace_id, id, key, name) values ($1, $2, 'invoice', 'I')", [
        id,
        newId(),
      ]);
    },
  );
  await store.inWorkspace(workspaceId, (transaction) => startProgramme(transaction, told));
  const links = linkMaker(benchSecret);
  const write = eventWriter(store, { clock: () => told });
  const values = Array.from({ length: mails }, (_, i) => ({
    specversion: '1.0',
    id: `e${i}`,
    source: '/tickets',
    type: 'candor.encounter.closed',
    time: told.toISOString(),
    data: {
      touchpoint: 'invoice',
      account: `a${i % 500}`,
      contact: { id: `c${i}`, email: `c${i}@example.com`, language: 'fi' },
    },
  }));
  for (let from = 0; from < mails; from += 1_000)
    await write(workspaceId, readEventValues(values.slice(from, from + 1_000)));
  await takeAllEvents(store, workspaceId, { clock: () => told, onChanged: encounterPlanner(links) });
  // Without the warm-up of a new sender, which would stop after fifty.
  const sender = {
    ...messageSender(store, {
      email: smtpChannel({ host: '127.0.0.1', port: Number(String(line)), security: 'none' }),
    }),
    isReal: false,
  };
  const identity = {
    from: { address: 'survey@candor.invalid' },
    smsFrom: 'Candor',
    returnDomain: 'candor.invalid',
    baseUrl: 'https://candor.example.com',
    secret: benchSecret,
  };
  const sending = { store, clock, links, reader: surveyReader(), sender, identity };
  const began = performance.now();
  let sent = 0;
  for (;;) {
    const batch = await sendDueMessages(sending, workspaceId);
    sent += batch.sent;
    if (!batch.isFull) break;
  }
  const perSecond = sent / ((performance.now() - began) / 1_000);
  if (sent !== mails) throw new Error(`${sent} of ${mails} mails were sent`);
  const client = new pg.Client({ ...address });
  await client.connect();
  // One way to the disk after the other, as the two commits of a mail are.
  const commits = await rateFor(3)(1, async () => {
    await client.query('select txid_current()');
  });
  await client.end();
  await sender.close();
  process.stdout.write(`${JSON.stringify({ perSecond, sent, commits: commits.perSecond })}\n`);
} finally {
  child.kill('SIGKILL');
  await store.close();
  await release();
}

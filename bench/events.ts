// Events through HTTP, durable when they are acknowledged, and read into encounters, beside a plain INSERT.
import { spawn } from 'node:child_process';
import pg from 'pg';
import type { StoreSettings } from '../src/config/index.ts';
import { encounterPlanner, linkMaker, takeAllEvents } from '../src/fieldwork/index.ts';
import { newId, openStore } from '../src/store/index.ts';
import { serverOf } from '../src/store/open-store.ts';
import { benchSecret } from './bench-secret.ts';
import { openLine } from './open-line.ts';
import { rateFor } from './rate.ts';
import { startProgramme } from './start-programme.ts';

const [serverProgram, home] = process.argv.slice(2);
const seconds = Number(process.env.CANDOR_BENCH_SECONDS ?? 5);
const rounds = 3;
const rate = rateFor(seconds);
const names = ['plain', 'single', 'batches', 'taken', 'through', 'evaluated'] as const;
const budget = { evaluated: 1_000 };
/** More than are asked in one run, so that invitations are planned to its end. */
const people = 40_000;

const settings: StoreSettings = { kind: 'embedded', home: home!, port: 0 };
const { address, release } = await serverOf(settings);
const url = `postgresql://${encodeURIComponent(address.user)}:${encodeURIComponent(address.password)}@${address.host}:${address.port}/${address.database}`;
const child = spawn(process.execPath, [...(process.env.NODEFLAGS?.split(' ') ?? []), serverProgram!, url], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const store = await openStore({ kind: 'server', url, home: '' });
try {
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (data) => resolve(String(data)));
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  const { port, key, workspaceId } = JSON.parse(line) as { port: number; key: string; workspaceId: string };
  const lines = Array.from({ length: 16 }, () => openLine(port));
  let sent = 0;
  /** As a system of tickets sends them: an encounter is opened and closed, of a person of one of 500 accounts. */
  const event = () => {
    sent += 1;
    const ticket = sent >> 1;
    return {
      specversion: '1.0',
      id: `e${sent}`,
      source: '/tickets',
      type: sent % 2 ? 'candor.encounter.closed' : 'candor.encounter.opened',
      time: new Date(Date.now() - 3_600_000 + sent).toISOString(),
      data: {
        touchpoint: 'invoice',
        encounter: `T${ticket}`,
        account: `a${1 + (ticket % 500)}`,
        contact: { id: `c${ticket % people}`, email: `c${ticket % people}@example.com`, language: 'fi' },
        attributes: { queue: 'billing', minutes: ticket % 90 },
      },
    };
  };
  const post = async (client: number, body: string, type: string) => {
    const head = `POST /api/workspaces/bench/events HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nauthorization: Bearer ${key}`;
    const length = `content-type: ${type}\r\ncontent-length: ${Buffer.byteLength(body)}`;
    const status = await lines[client]!(`${head}\r\n${length}\r\n\r\n${body}`);
    if (status !== 202) throw new Error(`status ${status}`);
  };
  const one = (client: number) => post(client, JSON.stringify(event()), 'application/cloudevents+json');
  const hundred = (client: number) =>
    post(client, JSON.stringify(Array.from({ length: 100 }, event)), 'application/cloudevents-batch+json');
  const owner = new pg.Client({ ...address });
  await owner.connect();
  await owner.query('set role candor_migrator');
  await owner.query(
    'create table bench_plain (workspace_id uuid, id uuid, source text, data jsonb, at timestamptz, primary key (workspace_id, id))',
  );
  await owner.query(`grant insert on bench_plain to ${address.user}`);
  const plain = await Promise.all(
    Array.from({ length: 16 }, async () => {
      const client = new pg.Client({ ...address });
      await client.connect();
      return client;
    }),
  );
  const insert = async (client: number) => {
    const values = [workspaceId, newId(), '/tickets', JSON.stringify(event().data), new Date()];
    await plain[client]!.query('insert into bench_plain values ($1, $2, $3, $4, $5)', values);
  };
  const clock = () => new Date();
  const onChanged = encounterPlanner(linkMaker(benchSecret));
  const take = async () => {
    const [{ waiting }] = (await asked("select count(*)::int as waiting from event where state = 'waiting'")) as [
      { waiting: number },
    ];
    const began = performance.now();
    await takeAllEvents(store, workspaceId, { clock });
    return waiting / ((performance.now() - began) / 1_000);
  };
  const asked = async (text: string) => {
    await owner.query('begin');
    await owner.query('select enter($1)', [workspaceId]);
    const { rows } = await owner.query(text);
    await owner.query('commit');
    return rows;
  };
  /** Events that were accepted and read, over the time until the last of them was; with a planner also decided about. */
  const through = async (planner: object = {}) => {
    const before = sent;
    let sending = true;
    const began = performance.now();
    const taker = (async () => {
      while (sending) await takeAllEvents(store, workspaceId, { clock, ...planner });
    })();
    await rate(8, hundred);
    sending = false;
    await taker;
    await takeAllEvents(store, workspaceId, { clock, ...planner });
    return (sent - before) / ((performance.now() - began) / 1_000);
  };
  await rate(16, one);
  await take();
  await store.inWorkspace(workspaceId, (transaction) => startProgramme(transaction, clock()));
  const measured: Record<(typeof names)[number], number>[] = [];
  for (let round = 0; round < rounds; round += 1) {
    measured.push({
      plain: (await rate(16, insert)).perSecond,
      single: (await rate(16, one)).perSecond,
      batches: (await rate(8, hundred)).perSecond * 100,
      taken: await take(),
      through: await through(),
      evaluated: await through({ onChanged }),
    });
  }
  const decided = (await asked(
    'select state, count(*)::int as n from invitation where encounter_id is not null group by 1',
  )) as {
    state: string;
    n: number;
  }[];
  const [wrong] = (await asked("select count(*)::int as n from event where state <> 'done'")) as [{ n: number }];
  if (wrong.n > 0) throw new Error(`${wrong.n} events were not read`);
  await owner.query('drop table bench_plain');
  await Promise.all([...plain, owner].map((client) => client.end()));
  const median = (of: keyof (typeof measured)[number]) =>
    measured.map((one) => one[of]).sort((a, b) => a - b)[Math.floor(measured.length / 2)]!;
  process.stdout.write(
    `${JSON.stringify({ ...Object.fromEntries(names.map((name) => [name, median(name)])), decided, budget })}\n`,
  );
} finally {
  child.kill('SIGKILL');
  await store.close();
  await release();
}

// One answer through HTTP, durable when it is acknowledged, beside a plain single-row INSERT into the same server.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import pg from 'pg';
import { answerToken } from '../src/answering/token.ts';
import type { StoreSettings } from '../src/config/index.ts';
import { newId } from '../src/store/index.ts';
import { serverOf } from '../src/store/open-store.ts';
import { benchSecret } from './bench-secret.ts';
import { openLine } from './open-line.ts';
import { type Measured, rateFor } from './rate.ts';

const [serverProgram, home] = process.argv.slice(2);
const seconds = Number(process.env.CANDOR_BENCH_SECONDS ?? 6);
const rounds = 3;
const rate = rateFor(seconds);
/** More than the pages of all rounds can take. */
const people = Math.ceil(seconds * (rounds + 1) * 1500);
const budget = { ratio: 0.35, eightClients: 500, p99: 50 };

const settings: StoreSettings = { kind: 'embedded', home: home!, port: 0 };
const { address, release } = await serverOf(settings);
const url = `postgresql://${encodeURIComponent(address.user)}:${encodeURIComponent(address.password)}@${address.host}:${address.port}/${address.database}`;
const child = spawn(
  process.execPath,
  [...((process.env.NODEFLAGS || undefined)?.split(' ') ?? []), serverProgram!, url, String(people)],
  {
    stdio: ['ignore', 'pipe', 'inherit'],
  },
);
/** A connection that says nothing when the database stops below it: what stopped the bench is what is told. */
const connected = async () => {
  const client = new pg.Client({ ...address });
  client.on('error', () => undefined);
  await client.connect();
  return client;
};
try {
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (data) => resolve(String(data)));
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  const { port, key, workspaceId } = JSON.parse(line) as { port: number; key: string; workspaceId: string };
  const lines = Array.from({ length: 16 }, () => openLine(port));
  let sent = 0;
  let created = 0;
  const post = async (client: number) => {
    sent += 1;
    const body = JSON.stringify({
      survey: 's',
      externalId: `bench ${sent}`,
      touchpoint: 'invoice',
      account: `a${1 + (sent % 500)}`,
      channel: 'web',
      answers: [{ question: 'recommend', score: sent % 11 }],
    });
    const head = `POST /api/workspaces/bench/responses HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nauthorization: Bearer ${key}`;
    const type = `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}`;
    const status = await lines[client]!(`${head}\r\n${type}\r\n\r\n${body}`);
    if (status !== 201) throw new Error(`status ${status}`);
    created += 1;
  };
  const owner = await connected();
  await owner.query('set role candor_migrator');
  await owner.query(
    'create table bench_plain (workspace_id uuid, id uuid, question_id uuid, point smallint, at timestamptz, primary key (workspace_id, id))',
  );
  await owner.query(`grant insert on bench_plain to ${address.user}`);
  const plain = await Promise.all(Array.from({ length: 16 }, connected));
  const insert = async (client: number) => {
    const values = [workspaceId, newId(), workspaceId, 9, new Date()];
    await plain[client]!.query('insert into bench_plain values ($1, $2, $3, $4, $5)', values);
  };
  await owner.query('begin');
  await owner.query('select enter($1)', [workspaceId]);
  const asked = await owner.query<{ id: string; code: string }>(
    `select i.id, d.code from invitation i join workspace_directory d on d.workspace_id = i.workspace_id
     where i.workspace_id = $1`,
    [workspaceId],
  );
  await owner.query('commit');
  let answered = 0;
  /** A person: opens his page, and sends it. */
  const answerPage = async (client: number) => {
    const one = asked.rows[answered];
    if (!one) throw new Error('nobody is left to answer');
    answered += 1;
    const path = `/a/${one.code}${answerToken(benchSecret, one.id, 'answer')}`;
    const got = await lines[client]!(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\naccept-language: en\r\n\r\n`);
    const body = `relationship-recommend=${answered % 11}&_go=next`;
    const type = `content-type: application/x-www-form-urlencoded\r\ncontent-length: ${body.length}`;
    const status = await lines[client]!(`POST ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n${type}\r\n\r\n${body}`);
    if (got !== 200 || status !== 200) throw new Error(`status ${got} and ${status}`);
    created += 1;
  };
  await rate(16, post);
  await rate(8, answerPage);
  const measured: { plain: Measured; sixteen: Measured; eight: Measured; pages: Measured }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const [inserted, sixteen] = [await rate(16, insert), await rate(16, post)];
    measured.push({ plain: inserted, sixteen, eight: await rate(8, post), pages: await rate(8, answerPage) });
  }
  // What was acknowledged is there.
  await owner.query('begin');
  await owner.query('select enter($1)', [workspaceId]);
  const { rows } = await owner.query<{ n: number }>('select count(*)::int as n from response where workspace_id = $1', [
    workspaceId,
  ]);
  await owner.query('commit');
  if (rows[0]!.n < created) throw new Error(`${created} answers were acknowledged and ${rows[0]!.n} are stored`);
  await owner.query('drop table bench_plain');
  await Promise.all([...plain, owner].map((client) => client.end()));
  const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
  const ratio = median(measured.map(({ plain: p, sixteen }) => sixteen.perSecond / p.perSecond));
  const result = {
    plain: median(measured.map((m) => m.plain.perSecond)),
    sixteen: median(measured.map((m) => m.sixteen.perSecond)),
    eight: median(measured.map((m) => m.eight.perSecond)),
    pages: median(measured.map((m) => m.pages.perSecond)),
    p99Pages: median(measured.map((m) => m.pages.p99)),
    p50: median(measured.map((m) => m.sixteen.p50)),
    p99: median(measured.map((m) => m.sixteen.p99)),
    p99Eight: median(measured.map((m) => m.eight.p99)),
    ratio,
    acknowledged: created,
    budget,
  };
  child.kill('SIGTERM');
  const [[data]] = await Promise.all([once(child.stdout, 'data'), once(child, 'exit')]);
  const { cpuSeconds } = JSON.parse(String(data)) as { cpuSeconds: number };
  const cpuMilliseconds = (cpuSeconds * 1000) / created;
  process.stdout.write(`${JSON.stringify({ ...result, cpuMilliseconds }, null, 1)}\n`);
} finally {
  child.kill('SIGKILL');
  await release();
}

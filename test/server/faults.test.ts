import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomStream } from '../../src/numeric/index.ts';
import { createApiKey, createWorkspace } from '../../src/people/index.ts';
import { foldTallies, newId, openStore, recountTallies, type Store } from '../../src/store/index.ts';
import { serverProcesses } from '../store/store-process.ts';

const root = join(import.meta.dirname, '../..');
/** CANDOR_TEST_ROUNDS=50 is the long run; six in `npm test`. */
const rounds = Number(process.env.CANDOR_TEST_ROUNDS ?? 6);
const seed = 20261122;

let home: string;
let key: string;
let workspaceId: string;
let child: ChildProcess | undefined;
let address = '';

async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ kind: 'embedded', home, port: 0 }, { connections: 3 });
  return work(store).finally(() => store.close());
}

/** A workspace with one survey of one question, and a key that may send answers. */
async function prepare(store: Store): Promise<void> {
  const settings = {
    slug: 'faults',
    name: 'Faults',
    timeZone: 'Europe/Helsinki',
    currency: 'EUR',
    language: 'en',
  } as const;
  workspaceId = await createWorkspace(store, settings, async (t) => {
    const [survey, version] = [newId(), newId()];
    await t.query("insert into survey (workspace_id, id, key, name, level) values ($1, $2, 's', 'S', 'encounter')", [
      t.workspaceId,
      survey,
    ]);
    await t.query(
      `insert into survey_version (workspace_id, id, survey_id, number, content, published_at)
       values ($1, $2, $3, 1, '{}', now())`,
      [t.workspaceId, version, survey],
    );
    await t.query(
      `insert into question (workspace_id, id, survey_version_id, key, position, kind, metric, texts, scale_minimum, scale_points)
       values ($1, $2, $3, 'q', 1, 'scale', 'nps', '{}', 0, 11)`,
      [t.workspaceId, newId(), version],
    );
    key = (await createApiKey(t, { name: 'faults', scopes: ['responses:write'] }, new Date())).key;
  });
}

/** Starts the server as a user does and waits for its address. */
async function startServer(more: Record<string, string> = {}): Promise<void> {
  child = spawn(process.execPath, [join(root, 'scripts/start.mjs')], {
    cwd: root,
    // The embedded server is what is killed here, also where the other tests use a server of their own.
    env: {
      ...process.env,
      DATABASE_URL: '',
      PORT: '0',
      CANDOR_HOME: home,
      CANDOR_DEMO: 'off',
      CANDOR_LOG_LEVEL: 'silent',
      ...more,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  address = await new Promise((resolve, reject) => {
    child!.stdout!.on('data', (chunk) => {
      said += chunk;
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (found) resolve(found);
    });
    child!.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
}

function end(signal: NodeJS.Signals): Promise<number | null> {
  return new Promise((resolve) => {
    child!.once('exit', (code) => resolve(code));
    child!.kill(signal);
  });
}

const send = (externalId: string, score: number) =>
  fetch(`${address}/api/workspaces/faults/responses`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ source: 'faults', externalId, survey: 's', answers: [{ question: 'q', score }] }),
  });

/** Sends answers with eight clients until told to stop; every one is repeated until it is acknowledged or the time is over. */
async function answerUntil(
  stopped: () => boolean,
  from: number,
): Promise<{ acknowledged: string[]; codes: Set<string> }> {
  const acknowledged: string[] = [];
  const codes = new Set<string>();
  let next = from;
  const client = async () => {
    while (!stopped()) {
      const number = next++;
      while (!stopped()) {
        try {
          const answer = await send(`r${number}`, number % 11);
          if (answer.status === 200 || answer.status === 201) {
            acknowledged.push(`r${number}`);
            break;
          }
          codes.add(`${answer.status} ${((await answer.json()) as { error: { code: string } }).error.code}`);
        } catch {
          // The server itself was killed.
        }
        await sleep(50);
      }
    }
  };
  await Promise.all(Array.from({ length: 8 }, client));
  return { acknowledged, codes };
}

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'candor-faults-'));
  chmodSync(home, 0o755);
  await withStore(prepare);
});
afterAll(async () => {
  if (child && child.exitCode === null && child.signalCode === null) await end('SIGINT');
  rmSync(home, { recursive: true, force: true });
});

describe.runIf(process.platform === 'linux')('a server under faults', () => {
  it(`loses no acknowledged answer and doubles none when server or database are killed, ${rounds} times`, async () => {
    const chance = randomStream(seed, 1, 0);
    const acknowledged: string[] = [];
    const codes = new Set<string>();
    let slowest = 0;
    await startServer();
    for (let round = 0; round < rounds; round += 1) {
      let over = false;
      const answering = answerUntil(() => over, round * 1_000_000);
      await sleep(300 + Math.floor(chance.uniform() * 700));
      if (round % 2 === 0) {
        await end('SIGKILL');
        await startServer();
      } else {
        for (const pid of serverProcesses(home)) {
          try {
            process.kill(pid, 'SIGKILL');
          } catch {
            // Its children end by themselves when it is gone.
          }
        }
      }
      slowest = Math.max(slowest, await untilTaken(`back${round}`));
      over = true;
      const told = await answering;
      acknowledged.push(...told.acknowledged, `back${round}`);
      for (const code of told.codes) codes.add(code);
    }
    if (rounds > 6)
      process.stdout.write(`slowest return ${Math.round(slowest)} ms, ${acknowledged.length} acknowledged\n`);
    expect(await end('SIGINT')).toBe(0);
    expect([...codes].filter((code) => !/^503 CND_STORE_(AWAY|UNREACHABLE)$/.test(code))).toEqual([]);
    const stored = await withStore(async (store) => {
      while ((await store.inWorkspace(workspaceId, (t) => foldTallies(t))) > 0);
      expect(await store.inWorkspace(workspaceId, recountTallies)).toEqual([]);
      return store.inWorkspace(workspaceId, (t) =>
        t.query<{ external_id: string; answers: number }>(
          `select r.external_id, count(a.id)::int as answers from response r
           left join answer a on a.workspace_id = r.workspace_id and a.response_id = r.id
           where r.workspace_id = $1 group by r.id, r.external_id`,
          [workspaceId],
        ),
      );
    });
    const known = new Set(stored.map(({ external_id }) => external_id));
    expect(acknowledged.length).toBeGreaterThan(rounds * 5);
    expect(acknowledged.filter((id) => !known.has(id))).toEqual([]);
    expect(known.size).toBe(stored.length);
    expect(stored.filter(({ answers }) => answers !== 1)).toEqual([]);
  }, 1_200_000);

  it('shares one data folder between two of them, and the one that stays goes on', async () => {
    await startServer();
    const [first, firstAddress] = [child!, address];
    await startServer();
    for (const one of [firstAddress, address]) {
      address = one;
      expect((await send(`shared-${one}`, 9)).status).toBe(201);
    }
    expect(await end('SIGTERM')).toBe(0);
    [child, address] = [first, firstAddress];
    expect((await send('after', 9)).status).toBe(201);
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    expect(await end('SIGINT')).toBe(0);
  });
});

/** Milliseconds until the server took this answer. */
async function untilTaken(externalId: string): Promise<number> {
  const began = performance.now();
  const givenUpAt = performance.now() + 300_000;
  for (;;) {
    const taken = await send(externalId, 9).then(
      ({ status }) => status === 201 || status === 200,
      () => false,
    );
    if (taken) return performance.now() - began;
    if (performance.now() > givenUpAt) throw new Error('the server did not come back');
    await sleep(100);
  }
}

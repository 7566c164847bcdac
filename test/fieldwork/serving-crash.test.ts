import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSurvey, publishSurvey } from '../../src/collect/index.ts';
import { keepUsualBasis } from '../../src/fieldwork/index.ts';
import { createApiKey } from '../../src/people/index.ts';
import { templateFor } from '../../src/survey/index.ts';
import { buildProgram, removePrograms } from '../store/store-process.ts';
import { type TestStore, testStore } from '../store/test-store.ts';
import { workspaceWithTouchpoints } from './event-fixture.ts';
import { monday, secret, startedProgramme } from './programme-fixture.ts';

/** Kills of the whole server at random moments; 100 by CANDOR_TEST_KILLS. */
const kills = Number(process.env.CANDOR_TEST_KILLS ?? 4);
/** Below the 50 mails of the first day of a new sender. */
const [eventsEach, killsEach] = [48, 4];

let test: TestStore;
let program: string;
let child: ChildProcess;
let address = '';
/** Every mail that was taken: its Message-ID and the link to answer. */
const taken: { readonly id: string; readonly path: string }[] = [];
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _session, callback) {
    let mail = '';
    stream.on('data', (chunk) => {
      mail += chunk;
    });
    stream.on('end', () => {
      const text = mail.replaceAll('=\r\n', '');
      const path = /\/a\/[0-9a-f]{8}[\w-]{32}/.exec(text)![0];
      taken.push({ id: /^Message-ID:\s+(<[^>]+>)/im.exec(mail)![1]!, path });
      setTimeout(() => callback(), 20);
    });
  },
});

beforeAll(async () => {
  program = await buildProgram('serving-program', import.meta.dirname);
  test = await testStore();
  smtp.on('error', () => undefined);
  smtp.listen(0, '127.0.0.1');
  await once(smtp.server, 'listening');
});
afterAll(async () => {
  await new Promise<void>((resolve) => smtp.close(resolve));
  await test.close();
  removePrograms();
});

async function serveAt(now: Date): Promise<void> {
  const { port } = smtp.server.address() as { port: number };
  const serving = JSON.stringify({ url: test.url, smtp: port, now, secret });
  child = spawn(process.execPath, [program], {
    env: { ...process.env, CANDOR_TEST_SERVING: serving },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(child.stdout!, 'data');
  address = `http://127.0.0.1:${Number(String(line))}`;
}

async function kill(): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** Asked again until it is acknowledged; nothing where the time is over. */
async function persist(
  isOver: () => boolean,
  ask: () => Promise<Response>,
  isTaken: (response: Response) => Promise<boolean>,
) {
  while (!isOver()) {
    try {
      if (await isTaken(await ask())) return true;
    } catch {
      // The server was killed.
    }
    await sleep(30);
  }
  return false;
}

/** With the questions of its survey written down, so that answers can be stored. */
async function companyWithSurvey(): Promise<string> {
  const workspaceId = await workspaceWithTouchpoints(test);
  await test.store.inWorkspace(workspaceId, async (transaction) => {
    await keepUsualBasis(transaction, { email: 'legitimate-interest' });
    const content = templateFor('delivery', ['en', 'fi']);
    const id = await makeSurvey(transaction, { name: 'delivery', level: 'encounter', content, now: monday });
    await publishSurvey(transaction, id, { revision: 1, acceptsBreak: true, now: monday });
    await startedProgramme(transaction, 'after-delivery', { delayHours: 0, reminders: { count: 1, afterDays: [3] } });
  });
  return workspaceId;
}

async function liveThroughKills(count: number) {
  const workspaceId = await companyWithSurvey();
  const [{ slug }] = (await test.asSuperuser<{ slug: string }>(
    'select slug from workspace_directory where workspace_id = $1',
    [workspaceId],
  )) as [{ slug: string }];
  const key = await test.store.inWorkspace(workspaceId, async (transaction) => {
    const made = await createApiKey(transaction, { name: 'crash', scopes: ['events:write'] }, monday);
    return made.key;
  });
  let isOver = false;
  const acknowledged: string[] = [];
  const answered: string[] = [];
  const from = taken.length;
  const clients = Array.from({ length: 4 }, async (_, client) => {
    for (let i = client; i < eventsEach && !isOver; i += 4) {
      const event = {
        ...{ specversion: '1.0', id: `D${i}`, source: '/crm', type: 'delivery', time: '2030-06-10T08:30:00Z' },
        data: { touchpoint: 'delivery', contact: { id: `p${i}`, email: `p${i}@customers.example`, language: 'fi' } },
      };
      const ask = () =>
        fetch(`${address}/api/workspaces/${slug}/events`, {
          method: 'POST',
          headers: { authorization: `Bearer ${key}`, 'content-type': 'application/cloudevents+json' },
          body: JSON.stringify(event),
        });
      if (
        await persist(
          () => isOver,
          ask,
          async ({ status }) => status === 202,
        )
      )
        acknowledged.push(`D${i}`);
      await sleep(20);
    }
  });
  const respondents = (async () => {
    for (let next = from; !isOver; ) {
      const mail = taken[next];
      if (!mail) {
        await sleep(30);
        continue;
      }
      next += 1;
      // Two tabs at once, each until it is told that it is stored.
      const ask = () =>
        fetch(address + mail.path, {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'en' },
          body: `delivery-satisfaction=${1 + (next % 5)}&delivery-on-time=4&_go=next`,
        });
      const isTaken = async (response: Response) =>
        response.status === 200 && !(await response.text()).includes('name="_go"');
      const both = await Promise.all([persist(() => isOver, ask, isTaken), persist(() => isOver, ask, isTaken)]);
      if (both.includes(true)) answered.push(mail.path);
    }
  })();
  let now = monday.getTime();
  for (let i = 0; i < count; i += 1) {
    await serveAt(new Date(now));
    await sleep(300 + Math.random() * 2_500);
    await kill();
    // Later than the patience with a worker that died while it handed over.
    now += 30 * 60_000;
  }
  await serveAt(new Date(now));
  const open = () =>
    test.asSuperuser(
      `select 1 from message where workspace_id = $1 and number = 0 and state not in ('sent', 'uncertain')
       union all select 1 from event where workspace_id = $1 and state = 'waiting'`,
      [workspaceId],
    );
  for (let tries = 0; tries < 300; tries += 1) {
    const isDone = acknowledged.length === eventsEach && (await open()).length === 0;
    if (isDone && answered.length === taken.length - from) break;
    await sleep(200);
  }
  isOver = true;
  await Promise.all([...clients, respondents]);
  await kill();
  return { workspaceId, acknowledged, answered, mails: taken.slice(from) };
}

describe('a server that is killed while events and answers come in and mail goes out', () => {
  it(`loses nothing that it acknowledged and asks nobody twice in ${kills} kills`, {
    timeout: 120_000 + kills * 30_000,
  }, async () => {
    let [answers, uncertain] = [0, 0];
    for (let left = kills; left > 0; left -= killsEach) {
      const { workspaceId, acknowledged, answered, mails } = await liveThroughKills(Math.min(left, killsEach));
      const [row] = await test.asSuperuser<Record<string, number>>(
        `select (select count(*)::int from event where workspace_id = $1) as events,
           (select count(*)::int from encounter where workspace_id = $1) as encounters,
           (select count(*)::int from invitation where workspace_id = $1) as invitations,
           (select count(distinct invitation_id)::int from response where workspace_id = $1) as answered,
           (select count(*)::int from response where workspace_id = $1) as responses,
           (select count(*)::int from message where workspace_id = $1 and number = 0 and state = 'uncertain') as uncertain,
           (select count(*)::int from message m join response r on r.workspace_id = $1 and r.invitation_id = m.invitation_id
              where m.workspace_id = $1 and m.kind = 'reminder' and m.state <> 'cancelled') as reminders`,
        [workspaceId],
      );
      expect(acknowledged).toHaveLength(eventsEach);
      expect(row).toMatchObject({ events: eventsEach, encounters: eventsEach, invitations: eventsEach, reminders: 0 });
      expect(new Set(mails.map(({ id }) => id)).size).toBe(mails.length);
      expect(answered).toHaveLength(mails.length);
      expect(row).toMatchObject({ answered: mails.length, responses: mails.length });
      // Who got no mail is listed.
      expect(mails.length + row!.uncertain!).toBeGreaterThanOrEqual(eventsEach);
      answers += answered.length;
      uncertain += row!.uncertain!;
    }
    if (kills > killsEach) process.stdout.write(`${kills} kills, ${answers} answers, ${uncertain} uncertain\n`);
  });
});

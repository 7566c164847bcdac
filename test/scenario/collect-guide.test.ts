import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkerLoop } from '../../src/queue/index.ts';
import { startJobs } from '../../src/server/jobs.ts';
import { newId } from '../../src/store/index.ts';
import { type OpenApplication, openApplication, testPassword } from '../server/open-application.ts';
import { type GuideShell, guideShell } from './guide-shell.ts';

const guide = readFileSync(join(import.meta.dirname, '../../docs/guides/first-programme.md'), 'utf8');
const blocks = [...guide.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, text]) => text!);
const folder = mkdtempSync(join(tmpdir(), 'candor-guide-'));
const hour = 3_600_000;

let open: OpenApplication;
let server: ReturnType<typeof serve>;
let jobs: WorkerLoop;
let shell: GuideShell;
let port: number;

beforeAll(async () => {
  // A Monday, noon in Helsinki.
  open = await openApplication({ sources: { folder, hosts: [] } }, new Date('2030-06-10T09:00:00Z'));
  await open.test.store.inWorkspace(open.workspace.id, ({ query }) =>
    query("insert into touchpoint (workspace_id, id, key, name) values ($1, $2, 'customer-support', 'Support')", [
      open.workspace.id,
      newId(),
    ]),
  );
  server = serve({ fetch: open.app.fetch, hostname: '127.0.0.1', port: 0 });
  await new Promise<void>((resolve) => server.once('listening', () => resolve()));
  ({ port } = server.address() as AddressInfo);
  const { config, store, clock, log, metrics } = open.context;
  const secret = 'a secret of the tests, 32 letters';
  jobs = startJobs({ config: { ...config, port }, store, clock, log, metrics, secret });
  shell = guideShell(folder, { CANDOR_SOURCES_FOLDER: folder });
});
afterAll(async () => {
  shell?.close();
  await jobs?.stop(2_000);
  if ('closeAllConnections' in server) server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await open.close();
  rmSync(folder, { recursive: true });
});

/** With the address, the workspace and the owner of this test where the guide names its own. */
const run = (block: string) =>
  shell.run(
    block
      .replaceAll('http://127.0.0.1:4700', `http://127.0.0.1:${port}`)
      .replaceAll('=acme', `=${open.workspace.slug}`)
      .replaceAll('owner@example.com', open.workspace.members.owner.email)
      .replaceAll('your password', testPassword),
  );

/** Until the jobs have done it; they look every few seconds. */
async function until<Value>(look: () => Promise<Value>, isDone: (value: Value) => boolean): Promise<Value> {
  for (let tries = 0; ; tries += 1) {
    const value = await look();
    if (isDone(value) || tries > 150) return value;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const messages = () =>
  open.test.asSuperuser<{ kind: string; state: string }>(
    'select kind, state from message where workspace_id = $1 order by number, planned_at',
    [open.workspace.id],
  );

describe('the guide of the first programme', () => {
  it('leads from a closed ticket to an answer on the overview', async () => {
    const [signIn, survey, programme, ticket, decided, mail, answer, moved, files, asked, ...others] = blocks;
    expect(others).toEqual([]);
    expect(await run(signIn!)).toBe('');
    expect(await run(survey!)).toBe('{"number":1}');
    expect((await run(programme!)).endsWith('running')).toBe(true);
    expect(JSON.parse(await run(ticket!))).toMatchObject({ accepted: 1 });
    await until(messages, (rows) => rows.length === 1);
    expect(await run(decided!)).toBe('planned');
    open.time.now = new Date(open.time.now.getTime() + hour);
    await until(messages, (rows) => rows.some(({ state }) => state === 'sent'));
    expect(await run(mail!)).toContain('Anna');
    expect(await messages()).toMatchObject([
      { kind: 'invitation', state: 'sent' },
      { kind: 'reminder', state: 'planned' },
    ]);
    const [radios, title] = (await run(answer!)).split('\n');
    // Scales of five and seven points, or of five and five: each a real group of buttons.
    expect(Number(radios)).toBeGreaterThan(0);
    expect(title).toMatch(/thank/i);
    expect(await run(moved!)).toBe('1\n1\ncompleted');
    expect((await messages())[1]).toEqual({ kind: 'reminder', state: 'cancelled' });
    expect(await run(files!)).not.toContain('error');
    await until(
      () => Promise.resolve(existsSync(join(folder, 'tickets/done'))),
      (isThere) => isThere,
    );
    const reasons = await until(
      () => run(asked!),
      (text) => text.startsWith('1\n'),
    );
    expect(reasons).toBe('1\nasked-lately');
  });
});

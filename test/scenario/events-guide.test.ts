import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readColumnMapping, readEventMapping, takeAllEvents } from '../../src/fieldwork/index.ts';
import { createApiKey } from '../../src/people/index.ts';
import { newId } from '../../src/store/index.ts';
import { encountersOf, eventsOf } from '../fieldwork/event-fixture.ts';
import { type OpenApplication, openApplication } from '../server/open-application.ts';

const root = join(import.meta.dirname, '../..');
const guide = readFileSync(join(root, 'docs/guides/events.md'), 'utf8');
const blocks = (language: string) =>
  [...guide.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text]) => text!);
const folder = mkdtempSync(join(tmpdir(), 'candor-events-'));

let open: OpenApplication;
let server: ReturnType<typeof serve>;
let url: string;
let key: string;

beforeAll(async () => {
  open = await openApplication({}, new Date('2026-06-10T09:00:00Z'));
  const { id } = open.workspace;
  await open.test.store.inWorkspace(id, async (transaction) => {
    await transaction.query(
      "insert into touchpoint (workspace_id, id, key, name) values ($1, $2, 'customer-support', 'S')",
      [id, newId()],
    );
    ({ key } = await createApiKey(
      transaction,
      { name: 'guide', scopes: ['events:write', 'responses:read'] },
      open.time.now,
    ));
  });
  server = serve({ fetch: open.app.fetch, hostname: '127.0.0.1', port: 0 });
  await new Promise<void>((resolve) => server.once('listening', () => resolve()));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true });
  await open.close();
});

/** Beside this process, which is the server that is asked. */
function run(
  command: string,
  args: readonly string[],
  environment: object = {},
): Promise<{ status: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env: { ...process.env, NO_COLOR: '1', ...environment } });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (part) => {
      stdout += part;
    });
    child.stderr.on('data', (part) => {
      stderr += part;
    });
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
}
const curl = async (block: string) => {
  const command = block
    .replaceAll('https://candor.example.com', url)
    .replaceAll('cnd_…', key)
    .replaceAll('/acme/', `/${open.workspace.slug}/`);
  const { stdout, stderr } = await run('sh', ['-c', command.replace('curl ', 'curl -sS ')]);
  expect(stderr).toBe('');
  return JSON.parse(stdout);
};
const take = () => takeAllEvents(open.test.store, open.workspace.id, { clock: open.context.clock });
const candor = (args: readonly string[], environment: object = {}) =>
  run(process.execPath, [join(root, 'bin/candor'), 'events', 'send', ...args], environment);

describe('the guide of events', () => {
  it('tells calls that do what it says', async () => {
    const [one, many, binary, list, replay, ...others] = blocks('sh');
    expect(others).toEqual([]);
    expect(await curl(one!)).toMatchObject({ accepted: 1, duplicates: 0 });
    expect(await curl(one!)).toMatchObject({ accepted: 0, duplicates: 1 });
    expect(await curl(many!)).toMatchObject({ accepted: 2 });
    expect(await curl(binary!)).toMatchObject({ accepted: 1 });
    await take();
    expect(await encountersOf(open.test, open.workspace.id)).toMatchObject([
      { source: '/branches', key: 'visit-9', state: 'closed', account: 'C-1001' },
      {
        source: '/helpdesk',
        key: 'ticket-4711',
        contact: 'P-77',
        attributes: { queue: 'billing', minutes: 14, agent: 'agent-7', segment: 'gold' },
      },
    ]);
    // Nobody made the touchpoint of the orders.
    const refused = await curl(list!);
    expect(
      refused.events.map(({ eventId, reason }: { eventId: string; reason: string }) => [eventId, reason]).sort(),
    ).toEqual([
      ['o-1', 'unknown-touchpoint'],
      ['o-2', 'no-touchpoint'],
    ]);
    await open.test.store.inWorkspace(open.workspace.id, ({ query }) =>
      query("insert into touchpoint (workspace_id, id, key, name) values ($1, $2, 'delivery', 'D')", [
        open.workspace.id,
        newId(),
      ]),
    );
    expect(await curl(replay!)).toEqual({ replayed: 1 });
    await take();
    expect(await encountersOf(open.test, open.workspace.id)).toContainEqual(
      expect.objectContaining({
        source: '/shop',
        key: 'order-1',
        state: 'closed',
        touchpoint: 'delivery',
        contact: 'ben@example.com',
      }),
    );
    expect((await eventsOf(open.test, open.workspace.id)).every(({ state }) => state === 'done')).toBe(true);
  });

  it('shows mappings that are taken', () => {
    const [, mapping, columns] = blocks('json');
    expect(() => readEventMapping(JSON.parse(mapping!))).not.toThrow();
    expect(() => readColumnMapping(JSON.parse(columns!))).not.toThrow();
  });
});

describe('candor events send', () => {
  const event = (id: string) => ({
    specversion: '1.0',
    id,
    source: '/cli',
    type: 't',
    data: { touchpoint: 'delivery' },
  });
  const remote = () => ['--url', url, '--workspace', open.workspace.slug, '--json'];

  it('sends JSON, a line each and tables to a server, and says what became of them', async () => {
    const file = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const sent = async (name: string, text: string, ...more: string[]) => {
      const { status, stdout } = await candor([file(name, text), ...remote(), ...more], { CANDOR_KEY: key });
      const { accepted, duplicates, rejected } = JSON.parse(stdout);
      return [status, accepted, duplicates, rejected];
    };
    expect(await sent('one.json', JSON.stringify(event('1'), null, 2))).toEqual([0, 1, 0, 0]);
    expect(await sent('list.json', JSON.stringify([event('1'), event('2')]))).toEqual([0, 1, 1, 0]);
    const lines = ['3', '4', '5'].map((id) => JSON.stringify(event(id)));
    expect(
      await sent(
        'lines.ndjson',
        `${lines.join('\n')}\n{"broken\n${JSON.stringify({ ...event('6'), source: '' })}\n`,
        '--batch',
        '2',
      ),
    ).toEqual([1, 3, 0, 2]);
    const rows = 'Ticket;Closed;Queue\nT1;31.12.2025;a\nT2;soon;b\nT3;1.1.2026;c\n';
    const mapping = file(
      'mapping.json',
      JSON.stringify({
        columns: { encounter: 'Ticket', at: 'Closed' },
        attributes: ['Queue'],
        values: { touchpoint: 'delivery' },
        dateOrder: 'dmy',
      }),
    );
    expect(await sent('rows.csv', rows, '--mapping', mapping, '--source', '/tickets')).toEqual([1, 2, 0, 1]);
    await take();
    const encounters = await encountersOf(open.test, open.workspace.id);
    expect(encounters.filter(({ source }) => source === '/tickets')).toMatchObject([
      { key: 'T1', attributes: { Queue: 'a' } },
      { key: 'T3', occurred_at: new Date('2026-01-01T00:00:00Z') },
    ]);
  });

  it('writes the store of this machine, and reads it at once', async () => {
    const path = join(folder, 'here.json');
    writeFileSync(path, JSON.stringify([event('here')]));
    const { status, stdout } = await candor([path, '--workspace', open.workspace.slug], {
      DATABASE_URL: open.test.url,
    });
    expect([status, stdout]).toEqual([0, '1 accepted, 0 known already, 0 rejected\n']);
    expect(await eventsOf(open.test, open.workspace.id)).toContainEqual({ event: 'here', state: 'done', reason: null });
  });

  it('says in one line what is wrong with a call', async () => {
    const refused = async (args: readonly string[], environment: object = {}) => {
      const { status, stderr } = await candor(args, environment);
      expect(stderr.trim().split('\n')).toHaveLength(1);
      return [status, stderr];
    };
    const file = join(folder, 'one.json');
    expect(await refused([file])).toEqual([2, expect.stringContaining('--workspace')]);
    expect(await refused([file, ...remote().slice(0, 4)])).toEqual([2, expect.stringContaining('CANDOR_KEY')]);
    expect(await refused([file, '--workspace', 'x', '--batch', '0'])).toEqual([
      2,
      expect.stringContaining('1 to 1000'),
    ]);
    expect(await refused([file, ...remote().slice(0, 4), '--key', 'cnd_wrong'])).toEqual([
      1,
      expect.stringContaining('CND_SIGN_IN'),
    ]);
    expect(await refused([join(folder, 'nothing.csv'), ...remote().slice(0, 4), '--key', key])).toEqual([
      2,
      expect.stringContaining('ENOENT'),
    ]);
    expect(await refused([file, '--url', 'nowhere', '--workspace', 'x', '--key', key])).toEqual([
      2,
      expect.stringContaining('nowhere'),
    ]);
  });
});

import {
  appendFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addSource,
  askForReading,
  eventWriter,
  filesOf,
  listSources,
  readSource,
  type SourceReading,
  secretSeal,
  sourceHandlers,
  sourceSettingsSchema,
  sweepSources,
  takeAllEvents,
} from '../../src/fieldwork/index.ts';
import { runDueJobs } from '../../src/queue/index.ts';
import { newId } from '../../src/store/index.ts';
import { type TestStore, testStore } from '../store/test-store.ts';
import { encountersOf, eventsOf, workspaceWithTouchpoints } from './event-fixture.ts';

let test: TestStore;
let base: string;
let folder: string;
let workspaceId: string;
let time: number;
let id: string;
let reading: SourceReading;

beforeAll(async () => {
  test = await testStore();
});
afterAll(() => test.close());
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'candor-sources-'));
  folder = join(base, 'orders');
  await mkdir(folder);
  workspaceId = await workspaceWithTouchpoints(test);
  time = Date.parse('2030-06-15T09:00:00Z');
  const clock = () => new Date(time);
  const { store } = test;
  reading = {
    store,
    clock,
    limits: { folder: base, hosts: [] },
    seal: secretSeal('s'.repeat(32)),
    write: eventWriter(store, { clock }),
    take: (workspace) => takeAllEvents(store, workspace, { clock }),
  };
  id = await add({ kind: 'folder', folder: 'orders' });
  return () => rm(base, { recursive: true });
});

async function add(settings: object, key = 'orders'): Promise<string> {
  const made = newId();
  const parsed = sourceSettingsSchema.parse(settings);
  await test.store.inWorkspace(workspaceId, (transaction) =>
    addSource(transaction, { id: made, key, settings: parsed, secret: undefined, now: new Date(time) }),
  );
  return made;
}
const look = async (seconds = 6) => {
  await readSource(reading, workspaceId, id);
  time += seconds * 1_000;
};
const drop = (name: string, text: string) => writeFile(join(folder, name), text);
const files = () => test.store.inWorkspace(workspaceId, (transaction) => filesOf(transaction, id));
const result = async (name: string) =>
  (await readFile(join(folder, `${name}.result.csv`), 'utf8')).trim().split('\r\n');
const header = 'id,touchpoint,encounter,date,account,contact_email,amount\n';
const row = (number: number, more = {}) => {
  const told = { touchpoint: 'delivery', date: '2030-06-01 12:00', ...more };
  return `${number},${told.touchpoint},T${number},${told.date},A${number % 7},p${number}@example.com,${number}.5\n`;
};

describe('a watched folder', () => {
  it('reads a file that looks the same twice, answers its rows and puts it away', async () => {
    await drop('a.csv', header + row(1) + row(2, { touchpoint: 'nowhere' }) + row(3, { date: 'soon' }));
    await look();
    expect(await files()).toEqual([]);
    await look();
    const lines = await result('a.csv');
    expect(lines[0]).toBe('line,outcome,reason,field,event');
    expect(lines.slice(1).map((line) => line.split(',').slice(0, 4).join())).toEqual([
      '2,taken,,',
      '3,refused,unknown-touchpoint,data.touchpoint',
      '4,refused,unreadable-date,at',
    ]);
    expect((await files()).map(({ rowsRead, rowsTaken, problems }) => [rowsRead, rowsTaken, problems.length])).toEqual([
      [3, 1, 2],
    ]);
    expect((await readdir(folder)).sort()).toEqual(['a.csv.result.csv', 'done']);
    expect(await readdir(join(folder, 'done'))).toEqual([expect.stringMatching(/^a-20300615T\d{6}Z\.csv$/)]);
    // Without an offset the time is that of the workspace, Helsinki.
    expect(await encountersOf(test, workspaceId)).toMatchObject([
      {
        source: '/sources/orders',
        key: 'T1',
        occurred_at: new Date('2030-06-01T09:00:00Z'),
        contact: 'p1@example.com',
        account: 'A1',
      },
    ]);
    await look();
    expect(await files()).toHaveLength(1);
  });

  it('leaves a file alone while it is written, and reads it at once when a marker or its name says that it is whole', async () => {
    await drop('slow.csv', header);
    for (let number = 1; number <= 4; number += 1) {
      await look();
      await appendFile(join(folder, 'slow.csv'), row(number).slice(0, 20));
      await appendFile(join(folder, 'slow.csv'), row(number).slice(20));
    }
    expect(await files()).toEqual([]);
    await look(1);
    await look(1);
    // Looked the same twice, but only a second apart.
    expect(await files()).toEqual([]);
    await drop('slow.csv.done', '');
    await look(1);
    expect((await files()).map(({ rowsTaken }) => rowsTaken)).toEqual([4]);
    expect((await readdir(folder)).sort()).toEqual(['done', 'slow.csv.result.csv']);
    await drop('big.csv.part', header + row(9));
    await look();
    await look();
    expect(await files()).toHaveLength(1);
    await rename(join(folder, 'big.csv.part'), join(folder, 'big.csv'));
    await look();
    await look();
    expect(await files()).toHaveLength(2);
  });

  it('counts the same file once, under whatever name, and the same rows of another file too', async () => {
    const text = header + row(1) + row(2);
    for (const name of ['a.csv', 'b.csv']) await drop(name, text);
    await drop('c.csv', `${text}${row(3)}`);
    await look();
    await look();
    expect((await result('b.csv'))[1]).toMatch(/^0,known,file-known/);
    expect((await result('c.csv')).slice(1).map((line) => line.split(',')[1])).toEqual(['known', 'known', 'taken']);
    expect(await eventsOf(test, workspaceId)).toHaveLength(3);
    expect(await files()).toHaveLength(2);
  });

  it('knows a row without an id by what it tells', async () => {
    const rows = 'touchpoint,encounter,date\ndelivery,T1,2030-06-01\ndelivery,T2,2030-06-01\n';
    await drop('a.csv', rows);
    await drop('b.csv', `${rows}delivery,T2,2030-06-02\n`);
    await look();
    await look();
    expect(await eventsOf(test, workspaceId)).toHaveLength(3);
    expect(await encountersOf(test, workspaceId)).toMatchObject([
      { key: 'T1' },
      { key: 'T2', occurred_at: new Date('2030-06-01T21:00:00Z') },
    ]);
  });

  it('sets a file aside that is no table, or lacks a column of the mapping', async () => {
    id = await add(
      {
        kind: 'folder',
        folder: 'orders',
        mapping: { columns: { encounter: 'Ticket', at: 'Closed' }, values: { touchpoint: 'delivery' } },
      },
      'mapped',
    );
    await drop('empty.csv', '');
    await drop('other.csv', 'x,y\n1,2\n');
    await drop('right.csv', 'Ticket;Closed\n77;1.6.2030\n');
    await look();
    await look();
    expect((await files()).map(({ name, problems }) => [name, problems[0]?.reason]).sort()).toEqual([
      ['empty.csv', 'CND_FILE_EMPTY'],
      ['other.csv', 'CND_EVENT_MAPPING'],
      ['right.csv', 'unreadable-date'],
    ]);
    expect(await readdir(join(folder, 'failed'))).toHaveLength(2);
  });

  it('takes a hundred thousand rows but the one that is wrong', async () => {
    const rows = Number(process.env.CANDOR_TEST_ROWS ?? 5_000);
    let text = header;
    for (let number = 1; number <= rows; number += 1)
      text += row(number, number === 4_321 ? { date: '31.31.2030' } : {});
    await drop('many.csv', text);
    await look();
    await look();
    expect((await files())[0]).toMatchObject({
      rowsRead: rows,
      rowsTaken: rows - 1,
      problems: [{ line: 4_322, reason: 'unreadable-date', field: 'at' }],
    });
    expect(await result('many.csv')).toHaveLength(rows + 1);
    expect((await encountersOf(test, workspaceId)).length).toBe(rows - 1);
  }, 600_000);

  it('goes on where a stop left it', async () => {
    await drop('a.csv', header + row(1) + row(2));
    await look();
    const { write } = reading;
    let left = 1;
    reading = {
      ...reading,
      write: async (...given) => {
        const stored = await write(...given);
        if (left-- > 0) throw new Error('killed behind the commit');
        return stored;
      },
    };
    await expect(look()).rejects.toThrow('killed');
    expect(await files()).toEqual([]);
    await look();
    expect((await result('a.csv')).slice(1).map((line) => line.split(',')[1])).toEqual(['known', 'known']);
    expect(await files()).toHaveLength(1);
    expect(await encountersOf(test, workspaceId)).toHaveLength(2);
  });

  it('leads nowhere outside of the folder of the operator', async () => {
    for (const path of ['..', '../x', '/etc', 'a/../../b', '.', 'a/..', 'a\\..\\b', '']) {
      expect(sourceSettingsSchema.safeParse({ kind: 'folder', folder: path }).success, path).toBe(false);
    }
    await symlink('/etc', join(base, 'way-out'));
    id = await add({ kind: 'folder', folder: 'way-out' }, 'out');
    await expect(look()).rejects.toMatchObject({ code: 'CND_SOURCE', details: { field: 'folder' } });
    id = await add({ kind: 'folder', folder: 'missing' }, 'missing');
    await expect(look()).rejects.toMatchObject({ code: 'CND_SOURCE_AWAY' });
    id = await add({ kind: 'folder', folder: 'orders' }, 'inside');
    await symlink('/etc/passwd', join(folder, 'passwd.csv'));
    await look();
    await look();
    expect(await files()).toEqual([]);
    reading = { ...reading, limits: { folder: undefined, hosts: [] } };
    await expect(look()).rejects.toMatchObject({ code: 'CND_SOURCE' });
  });

  it('is read by its job at its times, not while it is paused, and keeps what went wrong', async () => {
    const { store, clock } = reading;
    const run = () => runDueJobs(store, { handlers: sourceHandlers(reading), clock });
    await drop('a.csv', header + row(1));
    await utimes(join(folder, 'a.csv'), 1, 1);
    const sweepAndRun = async () => {
      const asked = await sweepSources(store, clock());
      await run();
      return asked;
    };
    await test.asSuperuser("update event_source set state = 'paused' where workspace_id <> $1", [workspaceId]);
    expect(await sweepAndRun()).toBe(1);
    expect(await sweepAndRun()).toBe(0);
    time += 30_000;
    expect(await sweepAndRun()).toBe(1);
    expect(await files()).toHaveLength(1);
    await test.asSuperuser("update event_source set state = 'paused'");
    time += 30_000;
    expect(await sweepAndRun()).toBe(0);
    await rm(folder, { recursive: true });
    await store.inWorkspace(workspaceId, (transaction) => askForReading(transaction, id, clock()));
    await run();
    const [source] = await store.inWorkspace(workspaceId, listSources);
    expect(source!.lastError).toContain('CND_SOURCE_AWAY');
    expect(source!.lastError).not.toContain(base);
    expect(await test.asSuperuser("select 1 from job where kind = 'read-source'")).toEqual([]);
  });
});

describe('the secret of a source', () => {
  it('opens for its own source under its own secret of the server only', () => {
    const seal = secretSeal('a'.repeat(32));
    const sealed = seal.seal('password', id);
    expect(seal.open(sealed, id)).toBe('password');
    expect(sealed.toString('latin1')).not.toContain('password');
    expect(seal.seal('password', id).equals(sealed)).toBe(false);
    const refused = (work: () => unknown) => expect(work).toThrow(expect.objectContaining({ code: 'CND_SOURCE' }));
    refused(() => seal.open(sealed, newId()));
    refused(() => secretSeal('b'.repeat(32)).open(sealed, id));
    refused(() => seal.open(sealed.subarray(1), id));
    refused(() => seal.open(Buffer.from([1, 2]), id));
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../src/store/migrate.ts';
import { type Migration, readMigrations } from '../../src/store/migration-file.ts';
import { type TestStore, testStore } from './test-store.ts';

let test: TestStore;
const known = readMigrations();
const step = (number: number, ...statements: string[]): Migration => ({
  number,
  name: `step-${number}`,
  purpose: 'a test',
  breaking: false,
  checksum: statements.join(),
  statements,
});
const next = known.length + 1;
const applied = () => test.asSuperuser<{ number: number }>('select number from schema_migration order by number');

beforeAll(async () => {
  test = await testStore();
});
afterAll(() => test.close());

describe('migrations', () => {
  it('are numbered without a gap and say what they are for', () => {
    expect(known.map(({ number }) => number)).toEqual(known.map((_, index) => index + 1));
    expect(known.every(({ purpose }) => purpose.length > 10)).toBe(true);
  });

  it('keep nothing of one that fails, and take it when it is mended', async () => {
    const broken = step(next, 'create table first_half (id int)', 'select 1 / 0');
    await expect(migrate(test.address, [...known, broken])).rejects.toMatchObject({ code: 'CND_MIGRATION_FAILED' });
    expect(await test.asSuperuser("select to_regclass('first_half') as found")).toEqual([{ found: null }]);
    expect(await applied()).toHaveLength(known.length);
    const mended = step(next, 'create table first_half (id int)', 'drop table first_half');
    expect(await migrate(test.address, [...known, mended])).toHaveLength(1);
    await test.asSuperuser('delete from schema_migration where number = $1', [next]);
  });

  it('keep nothing of one that is cut off, and hold no lock afterwards', async () => {
    const long = step(next, 'create table cut_off (id int)', 'select pg_sleep(60)');
    const running = migrate(test.address, [...known, long]).catch((error) => error);
    const find = `select pid from pg_stat_activity where datname = current_database() and query = 'select pg_sleep(60)'`;
    let found: readonly { pid: number }[] = [];
    while (found.length === 0) {
      await sleep(20);
      found = await test.asSuperuser<{ pid: number }>(find);
    }
    await test.asSuperuser('select pg_terminate_backend($1)', [found[0]!.pid]);
    expect(await running).toMatchObject({ code: 'CND_MIGRATION_FAILED' });
    expect(await test.asSuperuser("select to_regclass('cut_off') as found")).toEqual([{ found: null }]);
    expect(await migrate(test.address)).toEqual([]);
  });

  it('are applied once when several run them at the same time', async () => {
    const once = step(next, 'create table made_once (id int)');
    const runs = await Promise.all(Array.from({ length: 5 }, () => migrate(test.address, [...known, once])));
    expect(runs.map((run) => run.length).sort()).toEqual([0, 0, 0, 0, 1]);
    await test.asSuperuser('drop table made_once');
    await test.asSuperuser('delete from schema_migration where number = $1', [next]);
  });

  it('refuse a released file that was changed, and a store of a newer Candor', async () => {
    const changed = known.map((migration, index) => (index === 2 ? { ...migration, checksum: 'other' } : migration));
    await expect(migrate(test.address, changed)).rejects.toMatchObject({
      code: 'CND_MIGRATION_CHANGED',
      details: { number: 3 },
    });
    await expect(migrate(test.address, known.slice(0, -1))).rejects.toMatchObject({ code: 'CND_MIGRATION_AHEAD' });
  });

  it('refuse a file without its header, and a gap in the numbers', () => {
    const folder = mkdtempSync(join(tmpdir(), 'candor-migrations-'));
    writeFileSync(join(folder, '0001-first.sql'), 'select 1;\n');
    expect(() => readMigrations(folder)).toThrow(/header line/);
    writeFileSync(join(folder, '0001-first.sql'), '-- purpose: nothing at all; breaking: yes\nselect 1;\n');
    expect(readMigrations(folder)[0]).toMatchObject({ number: 1, breaking: true });
    writeFileSync(join(folder, '0003-third.sql'), '-- purpose: nothing at all; breaking: no\nselect 1;\n');
    expect(() => readMigrations(folder)).toThrow(/number 2 is due/);
    rmSync(folder, { recursive: true });
  });
});

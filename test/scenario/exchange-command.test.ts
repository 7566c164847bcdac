import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArchiveFixture, archiveFixture } from '../exchange/archive-fixture.ts';
import { npsOf } from '../exchange/figures.ts';
import { type TestStore, testStore } from '../store/test-store.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'candor-exchange-'));
const path = (name: string) => join(folder, name);
let origin: TestStore;
let empty: TestStore;
let fixture: ArchiveFixture;
let slug: string;
beforeAll(async () => {
  origin = await testStore();
  empty = await testStore();
  fixture = await archiveFixture(origin, 200);
  slug = `w-${fixture.workspaceId}`;
});
afterAll(async () => {
  await origin.close();
  await empty.close();
  rmSync(folder, { recursive: true });
});

function candor(store: TestStore, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'bin/candor'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: store.url, NO_COLOR: '1' },
  });
  return { status, stdout, stderr };
}

describe('candor export', () => {
  it('writes answers with their codebook beside them', () => {
    const { status, stdout } = candor(
      origin,
      ...['export', '--workspace', slug, '--format', 'csv', '--touchpoint', 't1', '--touchpoint', 't2', '--json'],
      ...['--out', path('answers.csv')],
    );
    expect(status).toBe(0);
    const { files, rows } = JSON.parse(stdout) as { files: string[]; rows: number };
    expect(files).toEqual([path('answers.csv'), path('answers.codebook.json')]);
    expect(rows).toBe(readFileSync(path('answers.csv'), 'utf8').match(/^[0-9a-f]{8}-/gm)!.length);
    expect(JSON.parse(readFileSync(path('answers.codebook.json'), 'utf8')).view).toBe('touchpoint=t1&touchpoint=t2');
    expect(statSync(path('answers.csv')).mode & 0o777).toBe(0o600);
  });

  it('writes to standard output where it leads to a file or a program', () => {
    const { status, stdout } = candor(origin, 'export', '--workspace', slug, '--format', 'jsonl', '--role', 'payer');
    expect(status).toBe(0);
    const [head, ...lines] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(head.codebook.view).toBe('role=payer');
    expect(lines.every(({ role }) => role === 'payer')).toBe(true);
  });

  it('says what is wrong with a call in one line', () => {
    const refused = (...args: string[]) => {
      const { status, stderr } = candor(origin, 'export', ...args);
      expect(stderr.trim().split('\n')).toHaveLength(1);
      return [status, stderr];
    };
    expect(refused('--workspace', slug, '--format', 'pdf')).toEqual([2, expect.stringContaining('sav, got "pdf"')]);
    expect(refused('--workspace', 'nobody', '--format', 'csv')).toEqual([2, expect.stringContaining(slug)]);
    expect(refused('--workspace', slug, '--format', 'csv', '--level', 'both')).toEqual([
      2,
      expect.stringContaining('level'),
    ]);
    expect(refused('--workspace', slug, '--format', 'csv', '--out', path('no/such/folder.csv'))[0]).toBe(2);
    expect(existsSync(path('no'))).toBe(false);
  });
});

describe('candor backup and restore', () => {
  it('bring the same figures into an empty store, and refuse it the second time', async () => {
    expect(candor(origin, 'backup', path('store.backup')).status).toBe(0);
    const { status, stdout } = candor(empty, 'restore', path('store.backup'), '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout).workspaces).toEqual([slug]);
    expect(await npsOf(empty.store, fixture.workspaceId)).toEqual(await npsOf(origin.store, fixture.workspaceId));
    const again = candor(empty, 'restore', path('store.backup'), '--json');
    expect(again.status).toBe(2);
    expect(JSON.parse(again.stdout).error).toMatchObject({
      code: 'CND_STORE_NOT_EMPTY',
      details: { workspaces: [slug] },
    });
  });

  it('take in a workspace with an owner who can sign in', () => {
    const file = path('workspace.jsonl.gz');
    expect(candor(origin, 'export', '--workspace', slug, '--format', 'jsonl', '--out', file).status).toBe(0);
    expect(candor(empty, 'restore', file)).toMatchObject({ status: 2, stderr: expect.stringContaining('--owner') });
    const taken = candor(empty, 'restore', file, '--owner', 'new@example.com');
    // The store has it from the backup.
    expect(taken).toMatchObject({ status: 2, stderr: expect.stringContaining('--slug') });
  });

  it('refuse a damaged file before a store is asked', () => {
    const bytes = readFileSync(path('store.backup'));
    writeFileSync(path('cut.backup'), bytes.subarray(0, bytes.length - 100));
    const { status, stdout } = candor(empty, 'restore', path('cut.backup'), '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout).error.code).toBe('CND_EXCHANGE_FILE');
  });
});

import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blanked, globalTables, leftOutOfWorkspace, neverKept, notSecret } from '../../src/exchange/archive-plan.ts';
import { archiveTables } from '../../src/exchange/archive-table.ts';
import { backup } from '../../src/exchange/backup.ts';
import { writeWhole } from '../../src/exchange/exchange-file.ts';
import { restore } from '../../src/exchange/restore.ts';
import { workspaceArchive } from '../../src/exchange/workspace-export.ts';
import { importWorkspace } from '../../src/exchange/workspace-import.ts';
import { foldTallies, newId, recountTallies, type Store } from '../../src/store/index.ts';
import { tallyShapes } from '../../src/store/tally-cell.ts';
import { type TestStore, testStore } from '../store/test-store.ts';
import { type ArchiveFixture, archiveFixture } from './archive-fixture.ts';
import { npsOf } from './figures.ts';

const folder = mkdtempSync(join(tmpdir(), 'candor-archive-'));
const path = (name: string) => join(folder, name);
const at = { engine: 'candor test', now: new Date('2026-11-22T12:00:00Z') };

let origin: TestStore;
let fixture: ArchiveFixture;
let other: ArchiveFixture;
beforeAll(async () => {
  origin = await testStore();
  fixture = await archiveFixture(origin);
  other = await archiveFixture(origin, 50);
});
afterAll(async () => {
  await origin.close();
  rmSync(folder, { recursive: true });
});

/** Every table of every workspace, by its lines as a backup writes them. */
async function tableHashes(store: Store): Promise<readonly object[]> {
  const lines: string[] = [];
  for await (const piece of backup(store, at)) lines.push(Buffer.from(piece).toString());
  return lines
    .join('')
    .split('\n')
    .filter((line) => line.startsWith('{"candor":"end"'))
    .map((line) => JSON.parse(line) as object);
}

describe('a backup', () => {
  it('comes back into an empty store with every row and every figure', async () => {
    const file = path('store.gz');
    await writeWhole(file, backup(origin.store, at), { gzip: true });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const copy = await testStore();
    try {
      const restored = await restore(copy.store, file);
      expect(restored.workspaces).toHaveLength(2);
      expect(await tableHashes(copy.store)).toEqual(await tableHashes(origin.store));
      const figures = await npsOf(origin.store, fixture.workspaceId);
      expect(figures.length).toBeGreaterThan(100);
      expect(await npsOf(copy.store, fixture.workspaceId)).toEqual(figures);
      // Whoever signed in there signs in here with the same password.
      const [person] = await copy.asSuperuser<{ hash: string }>(
        'select password_hash as hash from "user" where email = $1',
        [fixture.email],
      );
      expect(person!.hash).toBe('secret-hash-of-aino');
      // Work goes on: what was not folded there folds here, and agrees with the answers.
      const drift = await copy.store.inWorkspace(fixture.workspaceId, async (t) => {
        await foldTallies(t);
        return recountTallies(t);
      });
      expect(drift).toEqual([]);
    } finally {
      await copy.close();
    }
  });

  it('of a Candor that had fewer tallies comes back with all of them', async () => {
    const old = await testStore();
    const copy = await testStore();
    try {
      const { workspaceId } = await archiveFixture(old, 50);
      const within = <T>(work: Parameters<typeof copy.store.inWorkspace<T>>[1]) =>
        copy.store.inWorkspace(workspaceId, work);
      await old.asSuperuser('drop table month_tally');
      await writeWhole(path('older.gz'), backup(old.store, at), { gzip: true });
      await restore(copy.store, path('older.gz'));
      const [cells] = await within((t) =>
        t.query<{ n: number }>('select count(*) as n from month_tally where workspace_id = $1', [workspaceId]),
      );
      expect(cells!.n).toBeGreaterThan(0);
      expect(await within((t) => recountTallies(t))).toEqual([]);
    } finally {
      await old.close();
      await copy.close();
    }
  });

  it('is of one moment, whatever is written meanwhile', async () => {
    const stream = backup(origin.store, at);
    const pieces = [(await stream.next()).value as Uint8Array];
    await origin.store.inWorkspace(other.workspaceId, (t) =>
      t.query("insert into journey (workspace_id, id, key, name) values ($1, $2, 'late', 'Late')", [
        other.workspaceId,
        newId(),
      ]),
    );
    for await (const piece of stream) pieces.push(piece);
    expect(Buffer.concat(pieces).toString()).not.toContain('"key":"late"');
  });

  it('goes into an empty store only, and names what is there', async () => {
    const file = path('full.gz');
    await writeWhole(file, backup(origin.store, at), { gzip: true });
    await expect(restore(origin.store, file)).rejects.toMatchObject({
      code: 'CND_STORE_NOT_EMPTY',
      details: { people: 2 },
    });
  });

  it('leaves sessions behind', async () => {
    const token = Buffer.from('token of a live session');
    await origin.asSuperuser(
      `insert into session (id, token_hash, user_id, created_at, last_seen_at, expires_at)
       values ($1, $2, $3, now(), now(), now() + interval '1 day')`,
      [newId(), token, fixture.userId],
    );
    await writeWhole(path('plain'), backup(origin.store, at));
    expect(readFileSync(path('plain'), 'utf8')).not.toContain(token.toString('hex'));
  });
});

describe('a file that is not as it was written', () => {
  let whole: Buffer;
  let packed: Buffer;
  let empty: TestStore;
  beforeAll(async () => {
    empty = await testStore();
    await writeWhole(path('sound'), backup(origin.store, at));
    await writeWhole(path('sound.gz'), backup(origin.store, at), { gzip: true });
    whole = readFileSync(path('sound'));
    packed = readFileSync(path('sound.gz'));
    expect(gunzipSync(packed).equals(whole)).toBe(true);
  });
  afterAll(() => empty.close());

  /** Refused with this code, and nothing of it in the store. */
  async function refusedBy(bytes: Uint8Array, code: string, details: object = {}): Promise<void> {
    writeFileSync(path('damaged'), bytes);
    await expect(restore(empty.store, path('damaged'))).rejects.toMatchObject({ code, details });
    expect(await empty.asSuperuser('select 1 from workspace_directory union all select 1 from "user"')).toEqual([]);
  }

  it('is refused where it ends early, wherever that is', async () => {
    for (const share of [0, 0.01, 0.3, 0.7, 0.999]) {
      await refusedBy(whole.subarray(0, Math.floor(whole.length * share)), 'CND_EXCHANGE_FILE');
      await refusedBy(packed.subarray(0, Math.floor(packed.length * share)), 'CND_EXCHANGE_FILE');
    }
    const withoutTrailer = whole.subarray(0, whole.lastIndexOf('{"candor":"trailer"'));
    await refusedBy(withoutTrailer, 'CND_EXCHANGE_FILE', { line: whole.toString().split('\n').length - 2 });
  });

  it('is refused where one bit differs', async () => {
    for (const share of [0.002, 0.2, 0.4, 0.6, 0.8, 0.9999]) {
      for (const bytes of [whole, packed]) {
        const flipped = Buffer.from(bytes);
        const place = Math.floor(bytes.length * share);
        flipped[place] = flipped[place]! ^ 4;
        await refusedBy(flipped, 'CND_EXCHANGE_FILE');
      }
    }
  });

  it('is refused where a row was taken out, put in, or moved, with the lines of its table', async () => {
    const lines = whole.toString().split('\n');
    const first = lines.findIndex((line) => line === '{"candor":"table","table":"answer"}') + 1;
    const line = first + 1;
    const without = lines.toSpliced(first + 3, 1).join('\n');
    await refusedBy(Buffer.from(without), 'CND_EXCHANGE_FILE', { line });
    const twice = lines.toSpliced(first, 0, lines[first]!).join('\n');
    await refusedBy(Buffer.from(twice), 'CND_EXCHANGE_FILE', { line });
    const swapped = lines.toSpliced(first, 2, lines[first + 1]!, lines[first]!).join('\n');
    await refusedBy(Buffer.from(swapped), 'CND_EXCHANGE_FILE', { line });
  });

  it('is refused where something follows its end, and where it is another file', async () => {
    await refusedBy(Buffer.concat([whole, whole]), 'CND_EXCHANGE_FILE');
    await refusedBy(Buffer.from('score,date\n9,2026-01-01\n'), 'CND_EXCHANGE_FILE');
    await refusedBy(Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3]), 'CND_EXCHANGE_FILE');
    await refusedBy(Buffer.alloc(0), 'CND_EXCHANGE_FILE');
    await expect(restore(origin.store, path('nothing-here'))).rejects.toMatchObject({ code: 'CND_FILE_NOT_FOUND' });
  });

  it('is refused where a newer Candor wrote it', async () => {
    const newer = whole.toString().replace('"format":1', '"format":2');
    await refusedBy(Buffer.from(newer), 'CND_EXCHANGE_NEWER', { line: 1 });
    // A column that this store does not have; the hashes are those of whoever wrote it.
    const { createHash } = await import('node:crypto');
    const lines = whole
      .toString()
      .replace('{"name":"email","type":"text"}', '{"name":"fax","type":"text"}')
      .split('\n');
    const controls = lines.filter((line) => line.startsWith('{"candor":') && !line.startsWith('{"candor":"trailer"'));
    const sha256 = createHash('sha256')
      .update(controls.map((line) => `${line}\n`).join(''))
      .digest('hex');
    const trailer = { ...JSON.parse(lines.at(-2)!), sha256 };
    const changed = [...lines.slice(0, -2), JSON.stringify(trailer), ''].join('\n');
    await refusedBy(Buffer.from(changed), 'CND_EXCHANGE_NEWER', { line: 1 });
  });
});

describe('the file of a workspace', () => {
  const now = at.now;
  const exported = (workspaceId: string) => workspaceArchive(origin.store, { ...at, workspaceId });
  const owner = { email: 'owner@example.com', name: 'O', language: 'fi' as const };

  it('makes the same workspace elsewhere: same ids, same figures', async () => {
    await writeWhole(path('workspace'), exported(fixture.workspaceId));
    const there = await testStore();
    try {
      const taken = await importWorkspace(there.store, path('workspace'), { owner, now });
      expect(taken).toMatchObject({ workspaceId: fixture.workspaceId, newPeople: 1, talliesAgree: true });
      expect(taken.password).toMatch(/^[a-z2-9-]{19}$/);
      const figures = await npsOf(origin.store, fixture.workspaceId);
      expect(figures.length).toBeGreaterThan(100);
      expect(await npsOf(there.store, fixture.workspaceId)).toEqual(figures);
      const drift = await there.store.inWorkspace(fixture.workspaceId, (t) => recountTallies(t));
      expect(drift).toEqual([]);
      // Written again it is the same, but for the owner, the note of the import and the keys revoked on the way.
      const again: string[] = [];
      for await (const piece of workspaceArchive(there.store, { ...at, workspaceId: fixture.workspaceId })) {
        again.push(Buffer.from(piece).toString());
      }
      const ends = (text: string) => text.split('\n').filter((line) => line.startsWith('{"candor":"end"'));
      const differ = ends(again.join(''))
        .filter((line) => !ends(readFileSync(path('workspace'), 'utf8')).includes(line))
        .map((line) => (JSON.parse(line) as { table: string }).table);
      expect(differ.sort()).toEqual(['audit_log', 'membership', 'person']);
      const roles = await there.asSuperuser<{ role: string }>(
        'select role from membership where workspace_id = $1 order by role',
        [fixture.workspaceId],
      );
      expect(roles.map(({ role }) => role)).toEqual(['analyst', 'owner']);
    } finally {
      await there.close();
    }
  });

  it('holds no password, no secret of a key or webhook, and no offer to become a member', async () => {
    await origin.asSuperuser(
      `insert into member_invitation (workspace_id, id, secret_hash, email, role, created_at, expires_at)
       values ($1, $2, '\\xfeedfacecafebeefdeadbeef', 'new@example.com', 'owner', now(), now())`,
      [fixture.workspaceId, newId()],
    );
    await writeWhole(path('secrets'), exported(fixture.workspaceId));
    const text = readFileSync(path('secrets'), 'utf8');
    for (const secret of [
      'secret-hash-of-aino',
      'abcdef0123456789abcdef',
      'whsec_1',
      'feedfacecafebeef',
      'new@example.com',
    ]) {
      expect(text).not.toContain(secret);
    }
    expect(text).toContain(fixture.email);
    expect(text).not.toContain(other.workspaceId);
  });

  it('finds the people who have an account, whatever their id there', async () => {
    await writeWhole(path('people'), exported(fixture.workspaceId));
    const there = await testStore();
    try {
      // The same address under another id, and the id of the file under another address.
      const aino = newId();
      await there.asSuperuser(`insert into "user" (id, email, name, password_hash) values ($1, $2, 'Aino', 'x')`, [
        aino,
        fixture.email,
      ]);
      await there.asSuperuser(
        `insert into "user" (id, email, name, password_hash) values ($1, 'z@example.com', 'Z', 'x')`,
        [fixture.userId],
      );
      const taken = await importWorkspace(there.store, path('people'), {
        owner: { ...owner, email: fixture.email.toUpperCase() },
        now,
      });
      expect(taken.newPeople).toBe(0);
      expect(taken.password).toBeUndefined();
      const named = await there.asSuperuser<{ id: string }>(
        'select user_id as id from membership union select imported_by from import union select created_by from api_key',
      );
      expect(named).toEqual([{ id: aino }]);
    } finally {
      await there.close();
    }
  });

  it('is refused where the workspace or its short name is there, and where the file is of a store', async () => {
    await writeWhole(path('taken'), exported(fixture.workspaceId));
    const options = { owner, now };
    await expect(importWorkspace(origin.store, path('taken'), options)).rejects.toMatchObject({
      code: 'CND_WORKSPACE_TAKEN',
    });
    await writeWhole(path('store'), backup(origin.store, at));
    await expect(importWorkspace(origin.store, path('store'), options)).rejects.toMatchObject({
      code: 'CND_EXCHANGE_FILE',
      details: { kind: 'store' },
    });
    await expect(restore(origin.store, path('taken'))).rejects.toMatchObject({
      code: 'CND_EXCHANGE_FILE',
      details: { kind: 'workspace' },
    });
  });

  it('leaves nothing behind where one of its rows is refused', async () => {
    const there = await testStore();
    try {
      await writeWhole(path('refused'), exported(fixture.workspaceId));
      // The rule that the last rows break is made on purpose; the first tables are in by then.
      await there.asSuperuser("alter table answer add constraint never check (words is distinct from '=1+1')");
      await expect(importWorkspace(there.store, path('refused'), { owner, now })).rejects.toMatchObject({
        code: 'CND_EXCHANGE_FILE',
        details: { table: 'answer' },
      });
      expect(
        await there.asSuperuser(
          'select 1 from workspace_directory union all select 1 from response union all select 1 from "user"',
        ),
      ).toEqual([]);
    } finally {
      await there.close();
    }
  });
});

describe('the plan of what a file holds', () => {
  it('knows every table above the workspaces, and every column that looks like a secret', async () => {
    const tables = await origin.store.inTransaction((c) => archiveTables(c));
    const above = tables.filter(({ ofWorkspace }) => !ofWorkspace).map(({ name }) => name);
    expect(above.sort()).toEqual([...globalTables, ...neverKept].sort());
    for (const { table } of tallyShapes) expect(leftOutOfWorkspace.has(table)).toBe(true);
    const secrets = tables
      .filter(({ name, ofWorkspace }) => ofWorkspace && !leftOutOfWorkspace.has(name))
      .flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name}`))
      .filter((column) => /secret|password|token|hash|salt|_key$/.test(column) && !notSecret.has(column));
    expect(secrets.filter((column) => !(column in blanked))).toEqual([]);
  });
});

import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId, openStore, type Store } from '../../src/store/index.ts';

/** A disk of its own for one home: 640 MB of memory. Making one needs root and the right to mount. */
const disk = mkdtempSync(join(tmpdir(), 'candor-disk-'));
chmodSync(disk, 0o755);
const mounted =
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=640m,mode=755', 'tmpfs', disk]).status === 0;
if (!mounted) process.stderr.write('The test of a full disk is skipped: it needs root and the right to mount.\n');

const home = join(disk, 'home');
const ballast = join(disk, 'ballast');
let store: Store;

beforeAll(async () => {
  if (!mounted) return;
  mkdirSync(home, { mode: 0o755 });
  store = await openStore({ kind: 'embedded', home, port: 0 }, { connections: 3 });
});
afterAll(async () => {
  if (mounted) {
    rmSync(ballast, { force: true });
    await store.close();
    spawnSync('umount', [disk]);
  }
  rmSync(disk, { recursive: true, force: true });
});

const write = () =>
  store.inTransaction((c) =>
    c.query('insert into workspace_directory (workspace_id, slug) values ($1, $2)', [
      newId(),
      'x'.repeat(2_000) + newId(),
    ]),
  );
const stored = async () =>
  (await store.inTransaction((c) => c.query<{ n: number }>('select count(*)::int as n from workspace_directory')))[0]!
    .n;

describe.runIf(mounted)('a full disk', () => {
  it('is an error and no acknowledgement, and passes by itself when there is space again', async () => {
    await write();
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(ballast, Buffer.alloc(bavail * bsize));
    let acknowledged = 1;
    const codes = new Set<unknown>();
    for (let attempt = 0; attempt < 20_000 && codes.size === 0; attempt += 1) {
      await write().then(
        () => {
          acknowledged += 1;
        },
        (error: { code?: unknown }) => codes.add(error.code),
      );
    }
    expect([...codes].filter((code) => !/^CND_STORE_(DISK|AWAY)$/.test(String(code)))).toEqual([]);
    expect(codes.size).toBeGreaterThan(0);
    rmSync(ballast);
    const givenUpAt = performance.now() + 120_000;
    for (;;) {
      const written = await write().then(
        () => true,
        () => false,
      );
      if (written) break;
      expect(performance.now()).toBeLessThan(givenUpAt);
      await sleep(200);
    }
    expect(await stored()).toBe(acknowledged + 1);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { versionAsLeft } from '../../src/store/as-left.ts';
import { openStore } from '../../src/store/index.ts';
import { type TestStore, testStore } from './test-store.ts';

let test: TestStore;
const open = async () => (await openStore({ kind: 'server', url: test.url, home: '' })).close();

beforeAll(async () => {
  test = await testStore();
});
afterAll(() => test.close());

describe('a store that a start left', () => {
  it('is found as it is by one look', async () => {
    expect(await versionAsLeft(test.address)).toBe(test.store.server.version);
  });

  it('is not found so while a right is missing, which the next start gives back', async () => {
    await test.asSuperuser('revoke create on schema public from candor_migrator');
    expect(await versionAsLeft(test.address)).toBeUndefined();
    await open();
    expect(await versionAsLeft(test.address)).toBeDefined();
    await test.asSuperuser('revoke usage on schema public from public, candor_bi');
    expect(await versionAsLeft(test.address)).toBeUndefined();
    await open();
    expect(await versionAsLeft(test.address)).toBeDefined();
  });

  it('is not found so while a migration is missing', async () => {
    const [last] = await test.asSuperuser<{ number: number; name: string; checksum: string }>(
      `delete from schema_migration where number = (select max(number) from schema_migration)
       returning number, name, checksum`,
    );
    expect(await versionAsLeft(test.address)).toBeUndefined();
    const { number, name, checksum } = last!;
    await test.asSuperuser('insert into schema_migration (number, name, checksum) values ($1, $2, $3)', [
      number,
      name,
      checksum,
    ]);
    expect(await versionAsLeft(test.address)).toBeDefined();
  });

  it('is refused when another Candor migrated it', async () => {
    const [{ checksum } = { checksum: '' }] = await test.asSuperuser<{ checksum: string }>(
      'select checksum from schema_migration where number = 3',
    );
    await test.asSuperuser("update schema_migration set checksum = 'another' where number = 3");
    await expect(open()).rejects.toMatchObject({ code: 'CND_MIGRATION_CHANGED' });
    await test.asSuperuser('update schema_migration set checksum = $1 where number = 3', [checksum]);
    await test.asSuperuser("insert into schema_migration (number, name, checksum) values (9999, 'newer', 'its own')");
    await expect(open()).rejects.toMatchObject({ code: 'CND_MIGRATION_AHEAD' });
    await test.asSuperuser('delete from schema_migration where number = 9999');
    await open();
  });
});

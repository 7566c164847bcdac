import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Role, roles } from '../../src/store/connection.ts';
import { newId } from '../../src/store/index.ts';
import { type TestStore, testStore } from './test-store.ts';

/** One row for every workspace table, made from the catalogue: a table that is added later is covered without a word. */
async function fillEveryTable(test: TestStore, workspaceId: string): Promise<string[]> {
  const tables = await test.asSuperuser<{
    name: string;
    columns: { name: string; type: string; required: boolean }[];
  }>(`
    select c.relname as name, jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
      'required', a.attnotnull and not a.atthasdef) order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relrowsecurity and c.relnamespace = 'public'::regnamespace group by c.relname`);
  // The rules of single tables are not the point here, so keys and checks are put aside for the filling.
  const made: Record<string, string> = {
    uuid: `'${newId()}'`,
    text: "'x'",
    jsonb: "'{}'",
    date: 'current_date',
    boolean: 'true',
    bytea: "'x'",
    'text[]': "'{}'",
    'integer[]': "'{1,2}'",
    'timestamp with time zone': 'now()',
  };
  for (const { name, columns } of tables) {
    if (name === 'workspace') continue;
    const needed = columns.filter(({ required }) => required);
    const values = needed.map((c) => (c.name === 'workspace_id' ? `'${workspaceId}'` : (made[c.type] ?? '1')));
    await test.asSuperuser(
      `insert into "${name}" (${needed.map((c) => `"${c.name}"`).join()}) values (${values.join()})`,
    );
  }
  return tables.map(({ name }) => name);
}

let test: TestStore;
let own: string;
let other: string;
let tables: string[];
const count = async (role: Role, workspaceId: string | undefined, table: string) => {
  const [row] = await test.asRole<{ n: number }>(role, workspaceId, `select count(*) as n from "${table}"`);
  return row!.n;
};

beforeAll(async () => {
  test = await testStore();
  own = await test.newWorkspace();
  other = await test.newWorkspace();
  const rules = await test.asSuperuser<{ drop: string }>(`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop from pg_constraint
    where connamespace = 'public'::regnamespace and contype in ('c', 'f')`);
  for (const { drop } of rules) await test.asSuperuser(drop);
  tables = await fillEveryTable(test, other);
});
afterAll(() => test.close());

describe('two workspaces', () => {
  it('has a row of the other in every table', async () => {
    expect(tables.length).toBeGreaterThanOrEqual(36);
    for (const table of tables) {
      expect(await test.asSuperuser(`select 1 from "${table}" where workspace_id = '${other}'`), table).toHaveLength(1);
    }
  });

  it.each([roles.app, roles.migrator])('shows %s nothing of the other, and everything in its own', async (role) => {
    for (const table of tables) {
      expect(await count(role, own, table), table).toBe(table === 'workspace' ? 1 : 0);
      expect(await count(role, undefined, table), table).toBe(0);
      expect(await count(role, other, table), table).toBe(1);
    }
  });

  it('lets the application neither change, delete nor bring in rows of the other', async () => {
    for (const table of tables.filter((name) => name !== 'audit_log')) {
      expect(
        await test.asRole(roles.app, own, `delete from "${table}" where workspace_id = '${other}' returning 1`),
        table,
      ).toEqual([]);
      expect(
        await test.asRole(
          roles.app,
          own,
          `update "${table}" set workspace_id = '${own}' where workspace_id = '${other}' returning 1`,
        ),
        table,
      ).toEqual([]);
    }
    await expect(
      test.store.inWorkspace(own, (t) =>
        t.query("insert into journey (workspace_id, id, key, name) values ($1, $2, 'k', 'n')", [other, newId()]),
      ),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(test.asRole(roles.app, other, 'delete from audit_log')).rejects.toMatchObject({ code: '42501' });
  });

  it('binds a login for business intelligence to its one workspace, whatever it sets', async () => {
    const login = `candor_bi_${own.replaceAll('-', '')}`;
    await test.asSuperuser(`create role ${login} login password 'not-a-secret' in role candor_bi`);
    try {
      const views = await test.asSuperuser<{ name: string }>(
        "select relname as name from pg_class where relkind = 'v' and relnamespace = 'public'::regnamespace",
      );
      const { withConnection } = await import('../../src/store/connection.ts');
      await withConnection({ ...test.address, user: login, password: 'not-a-secret' }, undefined, async (bi) => {
        await test.store.inWorkspace(own, (t) =>
          t.query("insert into account (workspace_id, id, name) values ($1, $2, 'Own')", [own, newId()]),
        );
        for (const workspaceId of [own, other]) {
          await bi.query(`set app.workspace_id = '${workspaceId}'`);
          for (const { name } of views) {
            const rows = await bi.query<{ workspace_id: string }>(`select workspace_id from ${name}`);
            expect(
              rows.filter((row) => row.workspace_id !== own),
              name,
            ).toEqual([]);
          }
          expect(await bi.query('select 1 from bi_account')).toHaveLength(workspaceId === own ? 1 : 0);
        }
        await expect(bi.query('select email from contact')).rejects.toMatchObject({ code: '42501' });
        await expect(bi.query('select words from answer')).rejects.toMatchObject({ code: '42501' });
        await expect(bi.query('select * from job')).rejects.toMatchObject({ code: '42501' });
      });
    } finally {
      await test.asSuperuser(`drop role ${login}`);
    }
  });

  it('forgets the workspace at the end of a transaction, also of one that failed, on a pooled connection', async () => {
    for (let turn = 0; turn < 40; turn += 1) {
      const [row] = await test.store.inWorkspace(turn % 2 ? own : other, (t) =>
        t.query<{ n: number }>('select count(*) as n from outbox'),
      );
      expect(row!.n).toBe(turn % 2 ? 0 : 1);
      await expect(test.store.inWorkspace(other, (t) => t.query('select 1 / 0'))).rejects.toMatchObject({
        code: '22012',
      });
      expect(await test.store.inTransaction((c) => c.query('select * from outbox'))).toEqual([]);
    }
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestStore, testStore } from './test-store.ts';

/** Tables above the workspaces: reference tables on Citus, and the ones that stay on the coordinator. */
const reference = ['user', 'user_workspace', 'workspace_directory', 'session'];
const coordinator = ['job', 'schema_migration', 'sign_in_attempt', 'upkeep'];
/** A histogram has no identity of its own: its cell is its key. */
const naturalKey = [
  'workspace',
  'tally',
  'account_tally',
  'trend_tally',
  'account_trend_tally',
  'month_tally',
  'tally_state',
];
const policy =
  "(workspace_id = ANY (ARRAY[(NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid]))";
const biPolicy = "(replace((workspace_id)::text, '-'::text, ''::text) = ANY (ARRAY[substr((SESSION_USER)::text, 11)]))";

const core = `workspace user membership org_unit account contact contact_role touchpoint journey encounter survey
  survey_version question metric_definition programme wave invitation message response answer outcome_fact kpi_fact
  import tally tally_delta account_tally finding initiative monitor alert case goal review audit_log api_key webhook job
  outbox`.split(/\s+/);

let test: TestStore;
const rows = <Row extends object>(text: string) => test.asSuperuser<Row>(text);
const names = async (text: string) => (await rows<{ name: string }>(text)).map(({ name }) => name);
const workspaceTables = async () =>
  (
    await names(
      "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')",
    )
  ).filter((name) => ![...reference, ...coordinator].includes(name));

beforeAll(async () => {
  test = await testStore();
});
afterAll(() => test.close());

describe('the catalogue of the store', () => {
  it('has every table of the core', async () => {
    const found = [...(await workspaceTables()), ...reference, ...coordinator];
    expect(core.filter((name) => !found.includes(name))).toEqual([]);
    expect((await workspaceTables()).length).toBeGreaterThanOrEqual(36);
  });

  it('begins every primary and unique key of a workspace table with workspace_id', async () => {
    const keys = await rows<{ relation: string; primary: boolean; columns: string[] }>(`
      select c.relname as relation, i.indisprimary as primary,
        array(select a.attname::text from unnest(i.indkey) with ordinality as k (attnum, position)
              join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum order by position) as columns
      from pg_index i join pg_class c on c.oid = i.indrelid
      where c.relnamespace = 'public'::regnamespace and (i.indisunique or i.indisexclusion)`);
    const tables = await workspaceTables();
    const ofWorkspaces = keys.filter(({ relation }) => tables.includes(relation));
    expect(ofWorkspaces.filter(({ columns }) => columns[0] !== 'workspace_id')).toEqual([]);
    const primary = ofWorkspaces.filter((key) => key.primary);
    expect(primary.map(({ relation }) => relation).sort()).toEqual([...tables].sort());
    const withId = primary.filter(({ relation }) => !naturalKey.includes(relation));
    expect(withId.filter(({ columns }) => columns.join() !== 'workspace_id,id')).toEqual([]);
  });

  it('has no second index on the columns of a primary key', async () => {
    const doubles = await names(`select a.indexrelid::regclass::text as name from pg_index a join pg_index b
      on a.indrelid = b.indrelid and a.indexrelid <> b.indexrelid and a.indkey::text = b.indkey::text
      where b.indisprimary and a.indpred is null and a.indrelid::regclass::text not like 'pg_%'`);
    expect(doubles).toEqual([]);
  });

  it('leads foreign keys by workspace_id or to a reference table, never to or from the coordinator, never to null', async () => {
    const keys = await rows<{ name: string; from: string; to: string; columns: string[]; on_delete: string }>(`
      select k.conname as name, c.relname as from, r.relname as to, k.confdeltype as on_delete,
        array(select a.attname::text from unnest(k.conkey) with ordinality as u (attnum, position)
              join pg_attribute a on a.attrelid = c.oid and a.attnum = u.attnum order by position) as columns
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class r on r.oid = k.confrelid
      where k.contype = 'f'`);
    expect(keys.length).toBeGreaterThan(50);
    const tables = await workspaceTables();
    const wrong = keys.filter(
      ({ from, to, columns, on_delete }) =>
        coordinator.includes(from) ||
        coordinator.includes(to) ||
        on_delete === 'n' ||
        on_delete === 'd' ||
        (tables.includes(to) && columns[0] !== 'workspace_id') ||
        (reference.includes(from) && !reference.includes(to)),
    );
    expect(wrong).toEqual([]);
  });

  it('enables and forces row level security on every workspace table, with one policy text', async () => {
    const tables = await workspaceTables();
    const secured = await names(
      "select relname as name from pg_class where relrowsecurity and relforcerowsecurity and relnamespace = 'public'::regnamespace",
    );
    expect(tables.filter((name) => !secured.includes(name))).toEqual([]);
    const policies = await rows<{
      tablename: string;
      policyname: string;
      permissive: string;
      cmd: string;
      qual: string;
      with_check: string;
    }>('select tablename, policyname, permissive, cmd, qual, with_check from pg_policies');
    const main = policies.filter(({ policyname }) => policyname === 'workspace_only');
    expect(main.map(({ tablename }) => tablename).sort()).toEqual([...tables].sort());
    expect([...new Set(main.map(({ qual, with_check, cmd }) => `${cmd} ${qual} ${with_check}`))]).toEqual([
      `ALL ${policy} ${policy}`,
    ]);
    const others = policies.filter(({ policyname }) => policyname !== 'workspace_only');
    expect(
      others.filter(
        ({ permissive, cmd, qual }) => permissive !== 'RESTRICTIVE' || cmd !== 'SELECT' || qual !== biPolicy,
      ),
    ).toEqual([]);
    // Whatever bi may read is bound to its one workspace.
    const readable = await names(`select distinct table_name as name from information_schema.column_privileges
      where grantee = 'candor_bi' and table_name not like 'bi\\_%'`);
    expect(others.map(({ tablename }) => tablename).sort()).toEqual([...readable].sort());
  });

  it('has no trigger, no rule, no materialised view, and only views with the rights of the reader', async () => {
    expect(await names('select tgname as name from pg_trigger where not tgisinternal')).toEqual([]);
    expect(await names("select matviewname as name from pg_matviews where schemaname = 'public'")).toEqual([]);
    const views = await rows<{ name: string; options: string[] | null }>(
      "select relname as name, reloptions as options from pg_class where relkind = 'v' and relnamespace = 'public'::regnamespace",
    );
    expect(views.length).toBeGreaterThan(3);
    expect(views.filter(({ options }) => !options?.includes('security_invoker=true'))).toEqual([]);
  });

  it('lets migrator own everything, and no role pass row level security', async () => {
    const foreign = await names(`select relname as name from pg_class where relnamespace = 'public'::regnamespace
      and pg_get_userbyid(relowner) <> 'candor_migrator'`);
    expect(foreign).toEqual([]);
    const strong = await names(
      "select rolname as name from pg_roles where rolname like 'candor\\_%' and rolname <> 'candor_admin' and (rolsuper or rolbypassrls)",
    );
    expect(strong).toEqual([]);
    const truncate = await names(
      "select table_name as name from information_schema.table_privileges where grantee = 'candor_app' and privilege_type = 'TRUNCATE'",
    );
    expect(truncate).toEqual([]);
  });

  it('adds histograms by an immutable function', async () => {
    const volatility = await rows("select provolatile from pg_proc where proname = 'add_counts'");
    expect(volatility).toEqual([{ provolatile: 'i' }]);
    expect(await rows("select add_counts('{1,2,3}', '{10,20,30,40}') as sum")).toEqual([{ sum: [11, 22, 33, 40] }]);
  });

  it('writes SQL that Citus takes', () => {
    const root = join(import.meta.dirname, '../../src');
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /^(store|queue|people|webhooks)\/.*\.(ts|sql)$/.test(file),
    );
    const text = files
      .filter((file) => !file.includes('.test.'))
      .map((file) => readFileSync(join(root, file), 'utf8'))
      .join('\n')
      .replace(/^\s*(--|\/\/|\*|\/\*).*$/gm, '');
    for (const refused of [
      /set_config/i,
      /on delete set null/i,
      /\bmerge into\b/i,
      /create trigger/i,
      /copy [a-z_]+ (to|from)\b/i,
      /gen_random_uuid/i,
      /\buuidv7\(\)/i,
      /any_value/i,
    ]) {
      expect(text).not.toMatch(refused);
    }
    // Functions in DO UPDATE SET must be immutable: only add_counts is, everything else is a column or a parameter.
    for (const [, assignments] of text.matchAll(/do update set([^`;]*)/gi)) {
      expect(
        [...assignments!.matchAll(/([a-z_]+)\s*\(/gi)].map(([, name]) => name).filter((name) => name !== 'add_counts'),
      ).toEqual([]);
    }
  });
});

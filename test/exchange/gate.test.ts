import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as exchange from '../../src/exchange/index.ts';
import {
  type ExportAsk,
  type ExportedFile,
  type Exporter,
  exportAnswers,
  exportCodebook,
  exportDecisions,
  exportFormats,
  exportWorkspace,
} from '../../src/exchange/index.ts';
import { keyAccess, memberAccess } from '../../src/people/access.ts';
import {
  type KeyScope,
  keyScopes,
  type MemberRole,
  memberRoles,
  type WorkspaceSettings,
} from '../../src/people/index.ts';
import { newId } from '../../src/store/index.ts';
import { parseView } from '../../src/view/index.ts';
import { type TestStore, testStore } from '../store/test-store.ts';
import { type ArchiveFixture, archiveFixture } from './archive-fixture.ts';

let test: TestStore;
let fixture: ArchiveFixture;
let workspace: WorkspaceSettings;
const now = new Date('2026-11-22T12:00:00Z');
const engine = 'candor test';
beforeAll(async () => {
  test = await testStore();
  fixture = await archiveFixture(test, 300);
  await archiveFixture(test, 30);
  workspace = {
    id: fixture.workspaceId,
    slug: `w-${fixture.workspaceId}`,
    name: 'W',
    timeZone: 'Europe/Helsinki',
    currency: 'EUR',
    language: 'en',
    smallGroupFloor: 5,
    demo: false,
  };
});
afterAll(() => test.close());

const member = (role: MemberRole): Exporter =>
  memberAccess(workspace, { kind: 'person', userId: fixture.userId, sessionId: newId() }, role);
const program = (...scopes: KeyScope[]): Exporter =>
  keyAccess(workspace, { kind: 'key', keyId: fixture.keyId, workspaceId: workspace.id, scopes });
const operator = (): Exporter => ({ kind: 'operator', workspace });
const ask = (exporter: Exporter, query = '', personal = false): ExportAsk => ({
  exporter,
  view: parseView(new URLSearchParams(query)),
  personal,
  engine,
  now,
});

async function textOf(file: ExportedFile): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of file.bytes) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

const rowsOf = async (exporter: Exporter, query = '', personal = false): Promise<Record<string, string>[]> =>
  parse(await textOf(await exportAnswers(test.store, { ...ask(exporter, query, personal), format: 'csv' })), {
    columns: true,
  });

const noted = async () =>
  (await test.asSuperuser<{ n: number }>("select count(*)::int as n from audit_log where action = 'export'"))[0]!.n;

/** Everything that leaves the store as a file, by the name it is exported with. */
const exporters: Readonly<Record<string, (exporter: Exporter) => Promise<ExportedFile>>> = {
  ...Object.fromEntries(
    exportFormats.map((format) => [
      `exportAnswers ${format}`,
      (exporter: Exporter) => exportAnswers(test.store, { ...ask(exporter), format }),
    ]),
  ),
  exportCodebook: (exporter) => exportCodebook(test.store, ask(exporter)),
  exportDecisions: (exporter) =>
    exportDecisions(test.store, { exporter, filter: {}, personal: false, language: 'en', now }),
  exportWorkspace: (exporter) => exportWorkspace(test.store, { exporter, engine, now }),
};

describe('the gate', () => {
  it('is the only way out of the module', () => {
    const ways = new Set(Object.keys(exporters).map((name) => name.split(' ')[0]));
    // A backup is asked for by a command only; the rest reads files, writes them to a disk, or says what there is.
    const others = [
      'backupStore',
      'codebookText',
      'exportFormats',
      'formats',
      'importWorkspace',
      'operatorIn',
      'restore',
      'verifyArchive',
      'writeWhole',
    ];
    expect(Object.keys(exchange).sort()).toEqual([...ways, ...others].sort());
    const folder = join(import.meta.dirname, '../../src/exchange');
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts') && name !== 'gate.ts')) {
      const text = readFileSync(join(folder, file), 'utf8');
      expect(text, file).not.toMatch(/import [^;]*\b(answerTable|workspaceArchive|backup)\b[^;]* from/);
    }
    const routes = join(import.meta.dirname, '../../src');
    for (const file of readdirSync(routes, { recursive: true, encoding: 'utf8' })) {
      if (!/^server\/.*\.ts$/.test(file)) continue;
      expect(readFileSync(join(routes, file), 'utf8'), file).not.toContain('backupStore');
    }
  });

  it.each(Object.keys(exporters))(
    'lets nobody through to %s without the permission, and notes every one',
    async (name) => {
      const whole = name === 'exportWorkspace';
      for (const role of memberRoles) {
        const may = whole ? role === 'owner' : role === 'owner' || role === 'analyst';
        const before = await noted();
        if (may) expect((await textOf(await exporters[name]!(member(role)))).length).toBeGreaterThan(0);
        else await expect(exporters[name]!(member(role))).rejects.toMatchObject({ code: 'CND_FORBIDDEN' });
        expect(await noted()).toBe(before + (may ? 1 : 0));
      }
      for (const scope of keyScopes) {
        const asked = exporters[name]!(program(scope));
        if (scope === 'export:read' && !whole) expect((await textOf(await asked)).length).toBeGreaterThan(0);
        else await expect(asked).rejects.toMatchObject({ code: 'CND_FORBIDDEN' });
      }
      expect((await textOf(await exporters[name]!(operator()))).length).toBeGreaterThan(0);
    },
  );

  it('gives names and addresses only to owners who ask for them', async () => {
    for (const exporter of [member('analyst'), program('export:read')]) {
      await expect(exportAnswers(test.store, { ...ask(exporter, '', true), format: 'csv' })).rejects.toMatchObject({
        code: 'CND_FORBIDDEN',
        details: { action: 'export-personal-data' },
      });
    }
    for (const format of exportFormats) {
      const plain = await exportAnswers(test.store, { ...ask(member('owner')), format });
      expect(await textOf(plain)).not.toMatch(/v@example\.com|Väinö/);
    }
    const [named] = await rowsOf(member('owner'), '', true);
    expect(Object.keys(named!)).toEqual(expect.arrayContaining(['account_name', 'contact_name', 'contact_email']));
    expect(JSON.stringify(await rowsOf(operator(), '', true))).toContain('v@example.com');
  });

  it('gives words to those who may read comments only', async () => {
    expect(Object.keys((await rowsOf(member('analyst')))[0]!)).toContain('why');
    expect(Object.keys((await rowsOf(program('export:read')))[0]!)).not.toContain('why');
    expect(Object.keys((await rowsOf(program('export:read', 'responses:read')))[0]!)).toContain('why');
  });
});

describe('the rows of an export', () => {
  it('are the responses of the workspace and no others, with their scores', async () => {
    const rows = await rowsOf(member('analyst'));
    expect(rows).toHaveLength(300);
    const truth = await test.asSuperuser<{
      id: string;
      recommend: number | null;
      effort: number | null;
      words: string | null;
    }>(
      `select r.id, max(a.point) filter (where q.key = 'recommend') - 1 as recommend,
         max(a.point) filter (where q.key = 'effort') as effort, max(a.words) as words
       from response r join answer a on a.response_id = r.id join question q on q.id = a.question_id
       where r.workspace_id = $1 group by r.id`,
      [fixture.workspaceId],
    );
    const byId = new Map(truth.map((row) => [row.id, row]));
    for (const row of rows) {
      const { recommend, effort, words } = byId.get(row.response_id!)!;
      expect(row.recommend).toBe(String(recommend ?? ''));
      expect(row.effort).toBe(String(effort ?? ''));
      expect(row.why!.replace(/^'/, '')).toBe(words ?? '');
    }
    const times = rows.map(({ responded_at: at }) => at!);
    expect(times).toEqual([...times].sort());
  });

  it('are those of the view', async () => {
    const all = await rowsOf(operator());
    const same = async (query: string, wanted: (row: Record<string, string>) => boolean) => {
      const ids = (rows: Record<string, string>[]) => rows.map(({ response_id: id }) => id).sort();
      const found = await rowsOf(operator(), query);
      expect(ids(found)).toEqual(ids(all.filter(wanted)));
      expect(found.length).toBeGreaterThan(0);
    };
    await same('touchpoint=t1', ({ touchpoint }) => touchpoint === 't1');
    await same(
      'touchpoint=t1&touchpoint=t2&role=payer',
      ({ touchpoint, role }) => touchpoint !== 't0' && role === 'payer',
    );
    await same('segment=', ({ segment }) => segment === '');
    await same('unit=U2&segment=small', ({ org_unit: unit, segment }) => unit === 'U2' && segment === 'small');
    await same('from=2025-03-01&to=2025-06-01', ({ day }) => day! >= '2025-03-01' && day! < '2025-06-01');
    await same('channel=e-mail&level=relationship', () => true);
    expect(await rowsOf(operator(), 'level=encounter')).toEqual([]);
    expect(await rowsOf(operator(), 'touchpoint=none')).toEqual([]);
  });

  it('tell no group below the floor to a program, nor one that could be inferred', async () => {
    const program1 = program('export:read');
    // One payer of two roles: both are left out, or the only rows without a role would be his.
    await test.asSuperuser(
      `update response set respondent_role = 'decision-maker' where workspace_id = $1
       and id in (select id from response where workspace_id = $1 order by id limit 3)`,
      [fixture.workspaceId],
    );
    const roles = (rows: Record<string, string>[]) => new Set(rows.map(({ role }) => role));
    expect(roles(await rowsOf(member('analyst')))).toEqual(new Set(['decision-maker', 'payer', 'end-user']));
    const told = roles(await rowsOf(program1));
    expect(told.has('decision-maker')).toBe(false);
    expect(told.size).toBe(2);
    await expect(rowsOf(program1, 'role=decision-maker')).rejects.toMatchObject({ code: 'CND_FORBIDDEN' });
  });

  it('come with a codebook that says what each column is', async () => {
    const codebook = JSON.parse(
      await textOf(await exportCodebook(test.store, ask(member('analyst'), 'segment=small'))),
    );
    expect(codebook).toMatchObject({ format: 'candor-answers', view: 'segment=small', timeZone: 'Europe/Helsinki' });
    const rows = await rowsOf(member('analyst'));
    expect(codebook.columns.map(({ name }: { name: string }) => name)).toEqual(Object.keys(rows[0]!));
    expect(codebook.columns.find(({ name }: { name: string }) => name === 'recommend')).toMatchObject({
      kind: 'integer',
      label: 'How?',
      scale: { minimum: 0, maximum: 10 },
      metric: { id: 'nps' },
      question: { survey: 's', key: 'recommend', versions: [1] },
    });
  });

  it('are let go of when nobody takes them', async () => {
    const { bytes } = await exportAnswers(test.store, { ...ask(operator()), format: 'csv' });
    await bytes.next();
    await bytes.return(undefined);
    const open = await test.asSuperuser<{ n: number }>(
      "select count(*)::int as n from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'",
    );
    expect(open).toEqual([{ n: 0 }]);
  });
});

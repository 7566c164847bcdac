import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FileKind, type GivenMapping, importFile, listImports } from '../../src/collect/index.ts';
import { type TestStore, testStore } from '../store/test-store.ts';

let test: TestStore;
const folder = mkdtempSync(join(tmpdir(), 'candor-import-'));
beforeAll(async () => {
  test = await testStore();
});
afterAll(() => test.close());

const clock = () => new Date('2031-02-03T04:05:06Z');
const fixtures = join(import.meta.dirname, '../fixtures');

async function imported(path: string, kind: FileKind = 'answers', given?: GivenMapping, dryRun = false) {
  const workspaceId = await test.newWorkspace();
  await test.asSuperuser("update workspace set time_zone = 'UTC' where workspace_id = $1", [workspaceId]);
  const file = { kind, name: path.split('/').at(-1)!, open: () => ({ name: path, path }), given };
  return { workspaceId, file, result: await importFile(test.store, workspaceId, file, { clock, dryRun }) };
}

function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

interface Expected {
  readonly refused?: unknown;
  readonly options?: Record<string, string>;
  readonly metric: string;
  readonly columns: { readonly score?: { name: string } };
  readonly rows: {
    read: number;
    used: number;
    rejected: number;
    reasons: { reason: string; count: number; firstLine: number }[];
  };
  readonly overall: { n: number; counts: { promoters: number; passives: number; detractors: number } };
}

const exportsFolder = join(fixtures, 'exports');
const exported = readdirSync(exportsFolder).filter((file) => /\.(csv|tsv)$/.test(file));

describe('importing a file of answers', () => {
  it.each(exported)('reads %s as the audit does', async (file) => {
    const expected = JSON.parse(readFileSync(join(exportsFolder, `${file}.expected.json`), 'utf8')) as Expected;
    const where = expected.options?.where?.split('=');
    const given = {
      ...(where ? { where: { column: where[0]!, value: where[1]! } } : {}),
      ...(expected.options?.dateOrder ? { dateOrder: expected.options.dateOrder as 'dmy' } : {}),
    };
    if (expected.refused) {
      await expect(imported(join(exportsFolder, file), 'answers', given)).rejects.toMatchObject({
        code: (expected.refused as { code: string }).code,
      });
      return;
    }
    const { workspaceId, result } = await imported(join(exportsFolder, file), 'answers', given);
    const { read, used, rejected } = result;
    expect({ read, used, rejected }).toEqual({
      read: expected.rows.read,
      used: expected.rows.used,
      rejected: expected.rows.rejected,
    });
    const reasons = result.reasons.filter((one) => one.rejected);
    const sorted = (list: readonly { reason: string; count: number; firstLine: number }[]) =>
      list.map(({ reason, count, firstLine }) => `${reason} ${count} ${firstLine}`).sort();
    expect(sorted(reasons)).toEqual(sorted(expected.rows.reasons));
    expect(result.mapping.scores?.[0]).toMatchObject({ column: expected.columns.score?.name, metric: expected.metric });
    const [counts] = await test.asSuperuser(
      `select count(*) as n, count(*) filter (where point >= 10) as promoters,
         count(*) filter (where point between 8 and 9) as passives, count(*) filter (where point <= 7) as detractors
       from answer where workspace_id = $1 and question_id in (select id from question where position = 1)`,
      [workspaceId],
    );
    const { n, counts: groups } = expected.overall;
    if (expected.metric === 'nps') expect(counts).toEqual({ n, ...groups });
  });

  it('gives the report of the true run without keeping anything', async () => {
    const path = join(exportsFolder, 'qualtrics-traps.csv');
    const dry = await imported(path, 'answers', undefined, true);
    expect(await listImports(test.store, dry.workspaceId)).toEqual([]);
    const done = await imported(path);
    const { id, ...truly } = done.result;
    expect((await listImports(test.store, done.workspaceId)).map((one) => one.id)).toEqual([id]);
    expect(dry.result).toEqual(truly);
    expect(truly.problems.length).toBe(truly.reasons.reduce((sum, { count }) => sum + count, 0));
    const comments = await test.asSuperuser<{ words: string }>('select words from answer where words is not null');
    expect(comments.length).toBeGreaterThan(50);
    expect(truly.problems.filter(({ value }) => comments.some(({ words }) => words === value))).toEqual([]);
  });

  it('takes several questions of one file, and both levels apart', async () => {
    const path = written(
      'both.csv',
      `Response ID;Vastattu;Mittaustaso;Suosittelisitko meitä?;Tyytyväisyys;Vaivattomuus (CES);Kommentti;Yritys;Rooli;Kosketuspiste;Segmentti;Kanava;Kieli
1;1.3.2026 14:30;suhde;9;4;6;hyvä;Oy A;johtaja;;iso;sähköposti;fi
2;13.3.2026;kohtaaminen;2;1;;;Oy B;käyttäjä;Asiakaspalvelu;pieni;tekstiviesti;fi
3;14.3.2026;?;2;1;;;Oy B;käyttäjä;Asiakaspalvelu;pieni;tekstiviesti;fi
`,
    );
    const { workspaceId, result } = await imported(path);
    expect(result.mapping.scores?.map(({ column, metric }) => `${column} ${metric}`)).toEqual([
      'Suosittelisitko meitä? nps',
      'Tyytyväisyys csat-top2',
      'Vaivattomuus (CES) ces-7',
    ]);
    expect(result.mapping.columns).toMatchObject({
      segment: 'Segmentti',
      channel: 'Kanava',
      language: 'Kieli',
      touchpoint: 'Kosketuspiste',
    });
    expect(result.mapping.comments).toEqual([{ column: 'Kommentti', question: 'kommentti' }]);
    expect(result.reasons).toEqual([{ reason: 'unreadable-level', rejected: true, count: 1, firstLine: 4 }]);
    const surveys = await test.asSuperuser(
      `select s.key, s.level, count(*) as n from response r join survey_version v on v.id = r.survey_version_id
       join survey s on s.id = v.survey_id where r.workspace_id = $1 group by 1, 2 order by 1`,
      [workspaceId],
    );
    expect(surveys).toEqual([
      { key: 'file-encounter', level: 'encounter', n: 1 },
      { key: 'file-relationship', level: 'relationship', n: 1 },
    ]);
  });

  it('takes a later export of more rows without ids as the same rows and the new ones', async () => {
    const rows = ['2026-03-01,9,A', '2026-03-01,9,A', '2026-03-02,3,B'];
    const first = written('early.csv', ['Date,NPS,Account', ...rows].join('\n'));
    const { workspaceId, result } = await imported(first);
    expect(result).toMatchObject({ used: 3, known: 0 });
    const later = written(
      'late.csv',
      ['Date,NPS,Account', '2026-03-03,5,A', ...rows.reverse(), '2026-03-01,9,A'].join('\n'),
    );
    const file = { kind: 'answers' as const, name: 'late.csv', open: () => ({ name: later, path: later }) };
    expect(await importFile(test.store, workspaceId, file, { clock })).toMatchObject({ used: 5, known: 3 });
  });

  it('leaves out an answer that was given in the future, which no page would ever show', async () => {
    const today = clock().toISOString().slice(0, 10);
    const path = written('future.csv', `id,date,nps\n1,${today},9\n2,2099-01-01,3\n3,2026-01-02,5\n`);
    const { result } = await imported(path);
    expect(result).toMatchObject({ used: 2, rejected: 1 });
    expect(result.reasons).toEqual([{ reason: 'future-date', rejected: true, count: 1, firstLine: 3 }]);
  });

  it('refuses a column of groups that holds something else', async () => {
    const lines = Array.from({ length: 2_100 }, (_, row) => `2026-03-01,${row % 11},word ${row}`);
    const path = written('groups.csv', `Date,NPS,Segment\n${lines.join('\n')}\n`);
    await expect(imported(path)).rejects.toMatchObject({ code: 'CND_IMPORT_MAPPING', details: { field: 'segment' } });
    expect((await imported(path, 'answers', { columns: { segment: null } })).result).toMatchObject({ used: 2_100 });
  });

  it('refuses what it cannot read, and keeps nothing of it', async () => {
    const bad = written('bad.csv', 'Date,NPS\n2026-03-01,77\n2026-03-02,88\n');
    const { workspaceId } = await imported(written('good.csv', 'Date,NPS\n2026-03-01,7\n'));
    const file = { kind: 'answers' as const, name: 'bad.csv', open: () => ({ name: bad, path: bad }) };
    const scores = [{ column: 'NPS', question: 'nps', metric: 'nps' as const, scale: { min: 0, max: 10 } }];
    await expect(importFile(test.store, workspaceId, { ...file, given: { scores } }, { clock })).rejects.toMatchObject({
      code: 'CND_ALL_ROWS_REJECTED',
    });
    const [failed] = await listImports(test.store, workspaceId);
    expect(failed).toMatchObject({
      state: 'failed',
      error: { code: 'CND_ALL_ROWS_REJECTED' },
      report: { rejected: 2 },
    });
    await expect(
      importFile(test.store, workspaceId, { ...file, given: { columns: { account: 'Nothing' } } }, { clock }),
    ).rejects.toMatchObject({ code: 'CND_IMPORT_MAPPING' });
    const encounter = { ...file, given: { survey: 'file-relationship', level: 'encounter' as const, scores } };
    const other = written('other.csv', 'Date,NPS\n2026-03-01,6\n');
    await expect(
      importFile(test.store, workspaceId, { ...encounter, open: () => ({ name: other, path: other }) }, { clock }),
    ).rejects.toMatchObject({ code: 'CND_IMPORT_LEVEL' });
  });
});

describe('importing accounts, contacts, outcomes and KPIs', () => {
  it('reads money, dates and names in the languages of their files', async () => {
    const accounts = written(
      'tilit.csv',
      `Asiakasnumero;Nimi;Segmentti;Liikevaihto;Valuutta;Emoyhtiö;Sopimus alkaa
1001;Höylä Oy;iso;1 250 000,55 €;;;3.4.2020
1002;Saha Oy;pieni;99,5;SEK;1001;15.12.2021
1,2E+11;Rikki Oy;;;;;
;Ei tunnusta;;;;;
1003;Viides;;paljon;;;
`,
    );
    const { workspaceId, result } = await imported(accounts, 'accounts');
    expect(result.reasons.map(({ reason, rejected, firstLine }) => [reason, rejected, firstLine])).toEqual([
      ['damaged-id', true, 4],
      ['empty-id', true, 5],
      ['unreadable-amount', false, 6],
    ]);
    expect(
      await test.asSuperuser(
        `select a.external_id, a.name, a.segment, a.revenue, a.currency, a.contract_from, p.external_id as parent
         from account a left join account p on p.id = a.parent_id where a.workspace_id = $1 order by 1`,
        [workspaceId],
      ),
    ).toEqual([
      {
        external_id: '1001',
        name: 'Höylä Oy',
        segment: 'iso',
        revenue: 125_000_055,
        currency: 'EUR',
        contract_from: '2020-04-03',
        parent: null,
      },
      {
        external_id: '1002',
        name: 'Saha Oy',
        segment: 'pieni',
        revenue: 9_950,
        currency: 'SEK',
        contract_from: '2021-12-15',
        parent: '1001',
      },
      {
        external_id: '1003',
        name: 'Viides',
        segment: '',
        revenue: null,
        currency: null,
        contract_from: null,
        parent: null,
      },
    ]);
  });

  it('reads outcomes long and wide', async () => {
    const wide = await imported(
      written(
        'wide.csv',
        'account,month,revenue,margin,left_at,leave_reason\nA,2026-01,10.50,4,,\nA,2026-02,,,2026-02-28,price\n',
      ),
      'outcomes',
    );
    const facts = (workspaceId: string) =>
      test.asSuperuser(
        'select kind, occurred_at::date::text as day, value from outcome_fact where workspace_id = $1 order by 2, 1',
        [workspaceId],
      );
    expect(await facts(wide.workspaceId)).toEqual([
      { kind: 'margin', day: '2026-01-01', value: 400 },
      { kind: 'revenue', day: '2026-01-01', value: 1_050 },
      { kind: 'exit', day: '2026-02-28', value: 1 },
    ]);
    expect(
      await test.asSuperuser('select left_at::date::text as day, leave_reason from account where workspace_id = $1', [
        wide.workspaceId,
      ]),
    ).toEqual([{ day: '2026-02-28', leave_reason: 'price' }]);
    const long = await imported(
      written(
        'long.csv',
        'asiakas;laji;päivä;arvo\nA;Revenue;1.2.2026;1,5\nA;Revenue;1.2.2026;1,5\nA;support calls;13.2.2026;7\nA;support calls;14.2.2026;7,5\n',
      ),
      'outcomes',
    );
    expect(await facts(long.workspaceId)).toEqual([
      { kind: 'revenue', day: '2026-02-01', value: 150 },
      { kind: 'revenue', day: '2026-02-01', value: 150 },
      { kind: 'support-calls', day: '2026-02-13', value: 7 },
    ]);
    expect(long.result).toMatchObject({ used: 3, rejected: 1 });
  });

  it('reads contacts with roles, and KPIs of org units', async () => {
    const contacts = await imported(
      written(
        'contacts.csv',
        'E-mail,Company,Full name,Job title\nAnn@Acme.example,Acme,Ann,CEO\nann@acme.example,Beta,,user\nbob,Acme,Bob,wizard\n',
      ),
      'contacts',
    );
    expect(
      await test.asSuperuser(
        `select c.external_id, c.email, a.external_id as account, r.role from contact c
         left join contact_role r on r.contact_id = c.id left join account a on a.id = r.account_id
         where c.workspace_id = $1 order by 1, 3`,
        [contacts.workspaceId],
      ),
    ).toEqual([
      { external_id: 'ann@acme.example', email: 'ann@acme.example', account: 'Acme', role: 'decision-maker' },
      { external_id: 'ann@acme.example', email: 'ann@acme.example', account: 'Beta', role: 'end-user' },
      { external_id: 'bob', email: null, account: null, role: null },
    ]);
    const kpis = await imported(
      written(
        'kpis.csv',
        'org_unit,month,kpi,numerator,denominator\nB01,2026-12,return-rate,3,90\nB01,2026-12,return-rate,4,90\nB01,13/2026,return-rate,3,90\n',
      ),
      'service-kpis',
    );
    expect(kpis.result.reasons.map(({ reason, count }) => [reason, count])).toEqual([
      ['duplicate', 1],
      ['unreadable-date', 1],
    ]);
    expect(
      await test.asSuperuser('select kpi, period_from, period_to, numerator from kpi_fact where workspace_id = $1', [
        kpis.workspaceId,
      ]),
    ).toEqual([{ kpi: 'return-rate', period_from: '2026-12-01', period_to: '2027-01-01', numerator: 3 }]);
  });
});

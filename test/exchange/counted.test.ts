import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Exporter, exportAnswers } from '../../src/exchange/index.ts';
import { readResponsePage } from '../../src/findings/index.ts';
import { keyAccess } from '../../src/people/access.ts';
import { createApiKey, type WorkspaceSettings } from '../../src/people/index.ts';
import { parseView, printView } from '../../src/view/index.ts';
import { type ProgrammeFixture, programmeFixture } from '../findings/programme-fixture.ts';
import { type TestStore, testStore } from '../store/test-store.ts';

const now = new Date('2030-06-20T12:00:00Z');
let test: TestStore;
let programme: ProgrammeFixture;
let workspace: WorkspaceSettings;

beforeAll(async () => {
  test = await testStore();
  programme = await programmeFixture(test, { seed: 33, responses: 460, from: '2028-01-01', to: '2030-06-18' });
  const id = programme.workspaceId;
  const rest = { currency: 'EUR', language: 'en', smallGroupFloor: 5, demo: false } as const;
  workspace = { id, slug: 'w', name: 'W', timeZone: 'Europe/Helsinki', ...rest };
});
afterAll(() => test.close());

const operator = () => ({ kind: 'operator', workspace }) as const;
async function program() {
  const { id: workspaceId } = workspace;
  const scopes = ['export:read'] as const;
  const { id: keyId } = await test.store.inWorkspace(workspaceId, (t) => createApiKey(t, { name: 'k', scopes }, now));
  return keyAccess(workspace, { kind: 'key', keyId, workspaceId, scopes });
}

async function exported(query: string, exporter: Exporter = operator()) {
  const view = parseView(new URLSearchParams(query));
  const ask = { exporter, view, counted: true, personal: false, engine: 'candor test', now };
  const file = await exportAnswers(test.store, { ...ask, format: 'csv' });
  const pieces: Uint8Array[] = [];
  for await (const piece of file.bytes) pieces.push(piece);
  const rows = parse(Buffer.concat(pieces).toString(), { columns: true }) as Record<string, string>[];
  return { rows: rows.map(({ response_id: id }) => id).sort(), codebook: file.codebook! };
}

async function paged(query: string, smallGroups = true) {
  const view = parseView(new URLSearchParams(query));
  const reader = { money: true, comments: true, contactDetails: true, smallGroups };
  const page = await readResponsePage(test.store, { workspaceId: workspace.id, view, reader, now, limit: 500 });
  return { rows: page.rows.map(({ id }) => id).sort(), page };
}

describe('an export of what a page counts', () => {
  it.each([
    '',
    'level=encounter',
    'level=relationship&period=week',
    'touchpoint=invoice&touchpoint=support',
    'touchpoint=&role=payer',
    'segment=&unit=north',
    'unit=&channel=web',
    'from=2028-03-05&to=2028-09-20',
    'from=2029-01-01&level=encounter&period=quarter',
    'touchpoint=none',
    'metric=ces-7',
  ])('holds exactly its rows: %s', async (query) => {
    const { rows, page } = await paged(query);
    const ofPage = await exported(printView({ ...page.view, from: page.from, to: page.to }));
    expect(ofPage.rows).toEqual(rows);
    expect(page.head.reduce((sum, { responses }) => sum + responses, 0)).toBe(rows.length);
    // The days of the page are those of the view.
    expect((await exported(query)).rows).toEqual(rows);
    expect(ofPage.codebook).toMatchObject({ rows: 'counted' });
  });

  it('leaves out who answered nothing of the metric, and whoever answered before', async () => {
    const { rows } = await exported('from=2029-01-01');
    const wanted = programme.rows.filter(({ day, score }) => day >= '2029-01-01' && score !== undefined);
    expect(rows).toEqual(wanted.map(({ id }) => id).sort());
    expect(rows.length).toBeLessThan(programme.rows.filter(({ day }) => day >= '2029-01-01').length);
  });

  it('leaves out periods of too few respondents where the page does', async () => {
    const query = 'level=encounter&touchpoint=invoice&period=quarter&from=2028-01-01';
    const { rows, page } = await paged(query, false);
    expect(page.hiddenPeriods).toBeGreaterThan(0);
    expect(rows.length).toBeGreaterThan(0);
    expect((await exported(query, await program())).rows).toEqual(rows);
  });
});

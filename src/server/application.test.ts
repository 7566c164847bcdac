import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenApplication, openApplication } from '../../test/server/open-application.ts';
import type { AuditResult } from '../audit/index.ts';
import { application } from './application.ts';

let open: OpenApplication;
let app: OpenApplication['app'];
beforeAll(async () => {
  open = await openApplication();
  app = open.app;
});
afterAll(() => open.close());

const fixture = (path: string) => readFileSync(join(import.meta.dirname, '../../test/fixtures', path));
const ask = (path: string, init: RequestInit = {}) =>
  app.request(`http://127.0.0.1:4700${path}`, { ...init, headers: { host: '127.0.0.1:4700', ...init.headers } });
const post = (path: string, body: string | Uint8Array) =>
  ask(path, { method: 'POST', body: body as unknown as string });

describe('the server', () => {
  it('answers only to this machine while it serves only this machine', async () => {
    const meta = (host: string) => app.request('http://x/api/meta', { headers: { host } });
    expect((await meta('localhost:4700')).status).toBe(200);
    expect((await meta('127.0.0.1:4700')).status).toBe(200);
    expect((await meta('[::1]:4700')).status).toBe(200);
    expect((await meta('candor.example.com')).status).toBe(421);
    expect((await meta('127.0.0.1.example.com')).status).toBe(421);
    const everybody = application({ ...open.context, config: { ...open.context.config, host: '0.0.0.0' } });
    const asked = (path: string, cookie = '', body?: string) =>
      everybody.request(`http://x${path}`, {
        method: body ? 'POST' : 'GET',
        headers: { host: 'candor.example.com', cookie },
        ...(body ? { body } : {}),
      });
    expect((await asked('/api/meta')).status).toBe(200);
    // Others are served now, so the audit of a file is for those who are signed in.
    const file = 'nps,date\n9,2026-01-01\n';
    expect((await asked('/api/audit?name=a.csv', '', file)).status).toBe(401);
    expect((await asked('/api/audit?name=a.csv', open.workspace.members.viewer.cookie, file)).status).toBe(200);
  });

  it('refuses requests that another site makes', async () => {
    const foreign = await ask('/api/audit?name=a.csv', {
      method: 'POST',
      body: 'nps,date\n9,2026-01-01\n',
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(foreign.status).toBe(403);
  });

  it('judges a file that is sent, with corrections', async () => {
    const body = fixture('exports/delighted-traps.csv');
    const month = (await (await post('/api/audit?name=d.csv', body)).json()) as {
      result: AuditResult;
      columns: object[];
    };
    expect(month.result.source.file).toBe('d.csv');
    expect(month.columns.length).toBeGreaterThan(5);
    const response = await post('/api/audit?name=d.csv&period=quarter&metric=mean&scale=0-10', body);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const quarter = ((await response.json()) as { result: AuditResult }).result;
    expect(quarter.metric).toBe('mean');
    expect(quarter.periodUnit).toBe('quarter');
    expect(quarter.rows.read).toBe(month.result.rows.read);
  });

  it('refuses with code, remedy and the columns to choose from', async () => {
    const refused = async (path: string, body: string | Uint8Array) => {
      const response = await post(path, body);
      const { error } = (await response.json()) as { error: { code: string; remedy: string } };
      return { status: response.status, code: error.code, told: error.remedy.length > 0 };
    };
    const ok = 'nps,date\n9,2026-01-01\n';
    expect(await refused('/api/audit?name=a.csv', '')).toEqual({ status: 422, code: 'CND_FILE_EMPTY', told: true });
    expect(await refused('/api/audit?name=a.csv&period=year', ok)).toEqual({
      status: 400,
      code: 'CND_USAGE',
      told: true,
    });
    expect(await refused('/api/audit?name=a.csv&score=nope', ok)).toMatchObject({
      status: 422,
      code: 'CND_COLUMN_UNKNOWN',
    });
    expect(await refused('/api/audit?name=p.csv', fixture('plain/not-a-table.csv'))).toMatchObject({
      code: 'CND_FILE_NOT_A_TABLE',
    });
    const two = 'nps,Alpha,Beta\n9,2026-01-01,2026-02-01\n3,2026-01-02,2026-02-02\n';
    const { columns } = (await (await post('/api/audit?name=a.csv', two)).json()) as { columns: { name: string }[] };
    expect(columns.map(({ name }) => name)).toEqual(['Alpha', 'Beta']);
  });

  it('judges many files at once without mixing them', async () => {
    const files = ['delighted-clean.csv', 'qualtrics-traps.csv', 'typeform-traps.csv', 'limesurvey-clean.csv'];
    const hashes = async () =>
      Promise.all(
        files.map(async (file) => {
          const response = await post(`/api/audit?name=${file}`, fixture(`exports/${file}`));
          const { result } = (await response.json()) as { result: AuditResult };
          return [result.source.file, result.run.id, result.rows.used];
        }),
      );
    const [first, second] = await Promise.all([hashes(), hashes()]);
    expect(first).toEqual(second);
    expect(first.map(([file]) => file)).toEqual(files);
  });

  it('shows the page of a method and nothing outside that folder', async () => {
    // In a test the source folder stands where the built one does: the same two steps from docs.
    const method = await ask('/methods/nothing-here');
    expect(method.status).toBe(404);
    for (const path of ['/methods/../adr/0001.md', '/methods/..%2F..%2Fpackage.json', '/methods/%2e%2e/errors']) {
      expect((await ask(path)).status).toBe(404);
    }
  });

  it('keeps no page open to scripts from elsewhere', async () => {
    const policy = (await ask('/api/meta')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
  });
});

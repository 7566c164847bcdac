import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ResponsePage } from '../../src/overview/index.ts';
import { fillSurvey } from '../store/survey-fixture.ts';
import { type OpenApplication, openApplication } from './open-application.ts';

let open: OpenApplication;
beforeAll(async () => {
  open = await openApplication();
  await fillSurvey(open.test, open.workspace.id);
  for (const score of [10, 9, 3]) {
    const answers = [
      { question: 'recommend', score },
      { question: 'why', words: '=1+1' },
    ];
    const sent = await open.ask('/workspaces/{w}/responses', {
      key: open.workspace.keys['responses:write'],
      body: { survey: 's', answers },
    });
    expect(sent.status).toBe(201);
  }
});
afterAll(() => open.close());

describe('GET /export', () => {
  it('streams the answers with a name', async () => {
    const reply = await open.ask('/workspaces/{w}/export?format=csv', { as: 'analyst' });
    expect(reply.status).toBe(200);
    expect(reply.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(reply.headers.get('content-disposition')).toMatch(/attachment; filename="[a-z0-9-]+-answers\.csv"/);
    const lines = (await reply.text()).trimEnd().split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines.slice(1).join()).toContain("'=1+1");
  });

  it.each(['xlsx', 'jsonl', 'parquet', 'sav'])('streams %s', async (format) => {
    const reply = await open.ask(`/workspaces/{w}/export?format=${format}&level=encounter`, { as: 'owner' });
    expect(reply.status).toBe(200);
    expect((await reply.arrayBuffer()).byteLength).toBeGreaterThan(100);
  });

  it('refuses by field, role and workspace', async () => {
    const status = async (path: string, as: 'owner' | 'analyst' | 'manager' | 'viewer') => {
      const reply = await open.ask(path, { as });
      const { error } = (await reply.json()) as { error: { code: string; details: { field?: string } } };
      return [reply.status, error.code, error.details.field];
    };
    expect(await status('/workspaces/{w}/export?format=csv&colour=red', 'owner')).toEqual([400, 'CND_VIEW', 'colour']);
    expect(await status('/workspaces/{w}/export?format=pdf', 'owner')).toEqual([400, 'CND_REQUEST', 'format']);
    expect((await status('/workspaces/{w}/export?format=csv', 'manager'))[0]).toBe(403);
    expect((await status('/workspaces/{w}/export?format=csv&names=true', 'analyst'))[0]).toBe(403);
    expect((await status('/workspaces/{w}/export/workspace', 'analyst'))[0]).toBe(403);
    expect((await status(`/workspaces/${open.other.slug}/export?format=csv`, 'owner'))[0]).toBe(404);
    expect((await open.ask('/workspaces/{w}/export?format=csv')).status).toBe(401);
  });

  it('gives a program with the scope what an analyst gets, without words', async () => {
    const key = open.workspace.keys['export:read'];
    const reply = await open.ask('/workspaces/{w}/export?format=jsonl', { key });
    // Three responses are fewer than the floor of five.
    expect(reply.status).toBe(403);
    expect((await open.ask('/workspaces/{w}/export/workspace', { key })).status).toBe(403);
  });

  it('gives an owner the whole workspace, and the codebook', async () => {
    const whole = await open.ask('/workspaces/{w}/export/workspace', { as: 'owner' });
    expect((await whole.text()).split('\n')[0]).toMatch(/^\{"candor":"header","format":1,"kind":"workspace"/);
    const codebook = await open.ask('/workspaces/{w}/export/codebook?level=encounter', { as: 'analyst' });
    expect(await codebook.json()).toMatchObject({ format: 'candor-answers', view: 'level=encounter' });
  });

  it('holds exactly the rows of the page Responses with counted=true', async () => {
    await open.test.asSuperuser("update question set metric = 'nps' where key = 'recommend'");
    const late = { survey: 's', respondedAt: '2028-01-10T09:00:00Z', answers: [{ question: 'recommend', score: 4 }] };
    const silent = { survey: 's', answers: [{ question: 'why', words: 'only words' }] };
    for (const body of [late, silent]) {
      await open.ask('/workspaces/{w}/responses', { key: open.workspace.keys['responses:write'], body });
    }
    const lines = async (query: string) =>
      (await (await open.ask(`/workspaces/{w}/export?format=csv${query}`, { as: 'analyst' })).text()).split('\r\n')
        .length - 2;
    const page = (await (await open.ask('/workspaces/{w}/responses', { as: 'analyst' })).json()) as ResponsePage;
    expect(page.rows).toHaveLength(3);
    expect(await lines('')).toBe(5);
    expect(await lines('&counted=true')).toBe(3);
    expect(await lines(`&counted=true&from=${page.from}&to=${page.to}`)).toBe(3);
    const unknown = await open.ask('/workspaces/{w}/export?format=csv&counted=true&metric=none', { as: 'analyst' });
    expect([unknown.status, await unknown.text()]).toEqual([400, expect.stringContaining('CND_METRIC_UNKNOWN')]);
  });
});

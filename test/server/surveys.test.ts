import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importRows, readAskedOtherwise } from '../../src/collect/index.ts';
import type { Overview } from '../../src/overview/index.ts';
import { type Ask, type OpenApplication, openApplication } from './open-application.ts';

let open: OpenApplication;
beforeAll(async () => {
  open = await openApplication();
});
afterAll(() => open.close());

// biome-ignore lint/suspicious/noExplicitAny: replies, whose form another test holds against the document
type Reply = any;

async function ask(path: string, body?: unknown, more: Ask = {}): Promise<{ status: number; reply: Reply }> {
  const method = body === undefined ? 'GET' : 'POST';
  const response = await open.ask(`/workspaces/{w}${path}`, { as: 'owner', method, body, ...more });
  return { status: response.status, reply: await response.json() };
}
const save = (id: string, body: unknown, query = '') => ask(`/surveys/${id}${query}`, body, { method: 'PATCH' });
const publish = (id: string, body: unknown) => ask(`/surveys/${id}/publish`, body);
const make = async (more: object = { touchpoint: 'delivery' }, name = 'After delivery'): Promise<string> => {
  const { status, reply } = await ask('/surveys', { name, level: 'encounter', languages: ['en', 'fi'], ...more });
  expect([status, reply]).toEqual([201, { id: expect.any(String) }]);
  return reply.id;
};
const draftOf = async (id: string) => (await ask(`/surveys/${id}`)).reply;

describe('a survey', () => {
  it('begins ready for a touchpoint, with questions of the library, or with nothing', async () => {
    const ready = await draftOf(await make());
    expect(ready.draft.content.pages[0].questions).toHaveLength(3);
    expect(ready.verdict).toMatchObject({ problems: [], lint: [], contrast: [] });
    const asked = await draftOf(await make({ questions: ['invoice-ease', 'invoice-recommend'] }));
    expect(asked.draft.content.pages[0].questions.map(({ key }: Reply) => key)).toEqual([
      'invoice-ease',
      'invoice-recommend',
    ]);
    const empty = await make({});
    expect((await draftOf(empty)).verdict.problems).toEqual([expect.objectContaining({ code: 'no-questions' })]);
    expect(await publish(empty, { revision: 1 })).toMatchObject({
      status: 422,
      reply: { error: { code: 'CND_SURVEY_PROBLEMS', details: { problems: 1 } } },
    });
    const body = { name: 'x', level: 'encounter', languages: ['en'], questions: ['nowhere'] };
    expect(await ask('/surveys', body)).toMatchObject({ status: 404 });
    expect(await ask('/surveys', { ...body, languages: ['en', 'en'] })).toMatchObject({ status: 400 });
  });

  it('has a key of its name that no other has', async () => {
    await make({}, 'Käynti: Örebro!');
    await make({}, 'Käynti: Örebro!');
    await make({}, '調査');
    const { surveys } = (await ask('/surveys')).reply;
    const keys = surveys.map(({ key }: Reply) => key);
    expect(keys).toEqual(expect.arrayContaining(['kaynti-orebro', 'kaynti-orebro-2', 'survey']));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('keeps a draft with problems, told with their question, and does not publish it', async () => {
    const id = await make();
    const { content } = (await draftOf(id)).draft;
    const [score] = content.pages[0].questions;
    delete score.text.fi;
    content.theme.accent = '#ffd400';
    const saved = await save(id, { revision: 1, content });
    expect([saved.status, saved.reply.revision]).toEqual([200, 2]);
    expect(saved.reply.verdict.problems).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: 'missing-translation', language: 'fi', question: score.key }),
        expect.objectContaining({ code: 'contrast', path: 'theme' }),
      ]),
    );
    expect((await draftOf(id)).draft).toMatchObject({ content, revision: 2 });
    expect((await publish(id, { revision: 2 })).reply.error.code).toBe('CND_SURVEY_PROBLEMS');
    expect((await draftOf(id)).inField).toBeUndefined();
  });

  it('tells the findings of the lint in the language of the reader', async () => {
    const id = await make();
    const { content } = (await draftOf(id)).draft;
    content.pages[0].questions.pop();
    const whys = await Promise.all(
      ['en', 'fi', 'sv'].map(async (language) => {
        const { reply } = await ask(`/survey-check?language=${language}`, { level: 'encounter', content });
        expect(reply.lint.map(({ rule }: Reply) => rule)).toEqual(['follow-up']);
        return reply.lint[0].why;
      }),
    );
    expect(new Set(whys).size).toBe(3);
  });

  it('does not let one overwrite what another has saved, nor publish what he has not seen', async () => {
    const id = await make();
    const { content } = (await draftOf(id)).draft;
    const both = await Promise.all([
      save(id, { revision: 1, content: { ...content, title: { en: 'A', fi: 'A' } } }),
      save(id, { revision: 1, content: { ...content, title: { en: 'B', fi: 'B' } } }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = both.find(({ status }) => status === 409)!.reply.error;
    expect([lost.code, lost.details]).toEqual(['CND_SURVEY_CONFLICT', { revision: 2 }]);
    expect((await publish(id, { revision: 1 })).reply.error.code).toBe('CND_SURVEY_CONFLICT');
    expect(await publish(id, { revision: 2 })).toEqual({ status: 200, reply: { number: 1 } });
    expect((await publish(id, { revision: 2 })).reply.error.code).toBe('CND_SURVEY_CONFLICT');
  });

  it('begins its next draft once, also when two begin it at once', async () => {
    const id = await make();
    await publish(id, { revision: 1 });
    const { draft } = await draftOf(id);
    expect(draft.revision).toBe(0);
    const both = await Promise.all([1, 2].map(() => save(id, { revision: 0, content: draft.content })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('is refused where it is no questionnaire, by the field, and keeps what was there', async () => {
    const id = await make();
    const { draft } = await draftOf(id);
    const content = { ...draft.content, pages: [{ key: 'one', questions: [{ kind: 'sum' }] }] };
    const { status, reply } = await save(id, { revision: 1, content });
    expect([status, reply.error.code, reply.error.details.field]).toEqual([
      400,
      'CND_SURVEY',
      'pages.0.questions.0.kind',
    ]);
    expect((await draftOf(id)).draft).toEqual(draft);
  });

  it('is renamed with its draft, and keeps its key', async () => {
    const id = await make({}, 'Before');
    const { draft } = await draftOf(id);
    await save(id, { revision: 1, content: draft.content, name: 'Afterwards' });
    expect(await draftOf(id)).toMatchObject({ name: 'Afterwards', key: 'before' });
  });
});

describe('publishing', () => {
  it('writes the questions down, retires the version before, and takes answers to the new one', async () => {
    const id = await make({ touchpoint: 'visit' }, 'Visits');
    expect((await publish(id, { revision: 1 })).reply).toEqual({ number: 1 });
    const { draft, inField } = await draftOf(id);
    expect([draft.revision, inField.number]).toEqual([0, 1]);
    const [page] = draft.content.pages;
    const key = page.questions[0].key;
    const answer = (respondedAt: string) =>
      open.ask('/workspaces/{w}/responses', {
        key: open.workspace.keys['responses:write'],
        body: {
          survey: 'visits',
          respondedAt,
          answers: [{ question: key, score: page.questions[0].scale.minimum + 1 }],
        },
      });
    expect((await answer('2030-04-10T09:00:00Z')).status).toBe(201);

    // Another wording in the field is a break: refused until it is said to be meant.
    page.questions[0].text.en = 'How likely are you to recommend our shop?';
    const changed = await save(id, { revision: 0, content: draft.content });
    expect(changed.reply.verdict.lint).toEqual([
      expect.objectContaining({ rule: 'presentation-changed', severity: 'refused', question: key }),
    ]);
    expect((await publish(id, { revision: 1 })).reply.error.code).toBe('CND_SURVEY_PROBLEMS');
    expect((await publish(id, { revision: 1, acceptsBreak: true })).reply).toEqual({ number: 2 });

    // Which version is asked is believed for a second.
    open.time.now = new Date(open.time.now.getTime() + 2_000);
    expect((await answer('2030-06-14T09:00:00Z')).status).toBe(201);
    const listed = (await ask('/surveys')).reply.surveys.find((survey: Reply) => survey.id === id);
    expect(listed.versions.map(({ number, state, questions }: Reply) => [number, state, questions])).toEqual([
      [2, 'in-field', 3],
      [1, 'retired', 3],
    ]);
    const overview = (await ask(`/overview?level=encounter&metric=${page.questions[0].metric}`)).reply as Overview;
    expect(JSON.stringify(overview)).toContain('visits 2');
    expect((await ask(`/surveys/${id}/changes?from=1&to=2`)).reply.changes).toEqual([
      { question: key, is: 'changed', changed: ['text'] },
    ]);
    expect((await ask(`/surveys/${id}/changes?from=1&to=9`)).status).toBe(404);
  });

  it('is not for whoever may not build surveys, and leaves a line in the log of who did what', async () => {
    const id = await make();
    for (const as of ['agent', 'viewer'] as const) {
      expect((await open.ask(`/workspaces/{w}/surveys/${id}`, { as })).status).toBe(403);
      expect((await open.ask('/workspaces/{w}/surveys', { as })).status).toBe(200);
    }
    for (const as of ['analyst', 'manager'] as const) {
      expect((await open.ask(`/workspaces/{w}/surveys/${id}`, { as })).status).toBe(200);
    }
    await publish(id, { revision: 1 });
    const rows = await open.test.asSuperuser<{ action: string }>(
      `select action from audit_log where subject_id = '${id}' order by id`,
    );
    expect(rows.map(({ action }) => action)).toEqual(['make-survey', 'publish-survey']);
  });

  it('does not touch what imports brought: it is listed, and not edited', async () => {
    const survey = crypto.randomUUID();
    await open.test.asSuperuser(`insert into survey (workspace_id, id, key, name, level)
      values ('${open.workspace.id}', '${survey}', 'file', 'From a file', 'encounter')`);
    await open.test.asSuperuser(`insert into survey_version (workspace_id, id, survey_id, number, content, published_at)
      values ('${open.workspace.id}', '${crypto.randomUUID()}', '${survey}', 1, '{"questions":[]}', now())`);
    const listed = (await ask('/surveys')).reply.surveys.find(({ id }: Reply) => id === survey);
    expect([listed.isBuilt, listed.versions.length]).toEqual([false, 1]);
    expect((await ask(`/surveys/${survey}`)).reply.error.code).toBe('CND_SURVEY_IMPORTED');
  });
});

describe('the library', () => {
  it('is searched by touchpoint, channel, role, metric and language, with seconds and a reason', async () => {
    const found = async (query: string) => (await ask(`/question-library?${query}`)).reply.questions;
    expect((await found('')).length).toBeGreaterThan(40);
    const [one] = await found('touchpoint=invoice&metric=nps&role=payer&channel=email&language=sv&words=fi');
    expect(one).toMatchObject({ id: 'invoice-recommend', metric: 'nps', touchpoint: 'invoice' });
    expect(one.seconds).toBeGreaterThan(0);
    const [english] = await found('touchpoint=invoice&metric=nps&role=payer');
    expect(english.reason).not.toBe(one.reason);
    expect(await found('language=et')).toEqual([]);
  });
});

describe('a survey as a whole', () => {
  const put = async (path: string, body: object, as: Ask['as'] = 'owner') =>
    (await open.ask(`/workspaces/{w}/surveys/${path}`, { method: 'PUT', body, as: as! })).status;
  const remove = (id: string) => open.ask(`/workspaces/{w}/surveys/${id}`, { method: 'DELETE', as: 'owner' });
  const lineOf = async (id: string) => (await ask('/surveys')).reply.surveys.find((survey: Reply) => survey.id === id);

  it('is called otherwise and keeps its key', async () => {
    const id = await make({}, 'Old name');
    expect(await put(`${id}/name`, { name: 'Näin' })).toBe(204);
    expect(await lineOf(id)).toMatchObject({ name: 'Näin', key: 'old-name' });
    expect(await put(`${id}/name`, { name: 'x' }, 'viewer')).toBe(403);
  });

  it('goes for good while nobody was asked it, and is put aside otherwise', async () => {
    const id = await make();
    await publish(id, { revision: 1 });
    const asking = await make();
    await publish(asking, { revision: 1 });
    const { key } = await lineOf(asking);
    const programme = {
      key: 'asks-it',
      name: 'Asks it',
      survey: key,
      rules: { level: 'encounter', trigger: { touchpoints: ['delivery'] } },
    };
    expect((await ask('/programmes', programme)).status).toBe(201);
    const refused = await remove(asking);
    expect([refused.status, (await refused.json()).error]).toMatchObject([
      409,
      { code: 'CND_SURVEY_IN_USE', details: { by: 'programme' } },
    ]);
    expect(await put(`${asking}/archived`, { archived: true })).toBe(409);
    expect((await remove(id)).status).toBe(204);
    expect(await lineOf(id)).toBeUndefined();
    expect((await remove(id)).status).toBe(404);
    const aside = await make();
    expect(await put(`${aside}/archived`, { archived: true })).toBe(204);
    expect((await lineOf(aside)).archivedAt).not.toBeNull();
    expect(await put(`${aside}/archived`, { archived: false })).toBe(204);
    expect((await lineOf(aside)).archivedAt).toBeNull();
  });
});

describe('the preview', () => {
  const visit = (id: string, ask: { body?: string; as?: string; lang?: string } = {}) => {
    const { body, as = open.workspace.members.manager.cookie, lang } = ask;
    return open.app.request(`http://127.0.0.1:4700/preview/first/${id}${lang ? `?lang=${lang}` : ''}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        host: '127.0.0.1:4700',
        cookie: as,
        ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(body === undefined ? {} : { body }),
    });
  };
  const counted = async () => {
    const tables = ['response', 'answer', 'partial_response', 'contact_signal', 'tally_delta'];
    return Promise.all(tables.map((name) => open.test.asSuperuser(`select count(*)::int as n from ${name}`)));
  };

  it('is the true page of the draft, in its languages, framed by our own pages only', async () => {
    const id = await make();
    const page = await visit(id, { lang: 'fi' });
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(html).toContain('<html lang="fi"');
    expect(html).toContain('Esikatselu: mitään syöttämääsi ei tallenneta.');
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    expect(page.headers.get('content-security-policy')).not.toContain('script');
    expect(page.headers.get('x-frame-options')).toBe('SAMEORIGIN');
  });

  it('walks through pages and branches and keeps nothing', async () => {
    const id = await make();
    const { draft } = await draftOf(id);
    const [first, , last] = draft.content.pages[0].questions;
    const pages = [
      { key: 'a', questions: [{ ...first, required: true }] },
      { key: 'b', questions: [{ ...last, when: { question: first.key, is: 'atMost', value: first.scale.minimum } }] },
    ];
    await save(id, { revision: draft.revision, content: { ...draft.content, pages } });
    const before = await counted();
    const missing = await visit(id, { body: '_page=a&_go=next' });
    expect(missing.status).toBe(422);
    const low = await (await visit(id, { body: `_page=a&_go=next&${first.key}=${first.scale.minimum}` })).text();
    expect(low).toContain(`name="${last.key}"`);
    const top = first.scale.minimum + first.scale.points - 1;
    const done = await (await visit(id, { body: `_page=a&_go=next&${first.key}=${top}` })).text();
    expect(done).not.toContain(`name="${last.key}"`);
    expect(done).toContain('Begin again');
    expect(await counted()).toEqual(before);
  });

  it('is for those who build surveys, and says when there is nothing to show', async () => {
    const id = await make({});
    expect(await (await visit(id)).text()).toContain('Nothing to show yet');
    for (const as of [open.workspace.members.viewer.cookie, open.other.members.owner.cookie, '']) {
      expect((await visit(id, { as })).status).toBe(404);
    }
    expect((await visit('01900000-0000-7000-8000-000000000000')).status).toBe(404);
    expect((await visit('x')).status).toBe(404);
  });
});

describe('a break in the trend', () => {
  it('is a version that asks the question of a metric in another way, and no other', async () => {
    const id = await make();
    let { draft } = await draftOf(id);
    const version = async (change: (questions: Reply[]) => Reply[], more: object = {}) => {
      const [page] = draft.content.pages;
      const content = { ...draft.content, ...more, pages: [{ ...page, questions: change(page.questions) }] };
      const { reply } = await save(id, { revision: draft.revision, content });
      expect(await publish(id, { revision: reply.revision, acceptsBreak: true })).toMatchObject({ status: 200 });
      draft = (await draftOf(id)).draft;
      const [row] = await open.test.asSuperuser<{ id: string }>(
        `select q.id from question q join survey_version v on v.id = q.survey_version_id
         where v.survey_id = $1 and q.metric is not null order by v.number desc, q.position limit 1`,
        [id],
      );
      return row!.id;
    };
    const german = (texts: Record<string, string>) => ({ ...texts, de: `Deutsch: ${texts.fi}` });
    const translated = (question: Reply): Reply =>
      JSON.parse(JSON.stringify(question), (_, value) =>
        value !== null && typeof value === 'object' && typeof value.en === 'string' ? german(value) : value,
      );
    const first = await version((questions) => questions);
    const texts = JSON.parse(JSON.stringify(draft.content), (_, value) =>
      value !== null && typeof value === 'object' && typeof value.en === 'string' ? german(value) : value,
    );
    const { pages: _, ...around } = { ...texts, languages: ['en', 'fi', 'de'] };
    const inGerman = await version((questions) => questions.map(translated), around);
    const more = { kind: 'text', key: 'more', longest: 200, text: { en: 'More?', fi: 'Lisää?', de: 'Mehr?' } };
    const later = await version((questions) => [...questions, more]);
    const moved = await version(([asked, ...rest]) => [{ ...more, key: 'before' }, asked, ...rest]);
    const anchored = await version(([before, asked, ...rest]) => [
      before,
      { ...asked, anchors: { ...asked.anchors, high: { ...asked.anchors.high, en: 'Wonderful' } } },
      ...rest,
    ]);
    const reworded = await version(([before, asked, ...rest]) => [
      before,
      { ...asked, text: { ...asked.text, en: 'Say it otherwise: how was it?' } },
      ...rest,
    ]);
    const ids = [first, inGerman, later, moved, anchored, reworded];
    const breaks = await open.test.store.inWorkspace(open.workspace.id, async (transaction) => {
      const asksOtherwise = await readAskedOtherwise(transaction, ids);
      return ids.slice(1).map((one, at) => asksOtherwise([ids[at]!], [one]));
    });
    expect(breaks).toEqual([false, false, true, true, true]);
  });

  it('is not made by an import, nor does its version take the place of what was built here', async () => {
    const id = await make({}, 'Shop');
    const { surveys } = (await ask('/surveys')).reply;
    const { key } = surveys.find((survey: Reply) => survey.id === id);
    await importRows(
      open.test.store,
      open.workspace.id,
      {
        kind: 'answers',
        fileName: 'old.csv',
        fileHash: 'cd'.repeat(32),
        tables: {
          answers: {
            mapping: {
              kind: 'answers',
              source: 'old',
              survey: key,
              level: 'encounter',
              columns: { responseId: 'id', date: 'day' },
              scores: [{ column: 'score', question: 'recommend', metric: 'nps', scale: { min: 0, max: 10 } }],
            },
            columns: ['id', 'day', 'score'],
          },
        },
        rows: [{ kind: 'answers', rows: [['1', '2030-01-05', '9']] }],
      } as never,
      { clock: open.context.clock },
    );
    const line = (await ask('/surveys')).reply.surveys.find((survey: Reply) => survey.id === id);
    expect(line.versions.map(({ state }: Reply) => state)).toEqual(['draft', 'retired']);
  });
});

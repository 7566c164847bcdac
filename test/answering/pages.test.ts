import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { respondentWords } from '../../src/survey/index.ts';
import { type Asked, invite } from './asked-fixture.ts';
import { fieldsOn, type OpenPages, openPages, wordsOf } from './open-pages.ts';
import { longQuestionnaire } from './questionnaires.ts';

let pages: OpenPages;
beforeAll(async () => {
  pages = await openPages(longQuestionnaire);
});
afterAll(() => pages.close());

const ask = async (more: { language?: string; state?: string } = {}): Promise<Asked> =>
  (await invite(pages.fixture, 1, { now: pages.time.now, ...more }))[0]!;
const responses = ({ invitationId }: Asked) =>
  pages.rows<{ language: string; completed: boolean }>(
    'select language, completed, presentation from response where workspace_id = $1 and invitation_id = $2',
    [invitationId],
  );
const { en, fi } = respondentWords;

describe('the page of an invitation', () => {
  it('is one small document that runs no script, is not kept, and tells nobody where one was', async () => {
    const asked = await ask();
    const reply = await pages.get(asked.answer);
    const html = await reply.text();
    expect(reply.status).toBe(200);
    expect(html).not.toMatch(/<script|<img|<link rel="stylesheet"|https?:\/\/|javascript:|\son\w+=/);
    expect(gzipSync(html).length).toBeLessThan(15_000);
    const policy = reply.headers.get('content-security-policy')!;
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; img-src data:; form-action 'self'/);
    expect(reply.headers.get('cache-control')).toBe('no-store');
    expect(reply.headers.get('referrer-policy')).toBe('no-referrer');
    expect(reply.headers.get('x-robots-tag')).toContain('noindex');
    expect(reply.headers.get('set-cookie')).toBeNull();
    expect(html).toMatch(/<legend>How likely are you to recommend us\?.*0: Not at all likely, 10: Extremely likely/s);
    expect(html.match(/type="radio" name="recommend"/g)).toHaveLength(11);
    expect(html).not.toMatch(/name="recommend"[^>]*checked/);
    expect(wordsOf(html)).toContain('Hello Aino, three short pages.');
  });

  it('is walked page by page without a script, with its branch, and back keeps what was given', async () => {
    const asked = await ask();
    const walk = async (html: string, more: Record<string, string | string[]>) => {
      const reply = await pages.post(asked.answer, { ...fieldsOn(html), ...more });
      return { status: reply.status, cookie: reply.headers.get('set-cookie'), html: await reply.text() };
    };
    const first = await (await pages.get(asked.answer)).text();
    const second = await walk(first, { recommend: '4', how: 'bike', _go: 'next' });
    expect(second.cookie).toMatch(/candor_answer=[\w-]{24}; .*Path=\/a\/.*HttpOnly; SameSite=Lax/);
    expect(wordsOf(second.html)).toContain('What went wrong?');
    expect(wordsOf(second.html)).toContain(en.pageOf(2, 3));
    const refused = await walk(second.html, { _go: 'next' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('<a href="#q-reason">');
    expect(refused.html).toMatch(
      /<textarea id="q-reason"[^>]*aria-describedby="h-reason e-reason" aria-invalid="true"/,
    );
    const third = await walk(refused.html, { reason: '"late" <b>&', _go: 'next' });
    expect(wordsOf(third.html)).toContain('What did you like?');
    const back = await walk(third.html, { liked: ['price'], _go: 'back' });
    expect(fieldsOn(back.html)).toMatchObject({ reason: ['"late" <b>&'], recommend: ['4'], liked: ['price'] });
    const finnish = await walk(back.html, { _lang: 'fi' });
    expect(finnish.html).toContain('<html lang="fi" dir="ltr">');
    expect(wordsOf(finnish.html)).toContain('Mikä meni vikaan?');
    const last = await walk(finnish.html, { _go: 'next' });
    expect(last.html).toMatch(/value="price"[^>]*checked/);
    expect(wordsOf(last.html)).toContain(fi.send);
    const thanks = await walk(last.html, { _go: 'next' });
    expect(wordsOf(thanks.html)).toContain(fi.thankYou.title);
    expect(await responses(asked)).toMatchObject([
      { language: 'fi', completed: true, presentation: { device: 'phone' } },
    ]);
    const again = await walk(last.html, { _go: 'next' });
    expect([again.status, wordsOf(again.html).includes(fi.alreadyAnswered.title)]).toEqual([200, true]);
    expect(await responses(asked)).toHaveLength(1);
  });

  it('skips the page of a branch that was not taken', async () => {
    const asked = await ask();
    const first = await (await pages.get(asked.answer)).text();
    const next = await (await pages.post(asked.answer, { ...fieldsOn(first), recommend: '9', _go: 'next' })).text();
    expect(wordsOf(next)).toContain('What did you like?');
    expect(wordsOf(next)).toContain(en.pageOf(2, 2));
  });

  it('comes back where it was left, for the browser that began it and for no other', async () => {
    const asked = await ask();
    const first = await (await pages.get(asked.answer)).text();
    const reply = await pages.post(asked.answer, { ...fieldsOn(first), recommend: '4', _go: 'next' });
    const cookie = /candor_answer=[\w-]+/.exec(reply.headers.get('set-cookie')!)![0];
    const mine = await (await pages.get(asked.answer, { cookie })).text();
    expect(wordsOf(mine)).toContain('What went wrong?');
    expect(fieldsOn(mine)).toMatchObject({ recommend: ['4'] });
    const stranger = fieldsOn(await (await pages.get(asked.answer)).text());
    expect(stranger.recommend).toBeUndefined();
    await pages.post(asked.answer, { ...stranger, recommend: '10', _go: 'next' });
    const [partial] = await pages.rows<{ given: object }>(
      'select given from partial_response where workspace_id = $1 and invitation_id = $2',
      [asked.invitationId],
    );
    expect(partial!.given).toEqual({ recommend: '4' });
  });

  it('keeps a click of a score in the mail as an intent, fills the page in, and takes it when it is sent', async () => {
    const asked = await ask();
    const html = await (await pages.get(`${asked.answer}?score=9`)).text();
    expect(html).toMatch(/name="recommend" value="9" checked/);
    expect(wordsOf(html)).toContain(en.preselected(9));
    expect(await responses(asked)).toEqual([]);
    const [intent] = await pages.rows(
      'select kind, verdict, detail from contact_signal where workspace_id = $1 and invitation_id = $2',
      [asked.invitationId],
    );
    expect(intent).toMatchObject({ kind: 'intent', verdict: 'human', detail: { score: 9, reasons: [] } });
    for (const wrong of ['11', '-1', '1e1', 'x', '']) {
      expect(await (await pages.get(`${asked.answer}?score=${wrong}`)).text()).not.toMatch(
        /name="recommend"[^>]*checked/,
      );
    }
  });

  it('speaks the language of the person, of the address, of the browser, in that order of choice', async () => {
    const asked = await ask({ language: 'fi' });
    const languageOf = async (path: string, header: string) =>
      /<html lang="([^"]+)"/.exec(await (await pages.get(path, { 'accept-language': header })).text())?.[1];
    expect(await languageOf(asked.answer, 'en')).toBe('fi');
    expect(await languageOf(`${asked.answer}?lang=en`, 'fi')).toBe('en');
    const unknown = await ask();
    expect(await languageOf(unknown.answer, 'sv;q=0.5, fi-FI;q=0.9')).toBe('fi');
    expect(await languageOf(`${asked.answer.slice(0, -1)}`, 'ar-EG')).toBe('ar');
  });

  it('has one friendly page for every link that does not work', async () => {
    const asked = await ask();
    const bodies = new Set<string>();
    for (const path of [asked.answer.slice(0, -1), `/a/${'0'.repeat(40)}`, `/a${asked.stop.slice(2)}`, '/a/x']) {
      const reply = await pages.get(path);
      expect(reply.status).toBe(404);
      bodies.add(await reply.text());
    }
    expect(bodies.size).toBe(1);
    expect(wordsOf([...bodies][0]!)).toContain(en.linkNotValid.text);
    expect((await pages.post('/a/x', { recommend: '9' })).status).toBe(404);
  });

  it('takes a form from a browser that does not tell where it comes from, over plain HTTP', async () => {
    const asked = await ask();
    const html = await (await pages.get(asked.answer)).text();
    const reply = await pages.post(
      asked.answer,
      { ...fieldsOn(html), recommend: '9', _go: 'next' },
      { origin: 'null' },
    );
    expect(reply.status).toBe(200);
  });
});

describe('the link that stops', () => {
  const state = async ({ invitationId, contactId }: Asked) => ({
    messages: (
      await pages.rows<{ state: string }>(
        'select state from message where workspace_id = $1 and invitation_id = $2 order by number',
        [invitationId],
      )
    ).map((message) => message.state),
    invitation: (
      await pages.rows('select state, stop_reason from invitation where workspace_id = $1 and id = $2', [invitationId])
    )[0],
    suppressed:
      (
        await pages.rows(
          `select 1 from suppression s join contact c on c.workspace_id = s.workspace_id and c.opted_out_at is not null
         where s.workspace_id = $1 and c.id = $2 and s.lifted_at is null`,
          [contactId],
        )
      ).length > 0,
  });
  const untouched = {
    messages: ['sent', 'planned'],
    invitation: { state: 'sent', stop_reason: null },
    suppressed: false,
  };

  it('shows and does not act on a GET, whoever asks', async () => {
    const asked = await ask();
    for (const method of ['GET', 'HEAD']) {
      for (const query of ['', '?List-Unsubscribe=One-Click', '?_do=unsubscribe']) {
        expect((await pages.get(asked.stop + query, {}, method)).status).toBe(200);
      }
    }
    expect(await state(asked)).toEqual(untouched);
    const html = await (await pages.get(asked.stop)).text();
    expect(wordsOf(html)).toContain(en.stopReminders.title);
    expect(wordsOf(html)).toContain(en.unsubscribe.title);
  });

  it('stops the reminders of one survey, which can still be answered', async () => {
    const asked = await ask();
    const done = await pages.post(asked.stop, { _do: 'stop-reminders' });
    expect(wordsOf(await done.text())).toContain(en.stopReminders.done.title);
    expect(await state(asked)).toEqual({
      messages: ['sent', 'cancelled'],
      invitation: { state: 'sent', stop_reason: 'reminders-stopped' },
      suppressed: false,
    });
    expect((await pages.get(asked.answer)).status).toBe(200);
    expect(wordsOf(await (await pages.get(asked.stop)).text())).not.toContain(en.stopReminders.title);
  });

  const oneClick = {
    'form-encoded': ['List-Unsubscribe=One-Click', 'application/x-www-form-urlencoded'],
    multipart: [
      '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n',
      'multipart/form-data; boundary=b',
    ],
  } as const;
  for (const [name, [body, type]] of Object.entries(oneClick)) {
    it(`takes the one-click POST of a mail program, ${name}, without a cookie or a redirect`, async () => {
      const asked = await ask();
      const reply = await pages.post(asked.stop, body, {
        'content-type': type,
        'user-agent': 'Google-Mail',
        accept: '*/*',
      });
      expect([reply.status, reply.redirected, reply.headers.get('set-cookie')]).toEqual([200, false, null]);
      expect(await state(asked)).toEqual({
        messages: ['sent', 'cancelled'],
        invitation: { state: 'opted-out', stop_reason: 'opted-out' },
        suppressed: true,
      });
    });
  }

  it('is taken back by the same person, and the same twice is once', async () => {
    const asked = await ask();
    for (const time of [1, 2])
      expect([time, (await pages.post(asked.stop, { _do: 'unsubscribe' })).status]).toEqual([time, 200]);
    expect(
      await pages.rows(
        "select 1 from contact_signal where workspace_id = $1 and invitation_id = $2 and kind = 'unsubscribed'",
        [asked.invitationId],
      ),
    ).toHaveLength(1);
    expect(wordsOf(await (await pages.get(asked.stop)).text())).toContain(en.resubscribe.title);
    await pages.post(asked.stop, { _do: 'resubscribe' });
    expect((await state(asked)).suppressed).toBe(false);
    await pages.post(asked.stop, { _do: 'unsubscribe' });
    expect((await state(asked)).suppressed).toBe(true);
  });

  it('is no link to answer with, nor the other way round', async () => {
    const asked = await ask();
    expect((await pages.post(`/a${asked.stop.slice(2)}`, { recommend: '9', _go: 'next' })).status).toBe(404);
    expect((await pages.post(`/u${asked.answer.slice(2)}`, { _do: 'unsubscribe' })).status).toBe(404);
    expect(await state(asked)).toEqual(untouched);
  });
});

describe('a page that anybody may open', () => {
  it('takes an answer once for each visit, marked as what it is, and from no invitation', async () => {
    const { openPath, openLinkId, touchpointId } = pages.fixture;
    const send = async (html: string) => {
      const page = await (await pages.post(openPath, { ...fieldsOn(html), recommend: '9', _go: 'next' })).text();
      return pages.post(openPath, { ...fieldsOn(page), _go: 'next' });
    };
    const visits = [await (await pages.get(openPath)).text(), await (await pages.get(openPath)).text()];
    for (const visit of [...visits, visits[0]!]) expect((await send(visit)).status).toBe(200);
    const rows = await pages.rows(
      'select channel, invitation_id, touchpoint_id, source from response where workspace_id = $1 and open_link_id = $2',
      [openLinkId],
    );
    const one = { channel: 'qr', invitation_id: null, touchpoint_id: touchpointId, source: 'open-link' };
    expect(rows).toEqual([one, one]);
    expect(
      await pages.rows('select 1 from partial_response where workspace_id = $1 and open_link_id is not null'),
    ).toEqual([]);
  });

  it('is closed when its link is, and unknown under another key', async () => {
    const { openPath, openLinkId } = pages.fixture;
    expect((await pages.get(`${openPath}2`)).status).toBe(404);
    await pages.rows('update open_link set closed_at = now() where workspace_id = $1 and id = $2', [openLinkId]);
    expect((await pages.get(openPath)).status).toBe(410);
    expect((await pages.post(openPath, { recommend: '9', _go: 'next' })).status).toBe(410);
    await pages.rows('update open_link set closed_at = null where workspace_id = $1 and id = $2', [openLinkId]);
  });

  it('is not filled in by a program from one address without end', async () => {
    const statuses = new Set<number>();
    for (let time = 0; time < 130; time += 1) statuses.add((await pages.post(`/s/00000000/x`, {})).status);
    expect([...statuses]).toEqual([404, 429]);
    pages.time.now = new Date(pages.time.now.getTime() + 61_000);
  });
});

it('says that an answer was not stored, keeps it in the form, and takes it when the store is back', async () => {
  const asked = await ask();
  const { context } = pages;
  const write = context.answering.write;
  const first = fieldsOn(await (await pages.get(asked.answer)).text());
  const page = await (await pages.post(asked.answer, { ...first, recommend: '9', _go: 'next' })).text();
  const broken = context.answering as { write: typeof write };
  broken.write = async () => {
    throw new Error('the store is away');
  };
  const failed = await pages.post(asked.answer, { ...fieldsOn(page), more: 'Good', _go: 'next' });
  broken.write = write;
  const html = await failed.text();
  expect(failed.status).toBe(503);
  expect(wordsOf(html)).toContain(en.failed.text);
  expect(fieldsOn(html)).toMatchObject({ more: ['Good'], recommend: ['9'] });
  expect((await pages.post(asked.answer, { ...fieldsOn(html), _go: 'next' })).status).toBe(200);
  expect(await responses(asked)).toHaveLength(1);
});

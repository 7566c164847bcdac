import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ScannerReason, scannerVerdicts } from '../../src/answering/index.ts';
import { templateFor } from '../../src/survey/index.ts';
import { type Asked, invite } from './asked-fixture.ts';
import { fieldsOn, type OpenPages, openPages } from './open-pages.ts';
import { scanners } from './scanners.ts';

const mails = 1_000;
let pages: OpenPages;
let asked: Asked[];

beforeAll(async () => {
  // One page only: the shortest way from a click to an answer, and so the most dangerous one.
  pages = await openPages(templateFor('delivery', ['en']));
  asked = await invite(pages.fixture, mails, { now: pages.time.now });
});
afterAll(() => pages.close());

const count = async (text: string) => Number((await pages.rows<{ n: string }>(text))[0]!.n);
const answers = () => count('select count(*) as n from response where workspace_id = $1');

describe('programs that look at links', () => {
  it(`answer none of ${mails} mails, unsubscribe nobody, and use no link up`, async () => {
    // Five at a time, as a filter of a company does; one of the scanners moves the clock, so it comes by itself.
    for (const [at, scanner] of scanners.entries()) {
      const mine = asked.filter((_, place) => place % scanners.length === at);
      for (let from = 0; from < mine.length; from += 5) {
        await Promise.all(mine.slice(from, from + 5).map((mail) => scanner.visit(pages, mail)));
      }
    }
    expect(await answers()).toBe(0);
    expect(await count('select count(*) as n from suppression where workspace_id = $1')).toBe(0);
    expect(await count("select count(*) as n from invitation where workspace_id = $1 and state <> 'sent'")).toBe(0);
    expect(await count("select count(*) as n from message where workspace_id = $1 and state = 'cancelled'")).toBe(0);
    expect(await count('select count(*) as n from partial_response where workspace_id = $1')).toBe(0);
  }, 300_000);

  it('are told from people where they can be, with reasons', async () => {
    const verdicts = await pages.rows<{ invitation_id: string; verdict: string; reasons: ScannerReason[] }>(
      `select invitation_id, verdict, detail->'reasons' as reasons from contact_signal
       where workspace_id = $1 and kind = 'intent'`,
    );
    const scannerOf = new Map(
      asked.map(({ invitationId }, place) => [invitationId, scanners[place % scanners.length]!]),
    );
    const missed = verdicts.filter(
      ({ invitation_id: id, verdict }) => scannerOf.get(id)!.known && verdict !== 'scanner',
    );
    expect(verdicts.length).toBeGreaterThan(mails);
    expect(missed).toEqual([]);
    expect(verdicts.every(({ verdict, reasons }) => (verdict === 'scanner') === reasons.length > 0)).toBe(true);
  });

  it('take nothing from the people after them: 200 answer, by the link that was scanned', async () => {
    const people = asked.slice(0, 200);
    pages.time.now = new Date(pages.time.now.getTime() + 2 * 86_400_000);
    for (const [place, person] of people.entries()) {
      const score = 1 + (place % 5);
      const clicked = place % 2 === 0 ? `?score=${score}` : '';
      const html = await (await pages.get(person.answer + clicked)).text();
      pages.time.now = new Date(pages.time.now.getTime() + 4_000);
      const fields = { ...fieldsOn(html), 'delivery-satisfaction': String(score), _go: 'next' };
      expect((await pages.post(person.answer, fields)).status).toBe(200);
    }
    expect(await answers()).toBe(200);
    const [sum] = await pages.rows<{ n: number; points: number }>(
      `select count(*)::int as n, sum(a.point)::int as points from answer a
       join question q on q.workspace_id = a.workspace_id and q.id = a.question_id
       where a.workspace_id = $1 and q.key = 'delivery-satisfaction'`,
    );
    expect(sum).toEqual({ n: 200, points: 600 });
  }, 60_000);
});

describe('the verdict on a click', () => {
  const at = (seconds: number) => new Date(Date.UTC(2030, 0, 1) + seconds * 1000);
  const person = {
    score: 9,
    at: at(60),
    method: 'GET',
    agent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Mobile Safari/604.1',
    languages: 'fi',
    purpose: '',
  };
  const one = (change: object, facts = {}) => scannerVerdicts([{ ...person, ...change }], facts)[0]!;

  it('lets a person be one, also when he changes his mind', () => {
    expect(one({}, { handedOverAt: at(0) })).toEqual({ verdict: 'human', reasons: [] });
    const twice = [person, { ...person, score: 8, at: at(64) }];
    expect(scannerVerdicts(twice, {}).map(({ verdict }) => verdict)).toEqual(['human', 'human']);
  });

  it('says by what a program is known', () => {
    expect(one({ method: 'HEAD' }).reasons).toEqual(['no-page-asked-for']);
    expect(one({ languages: ' ' }).reasons).toEqual(['no-language']);
    expect(one({ agent: 'curl/8.1' }).reasons).toEqual(['known-robot']);
    expect(one({ purpose: 'prefetch' }).reasons).toEqual(['fetched-ahead']);
    expect(one({}, { honeypotAt: at(61) }).reasons).toEqual(['honeypot']);
    const three = [8, 9, 10].map((score) => ({ ...person, score, at: at(60 + score) }));
    expect(scannerVerdicts(three, {}).map(({ reasons }) => reasons)).toEqual([0, 1, 2].map(() => ['several-scores']));
    const slow = [8, 9, 10].map((score) => ({ ...person, score, at: at(60 * score) }));
    expect(scannerVerdicts(slow, {}).map(({ verdict }) => verdict)).toEqual(['human', 'human', 'human']);
  });

  it('leaves open what is only early', () => {
    expect(one({ at: at(5) }, { handedOverAt: at(0) })).toEqual({
      verdict: 'unknown',
      reasons: ['soon-after-sending'],
    });
  });
});

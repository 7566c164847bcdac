import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Asked, formBody, invite } from '../answering/asked-fixture.ts';
import { fieldsOn, type OpenPages, openPages } from '../answering/open-pages.ts';
import { longQuestionnaire } from '../answering/questionnaires.ts';

/** Posts to the pages of respondents. CANDOR_TEST_FUZZ=10000 asks for more. */
const posts = Number(process.env.CANDOR_TEST_FUZZ ?? 2_000);
const seed = 20_260_802;

let pages: OpenPages;
let asked: Asked[];
let page: Record<string, string[]>;

beforeAll(async () => {
  pages = await openPages(longQuestionnaire);
  asked = await invite(pages.fixture, 200, { now: pages.time.now });
  page = fieldsOn(await (await pages.get(asked[0]!.answer)).text());
});
afterAll(() => pages.close());

const names = fc.constantFrom(
  ...['recommend', 'how', 'how.words', 'reason', 'liked', 'parts.price', 'parts.tone', 'more', 'call', '__proto__'],
  ...[
    '_page',
    '_go',
    '_lang',
    '_language',
    '_holder',
    '_visit',
    '_seen',
    '_asked',
    '_preselected',
    '_do',
    'constructor',
  ],
  ...['List-Unsubscribe', '', 'recommend[]', 'toString', 'liked.words'],
);
const values = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '',
    '0',
    '10',
    '11',
    '-1',
    'car',
    'other',
    'none',
    'speed',
    'given',
    'next',
    'back',
    'first',
    'why',
    'last',
  ),
  fc.constantFrom(
    'fi',
    'ar',
    'en',
    'One-Click',
    'unsubscribe',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '<script>',
    'x'.repeat(20_000),
  ),
  fc.constantFrom('__proto__', 'constructor', '9'.repeat(400), "'; drop table response; --", 'a'.repeat(24)),
);
const fields = fc.array(fc.tuple(names, fc.array(values, { minLength: 1, maxLength: 3 })), { maxLength: 8 });
/** The last page of a form that is right but for what is put into it. */
const end = { recommend: '9', _page: 'last', _go: 'next' };
const bodies = fc.oneof(
  { weight: 3, arbitrary: fields.map((given) => ({ body: formBody({ ...end, ...Object.fromEntries(given) }) })) },
  { weight: 6, arbitrary: fields.map((given) => ({ body: formBody({ ...page, ...Object.fromEntries(given) }) })) },
  { weight: 2, arbitrary: fields.map((given) => ({ body: formBody(Object.fromEntries(given)) })) },
  {
    weight: 1,
    arbitrary: fc.string({ unit: 'binary', maxLength: 200 }).map((body) => ({
      body,
      type: 'multipart/form-data; boundary=b',
    })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.string({ unit: 'binary', maxLength: 200 }), fc.constantFrom('text/plain', 'application/json', ''))
      .map(([body, type]) => ({ body, type })),
  },
);
const targets = fc.oneof(
  { weight: 6, arbitrary: fc.nat(199).map((place) => ({ place, kind: 'answer' as const })) },
  { weight: 1, arbitrary: fc.nat(199).map((place) => ({ place, kind: 'stop' as const })) },
  { weight: 1, arbitrary: fc.constant({ place: 0, kind: 'open' as const }) },
);

describe(`the pages of respondents, of ${posts} posts of any kind`, () => {
  it('answer none with a fault, and store no more than one answer for an invitation', async () => {
    const statuses = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(
        targets,
        bodies,
        fc.nat(50),
        async ({ place, kind }, { body, type }: { body: string; type?: string }, cut) => {
          const one = asked[place]!;
          const whole = kind === 'open' ? pages.fixture.openPath : one[kind];
          const path = cut === 0 ? whole.slice(0, -1) : whole;
          const reply = await pages.post(path, body, type === undefined ? {} : { 'content-type': type });
          statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1);
          expect(reply.status, `${path} ${body}`).toBeLessThan(500);
          expect(await reply.text()).not.toContain('<script');
        },
      ),
      { numRuns: posts, seed },
    );
    // It came through to where answers are stored and refused, not only to the door.
    expect([200, 404, 422].filter((status) => !statuses.has(status))).toEqual([]);
    const [stored] = await pages.rows<{ n: number; invitations: number }>(
      `select count(*)::int as n, count(distinct invitation_id)::int as invitations from response
       where workspace_id = $1 and invitation_id is not null`,
    );
    expect(stored!.n).toBeGreaterThan(0);
    expect(stored!.n).toBe(stored!.invitations);
  }, 300_000);

  it('refuse a body that is too large for a form, and go on', async () => {
    const body = `more=${'x'.repeat(2_000_000)}`;
    expect((await pages.post(asked[1]!.answer, body)).status).toBeLessThan(500);
    expect((await pages.get(asked[1]!.stop)).status).toBe(200);
  });
});

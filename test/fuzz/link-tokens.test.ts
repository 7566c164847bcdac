import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { application } from '../../src/server/application.ts';
import { type Asked, invite } from '../answering/asked-fixture.ts';
import { browserHeaders, type OpenPages, openPages } from '../answering/open-pages.ts';
import { longQuestionnaire } from '../answering/questionnaires.ts';
import { makePlace, type TestPlace } from '../channels/open-place.ts';

/** 10,000 by default, more by CANDOR_TEST_FUZZ. */
const runs = Number(process.env.CANDOR_TEST_FUZZ ?? 10_000);
const seed = Number(process.env.CANDOR_TEST_SEED ?? 7);

let pages: OpenPages;
let asked: Asked[];
let place: TestPlace;
let app: ReturnType<typeof application>;

beforeAll(async () => {
  pages = await openPages(longQuestionnaire);
  asked = await invite(pages.fixture, 20, { now: pages.time.now });
  place = await makePlace(pages);
  // Every request from an address of its own: the limit on guessing has its own test.
  app = application({ ...pages.context, config: { ...pages.context.config, trustedHops: 1 } });
});
afterAll(() => pages.close());

const letters = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_'];
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...letters), maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 40 }).map((one) => encodeURIComponent(one.toWellFormed())),
  fc.constantFrom('', '%00', '..', '%2e%2e', '%', "'", '__proto__', 'constructor', '0'.repeat(4_000), 'qr.svg'),
);
const change = fc.record({
  kind: fc.constantFrom('cut', 'change', 'insert', 'case', 'swap', 'double'),
  at: fc.nat(1_000),
  letter: fc.constantFrom(...letters),
});
const ways = ['a', 'u', 's', 'q', 'k', 'p', 'embed'] as const;

/** One small harm to a secret, as mail programs, thumbs and guessers do it. */
function harmed(secret: string, { kind, at, letter }: { kind: string; at: number; letter: string }): string {
  const place = at % secret.length;
  const [before, one, after] = [secret.slice(0, place), secret[place]!, secret.slice(place + 1)];
  if (kind === 'cut') return before;
  if (kind === 'change') return before + letter + after;
  if (kind === 'insert') return before + letter + one + after;
  if (kind === 'case') return before + (one === one.toLowerCase() ? one.toUpperCase() : one.toLowerCase()) + after;
  if (kind === 'swap') return before + after.slice(0, 1) + one + after.slice(1);
  return secret + secret;
}

const get = (path: string, at: number, method: string) =>
  app.request(`http://127.0.0.1:4700${path}`, {
    method,
    headers: {
      ...browserHeaders,
      'x-forwarded-for': `10.${at % 200}.${(at >> 8) % 200}.${(at >> 4) % 250}`,
      ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://shop.example' }),
    },
    ...(method === 'POST' && { body: 'recommend=9&_go=next' }),
  });

describe(`the links of respondents, of ${runs} tokens that are none`, () => {
  it('lead nowhere, without a fault, and store nothing', async () => {
    const statuses = new Map<number, number>();
    const real = new Set<string>();
    for (const one of asked) for (const path of [one.answer, one.stop]) real.add(path);
    for (const way of ways) real.add(`/${way}/${place.path}`);
    real.add(`/p/${pages.fixture.code}`);
    const pathOf = fc.oneof(
      fc
        .tuple(fc.constantFrom(...ways), fc.array(text, { minLength: 1, maxLength: 3 }))
        .map(([way, parts]) => `/${way}/${parts.join('/')}`),
      fc.tuple(fc.nat(19), fc.boolean(), change).map(([at, isStop, harm]) => {
        const whole = isStop ? asked[at]!.stop : asked[at]!.answer;
        return whole.slice(0, 3) + harmed(whole.slice(3), harm);
      }),
      fc
        .tuple(fc.constantFrom('s', 'q', 'k', 'embed'), change)
        .map(([way, harm]) => `/${way}/${harmed(place.path, harm)}`),
      // A token of one purpose is none of another.
      fc.tuple(fc.nat(19), fc.constantFrom('s', 'k', 'p', 'u', 'a')).map(([at, way]) => {
        const { answer, stop } = asked[at]!;
        return `/${way}/${(way === 'a' ? stop : answer).slice(3)}`;
      }),
    );
    let at = 0;
    await fc.assert(
      fc.asyncProperty(pathOf, fc.constantFrom('GET', 'GET', 'POST', 'HEAD'), async (path, method) => {
        const plain = path.split(/[?#]/)[0]!;
        fc.pre(!real.has(plain) && !real.has(decoded(plain)));
        at += 1;
        const reply = await get(plain, at * 7_919, method);
        statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1);
        expect([404, 400, 405, 410, 421, 403, 415], `${method} ${path}: ${reply.status}`).toContain(reply.status);
      }),
      { numRuns: runs, seed },
    );
    expect(statuses.get(404)).toBeGreaterThan(runs / 2);
    expect(await pages.rows('select 1 from response where workspace_id = $1')).toEqual([]);
    expect(await pages.rows('select 1 from suppression where workspace_id = $1')).toEqual([]);
    expect(await pages.rows('select 1 from kiosk_device where workspace_id = $1')).toEqual([]);
  }, 600_000);

  it('are one and the same page', async () => {
    const code = pages.fixture.code;
    const wrong = [`/a/${code}${'x'.repeat(32)}`, `/a/00000000${'x'.repeat(32)}`, '/a/x', `/s/${code}/none`];
    const bodies = await Promise.all(wrong.map(async (path) => (await get(path, 3, 'GET')).text()));
    expect(new Set(bodies).size).toBe(1);
  });
});

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

describe('an address that guesses', () => {
  const guess = (forwarded: string, path = `/a/${pages.fixture.code}${'y'.repeat(32)}`) =>
    app.request(`http://127.0.0.1:4700${path}`, { headers: { ...browserHeaders, 'x-forwarded-for': forwarded } });

  it('is told to wait a minute, by the address that the proxy saw and not by the one that it claims', async () => {
    const statuses: number[] = [];
    for (let at = 0; at < 125; at += 1) statuses.push((await guess(`1.2.3.${at}, 192.0.2.1`)).status);
    expect(statuses.slice(0, 120).every((status) => status === 404)).toBe(true);
    expect(statuses.slice(120)).toEqual([429, 429, 429, 429, 429]);
    // Who answers from the same address still can.
    expect((await guess('192.0.2.1', asked[0]!.answer)).status).toBe(200);
    expect((await guess('192.0.2.2')).status).toBe(404);
    pages.time.now = new Date(pages.time.now.getTime() + 61_000);
    expect((await guess('192.0.2.1')).status).toBe(404);
  });

  it('is not made of two hundred people who answer from one office', async () => {
    for (const { answer } of [
      ...asked,
      ...asked,
      ...asked,
      ...asked,
      ...asked,
      ...asked,
      ...asked,
      ...asked,
      ...asked,
      ...asked,
    ]) {
      expect((await guess('192.0.2.9', answer)).status).toBe(200);
    }
  });
});

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenApplication, openApplication } from '../server/open-application.ts';
import { type DocumentedRoute, routesOf } from '../server/route-catalogue.ts';
import { fillSurvey } from '../store/survey-fixture.ts';

/**
 * Requests for each family of routes. All of them at 10,000 take longer than a test may: CANDOR_TEST_FUZZ=10000 asks for
 * so many.
 */
const perFamily = Number(process.env.CANDOR_TEST_FUZZ ?? 2_000);
const atOnce = 24;
const seed = 20_260_801;

let open: OpenApplication;
const families = new Map<string, DocumentedRoute[]>();

beforeAll(async () => {
  open = await openApplication();
  await fillSurvey(open.test, open.workspace.id);
  for (const route of await routesOf(open)) {
    // Ending the session would make every later request a 401; a stream has nothing to be fuzzed but its query.
    if (route.path.startsWith('/sign-out') || route.path.endsWith('/live')) continue;
    const name = route.path.replace('/workspaces/{workspace}/', '').split('/').find(Boolean)!;
    families.set(name, [...(families.get(name) ?? []), route]);
  }
}, 240_000);
afterAll(() => open.close());

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud800',
    "'; drop table response; --",
    'javascript:alert(1)',
    '=HYPERLINK("http://x")',
    '../../etc/passwd',
    '%00',
    '\u202e',
    '9'.repeat(400),
    'x'.repeat(5_000),
    '2030-02-30T00:00:00Z',
    '+275760-09-13T00:00:00.001Z',
    'NaN',
    'null',
    '01900000-0000-7000-8000-000000000000',
    'owner',
    's',
    'recommend',
  ),
);
const numbers = fc.constantFrom(0, -0, -1, 0.5, 1, 10, 11, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308, 1e-320);
const junk = fc.oneof(
  texts,
  numbers,
  fc.boolean(),
  fc.constant(null),
  fc.array(texts, { maxLength: 3 }),
  fc.anything({ maxDepth: 3, withNullPrototype: false }),
);

/** What is wrong with a request: one or several of these. */
const damage = fc.record({
  route: fc.nat(),
  /** Which field of the fitting body, and what stands there instead; nothing where it is left out. */
  fields: fc.array(fc.record({ at: fc.nat(), drop: fc.boolean(), value: junk }), { maxLength: 3 }),
  extra: fc.option(fc.tuple(texts, junk), { nil: undefined }),
  whole: fc.option(junk, { nil: undefined, freq: 12 }),
  raw: fc.option(fc.constantFrom('', '{', '[', '{"a":1,}', '"', 'nul', '{"a":'.repeat(3_000), '[]'), {
    nil: undefined,
    freq: 15,
  }),
  type: fc.option(
    fc.constantFrom('text/plain', 'application/xml', 'multipart/form-data', 'application/json; charset=x'),
    {
      nil: undefined,
      freq: 15,
    },
  ),
  query: fc.option(fc.array(fc.tuple(texts, texts), { maxLength: 3 }), { nil: undefined, freq: 4 }),
  known: fc.option(
    fc.constantFrom('level', 'metric', 'period', 'from', 'to', 'touchpoint', 'limit', 'cursor', 'before'),
    {
      nil: undefined,
      freq: 2,
    },
  ),
  id: texts,
});

type Damage = typeof damage extends fc.Arbitrary<infer Value> ? Value : never;

const textOf = (value: unknown): string => {
  try {
    return JSON.stringify(value, (_, inner) => (typeof inner === 'bigint' ? Number(inner) : inner)) ?? 'null';
  } catch {
    return 'null';
  }
};

/** Paths to the fields of a body, those of nested ones too. */
function placesIn(value: unknown, place: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = [...place, Array.isArray(value) ? Number(key) : key];
    return [at, ...placesIn(inner, at)];
  });
}

function damaged(body: unknown, { fields, extra }: Damage): unknown {
  const copy = structuredClone(body) as Record<string, unknown>;
  const places = placesIn(copy);
  for (const { at, drop, value } of places.length > 0 ? fields : []) {
    const place = places[at % places.length]!;
    let inner: Record<string, unknown> | undefined = copy;
    for (const key of place.slice(0, -1)) inner = inner?.[key] as Record<string, unknown> | undefined;
    const last = place.at(-1)!;
    if (typeof inner !== 'object' || inner === null) continue;
    if (drop) delete inner[last];
    else inner[last] = value;
  }
  if (extra && typeof copy === 'object' && copy !== null) copy[extra[0]] = extra[1];
  return copy;
}

function requestOf(routes: readonly DocumentedRoute[], wrong: Damage): { path: string; init: RequestInit } {
  const route = routes[wrong.route % routes.length]!;
  const encode = (text: string) => encodeURIComponent(Buffer.from(text).toString()) || 'x';
  const query = (wrong.query ?? []).map(([name, value]) => `${encode(name)}=${encode(value)}`);
  if (wrong.known) query.push(`${wrong.known}=${encode(wrong.id)}`);
  const path = route.path.replace('{workspace}', 'first').replace(/\{[a-z]+\}/gi, encode(wrong.id));
  const body = wrong.raw ?? textOf(wrong.whole === undefined ? damaged(route.body ?? {}, wrong) : wrong.whole);
  const type = wrong.type ?? (route.isJson ? 'application/json' : 'text/csv');
  const takesBody = route.body !== undefined;
  return {
    path: `${path}?${[route.query, ...query].filter(Boolean).join('&')}`,
    init: {
      method: route.method,
      headers: {
        host: '127.0.0.1:4700',
        cookie: open.workspace.members.owner.cookie,
        ...(takesBody ? { 'content-type': type } : {}),
      },
      ...(takesBody ? { body } : {}),
    },
  };
}

/** Nothing where the answer is as it must be, else what is wrong with it. */
async function judge({ path, init }: { path: string; init: RequestInit }): Promise<string | undefined> {
  const response = await open.app.request(`http://127.0.0.1:4700/api${path}`, init);
  const what = () => `${init.method} ${path.slice(0, 200)} ${String(init.body).slice(0, 300)}: ${response.status}`;
  if (response.status >= 500) return `${what()} ${await response.text()}`;
  if (response.status < 400) {
    await response.body?.cancel();
    return undefined;
  }
  const text = await response.text();
  const { error } = text.startsWith('{') ? JSON.parse(text) : { error: undefined };
  if (!error?.code || !error.remedy) return `${what()} without a code: ${text.slice(0, 200)}`;
  const namesField = typeof error.details.field === 'string' || error.code !== 'CND_REQUEST';
  return namesField ? undefined : `${what()} names no field: ${text.slice(0, 200)}`;
}

describe('damaged requests', () => {
  it('are refused with a code and the field, and never are a fault', async () => {
    expect(families.size).toBeGreaterThan(8);
    for (const [family, routes] of families) {
      const wrongs = fc.sample(damage, { seed, numRuns: perFamily });
      const faults: string[] = [];
      for (let from = 0; from < wrongs.length && faults.length === 0; from += atOnce) {
        const group = wrongs.slice(from, from + atOnce).map((wrong) => judge(requestOf(routes, wrong)));
        faults.push(...(await Promise.all(group)).filter((fault) => fault !== undefined));
      }
      expect(faults.slice(0, 3), family).toEqual([]);
    }
  }, 3_600_000);
});

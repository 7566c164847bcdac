import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeAllEvents } from '../../src/fieldwork/index.ts';
import { type OpenApplication, openApplication } from '../server/open-application.ts';

/** Requests with damaged bodies and headers: CANDOR_TEST_FUZZ=10000 asks for so many. */
const requests = Number(process.env.CANDOR_TEST_FUZZ ?? 2_000);
const atOnce = 24;
const seed = 20_261_130;

let open: OpenApplication;
beforeAll(async () => {
  open = await openApplication();
});
afterAll(() => open.close());

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\ud800',
    '%',
    '%00',
    '%zz',
    '"',
    '"\\',
    'x'.repeat(5_000),
    '2030-02-30T00:00:00Z',
    '+275760-09-13T00:00:00Z',
    '../..',
    'candor.encounter.closed',
    '__proto__',
    '1.0',
    'é',
  ),
);
const junk = fc.oneof(texts, fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.jsonValue({ maxDepth: 4 }));
const field = fc.oneof(
  fc.constantFrom(
    'id',
    'source',
    'specversion',
    'type',
    'subject',
    'time',
    'data',
    'data_base64',
    'datacontenttype',
    'dataschema',
    'ext',
    'EXT',
  ),
  texts,
);
const dataField = fc.constantFrom(
  'touchpoint',
  'happened',
  'encounter',
  'at',
  'account',
  'contact',
  'orgUnit',
  'agent',
  'segment',
  'attributes',
  'create',
);
const damage = fc.record({
  fields: fc.array(fc.tuple(field, junk), { maxLength: 4 }),
  data: fc.dictionary(fc.oneof(dataField, texts), junk, { maxKeys: 5 }),
  contact: fc.option(
    fc.dictionary(fc.constantFrom('id', 'email', 'phone', 'name', 'language', 'timeZone', 'roles'), junk),
    { nil: undefined },
  ),
  mode: fc.constantFrom('structured', 'batch', 'binary', 'raw'),
  type: fc.option(
    fc.oneof(
      fc.constantFrom(
        'application/json',
        'application/cloudevents+json; charset=x',
        'application/cloudevents+avro',
        'text/plain',
        'application/octet-stream',
        '',
      ),
      texts,
    ),
    { nil: undefined, freq: 4 },
  ),
  raw: fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.constantFrom(
      ...['', '{', '[', 'null', '[[]]', '{"id":'.repeat(4_000), '['.repeat(50_000)].map((text) =>
        new TextEncoder().encode(text),
      ),
    ),
  ),
});
type Damage = typeof damage extends fc.Arbitrary<infer Value> ? Value : never;

let number = 0;

function requestOf({ fields, data, contact, mode, type, raw }: Damage): RequestInit {
  number += 1;
  const least = { specversion: '1.0', id: `e${number}`, source: '/fuzz', type: 't' };
  const whole = { ...least, data: { ...data, ...(contact && { contact }) }, ...Object.fromEntries(fields) };
  const headers = new Headers({
    host: '127.0.0.1:4700',
    authorization: `Bearer ${open.workspace.keys['events:write']}`,
  });
  const set = (name: string, value: string) => {
    try {
      headers.set(name, value);
    } catch {
      // What no client can send is nothing that can come.
    }
  };
  if (mode === 'binary') {
    for (const [name, value] of Object.entries({ ...least, ...Object.fromEntries(fields) }))
      set(`ce-${name}`, String(value));
    set('content-type', type ?? 'application/json');
    return { method: 'POST', headers, body: JSON.stringify(whole.data) ?? '' };
  }
  set(
    'content-type',
    type ?? (mode === 'batch' ? 'application/cloudevents-batch+json' : 'application/cloudevents+json'),
  );
  const body =
    mode === 'raw' ? (raw as Uint8Array<ArrayBuffer>) : JSON.stringify(mode === 'batch' ? [least, whole] : whole);
  return { method: 'POST', headers, body };
}

/** Nothing where the answer is as it must be, else what is wrong with it. */
async function judge(init: RequestInit): Promise<string | undefined> {
  const response = await open.app.request('http://127.0.0.1:4700/api/workspaces/first/events', init);
  const text = await response.text();
  if (response.status === 202) return undefined;
  const what = `${response.status} ${text.slice(0, 300)} to ${String(init.body).slice(0, 300)}`;
  if (response.status < 400 || response.status >= 500) return what;
  const { error } = JSON.parse(text);
  if (error.code === 'CND_REQUEST_TOO_LARGE') return undefined;
  return ['CND_EVENT', 'CND_REQUEST'].includes(error.code) && typeof error.details.field === 'string'
    ? undefined
    : what;
}

describe(`${requests} damaged requests with events`, () => {
  it('are refused by the field or kept, are read without a fault, and leave no memory behind', async () => {
    const wrongs = fc.sample(damage, { seed, numRuns: requests });
    const faults: string[] = [];
    let kept = 0;
    let settled = 0;
    for (let from = 0; from < wrongs.length && faults.length === 0; from += atOnce) {
      const group = await Promise.all(wrongs.slice(from, from + atOnce).map((wrong) => judge(requestOf(wrong))));
      faults.push(...group.filter((fault) => fault !== undefined));
      if (from > wrongs.length / 4 && settled === 0) {
        await takeAllEvents(open.test.store, open.workspace.id, { clock: open.context.clock });
        globalThis.gc?.();
        settled = process.memoryUsage().rss;
      }
    }
    expect(faults.slice(0, 3)).toEqual([]);
    await takeAllEvents(open.test.store, open.workspace.id, { clock: open.context.clock });
    const states = await open.test.asSuperuser<{ state: string; reason: string; count: number }>(
      "select state, split_part(coalesce(refused_reason, ''), ' ', 1) as reason, count(*)::int as count from event group by 1, 2",
    );
    for (const { state, count } of states) {
      expect(state).not.toBe('waiting');
      kept += count;
    }
    expect(kept).toBeGreaterThan(requests / 20);
    // An event that no rule refuses and that breaks its reading would be one of these.
    expect(states.filter(({ reason }) => reason === 'not-taken')).toEqual([]);
    globalThis.gc?.();
    expect((process.memoryUsage().rss - settled) / 1e6).toBeLessThan(150);
  }, 3_600_000);
});

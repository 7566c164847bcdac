import { HTTP, CloudEvent as OracleEvent } from 'cloudevents';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCandorError } from '../errors/index.ts';
import { readEventRequest } from './event-request.ts';
import { instantOfText } from './instant-text.ts';

const least = { specversion: '1.0', id: '1', source: '/crm', type: 'ticket.closed' };
const bytes = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const structured = (event: unknown, type = 'application/cloudevents+json') =>
  readEventRequest({ contentType: type, headers: [], body: bytes(event) });
const batch = (events: unknown) => structured(events, 'application/cloudevents-batch+json');
const headers = (event: Record<string, string>) =>
  Object.entries(event).map(([name, value]) => [`ce-${name}`, value] as const);
const binary = (event: Record<string, string>, data = '', type: string | undefined = 'application/json') =>
  readEventRequest({ contentType: type, headers: headers(event), body: bytes(data) });

/** The field that a refusal names; `taken` where there is none. */
function refusedField(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (isCandorError(error) && error.code === 'CND_EVENT') return String(error.details.field);
    throw error;
  }
  return 'taken';
}

describe('a structured event', () => {
  it.each<[string, Record<string, unknown>]>([
    ['the least one', {}],
    ['a time with an offset', { time: '2030-01-31T12:00:00+02:00' }],
    ['a time with nine digits of a second', { time: '2030-01-31T12:00:00.123456789Z' }],
    ['a leap second', { time: '2016-12-31T23:59:60Z' }],
    ['a leap day', { time: '2028-02-29T00:00:00Z' }],
    ['small letters in a time', { time: '2030-01-31t12:00:00z' }],
    ['a subject', { subject: 'ticket/4711' }],
    ['a schema', { dataschema: 'https://example.com/schema/1#a' }],
    ['a content type with parameters', { datacontenttype: 'application/vnd.shop+json; charset="utf-8"' }],
    ['extensions of every type', { text: 'x', whole: -7, yes: true, empty: '' }],
    ['attributes that are null, as not there', { subject: null, time: null, dataschema: null, ext: null }],
    ['data that are a list', { data: [1, 'a', null] }],
    ['data that are a text', { data: 'a text', datacontenttype: 'text/plain' }],
    ['data that are null', { data: null }],
    ['an absolute source', { source: 'https://crm.example.com/%C3%A4?x=1#y' }],
    ['a source as a name', { source: 'urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66' }],
    ['characters of every language', { id: 'tapaus ä 客户', subject: '🎫' }],
    ['base64 that is JSON', { data_base64: 'eyJhIjoxfQ==' }],
  ])('is read with %s', (_, more) => {
    expect(structured({ ...least, ...more })).toHaveLength(1);
  });

  it.each<[string, Record<string, unknown>]>([
    ['id', { id: undefined }],
    ['id', { id: '' }],
    ['id', { id: 5 }],
    ['id', { id: null }],
    ['id', { id: 'x'.repeat(301) }],
    ['id', { id: 'a\u0000b' }],
    ['id', { id: 'a\u0007b' }],
    ['id', { id: '\ud800' }],
    ['id', { id: 'a\uffff' }],
    ['source', { source: undefined }],
    ['source', { source: '' }],
    ['source', { source: 'not a reference' }],
    ['source', { source: '%zz' }],
    ['source', { source: 'ä' }],
    ['specversion', { specversion: undefined }],
    ['specversion', { specversion: '0.3' }],
    ['specversion', { specversion: 1 }],
    ['type', { type: undefined }],
    ['type', { type: '' }],
    ['type', { type: {} }],
    ['subject', { subject: '' }],
    ['subject', { subject: ['x'] }],
    ['time', { time: 'yesterday' }],
    ['time', { time: '2030-02-30T00:00:00Z' }],
    ['time', { time: '2029-02-29T00:00:00Z' }],
    ['time', { time: '2030-01-31T25:00:00Z' }],
    ['time', { time: '2030-01-31T12:00:00' }],
    ['time', { time: '2030-01-31' }],
    ['time', { time: '0000-01-01T00:00:00Z' }],
    ['time', { time: 1_900_000_000 }],
    ['datacontenttype', { datacontenttype: 'json' }],
    ['datacontenttype', { datacontenttype: '' }],
    ['dataschema', { dataschema: '/relative' }],
    ['dataschema', { dataschema: '' }],
    ['Ext', { Ext: 'x' }],
    ['my-ext', { 'my-ext': 'x' }],
    ['ext', { ext: { a: 1 } }],
    ['ext', { ext: 1.5 }],
    ['ext', { ext: 2 ** 40 }],
    ['ext', { ext: 'a\nb' }],
    ['data_base64', { data_base64: '***' }],
    ['data_base64', { data_base64: 'eyJhIjoxfQ==', data: {} }],
    ['data_base64', { data_base64: '/w==' }],
    ['data.a', { data: { a: '\u0000' } }],
    ['data.list.1', { data: { list: ['x', '\udfff'] } }],
  ])('is refused by %s: %o', (field, more) => {
    expect(refusedField(() => structured({ ...least, ...more }))).toBe(field);
  });

  it('is refused where it is none', () => {
    for (const body of ['', '{', '[]', '"x"', 'null', '5', '\ufeff\ufeff{}']) {
      expect(refusedField(() => structured(body))).toBe('');
    }
    expect(refusedField(() => structured('{}'))).toBe('specversion');
    expect(refusedField(() => structured(least, 'application/cloudevents+xml'))).toBe('content-type');
    expect(refusedField(() => structured(least, 'application/cloudevents+json; charset=latin1'))).toBe('content-type');
    expect(
      refusedField(() => readEventRequest({ contentType: 'application/json', headers: [], body: bytes(least) })),
    ).toBe('content-type');
    const broken = new Uint8Array([0x7b, 0xff, 0x7d]);
    expect(
      refusedField(() => readEventRequest({ contentType: 'application/cloudevents+json', headers: [], body: broken })),
    ).toBe('');
  });

  it('holds at most 20 levels of data and no number beyond those of double precision', () => {
    const deep = (levels: number): unknown => (levels === 0 ? 1 : { a: deep(levels - 1) });
    expect(structured({ ...least, data: deep(20) })).toHaveLength(1);
    expect(refusedField(() => structured({ ...least, data: deep(21) }))).toMatch(/^data\.a/);
    expect(
      refusedField(() => structured(`{"specversion":"1.0","id":"1","source":"/","type":"t","data":{"n":1e999}}`)),
    ).toBe('data.n');
    expect(refusedField(() => structured(`${'['.repeat(100_000)}`))).toBe('');
  });

  it('cannot reach the prototype of anything', () => {
    const body = '{"specversion":"1.0","id":"1","source":"/","type":"t","data":{"__proto__":{"polluted":1}}}';
    structured(body);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(
      refusedField(() => structured('{"specversion":"1.0","id":"1","source":"/","type":"t","__proto__":{"id":"2"}}')),
    ).toBe('__proto__');
  });
});

describe('a batch', () => {
  it('is read in its order, and names the place of what it refuses', () => {
    expect(batch([])).toEqual([]);
    expect(batch([least, { ...least, id: '2' }]).map(({ id }) => id)).toEqual(['1', '2']);
    expect(refusedField(() => batch([least, { ...least, source: '' }]))).toBe('1.source');
    expect(refusedField(() => batch([least, 7]))).toBe('1');
    expect(refusedField(() => batch(least))).toBe('');
  });

  it('holds a thousand events', () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => ({ ...least, id: String(at) }));
    expect(batch(many(1_000))).toHaveLength(1_000);
    expect(refusedField(() => batch(many(1_001)))).toBe('');
  });
});

describe('a binary event', () => {
  it('has its attributes in headers, percent-encoded, and its data in the body', () => {
    const [event] = binary(
      { ...least, subject: 'Euro%20%E2%82%AC%20%F0%9F%98%80', ext: '"a \\"quoted\\" text"' },
      '{"a":1}',
    );
    expect(event).toMatchObject({ id: '1', subject: 'Euro € 😀', data: { a: 1 } });
    expect(event!.context).toEqual({ datacontenttype: 'application/json', ext: 'a "quoted" text' });
    expect(binary(least, '', undefined)[0]!.data).toBeUndefined();
    expect(binary(least, 'words', 'text/plain')[0]!.data).toBe('words');
    expect(binary(least, 'abc', 'application/octet-stream')[0]!.data).toBe('YWJj');
  });

  it.each<[string, Record<string, string>, string?, string?]>([
    ['ce-id', { id: '' }],
    ['ce-id', { id: '%ff' }],
    ['ce-id', { id: 'ä' }],
    ['ce-source', { source: 'a b' }],
    ['ce-time', { time: 'x' }],
    ['ce-specversion', { specversion: '2' }],
    ['ce-data', { data: 'x' }],
    ['ce-datacontenttype', { datacontenttype: 'text/plain' }],
    ['ce-my-ext', { 'my-ext': 'x' }],
    ['data', {}, '{'],
    ['content-type', {}, '{}', 'json; x'],
  ])('is refused by %s: %o', (field, more, data = '', type = 'application/json') => {
    expect(refusedField(() => binary({ ...least, ...more }, data, type))).toBe(field);
  });

  it('needs its four attributes', () => {
    for (const name of ['id', 'source', 'type', 'specversion'] as const) {
      const { [name]: _, ...rest } = least;
      expect(refusedField(() => binary(rest as Record<string, string>))).toBe(`ce-${name}`);
    }
  });
});

describe('beside the library of CloudEvents', () => {
  const word = fc
    .string({ minLength: 1, maxLength: 20 })
    .filter((text) => /^[ -~]+$/.test(text) && text.trim() === text);
  const some = fc.record(
    {
      id: word,
      source: fc.webPath().filter((path) => path !== '' && path.length < 200),
      type: word,
      subject: word,
      time: fc
        .date({ min: new Date('1970-01-02'), max: new Date('2999-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString()),
      data: fc.jsonValue({ maxDepth: 3 }).filter((value) => value !== null && typeof value === 'object'),
    },
    { requiredKeys: ['id', 'source', 'type'] },
  );

  it('reads what it writes, structured and binary', () => {
    fc.assert(
      fc.property(some, (given) => {
        fc.pre(!JSON.stringify(given).includes('\\u'));
        const event = new OracleEvent({ ...given, datacontenttype: 'application/json' } as never);
        for (const message of [HTTP.structured(event), HTTP.binary(event)]) {
          const sent = Object.entries(message.headers).map(
            ([name, value]) => [name.toLowerCase(), String(value)] as const,
          );
          const contentType = sent.find(([name]) => name === 'content-type')?.[1];
          const isAscii = sent.every(([, value]) => !value.includes('%'));
          fc.pre(isAscii && sent.every(([, value]) => !value.startsWith('"')));
          const [read] = readEventRequest({ contentType, headers: sent, body: bytes(message.body ?? '') });
          expect(read).toMatchObject({ id: given.id, source: given.source, type: given.type });
          expect(read!.subject).toBe(given.subject);
          if (given.time) expect(read!.time!.toISOString()).toBe(given.time);
          expect(read!.data).toEqual(given.data === undefined ? undefined : JSON.parse(JSON.stringify(given.data)));
        }
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});

describe('a timestamp', () => {
  it('means what the calendar of the machine means', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-02T00:00:00Z'), max: new Date('9999-12-30'), noInvalidDate: true }),
        (date) => {
          expect(instantOfText(date.toISOString())?.getTime()).toBe(date.getTime());
        },
      ),
    );
    expect(instantOfText('2030-01-01T00:30:00+01:00')!.toISOString()).toBe('2029-12-31T23:30:00.000Z');
    expect(instantOfText('2030-01-01T00:00:00-23:59')!.toISOString()).toBe('2030-01-01T23:59:00.000Z');
    expect(instantOfText('2030-01-01T00:00:00+24:00')).toBeUndefined();
  });
});

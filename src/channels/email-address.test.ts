import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asciiDomain, parseAddress, personKeyOf } from './email-address.ts';

describe('an address', () => {
  const good: readonly [text: string, address: string][] = [
    ['anna@example.com', 'anna@example.com'],
    ['  anna@example.com ', 'anna@example.com'],
    ['Anna.B@Example.COM', 'Anna.B@example.com'],
    ['anna+survey@example.com', 'anna+survey@example.com'],
    ["o'brien@example.ie", "o'brien@example.ie"],
    ['a@sub.sub.example.fi', 'a@sub.sub.example.fi'],
    ['info@müller.de', 'info@xn--mller-kva.de'],
    ['info@MÜLLER.de', 'info@xn--mller-kva.de'],
    ['info@xn--mller-kva.de', 'info@xn--mller-kva.de'],
    ['info@fußball.example', 'info@xn--fuball-cta.example'],
    ['a@مثال.إختبار', 'a@xn--mgbh0fb.xn--kgbechtv'],
    ['a@例え.jp', 'a@xn--r8jz45g.jp'],
    ['a@example.com.', 'a@example.com'],
    [`${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`],
    ["!#$%&'*+/=?^_`{|}~-@example.com", "!#$%&'*+/=?^_`{|}~-@example.com"],
  ];
  it.each(good)('%s', (text, address) => expect(parseAddress(text)?.address).toBe(address));

  const bad = [
    '',
    'anna',
    '@example.com',
    'anna@',
    'anna@localhost',
    'anna@@example.com',
    'an na@example.com',
    'anna@exa mple.com',
    '.anna@example.com',
    'anna.@example.com',
    'an..na@example.com',
    '"anna"@example.com',
    'änna@example.com',
    'anna@[127.0.0.1]',
    'anna@127.0.0.1',
    'anna@0x7f.1',
    'anna@example..com',
    'anna@-example.com',
    'anna@example-.com',
    'anna@example.com:25',
    'anna@example.com/x',
    'anna@exam_ple.com',
    'anna@example.com\r\nRCPT TO:<b@c.example>',
    'anna@example.com\0',
    '<anna@example.com>',
    'Anna <anna@example.com>',
    'anna@example.com,b@example.com',
    `${'a'.repeat(65)}@example.com`,
    `a@${'b'.repeat(64)}.com`,
    `a@${`${'b'.repeat(60)}.`.repeat(5)}com`,
  ];
  it.each(bad)('not %j', (text) => expect(parseAddress(text)).toBeUndefined());

  it('of anything is nothing or safe in an envelope', () => {
    const near = fc.tuple(fc.string({ unit: 'binary', maxLength: 20 }), fc.string({ unit: 'binary', maxLength: 30 }));
    fc.assert(
      fc.property(near, ([local, domain]) => {
        const parsed = parseAddress(`${local}@${domain}.example`);
        if (parsed) expect(parsed.address).toMatch(/^[\x21-\x7e]+@[a-z0-9.-]+$/);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('the key of a person', () => {
  // Every spelling of one inbox against every other: 6 x 6 + 4 x 4 + 3 x 3 pairs that are one, and 130 that are not.
  const inboxes = [
    [
      'anna.berg@gmail.com',
      'annaberg@gmail.com',
      'Anna.Berg+x@GMAIL.com',
      'a.n.n.a.berg@googlemail.com',
      'annaberg+1+2@googlemail.com',
      'ANNABERG@Gmail.Com',
    ],
    ['info@müller.de', 'INFO@xn--mller-kva.de', 'info+survey@Müller.de', 'Info@müller.de.'],
    ['anna.berg@firma.fi', 'Anna.Berg+a@firma.fi', 'anna.berg@FIRMA.FI'],
  ];
  it('is one for all spellings of one inbox', () => {
    for (const inbox of inboxes) expect(new Set(inbox.map((address) => personKeyOf(address))).size).toBe(1);
  });

  it('is another for other people', () => {
    const keys = [
      ...inboxes.map(([first]) => first!),
      'annaberg@firma.fi',
      'anna-berg@firma.fi',
      'anna_berg@firma.fi',
      'info@muller.de',
      'anna@gmail.com',
      'annaberg@gmail.fi',
      'annaberg@mail.gmail.com',
      '+anna@firma.fi',
      '+berta@firma.fi',
    ].map((address) => personKeyOf(address));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('keeps tags and dots where the rules say so', () => {
    const kept = { tags: 'kept', gmailDots: 'kept' } as const;
    expect(personKeyOf('Anna.Berg+x@GMAIL.com', kept)).toBe('anna.berg+x@gmail.com');
  });

  it('is stable and no address is its own tag', () => {
    const local = fc.stringMatching(/^[a-z0-9]{1,10}([.+][a-z0-9]{1,6}){0,3}$/);
    fc.assert(
      fc.property(local, fc.constantFrom('gmail.com', 'firma.fi', 'müller.de'), (name, domain) => {
        const key = personKeyOf(`${name}@${domain}`);
        expect(personKeyOf(key)).toBe(key);
        expect(personKeyOf(`${name.toUpperCase()}@${domain.toUpperCase()}`)).toBe(key);
        expect(personKeyOf(`${name}+tag@${domain}`)).toBe(key);
      }),
    );
  });

  it('of no address is refused', () => {
    expect(() => personKeyOf('anna')).toThrow(expect.objectContaining({ code: 'CND_ADDRESS' }));
  });
});

describe('a mail domain', () => {
  it.each(['com', '', 'a..b', '1.2.3.4', 'http://a.b', 'a.b?', 'a b.c', 'a.b%00'])('is not %j', (text) =>
    expect(asciiDomain(text)).toBeUndefined(),
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  composeEmail,
  isAutoReply,
  messageIdOf,
  parseIncoming,
  readComplaint,
  readInbound,
  returnPath,
  sealedInvitation,
} from '../../src/channels/index.ts';
import { mailWith } from './messages.ts';

const secret = 'a secret of at least 32 characters';
const reference = {
  workspaceId: '019823aa-0000-7000-8000-00000000000a',
  invitationId: 'ffffffff-ffff-7fff-bfff-ffffffffffff',
};
const path = returnPath(reference, secret, 'candor.example');
const id = messageIdOf(reference, 0, secret);
const verify = (address: string) => sealedInvitation(address, secret);
const mail = (headers: Record<string, string>, body = 'Hei') =>
  Buffer.from(
    `${Object.entries(headers)
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('')}\r\n${body}\r\n`,
  );

describe('the seal', () => {
  it('brings both ids back, whatever the case', () => {
    expect(path.split('@')[0]!.length).toBe(64);
    expect(sealedInvitation(path, secret)).toEqual(reference);
    expect(sealedInvitation(path.toUpperCase(), secret)).toEqual(reference);
    expect(sealedInvitation(`${id}@candor.example`, secret)).toEqual(reference);
  });

  it('is broken by any other character, secret or purpose', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 63 }),
        fc.constantFrom(...'0123456789abcdefghijklmnopqrstuvwxyz.+'),
        (at, character) => {
          const changed = path.slice(0, at) + character + path.slice(at + 1);
          fc.pre(changed !== path);
          expect(sealedInvitation(changed, secret)).toBeUndefined();
        },
      ),
    );
    expect(sealedInvitation(path, 'another secret of 32 characters!')).toBeUndefined();
    const seal = path.split('@')[0]!.split('.')[1]!;
    expect(sealedInvitation(`${id.split('.')[0]}.0.${seal}@candor.example`, secret)).toBeUndefined();
  });

  it('takes every id', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (workspaceId, invitationId) => {
        const one = { workspaceId, invitationId };
        expect(sealedInvitation(returnPath(one, secret, 'a.example'), secret)).toEqual(one);
        expect(sealedInvitation(`${messageIdOf(one, 'r2', secret)}@a.example`, secret)).toEqual(one);
      }),
    );
  });
});

describe('a complaint', () => {
  const arf = (fields: string, original = 'Subject: x') =>
    mail(
      {
        From: 'fbl@provider.example',
        To: 'abuse@candor.example',
        'MIME-Version': '1.0',
        'Content-Type': 'multipart/report; report-type=feedback-report; boundary=b',
      },
      [
        '--b',
        'Content-Type: text/plain',
        '',
        'This is an abuse report.',
        '--b',
        'Content-Type: message/feedback-report',
        '',
        fields,
        '',
        '--b',
        'Content-Type: message/rfc822',
        '',
        original,
        '',
        'Hei',
        '--b--',
      ].join('\r\n'),
    );

  it.each(['abuse', 'fraud', 'virus', 'other', 'opt-out'])('of type %s is told with its invitation', async (type) => {
    const raw = arf(`Feedback-Type: ${type}\r\nUser-Agent: X/1\r\nVersion: 1\r\nOriginal-Mail-From: <${path}>`);
    expect(await readComplaint(raw, { verify })).toEqual({ type, invitation: reference });
    expect(await readInbound(raw, { verify })).toEqual({
      kind: 'complaint',
      complaint: { type, invitation: reference },
    });
  });

  it('finds the invitation by our Message-ID where addresses were taken out', async () => {
    const raw = arf('Feedback-Type: abuse\r\nOriginal-Mail-From: <redacted>', `Message-ID: <${id}@candor.example>`);
    expect(await readComplaint(raw, { verify })).toEqual({ type: 'abuse', invitation: reference });
  });

  it('names no invitation that is not sealed', async () => {
    const raw = arf(`Feedback-Type: abuse\r\nOriginal-Mail-From: <${path.replace(/.@/, '_@')}>`);
    expect(await readComplaint(raw, { verify })).toEqual({ type: 'abuse' });
  });

  it('is none when the provider says that it was no spam', async () => {
    expect(await readComplaint(arf('Feedback-Type: not-spam'), { verify })).toBeUndefined();
  });

  it('of Outlook.com comes without a report', async () => {
    const raw = mail(
      { From: 'staff@outlook.example', 'MIME-Version': '1.0', 'Content-Type': 'multipart/mixed; boundary=b' },
      [
        '--b',
        'Content-Type: message/rfc822',
        '',
        'X-HmXmrOriginalRecipient: anna@customer.example',
        `Message-ID: <${id}@candor.example>`,
        '',
        'Hei',
        '--b--',
      ].join('\r\n'),
    );
    expect(await readComplaint(raw, { verify })).toEqual({ type: 'abuse', invitation: reference });
  });
});

/** Absence notes as programs send them; the first twelve carry no telling header. */
const absences: readonly Record<string, string>[] = [
  { Subject: 'Automaattinen vastaus: Miten onnistuimme?' },
  { Subject: 'Poissa toimistosta: Re: kysely' },
  { Subject: 'Olen lomalla 1.-28.7.' },
  { Subject: '=?utf-8?B?UG9pc3Nhb2xvaWxtb2l0dXM=?=' },
  { Subject: 'Automatiskt svar: Hur gick det?' },
  { Subject: '=?utf-8?Q?Fr=C3=A5nvaro:_Hur_gick_det?=' },
  { Subject: 'Autosvar: semester' },
  { Subject: 'Automatic reply: How did we do?' },
  { Subject: 'Out of Office: survey' },
  { Subject: 'Out of the office until Monday' },
  { Subject: 'Automatische Antwort: Wie war es?' },
  { Subject: 'Abwesenheitsnotiz: Umfrage' },
  { Subject: 'Kiitos viestistäsi', 'Auto-Submitted': 'auto-replied' },
  { Subject: 'Tack', 'Auto-Submitted': 'auto-replied (vacation)' },
  { Subject: 'Re: survey', 'Auto-Submitted': 'auto-generated' },
  { Subject: 'Re: survey', 'X-Autoreply': 'yes' },
  { Subject: 'Re: survey', 'X-Autorespond': 'survey' },
  { Subject: 'Re: survey', 'X-Auto-Response-Suppress': 'All' },
  { Subject: 'Re: survey', Precedence: 'auto_reply' },
  { Subject: 'Re: survey', Precedence: 'bulk' },
  { Subject: 'Re: survey', Precedence: 'junk' },
  { Subject: 'Ticket #42 received', From: 'no-reply@desk.example' },
  { Subject: 'Re: survey', 'Return-Path': '<>' },
  { Subject: 'Read: survey', 'Content-Type': 'multipart/report; report-type=disposition-notification; boundary=b' },
];
const people: readonly Record<string, string>[] = [
  { Subject: 'Re: Miten onnistuimme?' },
  { Subject: 'Vs: Miten onnistuimme?', 'Auto-Submitted': 'no' },
  { Subject: 'Sv: Hur gick det?' },
  { Subject: 'AW: Wie war es?', Precedence: 'normal' },
  { Subject: 'Re: your out of office team was great' },
  { Subject: 'Olen tyytyväinen' },
  { Subject: '' },
];

describe('a mail that a program wrote', () => {
  it.each(absences)('%j', async (headers) => {
    const raw = mail({ From: 'anna@customer.example', To: path, 'In-Reply-To': `<${id}@candor.example>`, ...headers });
    expect(isAutoReply(await parseIncoming(raw))).toBe(true);
    expect((await readInbound(raw, { verify })).kind).toBe('auto-reply');
  });

  it('is also our own: two of us cannot start a loop', async () => {
    const { raw } = await composeEmail(mailWith('m1'));
    expect((await readInbound(raw, { verify })).kind).toBe('auto-reply');
  });
});

describe('a mail that a person wrote', () => {
  it.each(people)('%j', async (headers) => {
    const raw = mail({
      From: 'Anna <anna@customer.example>',
      To: 'survey@candor.example',
      'In-Reply-To': `<${id}@candor.example>`,
      ...headers,
    });
    const inbound = await readInbound(raw, { verify });
    expect(inbound).toEqual({ kind: 'reply', from: 'anna@customer.example', words: 'Hei', invitation: reference });
  });

  const quotes = [
    'On Thu, 5 Mar 2026 at 10:00, Candor Oy <survey@candor.example> wrote:\n> Miten onnistuimme?',
    'to 5. maalisk. 2026 klo 10.00 Candor Oy (survey@candor.example) kirjoitti:\n\n> Miten',
    'Den tors 5 mars 2026 kl 10:00 skrev Candor Oy <survey@candor.example>:\n> Hur',
    'Am 05.03.2026 um 10:00 schrieb Candor Oy:\n> Wie',
    '-----Original Message-----\nFrom: Candor',
    '-----Alkuperäinen viesti-----\nLähettäjä: Candor',
    'Lähettäjä: Candor Oy <survey@candor.example>\nLähetetty: torstai',
    'Från: Candor Oy\nSkickat: den 5 mars',
    'Von: Candor Oy\nGesendet: Donnerstag',
    '-- \nAnna Ääkkönen\nFirma Oy',
    '________________________________\nFrom: Candor',
    '> Miten onnistuimme?',
  ];
  it.each(quotes)('keeps only his own words: %s', async (quote) => {
    const raw = mail(
      { From: 'anna@customer.example', Subject: 'Re: x', 'Content-Type': 'text/plain; charset=utf-8' },
      `Hyvää palvelua!\nKiitos.\n\n${quote}`,
    );
    expect(await readInbound(raw, { verify })).toMatchObject({ kind: 'reply', words: 'Hyvää palvelua!\nKiitos.' });
  });
});

describe('anything that can come in', () => {
  const pieces = fc.constantFrom(
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n',
    'Content-Type: multipart/mixed; boundary=b\r\n',
    'Content-Type: text/plain; charset=utf-7\r\n',
    'Content-Type: message/delivery-status\r\n',
    'Content-Transfer-Encoding: base64\r\n',
    'Content-Transfer-Encoding: quoted-printable\r\n',
    `To: ${path}\r\n`,
    'Subject: =?utf-8?B?w6Q=?= =?x?Q?=ZZ?=\r\n',
    'Action: failed\r\nStatus: 5.1.1\r\n',
    'Diagnostic-Code: smtp; 550 ',
    '\r\n\r\n',
    '--b\r\n',
    '--b--\r\n',
    '<style><script>',
    ': : :\r\n',
    ' \t\r\n',
  );
  const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array).toString('latin1'));
  const hostile = fc.array(fc.oneof({ weight: 3, arbitrary: pieces }, { weight: 1, arbitrary: bytes }), {
    maxLength: 30,
  });

  it('is read without an error, 10,000 times, and keeps no memory', { timeout: 300_000 }, async () => {
    const kinds = new Set<string>();
    const check = (runs: number, seed: number) =>
      fc.assert(
        fc.asyncProperty(hostile, async (parts) => {
          kinds.add((await readInbound(Buffer.from(parts.join(''), 'latin1'), { verify })).kind);
        }),
        { numRuns: runs, seed },
      );
    await check(2000, 1);
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    await check(8000, 2);
    globalThis.gc?.();
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(50_000_000);
    expect([...kinds].sort()).toEqual(expect.arrayContaining(['delivery-report', 'reply']));
  });

  const bombs: readonly [string, string][] = [
    ['10 MB of text', `Subject: x\r\n\r\n${'x'.repeat(10_000_000)}`],
    ['100,000 header lines', `${'X-A: b\r\n'.repeat(100_000)}\r\n`],
    ['a header of 5 MB', `Subject: ${'a'.repeat(5_000_000)}\r\n\r\n`],
    [
      '500 nested multiparts',
      Array.from({ length: 500 }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`).join(
        '',
      ),
    ],
    ['30,000 parts', `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(30_000)}`],
    ['unclosed styles', `Content-Type: text/html\r\n\r\n${'<style>'.repeat(30_000)}`],
    ['open tags', `Content-Type: text/html\r\n\r\n${'<a '.repeat(60_000)}`],
    ['a bounce of words', `From: mailer-daemon@x.example\r\n\r\n${'mailbox recipient user domain '.repeat(20_000)}`],
    ['a bounce of empty lines', `From: mailer-daemon@x.example\r\n\r\n${'\n \t'.repeat(80_000)}`],
    ['many addresses', `To: ${'b+a@x, '.repeat(30_000)}\r\n\r\n`],
  ];
  it.each(bombs)('cannot hold it up: %s', async (_, text) => {
    const raw = Buffer.from(text, 'latin1');
    const started = performance.now();
    await readInbound(raw, { verify });
    // 50-100 ms here; a square of the length would take minutes.
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

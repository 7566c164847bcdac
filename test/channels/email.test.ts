import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import PostalMime from 'postal-mime';
import { beforeAll, describe, expect, it } from 'vitest';
import { composeEmail, type DkimKey, developmentChannel } from '../../src/channels/index.ts';
import { mailWith } from './messages.ts';

const headerOf = (raw: Buffer, name: string): string[] => {
  const head = raw
    .toString('latin1')
    .split('\r\n\r\n')[0]!
    .replace(/\r\n[ \t]+/g, ' ');
  return head
    .split('\r\n')
    .filter((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))
    .map((line) => line.slice(name.length + 1).trim());
};

describe('a composed mail', () => {
  it('carries what bulk mail needs', async () => {
    const { raw, envelope, messageId } = await composeEmail(mailWith('m1'));
    expect(envelope).toEqual({ from: 'bounces@candor.example', to: 'anna@customer.example' });
    expect(messageId).toBe('<m1.0@candor.example>');
    expect(headerOf(raw, 'List-Unsubscribe')).toEqual(['<https://candor.example/u/AbC>']);
    expect(headerOf(raw, 'List-Unsubscribe-Post')).toEqual(['List-Unsubscribe=One-Click']);
    expect(headerOf(raw, 'Auto-Submitted')).toEqual(['auto-generated']);
    expect(headerOf(raw, 'Feedback-ID')).toEqual(['support:p1:w1:candor']);
    expect(headerOf(raw, 'Message-ID')).toEqual([messageId]);
    expect(headerOf(raw, 'Content-Language')).toEqual(['fi']);
    expect(headerOf(raw, 'Date')).toEqual(['Thu, 05 Mar 2026 10:00:00 +0000']);
    expect(headerOf(raw, 'Bcc')).toEqual([]);
  });

  it('reads back as it was meant, text beside HTML', async () => {
    const { raw } = await composeEmail(
      mailWith('m1', { subject: '📦 Hyvää päivää, Ääkkönen — kuinka me onnistuimme toimituksessa tällä kertaa? سؤال' }),
    );
    const read = await PostalMime.parse(raw);
    expect(read.subject).toBe('📦 Hyvää päivää, Ääkkönen — kuinka me onnistuimme toimituksessa tällä kertaa? سؤال');
    expect(read.to).toEqual([{ address: 'anna@customer.example', name: 'Anna Ääkkönen' }]);
    expect(read.text).toContain('Hei Anna');
    expect(read.html).toContain('<b>m1</b>');
    expect(read.attachments).toEqual([]);
    expect(headerOf(raw, 'Content-Type')[0]).toMatch(/^multipart\/alternative/);
  });

  it('has no line that a server may break', async () => {
    const { raw } = await composeEmail(mailWith('m1', { html: `<p>${'ä'.repeat(5000)}</p>`, text: 'x'.repeat(5000) }));
    expect(
      Math.max(
        ...raw
          .toString('latin1')
          .split('\r\n')
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(998);
    expect(/[^\r]\n|\r[^\n]/.test(raw.toString('latin1'))).toBe(false);
    expect(raw.every((byte) => byte < 128)).toBe(true);
  });

  it('is the same bytes each time', async () => {
    const [first, second] = await Promise.all([composeEmail(mailWith('m1')), composeEmail(mailWith('m1'))]);
    expect(first.raw.equals(second.raw)).toBe(true);
  });

  it('makes domains ASCII and keeps the local part', async () => {
    const { raw, envelope } = await composeEmail(mailWith('m1', { to: { address: 'Anna.B@Müller.DE' } }));
    expect(envelope.to).toBe('Anna.B@xn--mller-kva.de');
    expect(headerOf(raw, 'To')).toEqual(['Anna.B@xn--mller-kva.de']);
  });

  it('promises one click only over TLS', async () => {
    const { raw } = await composeEmail(mailWith('m1', { unsubscribeUrl: 'http://127.0.0.1:4700/u/x' }));
    expect([headerOf(raw, 'List-Unsubscribe'), headerOf(raw, 'List-Unsubscribe-Post')]).toEqual([
      ['<http://127.0.0.1:4700/u/x>'],
      [],
    ]);
  });

  const injections = [
    '\r\nBcc: all@example.org',
    '\nBcc: a@b.example',
    '\rX: y',
    '\0',
    '\u0085',
    '\u2028',
    '\u001b[2J',
  ];
  const fields: readonly [string, (bad: string) => Parameters<typeof mailWith>[1]][] = [
    ['subject', (bad) => ({ subject: `Hello${bad}` })],
    ['from name', (bad) => ({ from: { address: 'a@candor.example', name: `Candor${bad}` } })],
    ['to name', (bad) => ({ to: { address: 'a@candor.example', name: `${bad}Anna` } })],
    ['replyTo name', (bad) => ({ replyTo: { address: 'a@candor.example', name: bad } })],
    ['language', (bad) => ({ language: `fi${bad}` })],
    ['feedbackId', (bad) => ({ feedbackId: `a${bad}` })],
    ['unsubscribeUrl', (bad) => ({ unsubscribeUrl: `https://a.example/${bad}` })],
    ['id', (bad) => ({ id: `a${bad}` })],
  ];
  it.each(fields)('lets nobody write headers through %s', async (field, change) => {
    for (const bad of injections) {
      const composing = composeEmail(mailWith('m1', change(bad)));
      await expect(composing).rejects.toMatchObject({ code: 'CND_MAIL_HEADER', details: { field } });
    }
  });

  it.each(['from', 'to', 'replyTo', 'returnPath'])(
    'lets nobody write headers through the address of %s',
    async (field) => {
      for (const bad of [...injections, '> SIZE=1', ' ', ',b@c.example', '(x)', '"']) {
        const address = `anna${bad}@customer.example`;
        const change = field === 'returnPath' ? { returnPath: address } : { [field]: { address } };
        await expect(composeEmail(mailWith('m1', change))).rejects.toMatchObject({
          code: 'CND_ADDRESS',
          details: { field },
        });
      }
    },
  );

  it('cannot be made to fetch a file or an address', async () => {
    const { raw } = await composeEmail(mailWith('m1', { html: '<img src="file:///etc/passwd">' }));
    expect(raw.toString()).not.toContain('root:');
  });
});

describe('the DKIM signature', () => {
  let key: DkimKey;
  let record: string;
  beforeAll(() => {
    const pair = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'der' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    key = { domain: 'candor.example', selector: 's1', privateKey: pair.privateKey };
    record = `v=DKIM1; k=rsa; p=${pair.publicKey.toString('base64')}`;
  });
  const signed = async (changes = {}): Promise<Buffer> => {
    let kept: Buffer | undefined;
    const channel = developmentChannel(async (raw) => {
      kept = raw;
    }, key);
    await channel.send(mailWith(randomUUID(), changes), { handingOver: async () => undefined });
    return kept!;
  };
  const resolver = async (name: string) => {
    if (name !== 's1._domainkey.candor.example') throw Object.assign(new Error('none'), { code: 'ENOTFOUND' });
    return [[record]];
  };
  const verdict = async (raw: Buffer) => (await dkimVerify(raw, { resolver })).results[0]!.status;

  it('covers both unsubscribe fields and Feedback-ID', async () => {
    const header = headerOf(await signed(), 'DKIM-Signature')[0]!;
    const fields = /\bh=([^;]+)/.exec(header)![1]!.replace(/\s/g, '').toLowerCase().split(':');
    expect(fields).toEqual(
      expect.arrayContaining([
        'from',
        'to',
        'subject',
        'date',
        'message-id',
        'list-unsubscribe',
        'list-unsubscribe-post',
        'feedback-id',
      ]),
    );
    expect(header).toMatch(/d=candor\.example; .*s=s1;/);
  });

  it('passes at a verifier that is not ours, aligned with From', async () => {
    expect(await verdict(await signed())).toMatchObject({ result: 'pass', aligned: 'candor.example' });
  });

  it('fails once the unsubscribe promise is changed', async () => {
    const changed = (await signed()).toString('latin1').replace('One-Click', 'Two-Click');
    expect(await verdict(Buffer.from(changed, 'latin1'))).toMatchObject({ result: 'fail' });
  });

  it('is not left out silently when the key cannot sign', async () => {
    const channel = developmentChannel(async () => undefined, { ...key, privateKey: 'no key' });
    const handed = await channel.send(mailWith('m1'), { handingOver: async () => undefined });
    expect(handed).toMatchObject({ kind: 'refused', permanent: false, code: 'CND_MAIL_KEY' });
  });
});

import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isSignedByTwilio } from './twilio-signature.ts';

describe('the signature of a webhook', () => {
  // The worked example of Twilio's page "Webhooks security".
  const url = 'https://mycompany.com/myapp.php?foo=1&bar=2';
  const fields = [
    ['CallSid', 'CA1234567890ABCDE'],
    ['Caller', '+14158675309'],
    ['Digits', '1234'],
    ['From', '+14158675309'],
    ['To', '+18005551212'],
  ] as const;
  const signature = 'RSOYDt4T1cUTdK1PDd93/VVr8B8=';
  const signed = (changes: object) => isSignedByTwilio({ url, fields, signature, ...changes }, '12345');

  it('is right for the published example, in any order of the fields', () => {
    expect(signed({})).toBe(true);
    expect(signed({ fields: [...fields].reverse() })).toBe(true);
  });

  it('is wrong once anything is changed', () => {
    expect(isSignedByTwilio({ url, fields, signature }, '12346')).toBe(false);
    expect(signed({ url: url.replace('mycompany', 'proxy') })).toBe(false);
    expect(signed({ url: url.replace('https', 'http') })).toBe(false);
    expect(signed({ fields: [...fields, ['Extra', 'x']] })).toBe(false);
    expect(signed({ fields: fields.slice(1) })).toBe(false);
    expect(signed({ fields: fields.map(([name, value]) => [name, `${value} `]) })).toBe(false);
    for (const wrong of ['', 'x', `${signature} `, signature.toLowerCase()])
      expect(signed({ signature: wrong })).toBe(false);
  });

  const sign = (text: string) => createHmac('sha1', '12345').update(text).digest('base64');
  it('takes fields that nobody knows, when they are signed', () => {
    const more = [...fields, ['NewField', 'ä']] as const;
    const text =
      url +
      [...more]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flat()
        .join('');
    expect(signed({ fields: more, signature: sign(text) })).toBe(true);
  });

  it('counts the usual port either way, and no other', () => {
    const bare = 'https://candor.example/in';
    const signedUrl = (at: string, by: string) =>
      isSignedByTwilio({ url: at, fields: [], signature: sign(by) }, '12345');
    expect(signedUrl(bare, 'https://candor.example:443/in')).toBe(true);
    expect(signedUrl('https://candor.example:443/in', bare)).toBe(true);
    expect(signedUrl('https://candor.example:8443/in', bare)).toBe(true);
    expect(signedUrl(bare, 'https://candor.example:8443/in')).toBe(false);
  });

  it('covers a JSON body by its hash', () => {
    const body = Buffer.from('{"a":1}');
    const at = `https://candor.example/in?bodySHA256=${createHash('sha256').update(body).digest('hex')}`;
    const check = (given: Buffer, where = at) =>
      isSignedByTwilio({ url: where, fields: [], body: given, signature: sign(where) }, '12345');
    expect(check(body)).toBe(true);
    expect(check(Buffer.from('{"a":2}'))).toBe(false);
    expect(check(body, 'https://candor.example/in')).toBe(false);
  });
});

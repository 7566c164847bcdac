import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DnsResolver } from '../../src/channels/index.ts';
import { diagnoseChannels } from '../../src/cli/diagnose-channels.ts';
import { readConfig } from '../../src/config/index.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'doctor-'));
  mkdirSync(join(folder, 'maildir', 'new'), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

const records: Readonly<Record<string, readonly string[]>> = {
  'TXT bounce.example.com': ['v=spf1 ip4:192.0.2.10 -all'],
  'TXT _dmarc.example.com': ['v=DMARC1; p=none'],
  'MX bounce.example.com': ['mx.example.com'],
  'A mx.example.com': ['192.0.2.25'],
  'A mail.example.com': ['192.0.2.10'],
  'PTR 192.0.2.10': ['mail.example.com'],
};
const absent = Object.assign(new Error('queryX ENOTFOUND'), { code: 'ENOTFOUND' });
const found = async (name: string) => {
  const values = records[name];
  if (!values) throw absent;
  return [...values];
};
const resolver: DnsResolver = {
  resolveTxt: async (name) => (await found(`TXT ${name}`)).map((text) => [text]),
  resolveMx: async (name) => (await found(`MX ${name}`)).map((exchange) => ({ exchange, priority: 10 })),
  resolve4: (name) => found(`A ${name}`),
  resolve6: (name) => found(`AAAA ${name}`),
  reverse: (address) => found(`PTR ${address}`),
};
const linesOf = async (environment: Record<string, string>, probe = async () => undefined) =>
  Object.fromEntries(
    (await diagnoseChannels(readConfig(environment), { resolver, probe })).map(({ check, ok, finding, mend }) => [
      check,
      { ok, finding, mend },
    ]),
  );
const mail = {
  CANDOR_SMTP_URL: 'smtps://user:geheim@mail.example.com',
  CANDOR_MAIL_FROM: 'survey@example.com',
  CANDOR_MAIL_RETURN_DOMAIN: 'bounce.example.com',
  CANDOR_BASE_URL: 'https://cx.example.com',
};

describe('the doctor', () => {
  it('says where messages go while nothing is set', async () => {
    const lines = await linesOf({});
    expect(Object.keys(lines)).toEqual(['mail', 'sms']);
    expect(lines.mail).toMatchObject({ ok: true, finding: expect.stringContaining('development outbox') });
  });

  it('looks at all of a mail set-up, and names what nobody gets', async () => {
    const lines = await linesOf(mail);
    expect(
      Object.entries(lines)
        .filter(([, { ok }]) => !ok)
        .map(([check]) => check),
    ).toEqual(['mail dkim']);
    expect(lines['mail spf']).toMatchObject({ ok: true });
    expect(lines['mail bounces']).toMatchObject({ ok: true });
    expect(lines['mail folder']!.finding).toContain('candor mail receive');
    expect(lines.sms!.finding).toContain('gets nothing');
    expect(JSON.stringify(lines)).not.toContain('geheim');
    const down = await linesOf(mail, async () => {
      throw new Error('connect ECONNREFUSED');
    });
    expect(down['mail server']).toMatchObject({ ok: false, mend: expect.any(String) });
  });

  it('says whether the folder of mail can be read', async () => {
    const { 'mail folder': good } = await linesOf({ ...mail, CANDOR_MAIL_FOLDER: join(folder, 'maildir') });
    expect(good).toMatchObject({ ok: true });
    const { 'mail folder': bad } = await linesOf({ ...mail, CANDOR_MAIL_FOLDER: join(folder, 'nowhere') });
    expect(bad).toMatchObject({ ok: false, finding: expect.stringContaining('ENOENT') });
  });

  it('says of a gateway whether it may be reached and answered', async () => {
    const twilio = { CANDOR_SMS_TWILIO: 'AC1:geheim', CANDOR_SMS_FROM: '+358401234567' };
    expect(await linesOf({ ...twilio, CANDOR_BASE_URL: 'https://cx.example.com' })).toMatchObject({
      'sms gateway': { ok: true },
      'sms replies': { ok: true },
    });
    expect((await linesOf(twilio))['sms replies']).toMatchObject({
      ok: false,
      mend: expect.stringContaining('CANDOR_BASE_URL'),
    });
    expect((await linesOf({ ...twilio, CANDOR_SMS_FROM: 'Acme' }))['sms replies']).toMatchObject({
      ok: true,
      finding: expect.stringContaining('nobody can answer'),
    });
    const file = join(folder, 'gateway.json');
    writeFileSync(file, JSON.stringify({ url: 'http://127.0.0.1:9/x', fields: { to: '{{to}}' } }));
    const own = { CANDOR_SMS_GATEWAY_FILE: file, CANDOR_SMS_FROM: '17163', CANDOR_BASE_URL: 'https://cx.example.com' };
    expect(await linesOf(own)).toMatchObject({
      'sms gateway': { ok: false, mend: expect.stringContaining('CANDOR_OUTBOUND_ALLOW') },
      'sms replies': { ok: false, mend: expect.stringContaining('CANDOR_SMS_SECRET') },
    });
  });
});

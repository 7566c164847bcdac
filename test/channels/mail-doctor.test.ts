import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type DnsResolver, type MailCheck, type MailSetup, mailDoctor } from '../../src/channels/index.ts';
import { startSmtpDouble } from './smtp-double.ts';

type Zone = Readonly<Record<string, readonly string[]>>;

/** Answers from a table: `TXT name`, `MX name`, `A name`, `AAAA name`, `PTR address`; a value `!CODE` is an error. */
function resolverOf(zone: Zone): DnsResolver {
  const look = async (type: string, name: string): Promise<string[]> => {
    const values = zone[`${type} ${name}`];
    const code = values?.[0]?.startsWith('!') ? values[0].slice(1) : values === undefined ? 'ENOTFOUND' : undefined;
    if (code !== undefined) throw Object.assign(new Error(code), { code });
    return [...values!];
  };
  return {
    resolveTxt: async (name) => (await look('TXT', name)).map((text) => text.match(/.{1,255}/g) ?? ['']),
    resolveMx: async (name) => (await look('MX', name)).map((exchange, priority) => ({ exchange, priority })),
    resolve4: (name) => look('A', name),
    resolve6: (name) => look('AAAA', name),
    reverse: (address) => look('PTR', address),
  };
}

const pair = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'der' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const published = pair.publicKey.toString('base64');

const setup: MailSetup = {
  from: 'survey@firm.example',
  returnPathDomain: 'bounce.firm.example',
  baseUrl: 'https://survey.firm.example',
  smtp: {
    host: 'mail.firm.example',
    port: 587,
    security: 'starttls',
    dkim: { domain: 'firm.example', selector: 's1', privateKey: pair.privateKey },
  },
};
const zone: Zone = {
  'A mail.firm.example': ['192.0.2.10'],
  'TXT bounce.firm.example': ['other=1', 'v=spf1 include:spf.firm.example -all'],
  'TXT spf.firm.example': ['v=spf1 ip4:192.0.2.0/28 ~all'],
  'TXT s1._domainkey.firm.example': [`v=DKIM1; k=rsa; p=${published}`],
  'TXT _dmarc.firm.example': ['v=DMARC1; p=quarantine'],
  'MX bounce.firm.example': ['mx.firm.example'],
  'A mx.firm.example': ['192.0.2.11'],
  'PTR 192.0.2.10': ['mail.firm.example'],
};
const reachable = async () => undefined;

async function diagnose(changes: Zone = {}, of: Partial<MailSetup> = {}, without: readonly string[] = []) {
  const merged = Object.fromEntries(
    Object.entries({ ...zone, ...changes }).filter(([name]) => !without.includes(name)),
  );
  const checks = await mailDoctor({ ...setup, ...of }, resolverOf(merged), reachable);
  return Object.fromEntries(checks.map((check) => [check.check, check])) as Record<MailCheck['check'], MailCheck>;
}

describe('the mail doctor', () => {
  it('finds nothing where all is well', async () => {
    const checks = await diagnose();
    expect(Object.values(checks).filter(({ ok }) => !ok)).toEqual([]);
    expect(Object.keys(checks).sort()).toEqual([
      'bounces',
      'dkim',
      'dmarc',
      'one-click',
      'reverse-name',
      'server',
      'spf',
    ]);
  });

  it('says of every problem how to mend it, and of nothing else', async () => {
    const checks = await mailDoctor({ ...setup, baseUrl: 'http://x.example' }, resolverOf({}), () =>
      Promise.reject(new Error('refused')),
    );
    expect(checks.map(({ ok, mend }) => [ok, mend === undefined])).toEqual(checks.map(() => [false, false]));
  });

  const spf: readonly [string, string, RegExp | true][] = [
    ['ip4 of one address', 'v=spf1 ip4:192.0.2.10 -all', true],
    ['another address', 'v=spf1 ip4:192.0.2.99 -all', /does not let 192\.0\.2\.10 send \(fail\)/],
    ['softfail', 'v=spf1 ~all', /softfail/],
    ['no all', 'v=spf1 ip4:192.0.2.99', /neutral/],
    ['mx', 'v=spf1 mx/24 -all', true],
    ['a of another name', 'v=spf1 a:mail.firm.example -all', true],
    ['redirect', 'v=spf1 redirect=spf.firm.example', true],
    ['redirect into nothing', 'v=spf1 redirect=none.example', /none\.example has no SPF record/],
    ['include of nothing', 'v=spf1 include:none.example -all', /none\.example has no SPF record/],
    ['eleven look-ups', `v=spf1 ${'a:x.example '.repeat(11)}ip4:192.0.2.10 -all`, /more than 10 look-ups/],
    ['ten look-ups', `v=spf1 ${'a:x.example '.repeat(10)}ip4:192.0.2.10 -all`, true],
    ['itself', 'v=spf1 include:bounce.firm.example -all', /more than 10 look-ups/],
    ['an unknown term', 'v=spf1 ipv4:192.0.2.10 -all', /unknown term "ipv4/],
    ['a wrong network', 'v=spf1 ip4:192.0.2.10/99 -all', /\(fail\)/],
  ];
  it.each(spf)('reads SPF: %s', async (_, record, expected) => {
    const { spf: check } = await diagnose({ 'TXT bounce.firm.example': [record] });
    if (expected === true) expect(check).toMatchObject({ ok: true });
    else expect(check).toMatchObject({ ok: false, finding: expect.stringMatching(expected) });
  });

  it('sees two SPF records, which are none', async () => {
    const { spf: check } = await diagnose({ 'TXT bounce.firm.example': ['v=spf1 -all', 'v=spf1 ip4:192.0.2.10 -all'] });
    expect(check).toMatchObject({ ok: false, finding: expect.stringContaining('2 SPF records') });
  });

  it('checks IPv6 and every address that mail leaves from', async () => {
    const record = { 'TXT bounce.firm.example': ['v=spf1 ip4:192.0.2.10 ip6:2001:db8::/32 -all'] };
    expect((await diagnose(record, { sendingAddresses: ['192.0.2.10', '2001:db8::1'] })).spf.ok).toBe(true);
    expect((await diagnose(record, { sendingAddresses: ['192.0.2.10', '2001:db9::1'] })).spf.ok).toBe(false);
  });

  it('does not guess where mail leaves behind a server of its own', async () => {
    const { spf: check, 'reverse-name': name } = await diagnose(
      {},
      { smtp: { ...setup.smtp, host: '127.0.0.1', security: 'none' } },
    );
    expect([check.finding, name.finding].every((finding) => finding.includes('is not known'))).toBe(true);
  });

  it('compares the key in DNS with the one that signs', async () => {
    const name = 's1._domainkey.firm.example';
    expect((await diagnose({ [`TXT ${name}`]: ['v=DKIM1; p=AAAA'] })).dkim.finding).toContain('another key');
    expect((await diagnose({}, {}, [`TXT ${name}`])).dkim).toMatchObject({
      ok: false,
      mend: expect.stringContaining(published),
    });
    expect(
      (await diagnose({}, { smtp: { ...setup.smtp, dkim: { ...setup.smtp.dkim!, privateKey: 'x' } } })).dkim.ok,
    ).toBe(false);
    const { dkim: unsigned, ...plain } = setup.smtp;
    expect(unsigned).toBeDefined();
    expect((await diagnose({}, { smtp: plain })).dkim.finding).toBe('mail is not signed here');
  });

  it('finds the DMARC record of a domain above, and sees what is not aligned', async () => {
    expect(
      (await diagnose({}, { from: 'a@news.firm.example', returnPathDomain: 'bounce.news.firm.example' })).dmarc.ok,
    ).toBe(true);
    expect((await diagnose({}, {}, ['TXT _dmarc.firm.example'])).dmarc.finding).toContain('no DMARC record');
    const other = { ...setup.smtp, dkim: { ...setup.smtp.dkim!, domain: 'provider.example' } };
    expect((await diagnose({}, { returnPathDomain: 'provider.example', smtp: other })).dmarc.finding).toContain(
      'neither',
    );
    const strict = { 'TXT _dmarc.firm.example': ['v=DMARC1; p=reject; aspf=s'] };
    expect((await diagnose(strict)).dmarc.finding).toBe('firm.example (p=reject) is aligned by DKIM');
  });

  it('wants a way back for failures and a name that leads back', async () => {
    expect((await diagnose({}, {}, ['MX bounce.firm.example'])).bounces.ok).toBe(false);
    expect((await diagnose({}, {}, ['A mx.firm.example'])).bounces.ok).toBe(false);
    expect((await diagnose({}, {}, ['PTR 192.0.2.10']))['reverse-name'].finding).toBe('192.0.2.10 has no name');
    expect((await diagnose({ 'PTR 192.0.2.10': ['pool-10.isp.example'] }))['reverse-name'].finding).toContain(
      'leads elsewhere',
    );
  });

  it('calls a silent name system unknown, not wrong', async () => {
    const away = ['!ETIMEOUT'];
    const checks = await diagnose({
      'TXT bounce.firm.example': away,
      'TXT s1._domainkey.firm.example': ['!ESERVFAIL'],
      'TXT _dmarc.firm.example': away,
      'MX bounce.firm.example': away,
      'PTR 192.0.2.10': away,
    });
    for (const name of ['spf', 'dkim', 'dmarc', 'bounces', 'reverse-name'] as const)
      expect(checks[name].finding).toMatch(/^unknown: /);
  });

  it('reaches a true server and hands nothing over', async () => {
    const double = await startSmtpDouble();
    const smtp = { host: '127.0.0.1', port: double.port, security: 'none' } as const;
    const checks = await mailDoctor({ ...setup, smtp }, resolverOf(zone));
    expect(checks[0]).toEqual({ check: 'server', ok: true, finding: `127.0.0.1:${double.port} takes mail` });
    expect(double.received).toEqual([]);
    await double.stop();
    const [gone] = await mailDoctor({ ...setup, smtp }, resolverOf(zone));
    expect(gone).toMatchObject({ check: 'server', ok: false });
  });
});

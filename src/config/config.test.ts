import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isCandorError } from '../errors/index.ts';
import { readConfig, shownSettings } from './index.ts';
import { settingNames, settings } from './settings.ts';

const refusal = (environment: Record<string, string>): string => {
  try {
    readConfig(environment);
  } catch (error) {
    if (isCandorError(error) && error.code === 'CND_SETTING') return error.message;
    throw error;
  }
  return 'taken';
};

describe('the settings', () => {
  it('have defaults that serve this machine only', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ host: '127.0.0.1', port: 4700, role: 'all', secureCookies: false, trustedHops: 0 });
    expect(config.session).toEqual({ idleMilliseconds: 12 * 3_600_000, absoluteMilliseconds: 7 * 24 * 3_600_000 });
    expect(config.demoAccounts).toBe(1200);
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('treat an empty one as not given, as a shell leaves it', () => {
    expect(readConfig({ PORT: '', CANDOR_DEMO: '' })).toEqual(readConfig({}));
  });

  it('demand cookies over TLS where people come over TLS', () => {
    const secure = readConfig({ CANDOR_BASE_URL: 'https://cx.example.com/' });
    expect(secure).toMatchObject({ secureCookies: true, baseUrl: 'https://cx.example.com' });
    expect(readConfig({ CANDOR_BASE_URL: 'http://cx.example.com' }).secureCookies).toBe(false);
  });

  it('leave the demo out where that is asked for', () => {
    expect(readConfig({ CANDOR_DEMO: 'off' }).demoAccounts).toBeUndefined();
    expect(readConfig({ CANDOR_DEMO: '80' }).demoAccounts).toBe(80);
  });

  it('let nothing private be written to unless an operator names it', () => {
    expect(readConfig({}).outboundAllow).toEqual([]);
    const given = 'Hooks.Internal:8080, 10.1.0.0/16,127.0.0.1:9000, [fd00::/8]:8443, [::1], *:8443';
    expect(readConfig({ CANDOR_OUTBOUND_ALLOW: given }).outboundAllow).toEqual([
      { kind: 'name', host: 'hooks.internal', port: 8080 },
      { kind: 'network', host: '10.1.0.0/16' },
      { kind: 'network', host: '127.0.0.1/32', port: 9000 },
      { kind: 'network', host: 'fd00::/8', port: 8443 },
      { kind: 'network', host: '::1/128' },
      { kind: 'public', host: '*', port: 8443 },
    ]);
    for (const wrong of [
      '*',
      '10.0.0.0/33',
      '10.0.0.300',
      'x:0',
      'x:70000',
      'https://x',
      'fd00::/8',
      'a b',
      '[x]',
      '1',
    ])
      expect(refusal({ CANDOR_OUTBOUND_ALLOW: wrong }), wrong).toContain('CANDOR_OUTBOUND_ALLOW needs names');
  });

  it.each([
    [{ PORT: '70000' }, 'PORT needs a whole number 0 to 65535, got "70000"'],
    [{ CANDOR_ROLE: 'boss' }, 'CANDOR_ROLE needs all, web or worker, got "boss"'],
    [
      { CANDOR_BASE_URL: 'javascript:1' },
      'CANDOR_BASE_URL needs an address such as https://candor.example.com, got "javascript:1"',
    ],
    [{ CANDOR_SESSION_DAYS: '0' }, 'CANDOR_SESSION_DAYS needs a number above 0, at most 365, got "0"'],
    [{ CANDOR_DEMO: 'yes' }, 'CANDOR_DEMO needs off, or a whole number 60 to 20000, got "yes"'],
    [{ CANDOR_TRUSTED_HOP: '1' }, 'there is no setting CANDOR_TRUSTED_HOP; did you mean CANDOR_TRUSTED_HOPS?'],
    [{ CANDOR_XQ: '1' }, 'there is no setting CANDOR_XQ'],
  ])('refuse %o', (environment, message) => {
    expect(refusal(environment as Record<string, string>)).toBe(message);
  });

  it('never repeat a secret', () => {
    const secrets = { DATABASE_URL: 'mysql://me:geheim@x/y', CANDOR_METRICS_TOKEN: 'geheim' };
    for (const [name, value] of Object.entries(secrets)) expect(refusal({ [name]: value })).not.toContain('geheim');
    expect(shownSettings({ ...secrets, PORT: '1', OTHER: 'x' })).toEqual([
      { name: 'PORT', value: '1' },
      { name: 'DATABASE_URL', value: '(set)' },
      { name: 'CANDOR_METRICS_TOKEN', value: '(set)' },
    ]);
  });

  it('are documented one by one, with their defaults', () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/guides/configuration.md'), 'utf8');
    const rows = [...page.matchAll(/^\| `([A-Z_]+)` \| ([^|]*) \| ([^|]*) \| ([^|]*) \|$/gm)].map((row) =>
      row.slice(1).map((cell) => cell.trim()),
    );
    const wanted = settingNames.map((name) => {
      const parsed = settings[name].value.parse(undefined);
      return [name, settings[name].means, settings[name].needs, parsed === undefined ? 'none' : `\`${parsed}\``];
    });
    expect(rows).toEqual(wanted);
  });
});

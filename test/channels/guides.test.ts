import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSmsReply, retryAfter, senderLimit, smsChannel, smsSegments } from '../../src/channels/index.ts';
import { readConfig } from '../../src/config/index.ts';
import { smsHookPath } from '../../src/server/sms-hook-path.ts';
import { smsWith } from './messages.ts';

const page = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../docs/guides', `${name}.md`), 'utf8').replace(/\s+/g, ' ');
const rows = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../docs/guides', `${name}.md`), 'utf8').split('\n');

describe('the guide to mail', () => {
  it('names the steps of the warm-up', () => {
    const caps: number[] = [];
    for (let day = 1; day < 20; day++) {
      const days = caps.map((sent, i) => ({ day: `2026-03-${String(i + 1).padStart(2, '0')}`, sent }));
      const limit = senderLimit({
        today: `2026-03-${String(day).padStart(2, '0')}`,
        days,
        lastDay: { sent: 0, complaints: 0 },
      });
      if (limit.kind !== 'open' || limit.cap === Number.POSITIVE_INFINITY) break;
      caps.push(limit.cap);
    }
    expect(page('mail')).toContain(`${caps.join(', ')} a day, then no limit`);
  });

  it('names the waits', () => {
    const now = new Date(0);
    const waits = [1, 2, 3, 4, 5, 6, 7].map((attempt) => {
      const retry = retryAfter(attempt, now, new Date(1e12));
      const minutes = retry.kind === 'retry' ? retry.at.getTime() / 60_000 : 0;
      return minutes < 60 ? `${minutes} m` : `${minutes / 60} h`;
    });
    expect(page('mail')).toContain(`${waits.slice(0, 5).join(', ')}, then every ${waits[6]}`);
  });
});

describe('the guide to what comes back', () => {
  it('names every effect that the command prints', () => {
    const command = readFileSync(join(import.meta.dirname, '../../src/cli/mail-command.ts'), 'utf8');
    const block = /const sentences[\s\S]*?\n};/.exec(command)![0];
    const effects = [...block.matchAll(/^ {2}'?([a-z-]+)'?: '/gm)].map(([, effect]) => effect);
    const told = rows('incoming').flatMap((row) => /^\| `([a-z-]+)` \|/.exec(row)?.[1] ?? []);
    expect(effects.length).toBeGreaterThan(8);
    expect(told).toEqual(effects);
  });

  it('names the addresses that gateways bring to', () => {
    for (const path of [smsHookPath.twilio, smsHookPath.gateway, smsHookPath.gatewayReceipt])
      expect(page('incoming')).toContain(`\`${path}\``);
  });
});

describe('the guide to SMS', () => {
  const replies = rows('sms').flatMap((row) => {
    const [, text, meaning] = /^\| `(.+)` \| (\w+) \|$/.exec(row) ?? [];
    return text !== undefined && meaning !== undefined ? [[text, meaning] as const] : [];
  });
  it('shows replies', () => expect(replies.length).toBeGreaterThan(15));
  it.each(replies)('%s is %s', (text, meaning) => {
    const reply = readSmsReply(text);
    expect(reply.kind === 'score' ? String(reply.score) : reply.kind).toBe(meaning);
  });

  it('counts the segments of its table', () => {
    const texts = ['a'.repeat(160), 'a'.repeat(161), '€'.repeat(80), `${'a'.repeat(69)}’`, `${'a'.repeat(70)}’`];
    const counted = texts
      .map((text) => smsSegments(text))
      .map(({ encoding, segments }) => `| ${encoding} | ${segments} |`);
    const shown = rows('sms').flatMap((row) => /\| (?:gsm-7|ucs-2) \| \d \|$/.exec(row)?.[0] ?? []);
    expect(shown).toEqual(counted);
    expect(smsSegments('åäöüßéñ').encoding).toBe('gsm-7');
  });

  it('shows a description of a gateway that the settings take', () => {
    const blocks = [...page('sms').matchAll(/```json ([\s\S]*?)```/g)].map(([, block]) => JSON.parse(block!));
    const folder = mkdtempSync(join(tmpdir(), 'gateway-'));
    const file = join(folder, 'gateway.json');
    writeFileSync(file, JSON.stringify(Object.assign({}, ...blocks)));
    const { sms } = readConfig({ CANDOR_SMS_GATEWAY_FILE: file, CANDOR_SMS_FROM: '17163' });
    expect(sms.gateway).toMatchObject({ kind: 'http', receipt: { delivered: ['DELIVRD'] }, idPath: 'messages.0.id' });
    writeFileSync(file, JSON.stringify({ url: 'https://x.example', fields: {}, hedders: {} }));
    expect(() => readConfig({ CANDOR_SMS_GATEWAY_FILE: file, CANDOR_SMS_FROM: '17163' })).toThrow(
      'describes no gateway',
    );
    rmSync(folder, { recursive: true });
  });

  it('shows settings that work', async () => {
    const block = /```json\n([\s\S]*?)```/.exec(
      readFileSync(join(import.meta.dirname, '../../docs/guides/sms.md'), 'utf8'),
    )![1]!;
    const bodies: string[] = [];
    const channel = smsChannel(JSON.parse(block), async (_, { body }) => {
      bodies.push(body!);
      return { status: 200, headers: new Headers(), text: async () => '{"messages":[{"id":"g-1"}]}' };
    });
    const handed = await channel.send(smsWith('m1', { text: 'Hei' }), { handingOver: async () => undefined });
    expect(handed).toMatchObject({ kind: 'sent', providerId: 'g-1' });
    expect(JSON.parse(bodies[0]!)).toEqual({ to: ['+358401234567'], from: 'Candor', text: 'Hei', reference: 'm1' });
  });
});

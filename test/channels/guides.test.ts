import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSmsReply, retryAfter, senderLimit, smsChannel, smsSegments } from '../../src/channels/index.ts';
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

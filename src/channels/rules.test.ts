import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bounce, bounceVerdict } from './bounce-verdict.ts';
import { e164Of } from './phone-number.ts';
import { retryAfter } from './retry.ts';
import { senderLimit } from './sender-limit.ts';

const now = new Date('2026-03-20T12:00:00Z');
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);

describe('trying again', () => {
  const expires = new Date(now.getTime() + 30 * 86_400_000);
  it('waits 5 m, 15 m, 1 h, 3 h, 6 h, then 12 h', () => {
    const minutes = Array.from({ length: 8 }, (_, i) => {
      const retry = retryAfter(i + 1, now, expires);
      return retry.kind === 'retry' ? (retry.at.getTime() - now.getTime()) / 60_000 : undefined;
    });
    expect(minutes).toEqual([5, 15, 60, 180, 360, 720, 720, 720]);
  });

  it('waits as long as it is asked to, never shorter', () => {
    expect(retryAfter(1, now, expires, 3600)).toEqual({ kind: 'retry', at: new Date(now.getTime() + 3_600_000) });
    expect(retryAfter(2, now, expires, 10)).toEqual({ kind: 'retry', at: new Date(now.getTime() + 900_000) });
  });

  it('ends before the message does', () => {
    expect(retryAfter(1, now, new Date(now.getTime() + 300_000))).toEqual({ kind: 'expired' });
    expect(retryAfter(1, now, new Date(now.getTime() + 300_001)).kind).toBe('retry');
  });
});

describe('an address that bounced', () => {
  const bounces = (...list: [Bounce['kind'], number][]): Bounce[] =>
    list.map(([kind, days]) => ({ kind, at: ago(days) }));
  it('is given up after one hard bounce, however old', () => {
    expect(bounceVerdict(bounces(['hard', 400]), now)).toEqual({ kind: 'suppress', reason: 'hard-bounce' });
  });

  it('is given up after 3 soft ones within 14 days, not after 2, nor over a longer time', () => {
    expect(bounceVerdict(bounces(['soft', 1], ['soft', 5], ['soft', 13]), now)).toEqual({
      kind: 'suppress',
      reason: 'soft-bounces',
    });
    expect(bounceVerdict(bounces(['soft', 1], ['soft', 5]), now)).toEqual({ kind: 'keep', softBounces: 2 });
    expect(bounceVerdict(bounces(['soft', 1], ['soft', 5], ['soft', 14]), now)).toEqual({
      kind: 'keep',
      softBounces: 2,
    });
  });

  it('is never given up for a fault of the sender or a delay', () => {
    const kinds = fc.constantFrom<Bounce['kind']>('policy', 'delayed', 'unknown', 'delivered');
    fc.assert(
      fc.property(fc.array(fc.tuple(kinds, fc.integer({ min: 0, max: 30 }))), (list) => {
        expect(bounceVerdict(bounces(...list), now)).toEqual({ kind: 'keep', softBounces: 0 });
      }),
    );
  });
});

describe('a sender', () => {
  const day = (n: number) => `2026-03-${String(n).padStart(2, '0')}`;
  const days = (...sent: number[]) => sent.map((count, i) => ({ day: day(i + 1), sent: count }));
  const limit = (sent: number[], today: number, lastDay = { sent: 0, complaints: 0 }) =>
    senderLimit({ today: day(today), days: days(...sent), lastDay });

  it('that is new has 50 a day', () => {
    expect(limit([], 1)).toEqual({ kind: 'open', cap: 50, left: 50, share: 0 });
    expect(limit([20], 1)).toMatchObject({ cap: 50, left: 30 });
    expect(limit([70], 1)).toMatchObject({ cap: 50, left: 0 });
  });

  it('earns each step by using the one before', () => {
    expect(limit([50], 2)).toMatchObject({ cap: 100 });
    expect(limit([24], 2)).toMatchObject({ cap: 50 });
    expect(limit([50, 100, 200], 4)).toMatchObject({ cap: 400 });
    expect(limit([50, 10, 10], 4)).toMatchObject({ cap: 100 });
    expect(limit([50, 100, 200, 400, 800, 1500, 3000, 6000, 12_000, 25_000, 50_000], 12)).toMatchObject({
      cap: Number.POSITIVE_INFINITY,
    });
  });

  it('that was silent for more than 30 days starts anew', () => {
    const history = { days: days(50, 100, 200), lastDay: { sent: 0, complaints: 0 } };
    expect(senderLimit({ ...history, today: '2026-04-02' })).toMatchObject({ cap: 400 });
    expect(senderLimit({ ...history, today: '2026-04-03' })).toMatchObject({ cap: 50 });
  });

  it('is warned at 0.1 % of complaints and stopped at 0.3 %, from three on', () => {
    expect(limit([], 1, { sent: 1000, complaints: 1 })).toMatchObject({
      kind: 'open',
      warning: 'complaints',
      share: 0.001,
    });
    expect(limit([], 1, { sent: 1001, complaints: 1 })).not.toHaveProperty('warning');
    expect(limit([], 1, { sent: 1000, complaints: 3 })).toEqual({ kind: 'paused', reason: 'complaints', share: 0.003 });
    expect(limit([], 1, { sent: 1001, complaints: 3 })).toMatchObject({ kind: 'open', warning: 'complaints' });
    expect(limit([], 1, { sent: 50, complaints: 2 })).toMatchObject({ kind: 'open', warning: 'complaints' });
    expect(limit([], 1, { sent: 0, complaints: 3 })).toMatchObject({ kind: 'paused' });
  });
});

describe('a telephone number', () => {
  const good: readonly [string, string][] = [
    ['+358401234567', '+358401234567'],
    ['+358 40 123 4567', '+358401234567'],
    ['00358 (40) 123-4567', '+358401234567'],
    ['+46\u00a070\u00a0123\u00a045\u00a067', '+46701234567'],
    ['\u202a+49 151 23456789\u202c', '+4915123456789'],
    ['+1.415.555.2671', '+14155552671'],
  ];
  it.each(good)('%s', (text, number) => expect(e164Of(text)).toBe(number));
  it.each([
    '',
    '0401234567',
    '+0401234567',
    '+35840',
    '+1234567890123456',
    '358401234567',
    '+358 40 CALL',
    '+358401234567;ext=1',
    '++358401234567',
  ])('not %j', (text) => expect(e164Of(text)).toBeUndefined());
});

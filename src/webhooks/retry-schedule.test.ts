import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retryAt } from './retry-schedule.ts';

const now = new Date('2030-01-01T00:00:00Z');
const wait = (attempts: number, retryAfter?: string, random = 0) => {
  const at = retryAt(attempts, { now, retryAfter, random: () => random });
  return at && (at.getTime() - now.getTime()) / 1_000;
};

describe('the retries of a message', () => {
  it('are those of Standard Webhooks, nine of them', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9].map((attempts) => wait(attempts))).toEqual([
      5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400,
    ]);
    expect(wait(10)).toBeUndefined();
    expect(wait(11)).toBeUndefined();
  });

  it('come up to a tenth later by chance, and never earlier', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempts, random) => {
        const seconds = wait(attempts, undefined, random)!;
        expect(seconds).toBeGreaterThanOrEqual(wait(attempts)!);
        expect(seconds).toBeLessThanOrEqual(wait(attempts)! * 1.1 + 0.001);
      }),
    );
  });

  it('wait longer where the receiver asks for it, in seconds or by a date, a day at most', () => {
    expect(wait(1, '120')).toBe(120);
    expect(wait(2, '120')).toBe(300);
    expect(wait(1, 'Tue, 01 Jan 2030 00:10:00 GMT')).toBe(600);
    expect(wait(1, 'Mon, 31 Dec 2029 00:00:00 GMT')).toBe(5);
    expect(wait(1, '999999999')).toBe(86_400);
    for (const nonsense of ['', 'soon', '-5', '1e9']) expect(wait(1, nonsense), nonsense).toBeLessThanOrEqual(86_400);
    expect(wait(1, 'soon')).toBe(5);
  });
});

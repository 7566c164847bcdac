import { describe, expect, it } from 'vitest';
import { isCommonPassword } from './common-passwords.ts';
import { hashPassword, isPassword, makePassword, refuseWeakPassword } from './password.ts';

const isRefused = (password: string, email = 'someone@example.org') => {
  try {
    refuseWeakPassword(password, { least: 10, email });
    return false;
  } catch {
    return true;
  }
};

describe('a password', () => {
  it('is kept as Argon2id with the cost that the guide names', async () => {
    const hash = await hashPassword('a fine long password');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await isPassword('a fine long password', hash)).toBe(true);
    expect(await isPassword('a fine long passworD', hash)).toBe(false);
    expect(await isPassword('a fine long password', undefined)).toBe(false);
    expect(await isPassword('nobody has this account', undefined)).toBe(false);
  });

  it('is the same in whatever form its letters come', async () => {
    const hash = await hashPassword('p\u00e4iv\u00e4nsäde on kaunis');
    expect(await isPassword('pa\u0308iva\u0308nsäde on kaunis', hash)).toBe(true);
  });

  it.each([
    'password123',
    'P4ssw0rd!!!',
    'Passw0rd2026!',
    'qwertyuiop',
    'qwerty123456',
    '1234567890',
    '12345678901234567890',
    'abcdefghij',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    'salasana123',
    'Salasana2026',
    'lösenord12345',
    'kesäkuu2026',
    'Sommar2026!!',
    '!!welcome!!123',
    '1q2w3e4r5t6y',
    'letmeinletmein',
    'iloveyou1234',
    'candor2026!',
  ])('is refused when it is tried first: %s', (password) => {
    expect(isCommonPassword(password)).toBe(true);
    expect(isRefused(password)).toBe(true);
  });

  it.each([
    'a test of twelve words',
    'kolme vihreää pesukarhua',
    'xk7-2mqp-99fw',
    'gråsparv i tamburen',
    'tHe-moon-owes-me-7',
  ])('is taken when it is not: %s', (password) => {
    expect(isRefused(password)).toBe(false);
  });

  it('counts characters, not bytes, from 10 to 256', () => {
    expect(isRefused('öäåéñçøßœ')).toBe(true);
    expect(isRefused('öäåéñçøßœæ')).toBe(false);
    const long = Array.from({ length: 257 }, (_, n) => String.fromCodePoint(0x4e00 + n * 7)).join('');
    expect(isRefused(long.slice(0, 256))).toBe(false);
    expect(isRefused(long)).toBe(true);
    expect(isRefused('matilda.virtanen1', 'matilda.virtanen@example.org')).toBe(true);
  });

  it('made here can be typed, and none of a thousand is weak or comes twice', () => {
    const made = Array.from({ length: 1_000 }, makePassword);
    expect(new Set(made).size).toBe(1_000);
    expect(made.filter((one) => !/^([a-km-np-z2-9]{4}-){3}[a-km-np-z2-9]{4}$/.test(one) || isRefused(one))).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiSquaredQuantile } from '../numeric/index.ts';
import { type ChoiceQuestion, shownOrder } from './index.ts';

const optionsNamed = (keys: readonly string[]) => keys.map((key) => ({ key, text: { en: key } }));
const question = (keys: readonly string[], order: 'fixed' | 'shuffled' = 'shuffled', key = 'q'): ChoiceQuestion => ({
  kind: 'single',
  key,
  text: { en: 'Q' },
  options: optionsNamed(keys),
  order,
});
const keysOf = (given: ChoiceQuestion, seed: string) => shownOrder(given, seed).map(({ key }) => key);

describe('the order in which options are shown', () => {
  it('is a permutation of them, the same for the same seed, and changes nothing of the question', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 12 }),
        fc.string(),
        (keys, seed) => {
          const given = question(keys);
          const shown = keysOf(given, seed);
          expect([...shown].sort()).toEqual([...keys].sort());
          expect(keysOf(given, seed)).toEqual(shown);
          expect(given.options.map(({ key }) => key)).toEqual(keys);
        },
      ),
    );
  });

  it('is as written where it is fixed or nothing is said', () => {
    expect(keysOf(question(['b', 'a', 'c'], 'fixed'), 'seed')).toEqual(['b', 'a', 'c']);
    const { order, ...unsaid } = question(['b', 'a', 'c']);
    expect(order).toBe('shuffled');
    expect(keysOf(unsaid as ChoiceQuestion, 'seed')).toEqual(['b', 'a', 'c']);
  });

  it('keeps "none" and "something else" last, in the order written', () => {
    const given = question(['none', 'a', 'else', 'b', 'c']);
    given.options[0]!.exclusive = true;
    given.options[2]!.other = true;
    const orders = new Set(Array.from({ length: 200 }, (_, k) => keysOf(given, `${k}`).join()));
    expect(orders.size).toBe(6);
    for (const order of orders) expect(order.endsWith('none,else')).toBe(true);
  });

  it('is another one for another question of the same person', () => {
    const same = Array.from({ length: 400 }, (_, k) => k).filter(
      (k) =>
        keysOf(question(['a', 'b', 'c', 'd'], 'shuffled', 'one'), `${k}`).join() ===
        keysOf(question(['a', 'b', 'c', 'd'], 'shuffled', 'two'), `${k}`).join(),
    ).length;
    // 1 in 24 by chance: 16.7 of 400, standard deviation 4.
    expect(same).toBeGreaterThan(2);
    expect(same).toBeLessThan(33);
  });

  it.each([
    ['numbers', (k: number) => `${k}`],
    ['ids that differ at the end', (k: number) => `0192f0c1-7a3b-7000-8000-${k.toString(16).padStart(12, '0')}`],
    ['ids that differ at the start', (k: number) => `${k.toString(36)}-invitation-of-the-spring-wave`],
  ])('is each of the 24 equally often over seeds: %s', (_, seedOf) => {
    const draws = 24_000;
    const counts = new Map<string, number>();
    for (let k = 0; k < draws; k += 1) {
      const order = keysOf(question(['a', 'b', 'c', 'd']), seedOf(k)).join();
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    const expected = draws / 24;
    const chiSquared = [...counts.values()].reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
    // Seeds are fixed, so this cannot flicker; a fair shuffle passes 99.9 of 100 sets of seeds.
    expect(chiSquared).toBeLessThan(chiSquaredQuantile(0.999, 23));
  });
});

import { expect, test } from 'vitest';
import { lmgShares } from '../index.ts';

test('two drivers split what they share in halves', () => {
  // r1 .6, r2 .5, between .4: R2 = (.36 + .25 - 2 x .6 x .5 x .4) / (1 - .16); a share is the mean of first and last.
  const rSquared = (0.36 + 0.25 - 0.24) / 0.84;
  const [first, second] = lmgShares([1, 0.4, 0.6, 0.4, 1, 0.5, 0.6, 0.5, 1]);
  expect(first!).toBeCloseTo((0.36 + (rSquared - 0.25)) / 2, 14);
  expect(second!).toBeCloseTo((0.25 + (rSquared - 0.36)) / 2, 14);
});

test('one driver has all of it', () => {
  expect([...lmgShares([1, -0.5, -0.5, 1])]).toEqual([0.25]);
});

test('drivers that follow from each other are named', () => {
  const copies = [1, 0.2, 1, 0.5, 0.2, 1, 0.2, 0.3, 1, 0.2, 1, 0.5, 0.5, 0.3, 0.5, 1];
  expect(() => lmgShares(copies)).toThrow(/driver 1, driver 3$/);
});

import { expect, test } from 'vitest';
import { betaBinomial, shrinkShares } from '../../src/inference/index.ts';
import { describeWithOracle } from './oracle.ts';

interface Recorded {
  readonly data: readonly { readonly P: number; readonly n: number }[];
  readonly beta_binomial_overdispersed: {
    readonly x: number[];
    readonly n: number[];
    readonly alpha: number;
    readonly beta: number;
    readonly post_mean: number[];
  };
}

describeWithOracle(
  'shares of small units agree with greatest likelihood in R',
  'scores-and-model/shrinkage.json',
  (text) => {
    const recorded = JSON.parse(text) as Recorded;

    test('alpha, beta and shrunken shares of counts with a spread, to 1e-7', () => {
      const { x, n, alpha, beta, post_mean } = recorded.beta_binomial_overdispersed;
      const law = betaBinomial({ successes: x, n });
      if (law.kind !== 'spread') throw new Error('the counts have a spread');
      expect(Math.abs(law.alpha / alpha - 1)).toBeLessThan(1e-7);
      expect(Math.abs(law.beta / beta - 1)).toBeLessThan(1e-7);
      shrinkShares({ successes: x, n }).units.forEach(({ shrunken }, i) => {
        expect(Math.abs(shrunken - post_mean[i]!)).toBeLessThan(1e-7);
      });
    });

    test('where R runs to an alpha of 1e8 the answer is the pooled share', () => {
      const successes = recorded.data.map(({ P }) => P);
      const n = recorded.data.map((segment) => segment.n);
      const { law, betweenVariance, units } = shrinkShares({ successes, n });
      expect(law).toEqual({ kind: 'no-spread', mean: 249 / 506 });
      expect(betweenVariance).toBe(0);
      expect(units.every(({ shrunken }) => shrunken === 249 / 506)).toBe(true);
    });
  },
);

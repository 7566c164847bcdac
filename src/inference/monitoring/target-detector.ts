import { CandorError } from '../../errors/index.ts';
import { changeSizes, type Evidence, evidenceOf, largestBet, stakeAtStart, stakePerDay } from './bets.ts';
import { checked, requireDesignEffect, type ValueRange } from './e-detector.ts';

const columns = 2 * changeSizes.length;

/**
 * Are we at the target? Evidence against "the mean is the target", which may be looked at after every answer: bets on the
 * distance from a target that was declared beforehand. While the mean given the past is the target, at most one year in 20
 * ever reaches evidence 20, whatever the distribution of the scores and however often one looks: a theorem, with no
 * baseline in it. For "at least the target" watch `down` alone: the bound holds for every mean at or above it.
 * With accounts that answer together each factor is raised to 1 / design effect, which keeps the theorem (Jensen) and makes
 * up for answers that repeat each other.
 * `spread` is the standard deviation of one answer, from before: it sets the sizes of the bets and nothing else.
 * Refuses a target that is not inside the range, and a spread that is not above 0, a design effect below 1 (CND_ARGUMENT).
 * Source: Shin, Ramdas and Rinaldo 2024, DOI 10.51387/23-NEJSDS51; Waudby-Smith and Ramdas 2024, DOI 10.1093/jrsssb/qkad009.
 * @example new TargetDetector(0.8, 0.4, { min: 0, max: 1 }).evidence().evidence // => 0.25
 */
export class TargetDetector {
  readonly #bets = new Float64Array(columns).fill(stakeAtStart);
  readonly #stakes: Float64Array;
  readonly #target: number;
  readonly #range: ValueRange;
  readonly #power: number;

  constructor(target: number, spread: number, range: ValueRange, designEffect = 1) {
    requireDesignEffect(designEffect);
    if (!(target > range.min && target < range.max)) {
      const message = `a target needs to lie between ${range.min} and ${range.max}, got ${target}`;
      throw new CandorError('CND_ARGUMENT', message, { argument: 'target', target, ...range });
    }
    if (!(spread > 0)) {
      throw new CandorError('CND_ARGUMENT', `TargetDetector: spread needs to be above 0, got ${spread}`, {
        argument: 'spread',
      });
    }
    this.#target = target;
    this.#range = range;
    this.#power = 1 / designEffect;
    // A bet may cost nine tenths of itself at most: it is never ruined by one answer.
    this.#stakes = Float64Array.from({ length: columns }, (_, i) => {
      const wanted = changeSizes[i >> 1]! / spread;
      return i % 2 === 0 ? Math.min(wanted, 0.9 / (target - range.min)) : -Math.min(wanted, 0.9 / (range.max - target));
    });
  }

  passDays(days = 1): void {
    for (let i = 0; i < columns; i += 1) this.#bets[i]! += stakePerDay * days;
  }

  observe(value: number): void {
    const away = checked(value, this.#range) - this.#target;
    for (let i = 0; i < columns; i += 1) {
      const factor = 1 + this.#stakes[i]! * away;
      const won = this.#bets[i]! * (this.#power === 1 ? factor : factor ** this.#power);
      this.#bets[i] = won > largestBet ? largestBet : won;
    }
  }

  evidence(): Evidence {
    return evidenceOf(this.#bets);
  }
}

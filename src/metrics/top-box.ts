import { CandorError } from '../errors/index.ts';
import { type Estimate, proportionEstimate } from '../inference/index.ts';
import type { Scale } from './metric-definition.ts';

/**
 * What share gave one of the highest answers? `boxes` counts the categories from the top of the scale. Share 0..1
 * with Wilson's interval. Refuses an empty sample (`CND_SAMPLE_TOO_SMALL`), scores off the scale and box counts that
 * do not fit it (`CND_ARGUMENT`).
 * Source: Wilson 1927, JASA 22:209-212, doi:10.1080/01621459.1927.10502953.
 *
 * @example topBox([5, 4, 3, 5], { boxes: 2, scale: { min: 1, max: 5 } }).value // => 0.75
 */
export function topBox(
  scores: ArrayLike<number>,
  options: { boxes: number; scale: Scale; confidence?: number },
): Estimate {
  const { boxes, scale, confidence } = options;
  if (!(Number.isInteger(boxes) && boxes >= 1 && boxes <= scale.max - scale.min)) {
    throw new CandorError('CND_ARGUMENT', `topBox needs 1 to ${scale.max - scale.min} boxes, got ${boxes}`, { boxes });
  }
  let successes = 0;
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i] as number;
    if (!(score >= scale.min && score <= scale.max)) {
      throw new CandorError('CND_ARGUMENT', `topBox needs scores ${scale.min} to ${scale.max}, got ${score}`, {
        score: String(score),
      });
    }
    if (score > scale.max - boxes) successes++;
  }
  return proportionEstimate(successes, scores.length, confidence === undefined ? {} : { confidence });
}

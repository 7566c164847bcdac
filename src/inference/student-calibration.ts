import { type Bounds, type Moments, requireMoments } from './moments.ts';

/**
 * Where Student's t keeps its promise for one mean of a bounded scale: in eleven populations of a 1-5 scale at 10 to 150
 * answers its interval, or the bounded one elsewhere, covers the mean in 93.4 % at least (20,000 samples each).
 */
const oneMean = { answers: 20, awayFromEachEnd: 10, squaredDeviations: 1 };

/** Two samples of very different size do not share their skewness: each must be beyond doubt by itself. */
const apart = { answers: 100, awayFromEachEnd: 15, squaredDeviations: 2 };

/** Skewness cancels between samples of similar size, so Welch's t is right far earlier. */
const twoMeans = { answers: 10, largestRatio: 2, awayFromEachEnd: 5, squaredDeviations: 0.5 };

/**
 * May Student's t be trusted for the mean of this bounded scale? True where the effective n is at least 20, at least 10
 * effective answers lie away from each end ((sum of distances)^2 / sum of squared distances), and the squared deviations
 * add up to at least a squared width of the scale, so that one unseen answer at the far end would not change the
 * picture. Refuses a mean outside the bounds (CND_ARGUMENT). Source: own rule, calibrated; docs/methods/means.md.
 * @example studentIsCalibrated({ n: 200, mean: 4.2, variance: 1.1 }, { min: 1, max: 5 }) // => true
 */
export function studentIsCalibrated(moments: Moments, bounds: Bounds): boolean {
  requireMoments('studentIsCalibrated', moments, bounds);
  return meets(moments, bounds, oneMean);
}

function meets(moments: Moments, bounds: Bounds, marks: Omit<typeof twoMeans, 'largestRatio'>): boolean {
  return (
    moments.n >= marks.answers &&
    awayFromEnds(moments, bounds) >= marks.awayFromEachEnd &&
    deviationsInWidths(moments, bounds) >= marks.squaredDeviations
  );
}

/**
 * May Welch's t be trusted for the difference of two means of this bounded scale? True where both
 * samples have effective n >= 100, 15 effective answers away from each end and two squared widths of squared deviations, or
 * where both have effective n >= 10, neither is more than twice the other, at least 5 effective
 * answers of each lie away from each end and the squared deviations of each add up to half a squared width.
 * Refuses a mean outside the bounds (CND_ARGUMENT). Source: own rule, calibrated; docs/methods/differences.md.
 * @example welchIsCalibrated({ n: 20, mean: 3.1, variance: 1.2 }, { n: 30, mean: 3.4, variance: 1.1 }, { min: 1, max: 5 }) // => true
 */
export function welchIsCalibrated(before: Moments, after: Moments, bounds: Bounds): boolean {
  requireMoments('welchIsCalibrated', before, bounds);
  requireMoments('welchIsCalibrated', after, bounds);
  if (meets(before, bounds, apart) && meets(after, bounds, apart)) return true;
  const [smaller, larger] = [Math.min(before.n, after.n), Math.max(before.n, after.n)];
  if (larger > twoMeans.largestRatio * smaller) return false;
  return meets(before, bounds, twoMeans) && meets(after, bounds, twoMeans);
}

/** (sum of distances)^2 / sum of squared distances from the nearer end: on a two-point scale the answers at the other. */
function awayFromEnds({ n, mean, variance }: Moments, bounds: Bounds): number {
  const away = (distance: number): number => (distance > 0 ? (n * distance ** 2) / (variance + distance ** 2) : 0);
  return Math.min(away(mean - bounds.min), away(bounds.max - mean));
}

function deviationsInWidths({ n, variance }: Moments, bounds: Bounds): number {
  return (n * variance) / (bounds.max - bounds.min) ** 2;
}

import { CandorError } from '../errors/index.ts';
import { demand } from './arguments.ts';

export interface RootOptions {
  /** Width of the last bracket, in the unit of the argument; the rounding of the argument is added. Default 1e-15. */
  readonly tolerance?: number;
  /** Evaluations of the function before it is refused. Default 200. */
  readonly maximumSteps?: number;
}

/**
 * Where does this continuous function cross zero between `low` and `high`?
 *
 * Brent's method: inverse quadratic interpolation where it helps, bisection where it does not, so the root is always
 * inside the bracket. A function with several roots gives one of them.
 * Refuses ends that do not bracket a change of sign and a function that returns NaN (`CND_ARGUMENT`); too few steps
 * are `CND_NOT_CONVERGED`. Source: Brent (1971), doi:10.1093/comjnl/14.4.422.
 * @example findRoot((x) => x * x - 2, 0, 2) // => 1.4142135623731
 */
export function findRoot(f: (x: number) => number, low: number, high: number, options: RootOptions = {}): number {
  const { tolerance = 1e-15, maximumSteps = 200 } = options;
  demand(Number.isFinite(low), 'findRoot', 'a finite low end', low);
  demand(Number.isFinite(high), 'findRoot', 'a finite high end', high);
  demand(tolerance >= 0, 'findRoot', 'a tolerance from 0', tolerance);
  let best = valueAt(f, high);
  let previous = valueAt(f, low);
  if (previous.f === 0) return low;
  if (best.f === 0) return high;
  if (best.f > 0 === previous.f > 0) refuseUnbracketed(previous, best);
  let opposite = previous;
  let step = best.x - previous.x;
  let stepBefore = step;
  for (let k = 0; k < maximumSteps; k += 1) {
    if (best.f > 0 === opposite.f > 0) {
      opposite = previous;
      step = best.x - previous.x;
      stepBefore = step;
    }
    if (Math.abs(opposite.f) < Math.abs(best.f)) [previous, best, opposite] = [best, opposite, best];
    const smallest = 2 * Number.EPSILON * Math.abs(best.x) + tolerance / 2;
    const half = (opposite.x - best.x) / 2;
    if (Math.abs(half) <= smallest || best.f === 0) return best.x;
    const mayInterpolate = Math.abs(stepBefore) >= smallest && Math.abs(previous.f) > Math.abs(best.f);
    const proposal = mayInterpolate ? interpolate(previous, best, opposite) : half;
    const useful = 2 * proposal * Math.sign(half) < Math.min(3 * Math.abs(half) - smallest, Math.abs(stepBefore));
    const accepted = useful && proposal * half > 0;
    stepBefore = accepted ? step : half;
    step = accepted ? proposal : half;
    previous = best;
    best = valueAt(f, best.x + (Math.abs(step) > smallest ? step : smallest * Math.sign(half)));
  }
  throw new CandorError('CND_NOT_CONVERGED', `findRoot needs more than ${maximumSteps} steps`, { maximumSteps });
}

interface Point {
  readonly x: number;
  readonly f: number;
}

function valueAt(f: (x: number) => number, x: number): Point {
  const value = f(x);
  // To write x out every time was 4 % of the time of judging a trend.
  if (Number.isNaN(value)) demand(false, 'findRoot', `a function that is a number at ${x}`, value);
  return { x, f: value };
}

/** The step proposed from `best`: secant through two points, inverse quadratic through three. */
function interpolate(previous: Point, best: Point, opposite: Point): number {
  const toPrevious = best.f / previous.f;
  const width = opposite.x - best.x;
  if (previous === opposite) return (width * toPrevious) / (toPrevious - 1);
  const ratio = previous.f / opposite.f;
  const toOpposite = best.f / opposite.f;
  const numerator = toPrevious * (width * ratio * (ratio - toOpposite) - (best.x - previous.x) * (toOpposite - 1));
  const denominator = (ratio - 1) * (toOpposite - 1) * (toPrevious - 1);
  const proposal = -numerator / denominator;
  return Number.isFinite(proposal) ? proposal : 0;
}

function refuseUnbracketed(low: Point, high: Point): never {
  const message = `findRoot needs ends of opposite sign, got ${low.f} at ${low.x} and ${high.f} at ${high.x}`;
  throw new CandorError('CND_ARGUMENT', message, { low: low.x, high: high.x });
}

/**
 * The stakes of empirical-Bernstein and betting sequences on values in 0..1: each from the answers before it alone, which is
 * what makes the sequences valid. sqrt(2 ln(1/alpha) / (t ln(1 + t) variance so far)), with one answer of mean 1/2 and
 * variance 1/4 before the first. Source: Waudby-Smith and Ramdas 2024, DOI 10.1093/jrsssb/qkad009.
 */
export function predictableStakes(values: ArrayLike<number>, alpha: number): Float64Array {
  const stakes = new Float64Array(values.length);
  let [sum, squares, variance] = [0, 0, 0.25];
  for (let i = 0; i < values.length; i += 1) {
    const t = i + 1;
    stakes[i] = Math.sqrt((2 * Math.log(1 / alpha)) / (t * Math.log(1 + t) * variance));
    sum += values[i]!;
    squares += (values[i]! - (0.5 + sum) / (t + 1)) ** 2;
    variance = (0.25 + squares) / (t + 1);
  }
  return stakes;
}

/**
 * The search rule of the sample: how a dashboard that tests every month alone would colour the twelve months, what is
 * left when the eleven tests are judged together, and where the level changes. Written for the sample only; the product
 * computes its own.
 */
const CRITICAL = 1.959964;
/**
 * The picture must not hang on a hair: the product also takes accounts into account, which moves a standard error by
 * some per cent. So what is coloured is coloured clearly, what is not is clearly not.
 */
const CLEARLY_COLOURED = 2.2;
const CLEARLY_QUIET = 1.75;
const CLEARLY_PROVEN = 0.025;
const CLEARLY_UNPROVEN = 0.08;

/** The eleven changes as { z, p, holm }; `counts` are { n, promoters, detractors } of each month. */
export function judgeChanges(counts) {
  const changes = counts.slice(1).map((after, index) => {
    const before = counts[index];
    const z = (net(after) - net(before)) / Math.sqrt(errorVariance(before) + errorVariance(after));
    return { z, p: twoSided(z), holm: 1 };
  });
  let adjusted = 0;
  for (const [rank, change] of [...changes].sort((a, b) => a.p - b.p).entries()) {
    adjusted = Math.max(adjusted, Math.min(1, change.p * (changes.length - rank)));
    change.holm = adjusted;
  }
  return changes;
}

/**
 * Whether a plain test colours the true rise and one fall before it, only the rise survives Holm, and the level changes
 * at the rise and nowhere else. `rise` is the index of the first month of the new level.
 */
export function showsOneTrueAndOneFalse(counts, rise) {
  const changes = judgeChanges(counts);
  const coloured = changes.flatMap(({ z }, index) => (Math.abs(z) > CRITICAL ? [index] : []));
  // A fall in the month before the rise would make the rise look larger than it is.
  if (coloured.length !== 2 || coloured[1] !== rise - 1 || coloured[0] === rise - 2) return false;
  const fall = changes[coloured[0]];
  const quiet = changes.filter((_, index) => !coloured.includes(index));
  return (
    changes[rise - 1].z > 0 &&
    changes[rise - 1].holm < CLEARLY_PROVEN &&
    fall.z < -CLEARLY_COLOURED &&
    fall.holm > CLEARLY_UNPROVEN &&
    quiet.every(({ z }) => Math.abs(z) < CLEARLY_QUIET) &&
    String(cheapestLevels(counts)) === String([rise])
  );
}

/**
 * First months of new levels in the division of the year with the least weighted squares, every level two months or
 * more, 3 ln T to be saved by each change. All divisions are tried: twelve months have only 89.
 */
export function cheapestLevels(counts) {
  const pooled = sum(counts.map((month) => month.n * variance(month))) / sum(counts.map(({ n }) => n));
  const months = counts.map((month) => ({
    value: net(month),
    weight: month.n / ((10_000 * (month.n * variance(month) + 20 * pooled)) / (month.n + 20)),
  }));
  const penalty = 3 * Math.log(months.length);
  const best = (from) => {
    const whole = { cost: squares(months.slice(from)), starts: [] };
    const divided = months.slice(from + 2, -1).map((_, index) => {
      const start = from + 2 + index;
      const rest = best(start);
      return {
        cost: squares(months.slice(from, start)) + penalty + rest.cost,
        starts: [start, ...rest.starts],
      };
    });
    return [whole, ...divided].reduce((least, next) => (next.cost < least.cost ? next : least));
  };
  return best(0).starts;
}

function squares(months) {
  const mean = sum(months.map(({ value, weight }) => weight * value)) / sum(months.map(({ weight }) => weight));
  return sum(months.map(({ value, weight }) => weight * (value - mean) ** 2));
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
const net = ({ n, promoters, detractors }) => (100 * (promoters - detractors)) / n;

function variance({ n, promoters, detractors }) {
  const share = (promoters - detractors) / n;
  return (promoters + detractors) / n - share * share;
}

const errorVariance = (month) => (10_000 * variance(month)) / (month.n - 1);

/** Two-sided p of a normal z by the series of the error function; ample for |z| below 6. */
function twoSided(z) {
  const x = Math.abs(z) / Math.SQRT2;
  let term = x;
  let sum = x;
  for (let k = 1; k < 200; k++) {
    term *= (-x * x) / k;
    sum += term / (2 * k + 1);
  }
  return 1 - (2 / Math.sqrt(Math.PI)) * sum;
}

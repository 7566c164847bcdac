/**
 * A doubt that travels with a result. `code` is stable, `message` is the English sentence, any further fields are the
 * figures of the sentence. Every code is worded in three languages by `present/`; a test fails otherwise.
 */
export interface Caveat {
  readonly code: CaveatCode;
  readonly message: string;
  readonly [figure: string]: string | number | boolean | readonly string[];
}

export const caveatCodes = [
  // estimates
  'single-answer', // one answer: shown, no interval can be read as knowledge
  'small-sample', // effective n below 10
  'no-variance', // all answers in one group: no standard error
  'few-accounts', // fewer than 10 clusters
  'single-unit-stratum', // a stratum with one account: centred on the grand mean
  'weights-unequal', // Kish effective n far below n
  'population-below-sample', // a stratum holds more accounts than its population
  'rows-dropped', // rows that could not enter the method
  'unpaired-dropped', // answers without a partner in a paired comparison
  'normal-approximation', // large-sample law used where the exact one is too costly
  // audit
  'metric-assumed', // the metric was inferred, not given
  'scale-assumed', // the ends of the scale were inferred
  'scale-doubtful', // the answers leave out most of the scale that the metric has
  'date-column-start-time', // only a start or sent time was found
  'partials-used', // unfinished answers that have a score are used
  'partial-period', // the first or last period is not whole
  'gap', // a period without answers lies between the two compared
  'definition-change', // scale, wording or version changed inside the window
  'clusters-unknown', // answers of one account were taken as independent
  'levels-mixed', // encounter and relationship answers in one series
  'few-periods', // fewer than 3 filled periods: no change can be located
  'anonymised-dates', // dates of 1980-01-01 mark anonymised answers
  'excel-damage', // values such as 1,2E+11 were damaged by a spreadsheet
  // drivers and models
  'pairwise-missing', // answers are missing: each pair of columns uses the rows that answered both
  'mean-replaced', // correlations by pairs contradict each other: means stand in for missing answers
  'suppressor', // a driver whose sign turns beside the others: its direction is unclear
  'no-top-driver', // no driver comes first in 80 % of the resamples
  'resamples-dropped', // resamples that could not be used, at most 5 %
  'relative-weights', // too many drivers for all orders: relative weights stand in for the average over them
  'few-events', // a logit with fewer than 10 answers for each driver on the smaller side
  'contrast-left-out', // penalty or reward of too few answers
  // monitors
  'monitor-few-accounts', // too few accounts to tell how alike their answers are
  'monitor-few-answers', // too few answers come to notice anything but a very large change
  'monitor-size-so-far', // the size of a change just found is exaggerated by being found
  // plans
  'plan-too-hopeful', // a fall widens the spread: more answers show it than the formula with one variance says
  // overview
  'design-effect', // answers of one account are alike: n counts divided by the design effect
  'running-period', // the period shown has not ended: looking every day finds changes that are none
  'scales-differ', // questions of one metric on several scales: only those on the most answered one count
  // the cause-and-effect model
  'few-answers-for-model', // under 150 answers: weights of single items are unsteady
  'ceiling', // over 60 % of the answers to an item at one end of the scale
  'skewed-items', // skewness of an item beyond 2
  'not-separable', // two constructs with HTMT above .90
  'negative-weight', // an item counts against its construct: no index
  'fixed-by-design', // a figure that no resample can change has no interval
  'percentile-interval', // under 2,000 resamples: percentile intervals in place of BCa
  'not-invariant', // two groups do not mean the same by a construct: their effects cannot be compared
  // segments
  'ranking-not-supported', // no two rank intervals are apart: a league table would rank chance
] as const;

export type CaveatCode = (typeof caveatCodes)[number];

/**
 * How is a doubt attached to a result? `figures` are the numbers and names that the sentence uses.
 * @example caveat('small-sample', 'Fewer than 10 answers count here.', { n: 7 }).n // => 7
 */
export function caveat(
  code: CaveatCode,
  message: string,
  figures: Readonly<Record<string, string | number | boolean | readonly string[]>> = {},
): Caveat {
  return { ...figures, code, message };
}

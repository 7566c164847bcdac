import type { MethodId } from '../analysis/index.ts';

/** What one flag of `candor analyze METHOD` takes: the sign of its value, and one short line. */
export interface FlagText {
  readonly value: string;
  readonly about: string;
}

const flag = (value: string, about: string): FlagText => ({ value, about });

const metric = flag('id', 'nps, csat-top2 (csat), csat-mean, ces-5, ces-7 (ces), mean, index-100');
const required = ({ value, about }: FlagText): FlagText => flag(value, `${about} (required)`);
const scale = flag('min-max', 'ends of the answer scale, where the metric does not set them');
const confidence = flag('share', 'confidence of the intervals (default 0.95)');
const timeZone = flag('zone', 'zone in which instants are cut into days (default UTC)');
const score = flag('column', 'column of the score');
const account = flag('column', 'column of the account: its answers are kept together');
const groupShares = Object.fromEntries(
  ['promoters', 'detractors'].map((group) => [group, flag('share', `share of ${group}, 0 to 1 (required for nps)`)]),
);
const common = { confidence, timeZone, scale };

/** Every key that a flag can give, by method; a test says that none is without words. */
export const flagTexts: Readonly<Record<MethodId, Readonly<Record<string, FlagText>>>> = {
  score: {
    ...common,
    score: required(score),
    metric: required(metric),
    by: flag('column', 'one line for each value of this column'),
    account,
    weight: flag('column', 'column of the weight of an answer'),
    strata: flag('column', 'column of the stratum'),
    population: flag('n', 'accounts (persons without accounts) in all; by stratum in a specification file'),
  },
  compare: {
    ...common,
    score: required(score),
    metric: required(metric),
    group: flag('column', 'column of the two groups (required)'),
    before: flag('value', 'its value before (required where the column has more than two)'),
    after: flag('value', 'its value after (as --before)'),
    account,
    paired: flag('column', 'key of the pairs; rows without a partner are left out and counted'),
  },
  plan: {
    ...common,
    metric: required(metric),
    ...groupShares,
    share: flag('share', 'expected share, 0 to 1 (required for csat-top2)'),
    mean: flag('value', 'expected mean, for means'),
    sd: flag('value', 'standard deviation of the answers (required for means)'),
    margin: flag('size', 'margin of error wanted, in the unit of the metric (this or --change)'),
    change: flag('size', 'change to be seen, in the unit of the metric (this or --margin)'),
    power: flag('share', 'chance of seeing that change (default 0.8)'),
    population: flag('n', 'accounts or persons in all'),
    designEffect: flag('factor', 'loss from accounts or weights (default 1)'),
  },
  drivers: {
    confidence,
    timeZone,
    outcome: flag('column', 'column of the outcome (required)'),
    drivers: flag('columns', 'columns of the drivers, commas between (required)'),
    method: flag('name', 'lmg (default, to 15 drivers) or johnson (default beyond)'),
    resamples: flag('n', 'resamples for the intervals (default 1000)'),
    seed: flag('n', 'seed of the resamples (default 1)'),
    account,
  },
  monitor: {
    ...common,
    score: required(score),
    metric: required(metric),
    date: flag('column', 'column of the date of the answer (without it --baseline-answers and --answers-per-year)'),
    baselineDays: flag('n', 'days of the baseline (default 90)'),
    baselineAnswers: flag('n', 'answers of the baseline, where the file has no dates'),
    answersPerYear: flag('n', 'answers a year, where the file has no dates'),
    method: flag('name', 'e-detector (default), target, or a sequence: asymptotic, betting, …'),
    target: flag('value', 'what the level is to be, in the unit of the metric (required for the method target)'),
    account: flag('column', 'column of the account: answers of one account count less'),
    designEffect: flag('factor', 'by how much they do, instead of --account'),
    population: flag('n', 'accounts or persons in all (required for without-replacement)'),
    threshold: flag('evidence', 'evidence of an alarm (default 20)'),
  },
  'path-model': {
    confidence,
    timeZone,
    scale: flag('min-max', 'ends of the answer scale, the same for all items (required)'),
    weighting: flag('scheme', 'path (default), factorial or centroid'),
    missing: flag('rule', 'pairwise (default), mean or complete'),
    consistent: flag('true|false', 'correct for measurement error (PLSc); refused where it misleads'),
  },
  shrink: {
    ...common,
    score,
    metric,
    segment: flag('column', 'column of the segment (required)'),
  },
  'change-points': {
    ...common,
    value: flag('column', 'column of ready values, one a period (this, or --score, --date and --metric)'),
    weight: flag('column', 'column of the weight of a value'),
    score,
    date: flag('column', 'column of the date of the answer'),
    metric,
    period: flag('unit', 'week, month (default) or quarter'),
    account,
    penalty: flag('size', '3lnT (default), 2lnT or a number'),
  },
};

/** What a method takes from a specification file only. */
export const specificationOnly: Partial<Record<MethodId, string>> = {
  score:
    'Only in a specification file (--spec): margins, known totals by column, as in\n' +
    '  { "margins": { "role": { "user": 900, "payer": 300 } } }; one column post-stratifies, several rake.\n',
  'path-model':
    'Only in a specification file (--spec): constructs, paths, bootstrap, as in\n' +
    '  { "constructs": [{ "name": "Ease", "measurement": "reflective", "items": ["e1", "e2"] }, …],\n' +
    '    "paths": [["Ease", "Loyalty"]], "bootstrap": { "resamples": 5000, "seed": 1, "cluster": "account" } }\n',
};

import type { ItemAnswers } from './item-answers.ts';
import { type ItemTruth, type ModelTruth, simulateAnswers } from './simulate-answers.ts';
import type { Construct, PathModelSpecification } from './specification.ts';

type Row = readonly [item: string, mean: number, deviation: number, loading: number];

/** Rounded from a survey of mobile phone customers of the nineties, so that the twin is as awkward as real answers. */
const blocks: readonly (readonly [string, readonly Row[]])[] = [
  [
    'Image',
    [
      ['IMAG1', 7.6, 1.7, 0.62],
      ['IMAG2', 7.8, 1.7, 0.53],
      ['IMAG3', 6.7, 2.1, 0.45],
      ['IMAG4', 7.6, 1.8, 0.67],
      ['IMAG5', 7.9, 1.6, 0.67],
    ],
  ],
  [
    'Expectation',
    [
      ['CUEX1', 7.6, 1.6, 0.51],
      ['CUEX2', 7.5, 1.8, 0.46],
      ['CUEX3', 7.4, 2.1, 0.44],
    ],
  ],
  [
    'Quality',
    [
      ['PERQ1', 7.9, 1.4, 0.81],
      ['PERQ2', 7.2, 1.9, 0.55],
      ['PERQ3', 7.7, 1.8, 0.76],
      ['PERQ4', 7.9, 1.7, 0.68],
      ['PERQ5', 7.9, 1.5, 0.67],
      ['PERQ6', 7.8, 1.6, 0.68],
      ['PERQ7', 7.6, 1.8, 0.81],
    ],
  ],
  [
    'Value',
    [
      ['PERV1', 6.2, 2.2, 0.75],
      ['PERV2', 6.9, 1.8, 0.94],
    ],
  ],
  [
    'Satisfaction',
    [
      ['CUSA1', 8, 1.2, 0.67],
      ['CUSA2', 7.1, 1.8, 0.7],
      ['CUSA3', 7.3, 1.7, 0.83],
    ],
  ],
  ['Complaints', [['CUSCO', 7.1, 2.3, 0.95]]],
  [
    'Loyalty',
    [
      ['CUSL1', 7.5, 2.7, 0.61],
      ['CUSL2', 5, 2.8, 0.15],
      ['CUSL3', 7.7, 2.2, 0.86],
    ],
  ],
];

const strengths: readonly (readonly [string, string, number])[] = [
  ['Image', 'Expectation', 0.85],
  ['Image', 'Satisfaction', 0.22],
  ['Image', 'Loyalty', 0.15],
  ['Expectation', 'Quality', 0.85],
  ['Expectation', 'Value', 0.05],
  ['Expectation', 'Satisfaction', 0.05],
  ['Quality', 'Value', 0.65],
  ['Quality', 'Satisfaction', 0.6],
  ['Value', 'Satisfaction', 0.2],
  ['Satisfaction', 'Complaints', 0.6],
  ['Satisfaction', 'Loyalty', 0.7],
  ['Complaints', 'Loyalty', 0.05],
];

/** The European customer satisfaction model with the item names of the mobile data: 7 constructs, 24 items, 12 paths. */
export const mobileModel: PathModelSpecification = {
  constructs: blocks.map(
    ([name, rows]): Construct => ({ name, measurement: 'reflective', items: rows.map(([item]) => item) }),
  ),
  paths: strengths.map(([from, to]) => [from, to]),
  weighting: 'path',
  scale: [1, 10],
  missing: 'pairwise',
};

/** What is true in the twin. */
export const mobileTruth: ModelTruth = {
  specification: mobileModel,
  coefficients: strengths.map(([, , strength]) => strength),
  items: blocks.flatMap(([, rows]) =>
    rows.map(([, mean, deviation, loading]): ItemTruth => ({ mean, deviation, loading })),
  ),
};

/**
 * Answers of a simulated twin of the ECSI mobile phone survey: 250 people, 24 items of 1-10, drawn from `mobileTruth`.
 * The same seed gives the same answers; nothing of the original is in it but rounded means, spreads and loadings.
 * @example mobileTwin().columns[0].slice(0, 3).length // => 3
 */
export function mobileTwin(answers = 250, seed = 1): ItemAnswers {
  return simulateAnswers(mobileTruth, { answers, seed });
}

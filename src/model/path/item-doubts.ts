import { type Caveat, caveat } from '../../inference/index.ts';
import type { ItemAnswers } from './item-answers.ts';
import type { PathModel } from './path-model.ts';

/** More than this share of answers at one end of the scale: the item cannot tell the best from the good. */
const ceiling = 0.6;
/** Beyond this skewness (third standardised moment) a correlation is mostly about few answers. */
const skewed = 2;

/** Which items are too lopsided for correlations to be read easily? */
export function itemDoubts({ items, scale }: PathModel, { columns }: ItemAnswers): Caveat[] {
  const atAnEnd = items.filter((_, place) => Math.max(...scale.map((end) => shareOf(columns[place]!, end))) > ceiling);
  const lopsided = items.filter((_, place) => Math.abs(skewness(columns[place]!)) > skewed);
  return [
    ...(atAnEnd.length > 0
      ? [
          caveat('ceiling', `More than 60 % of the answers lie at one end of the scale: ${atAnEnd.join(', ')}.`, {
            names: atAnEnd,
          }),
        ]
      : []),
    ...(lopsided.length > 0
      ? [caveat('skewed-items', `The answers are strongly skewed: ${lopsided.join(', ')}.`, { names: lopsided })]
      : []),
  ];
}

function shareOf(column: Float64Array, end: number): number {
  let [at, count] = [0, 0];
  for (const value of column) {
    if (Number.isNaN(value)) continue;
    count++;
    if (value === end) at++;
  }
  return at / count;
}

function skewness(column: Float64Array): number {
  const values = column.filter((value) => !Number.isNaN(value));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let [second, third] = [0, 0];
  for (const value of values) {
    second += (value - mean) ** 2;
    third += (value - mean) ** 3;
  }
  return second === 0 ? 0 : third / values.length / (second / values.length) ** 1.5;
}

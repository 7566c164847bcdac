import type { ItemAnswers } from '../../src/model/path/item-answers.ts';
import type { PathModel } from '../../src/model/path/path-model.ts';
import type { PathModelSpecification } from '../../src/model/path/specification.ts';
import { rowsOf } from './oracle.ts';

const block = (letters: string, count: number) => Array.from({ length: count }, (_, i) => `${letters}${i + 1}`);

/** The European customer satisfaction model of Tenenhaus and others 2005: 7 constructs, 12 paths. */
export function ecsi(
  options: { readonly formative?: boolean; readonly weighting?: PathModelSpecification['weighting'] } = {},
): PathModelSpecification {
  const upper = options.formative ? ('formative' as const) : ('reflective' as const);
  return {
    constructs: [
      { name: 'Image', measurement: upper, items: block('IMAG', 5) },
      { name: 'Expectation', measurement: upper, items: block('CUEX', 3) },
      { name: 'Quality', measurement: upper, items: block('PERQ', 7) },
      { name: 'Value', measurement: upper, items: block('PERV', 2) },
      { name: 'Satisfaction', measurement: 'reflective', items: block('CUSA', 3) },
      { name: 'Complaints', measurement: 'reflective', items: ['CUSCO'] },
      { name: 'Loyalty', measurement: 'reflective', items: block('CUSL', 3) },
    ],
    paths: [
      ['Image', 'Expectation'],
      ['Image', 'Satisfaction'],
      ['Image', 'Loyalty'],
      ['Expectation', 'Quality'],
      ['Expectation', 'Value'],
      ['Expectation', 'Satisfaction'],
      ['Quality', 'Value'],
      ['Quality', 'Satisfaction'],
      ['Value', 'Satisfaction'],
      ['Satisfaction', 'Complaints'],
      ['Satisfaction', 'Loyalty'],
      ['Complaints', 'Loyalty'],
    ],
    scale: [1, 10],
    ...(options.weighting && { weighting: options.weighting }),
  };
}

export function mobiAnswers(text: string): ItemAnswers {
  const rows = rowsOf(text);
  const items = ecsi().constructs.flatMap((construct) => construct.items);
  return {
    columns: items.map((item) =>
      Float64Array.from(rows, (row) => (/^-?\d/.test(row[item]!) ? Number(row[item]) : Number.NaN)),
    ),
  };
}

/** The figure of the path between two constructs, by their names. */
export function named(model: PathModel, figures: ArrayLike<number>, source: string, target: string): number {
  const path = model.paths.findIndex(
    ({ from, to }) => model.constructs[from]!.name === source && model.constructs[to]!.name === target,
  );
  return figures[path]!;
}

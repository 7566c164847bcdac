import type { Interval } from '../inference/index.ts';
import type { PathModelResult } from '../model/index.ts';
import { alignedColumns } from './aligned-columns.ts';
import { numberText } from './numbers.ts';

type ToldModel = PathModelResult & {
  readonly confidence: number;
  readonly bootstrap?: {
    readonly used: number;
    readonly failed: number;
    readonly method: string;
    readonly unit: string;
  };
};

const three = (value: number) => numberText(value, 3, 'en');
const one = (value: number) => numberText(value, 1, 'en');
const optional = (value: number | undefined, text: (value: number) => string) =>
  value === undefined ? '' : text(value);
const range = (interval: Interval | undefined, text: (value: number) => string) =>
  interval ? `${text(interval.low)} to ${text(interval.high)}` : '';

/** A path model in a terminal: where constructs stand, arrows, and what +5 points go with, the largest first. */
export function modelLines(result: { readonly [field: string]: unknown }): string[] {
  const { constructs, paths, impacts, confidence, bootstrap, n, iterations } = result as unknown as ToldModel;
  const percent = Math.round(confidence * 1000) / 10;
  const between = `${numberText(percent, Number.isInteger(percent) ? 0 : 1, 'en')} % interval`;
  const standing = Object.entries(constructs).map(([name, construct]) => [
    name,
    optional(construct.index, one),
    optional(construct.r2, three),
    three(construct.alpha),
    three(construct.rhoA),
    three(construct.rhoC),
    three(construct.ave),
  ]);
  const arrows = paths.map((path) => [
    `${path.from} -> ${path.to}`,
    three(path.coefficient),
    range(path.interval, three),
    optional(path.pValue, three),
    optional(path.unstandardized, three),
    three(path.f2),
    numberText(path.vif, 2, 'en'),
  ]);
  const ranked = [...impacts].sort((a, b) => Math.abs(b.impact) - Math.abs(a.impact));
  const drawn = bootstrap
    ? `${numberText(bootstrap.used, 0, 'en')} resamples of ${bootstrap.unit === 'account' ? 'accounts' : 'answers'}, ${bootstrap.method === 'bca' ? 'BCa' : 'percentile'} intervals`
    : 'without bootstrap, so without intervals';
  return [
    ...alignedColumns(['construct', 'index', 'R2', 'alpha', 'rho_A', 'rho_C', 'AVE'], standing),
    '',
    ...alignedColumns(['path', 'coefficient', between, 'p', 'unstandardized', 'f2', 'VIF'], arrows),
    '',
    ...alignedColumns(
      ['+5 index points of', 'go with', between],
      ranked.map(({ from, to, impact, interval }) => [
        from,
        `${to} ${impact < 0 ? '' : '+'}${one(impact)}`,
        range(interval, one),
      ]),
    ),
    '',
    `n ${numberText(n, 0, 'en')}, ${iterations} iterations; ${drawn}. Effects hold if the arrows are right: the answers alone cannot tell.`,
  ];
}

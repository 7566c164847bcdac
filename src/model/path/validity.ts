import { blockOf, type PathModel } from './path-model.ts';

/** Two constructs, and how far their items can be told apart: near 1 they measure the same. */
export interface Separation {
  readonly a: string;
  readonly b: string;
  readonly value: number;
  /** By geometric means (HTMT2), which needs no equal loadings; absent where a correlation is not positive. */
  readonly geometric?: number;
}

/** Above this HTMT two constructs are not separable by the usual cut-off. */
export const separableBelow = 0.9;

/**
 * Do the constructs differ from each other? Heterotrait-monotrait ratio of every pair: mean correlation between their
 * items over the geometric mean of the mean correlations within. The mean within a single item counts as 1.
 * Source: Henseler, Ringle and Sarstedt 2015, DOI 10.1007/s11747-014-0403-8; HTMT2: Roemer, Schuberth and Henseler 2021,
 * DOI 10.1108/IMDS-02-2021-0082.
 */
export function separations(model: PathModel, correlations: Float64Array): Separation[] {
  const blocks = model.constructs.map(blockOf);
  return blocks.flatMap((block, a) =>
    blocks.slice(a + 1).flatMap((other, offset) => {
      const b = a + 1 + offset;
      const size = model.items.length;
      const between = block.flatMap((row) => other.map((column) => correlations[row * size + column]!));
      const [inA, inB] = [within(block, correlations, size), within(other, correlations, size)];
      const denominator = Math.sqrt(absoluteMean(inA) * absoluteMean(inB));
      if (!(denominator > 0)) return [];
      const geometric = geometricMean(between) / Math.sqrt(geometricMean(inA) * geometricMean(inB));
      return [
        {
          a: model.constructs[a]!.name,
          b: model.constructs[b]!.name,
          value: absoluteMean(between) / denominator,
          ...(Number.isFinite(geometric) && { geometric }),
        },
      ];
    }),
  );
}

function within(block: readonly number[], correlations: Float64Array, size: number): number[] {
  const pairs = block.flatMap((row, i) => block.slice(0, i).map((column) => correlations[row * size + column]!));
  return pairs.length > 0 ? pairs : [1];
}

const absoluteMean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + Math.abs(value), 0) / values.length;

/** NaN where a value is not positive: kept inside this file. */
const geometricMean = (values: readonly number[]) =>
  values.every((value) => value > 0)
    ? Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length)
    : Number.NaN;

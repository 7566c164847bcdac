/** How a construct is measured: its items mirror it (mode A), or they make it up (mode B). */
export type Measurement = 'reflective' | 'formative';
export type Weighting = 'path' | 'factorial' | 'centroid';
/** What happens to cells without an answer: correlations of the pairs at hand, the item's mean, or no gaps at all. */
export type MissingRule = 'pairwise' | 'mean' | 'complete';

export interface Construct {
  readonly name: string;
  readonly measurement: Measurement;
  /** Names of the columns that measure it. */
  readonly items: readonly string[];
}

export interface ModelBootstrap {
  readonly resamples: number;
  readonly seed: number;
  /** Column of the account: accounts are drawn, not answers. */
  readonly cluster?: string | undefined;
}

/** A cause-and-effect model as one JSON value: what is measured by which items, and which construct acts on which. */
export interface PathModelSpecification {
  readonly constructs: readonly Construct[];
  /** From cause to effect, by the names of the constructs. */
  readonly paths: readonly (readonly [from: string, to: string])[];
  readonly weighting?: Weighting;
  /** Ends of the answer scale, the same for all items: indices run from 0 at the low end to 100 at the high one. */
  readonly scale: readonly [min: number, max: number];
  readonly missing?: MissingRule;
  /** Corrects for measurement error (PLSc), where the data carry it. */
  readonly consistent?: boolean | undefined;
  readonly bootstrap?: ModelBootstrap | undefined;
}

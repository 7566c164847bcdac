import type { DoubtWords } from './doubt-words.ts';

/** The doubts and refusals of drivers, in a file of their own for each language. */
export interface DriverDoubts {
  readonly caveat: Pick<
    DoubtWords['caveat'],
    | 'pairwise-missing'
    | 'mean-replaced'
    | 'suppressor'
    | 'no-top-driver'
    | 'resamples-dropped'
    | 'relative-weights'
    | 'few-events'
    | 'contrast-left-out'
  >;
  readonly error: Pick<
    DoubtWords['error'],
    'CND_COLLINEAR' | 'CND_MISSING_CODE' | 'CND_MODEL_SIZE' | 'CND_MODEL_SLOW' | 'CND_RESAMPLES' | 'CND_SEPARATION'
  >;
}

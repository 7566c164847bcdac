import type { DoubtWords } from './doubt-words.ts';

/** The doubts and refusals of drivers, in a file of their own for each language. */
export interface DriverDoubts {
  readonly error: Pick<DoubtWords['error'], 'CND_COLLINEAR'>;
}

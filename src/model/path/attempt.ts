import { isCandorError } from '../../errors/index.ts';

/** A resample may be one that the model does not fit: undefined. Any other fault is ours and goes on. */
export function attempt<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch (error) {
    if (isCandorError(error)) return undefined;
    throw error;
  }
}

import type { DriverDoubts } from './driver-doubts.ts';

/** Doubts and refusals of drivers and models. */
export const enDrivers: DriverDoubts = {
  error: {
    CND_COLLINEAR: {
      happened: 'Some columns follow from each other, so what goes with each of them cannot be told apart.',
      remedy: 'Leave one of the columns named below out, or put their mean in their place.',
    },
  },
};

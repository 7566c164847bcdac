import type { DriverDoubts } from './driver-doubts.ts';

/** Doubts and refusals of drivers and models. */
export const enDrivers: DriverDoubts = {
  caveat: {
    'pairwise-missing': ({ count }) =>
      `${count || 'Some'} answers are missing: each pair of questions uses the respondents who answered both.`,
    'mean-replaced': ({ count }) =>
      `${count || 'Some'} missing answers were replaced by the mean of their question, as was asked or because correlations by pairs contradict each other; effects are drawn towards zero.`,
    suppressor: ({ value }) =>
      `Suppressor – direction unclear: ${value}. Alone and beside the others the sign differs.`,
    'no-top-driver': () => 'No driver comes first in 80\u00a0% of the resamples, so which one is first is not known.',
    'resamples-dropped': ({ count }) =>
      `${count || 'Some'} resamples could not be used because a question did not vary in them; the intervals rest on the others.`,
    'relative-weights': () =>
      'There are too many drivers for all orders: relative weights stand in for the average over them.',
    'few-events': ({ count }) =>
      `Only ${count || 'few'} answers are on the smaller side of the border, so coefficients of a logit are too large.`,
    'contrast-left-out': ({ count }) =>
      `${count || 'Some'} contrasts of low or high ratings rest on too few answers and are left out.`,
  },
  error: {
    CND_MISSING_CODE: {
      happened: 'A column holds a code for “no answer” among the answers, and it would count as an answer.',
      remedy: 'Empty the cells that hold the code.',
    },
    CND_MODEL_SIZE: {
      happened: 'More questions were chosen than the method takes, or none.',
      remedy: 'Choose fewer: those that can be acted on.',
    },
    CND_MODEL_SLOW: {
      happened: 'The computation took too long and was stopped.',
      remedy: 'Choose a shorter window or fewer questions, and try again.',
    },
    CND_RESAMPLES: {
      happened: 'Too many resamples could not be used, so an interval from the others would be too short.',
      remedy: 'Collect more answers, or leave out the question that hardly varies.',
    },
    CND_SEPARATION: {
      happened: 'One driver tells the two groups apart without any exception, so its coefficient has no bound.',
      remedy: 'Leave the driver that is named out, or move the border of the top box.',
    },
    CND_COLLINEAR: {
      happened: 'Some columns follow from each other, so what goes with each of them cannot be told apart.',
      remedy: 'Leave one of the columns named below out, or put their mean in their place.',
    },
  },
};

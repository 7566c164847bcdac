import type { ErrorCode } from '../../errors/index.ts';
import type { ErrorWords } from './doubt-words.ts';

/** Refusals of a statistical method, of a metric or of a view. */
export const enScoreErrors = {
  CND_ARGUMENT: { happened: 'A value was given that the computation cannot use.', remedy: 'Correct the value.' },
  CND_SAMPLE_TOO_SMALL: {
    happened: 'There are too few answers for this question.',
    remedy: 'Collect more answers, or choose a longer period.',
  },
  CND_NO_VARIANCE: {
    happened: 'All answers are equal, so this question has no answer from them.',
    remedy: 'Collect more answers, or check that the right column was read.',
  },
  CND_NOT_CONVERGED: {
    happened: 'The computation found no stable answer.',
    remedy: 'Check the margins or the starting values; they may contradict each other.',
  },
  CND_WEIGHTS: {
    happened: 'The weights cannot be used.',
    remedy: 'Use weights that are finite, not negative and not all zero.',
  },
  CND_MARGINS: {
    happened: 'The totals do not fit the columns.',
    remedy: 'Give a total for every value, and totals that agree between columns.',
  },
  CND_METRIC_UNKNOWN: { happened: 'There is no such metric.', remedy: 'Choose one of the metrics listed.' },
  CND_METRIC_SCALE: {
    happened: 'The metric and the scale do not belong together.',
    remedy: 'Choose “Mean satisfaction” or “Mean score”, or correct the scale.',
    terminal: 'Choose csat-mean or mean with --metric, or correct --scale.',
  },
  CND_SPEC: { happened: 'The specification cannot be used.', remedy: 'Correct it as the message says.' },
  CND_GROUP_UNKNOWN: { happened: 'There is no such group.', remedy: 'Name two of the groups listed.' },
  CND_TIME_ZONE: {
    happened: 'There is no such time zone.',
    remedy: 'Use a name of the IANA time zone database, for example Europe/Helsinki.',
  },
  CND_TOO_MANY_PERIODS: {
    happened: 'The dates span far more periods than a programme can have.',
    remedy: 'Check the dates for a wrong year, or choose a longer period.',
    terminal: 'Check the dates for a wrong year, or choose a longer period with --period quarter.',
  },
  CND_AUDIT_SLOW: {
    happened: 'The programme audit took too long.',
    remedy: 'Choose a shorter time or a longer period, or try again in a while.',
  },
  CND_NO_ANSWERS: {
    happened: 'No answers stand behind this view, or too few to be shown.',
    remedy: 'Take another level, metric or a longer time, or import answers first.',
  },
  CND_METRIC_DEFINITION: {
    happened: 'The definition of the metric holds a part that could not be computed.',
    remedy: 'Correct the part that is named: scale, boxes, direction, questions or the first day.',
  },
  CND_VIEW: {
    happened: 'An address or filter of this page holds a part that cannot be.',
    remedy: 'Correct the part that is named, or leave it out.',
  },
  CND_POPULATION: {
    happened: 'The population is smaller than the number of answers seen.',
    remedy: 'Give a population at least as large as the number of answers or accounts.',
  },
} as const satisfies Partial<Record<ErrorCode, ErrorWords>>;

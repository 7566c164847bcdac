import type { DriverWords } from './driver-words-shape.ts';

export const enDriverWords: DriverWords = {
  short: { nps: 'recommendation', csat: 'satisfaction', ces: 'ease' },
  quoted: (text) => `“${text}”`,
  question: (outcome) => `What goes with ${outcome}?`,
  first: ({ driver, outcome, share, range, often }) =>
    `${driver} goes with ${outcome} the most: ${share} (${range}) of what these questions explain; first in ${often} of resamples.`,
  firstUnknown: ({ driver, outcome, share, range, often }) =>
    `Which question goes with ${outcome} the most is not known: the largest share, ${share} (${range}) of what these questions explain, is that of ${driver}, first in ${often} of resamples only.`,
  only: ({ driver, outcome, share, range }) =>
    `${driver} is the only question looked at: it explains ${share} (${range}) of how answers on ${outcome} differ.`,
  together: ({ count, share, outcome, n }) =>
    `Together the ${count} questions explain ${share} of how answers on ${outcome} differ, of ${n} respondents.`,
  tooFew: ({ needed, answers, questions }) =>
    `${needed} answers are needed for ${questions} ${questions === 1 ? 'question' : 'questions'}${answers ? `; here are ${answers}` : ''}. Take a longer window, fewer filters or fewer questions.`,
  notCause: 'What goes with the outcome need not cause it.',
  sharesTitle: 'Share of what is explained',
  sharesSubtitle: (survey, window) => `${survey}, ${window}; bars with 95\u00a0% intervals`,
  sharesAlternative: (lines) => `Share of what is explained, by question: ${lines}.`,
  mapTitle: 'What matters, and how well it is rated',
  mapSubtitle:
    'Importance: share of what is explained. Performance: mean rating on 0 to 100. Lines at the means; where an interval crosses a line, the field is not certain.',
  mapAlternative: (lines) => `Importance and performance by question: ${lines}.`,
  mapLine: ({ rank, driver, share, index }) => `${rank} ${driver}, importance ${share}, performance ${index}`,
  importance: 'importance',
  performance: 'performance',
  quadrants: { improve: 'improve first', keep: 'keep up', watch: 'less urgent', enough: 'good enough' },
  contrastTitle: 'Low and high ratings',
  contrastLead: (n) =>
    `How the outcome of low and of high ratings differs from that of ratings in the middle, all other questions held fixed. ${n} respondents answered everything.`,
  contrastNone: 'Too few respondents answered every question to compare low and high ratings.',
  penalty: 'low rating',
  reward: 'high rating',
  kind: {
    basic: 'only a low rating shows',
    delight: 'only a high rating shows',
    linear: 'both show',
    none: 'not shown',
  },
  rank: 'No.',
  driver: 'question',
  share: 'share of what is explained',
  firstIn: 'first in',
  direction: 'direction',
  directions: { with: 'goes with', against: 'goes against', unclear: 'unclear' },
  unclearMark: 'Suppressor – direction unclear',
  answers: 'answers',
  caption: ({ n, method, resamples, run }) => `n ${n}. ${method}, ${resamples} resamples. Run ${run}.`,
  methods: { lmg: 'LMG: average over all orders (Shapley)', johnson: 'Relative weights (Johnson)' },
  units: { row: 'respondents', account: 'accounts', group: 'groups of respondents' },
  how: { title: 'How was this computed?', link: 'The method' },
  howRows: {
    formula: 'Method',
    answers: 'Answers',
    answersValue: ({ n, complete, fewest }) =>
      `${n} respondents, ${complete} of them with every answer; every pair of questions rests on ${fewest} or more`,
    explained: 'Explained',
    explainedValue: ({ share, adjusted }) => `R² ${share}, adjusted ${adjusted}`,
    interval: 'Intervals',
    intervalValue: ({ confidence, resamples, unit, seed }) =>
      `${confidence} percentile intervals of ${resamples} resamples of ${unit}, seed ${seed}`,
    missing: 'Missing answers',
    missingNone: 'none',
    window: 'Window',
    run: 'Run',
    data: 'Data hash (SHA-256)',
  },
  hidden: (count) =>
    `${count} ${count === 1 ? 'period is' : 'periods are'} left out because too few respondents stand behind ${count === 1 ? 'it' : 'them'}.`,
  cut: 'There are more answers; the latest 200,000 are looked at.',
  file: 'drivers',
  appendix: {
    title: (outcome) => `Method appendix: what goes with ${outcome}`,
    formulas: [
      'Let R be the matrix of correlations of the p drivers and the outcome. R²(S) is the share of variance explained by the drivers in S.',
      'LMG: share(j) = Σ over S without j of |S|! (p − |S| − 1)! / p! · (R²(S ∪ j) − R²(S)). The shares sum to R².',
      'Johnson: with Λ = R(xx)^(1/2) and b = R(xx)^(−1/2) r, share(j) = Σ over k of Λ(j,k)² b(k)². The shares sum to R².',
      'Intervals: quantiles (type 7) of the resamples, drawn with replacement. First rank: share of resamples in which a driver has the largest share.',
      'Missing answers: every correlation uses the respondents who answered both questions; means stand in where the matrix is not positive definite.',
      'Low and high ratings: ordinary least squares on two indicators of each driver (up to 45 % and from 82 % of the width of the scale), HC3 standard errors, or CR1 by account.',
    ],
    references: 'References',
    limits: 'What this does not say',
    limitLines: [
      'It does not say what causes the outcome.',
      'A share is never zero; its interval is no test.',
      'Of two exactly equal drivers one comes first in 80 % of the resamples in 41 % of samples.',
      'A question that was not asked leaves its share to those it goes with.',
    ],
  },
};

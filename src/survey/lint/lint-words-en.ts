import type { ChangedAspect, LintWords } from './finding.ts';

const aspect: Readonly<Record<ChangedAspect, string>> = {
  scale: 'scale',
  anchors: 'anchors',
  text: 'wording',
  options: 'options',
  place: 'place in the order',
};

export const en: LintWords = {
  'details-first': () => [
    'Details asked before the score lose people before the one answer that counts.',
    'Ask the score first, then the reasons, and background last.',
  ],
  'recommendation-late': () => [
    'What is rated before colours the recommendation, so it cannot be compared with other surveys.',
    'At the relationship level, ask the recommendation first.',
  ],
  long: ({ count }) => [
    `${count} questions on the longest path: every further one costs answers.`,
    'Keep at most 7; leave out what nobody will act on, or ask a part of it of a part of the people.',
  ],
  'too-long': ({ count }) => [
    `${count} questions on the longest path: more than 12 are broken off or clicked through.`,
    'Split it: a few questions to everybody, the rest to a sample.',
  ],
  'many-options': ({ count }) => [
    `${count} options: with 24 jams 60 % stopped and 3 % of them bought, with 6 jams 40 % stopped and 30 % bought.`,
    'Keep the 6 that are chosen most and add "something else".',
  ],
  descending: () => [
    'A scale from high to low lowers NPS: 11 preregistered experiments, 11,676 people.',
    'Let the scale run from low to high, in every survey.',
  ],
  coloured: () => [
    'Colours on the points tell people which answer is good and move the score by 1–3 %.',
    'Draw all points alike.',
  ],
  preselected: () => [
    'A point that is chosen beforehand is stored for those who never chose.',
    'Start with no point chosen. A click in a message is shown, and counts only when it is sent.',
  ],
  'process-words': ({ met }) => [
    `Customers do not use these words: ${met}.`,
    'Say what the customer did or met, in the words he would use.',
  ],
  'double-barrelled': ({ met }) => [
    `"${met}" is two questions: an answer tells nothing of either.`,
    'Ask one of them, or each by itself.',
  ],
  'no-open-question': () => [
    'A score without its reason cannot be acted on.',
    'Add one open question after the score: "Why did you give this score?"',
  ],
  changed: ({ aspects = [] }) => [
    `Answers are coming in and this question would change (${aspects.map((one) => aspect[one]).join(', ')}): before and after could not be compared.`,
    'Wait for the next wave, or mark a break in the trend.',
  ],
  'no-anchors': () => [
    'Without words at its ends, nobody knows which end of the scale is the good one.',
    'Say what the lowest and the highest point mean.',
  ],
  'same-anchors': () => [
    'The ends of the scale say the same, or only figures.',
    'Say in words what the lowest and the highest point mean.',
  ],
  leading: ({ met }) => [`The question suggests its answer: ${met}.`, 'Ask neutrally: "How satisfied are you with …?"'],
  negation: ({ met }) => [
    `With a negation (${met}) people agree when they mean the opposite.`,
    'Turn the question so that a high point means good.',
  ],
  'double-negation': ({ met }) => [`Two negations in one sentence (${met}) are misread.`, 'Say it without either.'],
};

import type { SurveyLevel } from '../../view/index.ts';
import { numberText } from '../numbers.ts';
import type { MissingFacts, MovedGroup, OverviewWords } from './overview-words.ts';

const whole = (count: number) => numberText(count, 0, 'en');
const many = (count: number, one: string, more = `${one}s`) => `${whole(count)} ${count === 1 ? one : more}`;
const list = (items: readonly string[]) =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
const moved = { rose: '[r:rose]', fell: '[f:fell]' };
const plainMoved = { rose: 'rose', fell: 'fell' };
const Subject: Record<SurveyLevel, string> = { relationship: 'The relationship', encounter: 'Encounters' };
const For: Record<SurveyLevel, string> = { relationship: 'For the relationship', encounter: 'For encounters' };
const groups = {
  touchpoint: ['touchpoint', 'touchpoints'],
  segment: ['segment', 'segments'],
  unit: ['unit', 'units'],
  role: ['role', 'roles'],
  channel: ['channel', 'channels'],
} as const;
const pace = ({ on, over }: MissingFacts) =>
  over ? '' : on ? ` At today’s pace they are here about ${on}.` : ' Nobody answers just now.';
const told = (moves: readonly MovedGroup[]) =>
  list(moves.map(({ name, direction, size }) => `${name} ${moved[direction]} by ${size}`));

export const enOverview: OverviewWords = {
  question: 'What moved, really?',
  documentTitle: 'Overview',
  levelName: { relationship: 'Relationship', encounter: 'Encounters' },
  levelIs: {
    relationship: (label) => `strategic level, ${label}`,
    encounter: (label) => `operative level, ${label}`,
  },
  answer: {
    moved: ({ level, direction, size, inside, range, running }) =>
      `${Subject[level]} ${moved[direction]} by ${size} ${inside}${running ? ' so far' : ''} (${range}).`,
    unmoved: ({ level, since, difference, range }) =>
      `${For[level]} there is [n:no evidence of change] ${since}: ${difference} lies within the noise (${range}).`,
    few: ({ level, inside, missing }) =>
      `${For[level]} there is [d:not enough data] ${inside}${missing ? `: ${many(missing.answers, 'more answer')} ${missing.answers === 1 ? 'is' : 'are'} needed.${pace(missing)}` : '.'}`,
    withheld: ({ level, from, to }) =>
      `${For[level]} no verdict is given: between ${from} and ${to} the definition of the metric changed.`,
    first: ({ level, inside, value, range, n }) =>
      `${For[level]} the figure was ${value} ${inside} (${range}, ${many(n, 'answer')}); nothing before it can be compared.`,
    nobody: ({ level, inside }) => `${For[level]} nobody answered ${inside}.`,
    groups: ({ by, moves, others }) =>
      `Among ${groups[by][1]} ${told(moves)}${others > 0 ? `; at no other ${groups[by][0]} is a change proven` : ''}.`,
    nothing: 'Nobody has answered yet.',
  },
  card: {
    since: (since, difference, range) => `${since} (${difference}, ${range})`,
    running: (full) => `${full}, so far`,
    missing: ({ answers, on }) => `${many(answers, 'more answer')}${on ? `, about ${on}` : ''}`,
    withheld: 'No verdict: the definition changed',
    first: 'Nothing before it to compare with',
    nobody: 'no answers',
    nobodyText: (inside) => `Nobody answered ${inside}.`,
    n: (n) => `n\u00a0${n}`,
  },
  neverAdded: 'The two levels ask different people at different moments and are never added together.',
  noiseKey: 'noise if nothing changes',
  breakKind: { version: 'new wording', scale: 'new scale', definition: 'new definition' },
  breakSign: (kinds) => `Dashed: ${list(kinds)}.`,
  hollowSign: 'Hollow: few answers, or still running.',
  tables: {
    title: ({ moves, gap }) => {
      const parts = moves.map(({ name, direction, size }) => `${name} ${plainMoved[direction]} by ${size}`);
      if (gap) parts.push(`${gap.lower} ${gap.size} below ${gap.higher}`);
      return parts.length ? parts.join('; ') : 'No group stands out from the noise';
    },
    subtitle: ({ period, since, moves, gap }) =>
      [
        `${period}.`,
        ...moves.map(({ name, difference, range }) => `${name} ${since}: ${difference} (${range}).`),
        ...(gap ? [`${gap.lower} against ${gap.higher}: ${gap.difference} (${gap.range}).`] : []),
      ].join(' '),
    head: (level, by) => `${{ relationship: 'Relationship', encounter: 'Encounters' }[level]}, by ${groups[by][0]}`,
    sinceHead: (since) => since.replace(/^./, (letter) => letter.toUpperCase()),
    noneBefore: 'nothing before',
    hidden: (count, floor) =>
      `${many(count, 'group')} ${count === 1 ? 'is' : 'are'} not shown: fewer than ${whole(floor)} respondents, or a group that could be inferred.`,
    rest: (count) => `Show ${many(count, 'more group')} between`,
    more: ({ answers, on }) => `${whole(answers)} more${on ? `, about ${on}` : ''}`,
    noGroups: 'No group has answers in this period.',
    barAlternative: ({ name, value, range }) => `${name}: ${value}, ${range}`,
  },
  role: {
    'contact-person': 'Contact persons',
    payer: 'Payers',
    'end-user': 'End users',
    'decision-maker': 'Decision makers',
    'decision-maker-and-contact-person': 'Both in one person',
    '': 'Role not known',
  },
  person: {
    'contact-person': 'contact person',
    payer: 'payer',
    'end-user': 'end user',
    'decision-maker': 'decision maker',
    'decision-maker-and-contact-person': 'decision maker and contact person',
  },
  channel: {
    email: 'E-mail',
    sms: 'Text message',
    'text message': 'Text message',
    web: 'Web',
    phone: 'Telephone',
    api: 'API',
    file: 'File',
    '': 'Channel not known',
  },
  notKnown: 'not known',
  comments: {
    title: (name) => `${name}, in their words`,
    counts: ({ withComment, responses, inside }) =>
      `${whole(withComment)} of ${many(responses, 'answer')} ${inside} came with a comment.`,
    quote: ({ score, role, day }) => [score && `Scored ${score}`, role, day].filter(Boolean).join(', '),
    readAll: (count) => `Show all ${many(count, 'answer')}`,
    mark: ['“', '”'],
  },
  coverage: {
    title: (share) => `${share} of revenue has a fresh decision-maker voice`,
    subtitle: (revenue, accounts) =>
      `Share of yearly revenue (${revenue}, ${many(accounts, 'account')}) by when a decision maker or payer last answered. Unknown is never counted as safe.`,
    fresh: (since, share, revenue) => `Heard since ${since} ${share}, ${revenue}`,
    older: (share, revenue) => `Older ${share}, ${revenue}`,
    never: (share, revenue, accounts) => `Never heard ${share}, ${revenue}, ${many(accounts, 'account')}`,
    without: (accounts) =>
      `${many(accounts, 'account')} without known revenue ${accounts === 1 ? 'is' : 'are'} in no share.`,
    goal: (share) => `Goal ${share}`,
    alternative: ({ fresh, older, never, goal }) =>
      `Fresh ${fresh}, older ${older}, never heard ${never}; goal ${goal}`,
  },
  how: {
    title: 'How was this computed?',
    rows: 'Show the rows',
    definition: 'Definition',
    answers: 'Counted',
    answersValue: ({ n, respondents, accounts }) =>
      `${many(n, 'answer')} by ${many(respondents, 'respondent')} of ${many(accounts, 'account')}`,
    design: 'Answers of one account',
    designValue: ({ effect, effective }) =>
      `are alike: design effect ${effect}, so they weigh as much as ${effective} independent ones`,
    noDesign: 'taken as independent',
    interval: 'Interval',
    comparison: 'Change',
    comparisonValue: ({ method, p, adjusted, tested }) =>
      `${method}; p ${p} alone${tested > 1 ? `, ${adjusted} together with the ${whole(tested)} changes tested (Holm)` : ''}`,
    detectable: 'Smallest change seen',
    detectableValue: (size) => `${size}, in four cases of five`,
    detectableNone: 'any change the scale allows would be too small',
    tested: (tested) => `${many(tested, 'comparison')} in this table, tested together (Holm).`,
    window: 'Window',
    windowValue: ({ from, to, zone }) => `${from} to ${to}, days in ${zone}`,
    methods: 'Formulas and references',
  },
};

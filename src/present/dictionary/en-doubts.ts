import type { DoubtWords } from './doubt-words.ts';
import { enDrivers } from './en-drivers.ts';
import { enFileErrors } from './en-file-errors.ts';
import { enScoreErrors } from './en-score-errors.ts';
import { enStoreErrors } from './en-store-errors.ts';
import { enWorkErrors } from './en-work-errors.ts';
import { monitorDoubts } from './monitor-doubts.ts';
import { pathModelDoubts } from './path-model-doubts.ts';
import { planDoubts } from './plan-doubts.ts';

/** "One answer has", "12 answers have", "Some answers have". */
const counted = (count: string, one: string, many: string) =>
  count === '1' ? `One ${one}` : `${count || 'Some'} ${many}`;
const of = (periods: string) => (periods ? ` (${periods})` : '');

export const enDoubts: DoubtWords = {
  caveat: {
    ...enDrivers.caveat,
    ...monitorDoubts.en,
    ...pathModelDoubts.en.caveat,
    ...planDoubts.en,
    'single-answer': ({ periods }) => `A single answer says nothing about the others${of(periods)}.`,
    'small-sample': ({ periods }) =>
      `Fewer than 10 answers count here: the interval is wide and is the message${of(periods)}.`,
    'no-variance': ({ periods }) =>
      `All answers agree, so they do not show how far answers spread; no margin of error is given${of(periods)}.`,
    'few-accounts': () => 'There are fewer than 10 accounts: intervals that keep accounts together are rough.',
    'single-unit-stratum': () => 'A stratum holds one account only; it is centred on the mean of all.',
    'weights-unequal': () => 'The weights differ so much that far fewer answers count than were given.',
    'population-below-sample': () => 'A stratum holds more accounts than its population was said to have.',
    'rows-dropped': ({ count }) =>
      `${counted(count, 'row could not enter the computation and was', 'rows could not enter the computation and were')} left out.`,
    'unpaired-dropped': ({ count }) =>
      `${counted(count, 'answer has no partner and was', 'answers have no partner and were')} left out.`,
    'normal-approximation': () => 'A large-sample law was used where the exact one would take too long.',
    'metric-assumed': ({ value }) =>
      `The metric was inferred from the answers${value ? ` (${value})` : ''}, not given. Correct it if it is another.`,
    'scale-assumed': ({ value }) =>
      `The ends of the scale were inferred from the answers${value ? ` (${value})` : ''}, not given.`,
    'scale-doubtful': ({ value }) =>
      `No answer is above 5: the question may have been asked on a scale of ${value}. If so, choose “Mean score” and that scale (--metric mean --scale ${value}).`,
    'date-column-start-time': ({ value }) =>
      `Only the time of starting or sending was found${value ? ` (${value})` : ''}, not of answering.`,
    'partials-used': ({ count }) =>
      `${counted(count, 'unfinished answer has a score and was', 'unfinished answers have a score and were')} used.`,
    'partial-period': ({ periods }) => `The first or last period is not whole${of(periods)}.`,
    gap: ({ periods }) =>
      `Periods without answers lie between others${of(periods)}; the next filled one is compared with the last filled one.`,
    'definition-change': ({ periods }) =>
      `The wording or the scale changed${of(periods)}, so the periods before and after are not strictly the same question.`,
    'clusters-unknown': () => 'Answers of one account were taken as independent: no account column was found.',
    'levels-mixed': () => 'Encounter and relationship answers stand in one series; they measure different things.',
    'few-periods': () => 'With fewer than 3 filled periods no change of level can be located.',
    'anonymised-dates': ({ count }) =>
      `${counted(count, 'answer carries', 'answers carry')} the date 1 January 1980, which marks anonymised dates, and ${count === '1' ? 'was' : 'were'} left out.`,
    'design-effect': ({ value }) =>
      `Answers of one account are alike: n is divided by the design effect, ${value}, wherever an interval or a test is computed.`,
    'running-period': ({ periods }) =>
      `${periods} still runs. Its verdict holds for one look; whoever looks every day will see changes that are none.`,
    'scales-differ': ({ count, value }) =>
      `Questions of this metric are asked on several scales. Only answers on ${value} count here; ${count} are left out.`,
    'ranking-not-supported': () =>
      'These segments cannot be ranked: any two of them could truly stand the other way round.',
    'excel-damage': ({ count }) =>
      `${counted(count, 'value looks', 'values look')} damaged by a spreadsheet (such as 1.2E+11). Export again without opening the file.`,
  },
  oneAccount: (periods) =>
    `All answers come from one account${of(periods)}, so nothing shows how far accounts differ; no margin of error is given.`,
  rejected: {
    'empty-score': () => 'No score',
    'outside-scale': (min, max) => `Score outside ${min} to ${max}`,
    'unreadable-score': () => 'Score cannot be read',
    'unreadable-date': () => 'Date cannot be read',
    'missing-code': () => 'Code for a missing answer',
    preview: () => 'Preview answer',
    duplicate: () => 'Same response id twice',
  },
  error: {
    ...enDrivers.error,
    ...pathModelDoubts.en.error,
    ...enScoreErrors,
    ...enFileErrors,
    ...enWorkErrors,
    ...enStoreErrors,
  },
  detail: { columns: 'Columns', choices: 'To choose from', line: 'Line', column: 'Column', value: 'Value' },
  errorTitle: 'This file could not be audited',
  errorKept: 'Nothing was lost: your file is unchanged and stays chosen here, and nothing of it was stored.',
  errorCode: (code) => `Code ${code}`,
  unknownError: {
    happened: 'The server answered in a way that was not understood.',
    remedy: 'Try again. If it happens again, look at the log of the server.',
  },
  networkError: {
    happened: 'The server could not be reached.',
    remedy: 'Check that Candor is still running on this address, and try again.',
  },
  because: {
    flag: 'you said so',
    'column-name': 'its name or question says so',
    'survey-type': 'the column of survey types says so',
    'nps-group-column': 'a column of promoters, passives and detractors stands beside it',
    'generic-name': 'it is called a score',
    'value-shape': 'its values look like it',
    'only-candidate': 'no other column could be it',
    'equal-columns': 'the columns of this name hold the same answers; the first is read',
    'scale-0-10': 'the answers lie from 0 to 10, and nothing else tells',
    'scale-1-5': 'the answers lie from 1 to 5, and nothing else tells',
    'scale-1-7': 'the answers lie from 1 to 7, and nothing else tells',
    'scale-other': 'the answers lie on no usual scale, and nothing else tells',
    'metric-definition': 'the metric has this scale by definition',
    'values-seen': 'the smallest usual scale that holds the answers',
    'preferred-name': 'its name is the nearest to “answered”',
    'start-time-only': 'only a time of starting or sending was found',
    'unambiguous-day': 'a day above 12 settles the order',
    'utc-in-header': 'the header says UTC',
    default: 'none was given',
    'known-columns': 'the columns are those of its export',
    'header-rows': 'there is more than one header row',
    'title-rows': 'the lines above the header are a title',
    'byte-order': 'so the bytes are written',
    'column-count': 'it cuts the rows most evenly',
    'sep-line': 'the file says so in its first line',
    'single-column': 'there is one column only',
    'first-sheet': 'the first visible sheet with rows',
    'comma-numbers': 'the scores have a decimal comma',
    filtered: 'the other rows were left out',
  },
};

import { wordsOf } from './column-names.ts';
import type { Header } from './header.ts';

export type SurveyPlatform = 'delighted' | 'qualtrics' | 'surveymonkey' | 'typeform' | 'formbricks' | 'limesurvey';

export const platformNames: Readonly<Record<SurveyPlatform, string>> = {
  delighted: 'Delighted',
  qualtrics: 'Qualtrics',
  surveymonkey: 'SurveyMonkey',
  typeform: 'Typeform',
  formbricks: 'Formbricks',
  limesurvey: 'LimeSurvey',
};

/** Columns that together only one tool writes; any one list is enough. */
const signs: readonly (readonly [SurveyPlatform, readonly string[]])[] = [
  ['qualtrics', ['recorded date', 'response id', 'distribution channel']],
  ['surveymonkey', ['respondent id', 'collector id']],
  ['typeform', ['#', 'network id']],
  ['typeform', ['#', 'submit date utc']],
  ['formbricks', ['formbricks id internal']],
  ['formbricks', ['no', 'response id', 'timestamp', 'survey id']],
  ['limesurvey', ['submitdate', 'lastpage']],
  ['limesurvey', ['date submitted', 'last page']],
  ['delighted', ['survey type', 'score', 'comment', 'permalink']],
  ['delighted', ['survey type', 'score', 'comment', 'person id']],
];

/** Which survey tool wrote the file, as far as its columns tell. */
export function platformOf(header: Header): SurveyPlatform | undefined {
  if (header.shape !== 'plain') return header.shape;
  const names = new Set(header.columns.map(({ name }) => wordsOf(name)));
  return signs.find(([, wanted]) => wanted.every((name) => names.has(name)))?.[0];
}

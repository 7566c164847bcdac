import type { AnswerSeries, CodedColumn, MetricFamily, RespondentRole } from '../metrics/index.ts';
import { familyOf, isCommentName, isOtherNumber } from './column-names.ts';
import { type ColumnProfile, isFamilyScore, isRatingShape } from './column-profile.ts';
import type { TextColumn } from './kept-columns.ts';
import { amountOf, decimalMarkOf } from './number-text.ts';
import type { SurveyPlatform } from './survey-platform.ts';

/** The cells of the rows that count, with the names that occur among them only, in order of first appearance. */
export function codedColumn(column: TextColumn, rows: Int32Array): CodedColumn {
  const next = new Int32Array(column.names.length).fill(-1);
  const names: string[] = [];
  const source = column.codes;
  const codes = new Int32Array(rows.length);
  for (let index = 0; index < rows.length; index += 1) {
    const code = source[rows[index] as number] as number;
    if (code >= 0 && next[code] === -1) {
      next[code] = names.length;
      names.push(column.names[code] as string);
    }
    codes[index] = code < 0 ? -1 : (next[code] as number);
  }
  return { codes, names };
}

/** Amounts of the rows that count; NaN where the cell is empty or no amount. */
export function amountColumn(column: TextColumn, rows: Int32Array, delimiter: string): Float64Array {
  const mark = decimalMarkOf(column.names, delimiter);
  const amounts = column.names.map((name) => amountOf(name, mark) ?? Number.NaN);
  const source = column.codes;
  return Float64Array.from(rows, (row) => amounts[source[row] ?? -1] ?? Number.NaN);
}

const roles: readonly (readonly [RespondentRole, RegExp])[] = [
  [
    'decision maker',
    /decision|decid|päättäj|päätöksente|beslut|entscheid|director|executive|johtaja|\b(ceo|cfo|coo|cto|vp)\b|chef$/i,
  ],
  [
    'payer',
    /pay(er|s|ing)?\b|budget|financ|maksaja|talous|betal|ekonomi|zahl|purchas|procure|buyer|osta|inköp|einkauf/i,
  ],
  ['contact person', /contact|yhteyshenk|kontakt|ansprech/i],
  ['user', /\b(end )?user|käyttäj|användare|nutzer|anwender/i],
];

export function roleMeaning(name: string): RespondentRole {
  return roles.find(([, pattern]) => pattern.test(name))?.[0] ?? 'other';
}

export function levelMeaning(name: string): 'encounter' | 'relationship' | 'other' {
  if (/relation|strateg|suhde|\b[sr]-?nps\b|asiakkuus|beziehung/i.test(name)) return 'relationship';
  if (
    /encounter|operati|transaction|touch|event|kohtaam|tapahtum|transaktion|möte|händelse|\b[ot]-?nps\b/i.test(name)
  ) {
    return 'encounter';
  }
  return 'other';
}

/** The metric families for which the file has a column. The score at hand is of the family it is measured as. */
export function familiesOf(
  profiles: readonly ColumnProfile[],
  score: ColumnProfile,
  own: MetricFamily,
): AnswerSeries['families'] {
  const met = new Set<MetricFamily>([own]);
  for (const profile of profiles) {
    if (profile === score) continue;
    const family = familyOf(profile.allWords);
    if (family && profile.filled > 0 && isFamilyScore(profile)) met.add(family);
  }
  return [...met];
}

/**
 * How many questions the respondent was put. A question is a column asked in words ("?"), a rating or a comment; the
 * options of one question ("Q4_1", "Q4_2", "Which did you use? - Phone") are one.
 */
export function questionsOf(
  profiles: readonly ColumnProfile[],
  score: ColumnProfile,
  platform: SurveyPlatform | undefined,
): number {
  const questions = new Set<string>();
  for (const profile of profiles) {
    if (profile.filled === 0 && profile !== score) continue;
    if (profile === score || isQuestion(profile, platform)) questions.add(questionKey(profile.name));
  }
  return questions.size;
}

function isQuestion(profile: ColumnProfile, platform: SurveyPlatform | undefined): boolean {
  if (platform === 'qualtrics') return /^QI?D?\d+/i.test(profile.name);
  if (profile.allWords.endsWith('option id')) return false;
  if (/\?/.test(profile.name) || isFamilyScore(profile)) return true;
  if (isOtherNumber(profile.words)) return false;
  return isRatingShape(profile) || (isCommentName(profile.words) && profile.numeric < 0.5);
}

function questionKey(name: string): string {
  return name
    .replace(/^(Q(?:ID)?\d+)(?:_.*|\..*)$/i, '$1')
    .replace(/ - .*$| \[.*\]$|#\d+$/, '')
    .toLowerCase();
}

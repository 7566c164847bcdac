import * as names from './column-names.ts';
import { type ColumnProfile, isFamilyName, isFamilyScore, isPlainNumber, isRatingShape } from './column-profile.ts';
import { findColumn } from './find-column.ts';
import { FingerprintColumn } from './fingerprint-column.ts';
import type { TableColumn } from './header.ts';
import { DateColumn, type KeptColumn, TextColumn } from './kept-columns.ts';
import { amountOf } from './number-text.ts';
import type { SurveyOptions } from './survey-file.ts';

/** A column that is kept while the file passes. */
export interface Kept<T extends KeptColumn> {
  readonly profile: ColumnProfile;
  readonly column: T;
}

/** Which columns of a file may matter, decided from the header and the first rows; what they are is decided at the end. */
export interface SurveyLayout {
  readonly scores: readonly Kept<TextColumn>[];
  readonly dates: readonly Kept<DateColumn>[];
  readonly accounts: readonly Kept<TextColumn>[];
  readonly role?: Kept<TextColumn>;
  readonly revenue?: Kept<TextColumn>;
  readonly touchpoint?: Kept<TextColumn>;
  readonly level?: Kept<TextColumn>;
  readonly version?: Kept<TextColumn>;
  readonly surveyType?: Kept<TextColumn>;
  readonly surveyId?: Kept<TextColumn>;
  readonly statuses: readonly Kept<TextColumn>[];
  readonly finished: readonly Kept<TextColumn>[];
  readonly responseId?: Kept<FingerprintColumn>;
}

/** Distinct values beyond which a column names no groups; accounts may have many. */
const groupLimit = 2_000;
const scoreLimit = 20_000;
/** 420,000 accounts take about 100 MB. */
const accountLimit = 500_000;
const revenueLimit = 200_000;

export function layOut(
  profiles: readonly ColumnProfile[],
  columns: readonly TableColumn[],
  file: string,
  options: SurveyOptions,
): SurveyLayout {
  const named = (wanted: string | undefined): ColumnProfile | undefined =>
    wanted === undefined ? undefined : (profiles[findColumn(columns, wanted, file)] as ColumnProfile);
  // "none" overrules a detection, unless a column is called so.
  const isOff = (flag: string | undefined): boolean =>
    flag?.toLowerCase() === 'none' && !columns.some(({ name }) => name.toLowerCase() === 'none');
  const one = (is: (words: string) => boolean, flag?: string): Kept<TextColumn> | undefined => {
    if (isOff(flag)) return undefined;
    const profile = named(flag) ?? profiles.find(({ words }) => is(words));
    return profile && { profile, column: new TextColumn(flag === undefined ? groupLimit : undefined) };
  };
  const all = (is: (words: string) => boolean): Kept<TextColumn>[] =>
    profiles.filter(({ words }) => is(words)).map((profile) => ({ profile, column: new TextColumn(groupLimit) }));
  const groups = {
    role: one(names.isRoleName, options.role),
    touchpoint: one(names.isTouchpointName),
    level: one(names.isLevelName),
    version: one(names.isVersionName),
    surveyType: one(names.isSurveyTypeName) ?? surveyTypes(profiles),
    surveyId: one(names.isSurveyIdName),
  };
  const revenue = profiles.find(
    ({ words, filled, example }) => names.isRevenueName(words) && (filled === 0 || isAmount(example)),
  );
  const responseId = responseIdOf(profiles);
  return {
    scores: scoreColumns(profiles, named(options.score), options),
    dates: dateColumns(profiles, named(options.date)),
    accounts: isOff(options.account) ? [] : accountColumns(profiles, named(options.account)),
    ...present(groups),
    ...(revenue ? { revenue: { profile: revenue, column: new TextColumn(revenueLimit) } } : {}),
    statuses: all(names.isStatusName),
    finished: all(names.isFinishedName),
    ...(responseId ? { responseId: { profile: responseId, column: new FingerprintColumn() } } : {}),
  };
}

/** Every kept column with its place in a row, for the loop over the rows. */
export function keptColumns(layout: SurveyLayout): { readonly index: number; readonly column: KeptColumn }[] {
  const { scores, dates, accounts, statuses, finished, ...single } = layout;
  const kept: Kept<KeptColumn>[] = [...scores, ...dates, ...accounts, ...statuses, ...finished];
  for (const one of Object.values(single)) if (one) kept.push(one);
  return kept.map(({ profile, column }) => ({ index: profile.index, column }));
}

function present<T extends object>(groups: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(groups).filter(([, value]) => value !== undefined)) as never;
}

function scoreColumns(
  profiles: readonly ColumnProfile[],
  flag: ColumnProfile | undefined,
  { metric, scale }: SurveyOptions,
): Kept<TextColumn>[] {
  if (flag) return [{ profile: flag, column: new TextColumn() }];
  const ofFamily = profiles.filter(isFamilyScore);
  const ofName = profiles.filter(
    (profile) => names.isGenericScoreName(profile.words) && (profile.filled === 0 || profile.numeric >= 0.5),
  );
  const ofShape = profiles.filter(isRatingShape);
  const ofFamilyName = profiles.filter(isFamilyName);
  const told = new Set([...ofFamily, ...ofName, ...ofShape, ...ofFamilyName]);
  const isToldWhat = metric !== undefined || scale !== undefined;
  const chosen = told.size > 0 ? [...told] : profiles.filter((profile) => isPlainNumber(profile, isToldWhat));
  return chosen.slice(0, 40).map((profile) => ({ profile, column: new TextColumn(scoreLimit) }));
}

function dateColumns(profiles: readonly ColumnProfile[], flag: ColumnProfile | undefined): Kept<DateColumn>[] {
  if (flag) return [{ profile: flag, column: new DateColumn(true) }];
  const rank = (profile: ColumnProfile) => names.dateRankOf(profile.words) ?? 10;
  return profiles
    .filter((profile) => {
      if (names.isOtherDate(profile.words)) return false;
      return rank(profile) < 10 ? profile.filled === 0 || profile.dates >= 0.5 : profile.writtenDates >= 0.9;
    })
    .sort((a, b) => rank(a) - rank(b) || a.index - b.index)
    .slice(0, 8)
    .map((profile) => ({ profile, column: new DateColumn(rank(profile) < 10) }));
}

function accountColumns(profiles: readonly ColumnProfile[], flag: ColumnProfile | undefined): Kept<TextColumn>[] {
  if (flag) return [{ profile: flag, column: new TextColumn() }];
  return profiles
    .filter(({ words, filled, distinct }) => names.isAccountName(words) && (filled < 50 || distinct > 1))
    .slice(0, 3)
    .map((profile) => ({ profile, column: new TextColumn(accountLimit) }));
}

/** A column whose cells are names of metrics tells the type of survey whatever it is called. */
function surveyTypes(profiles: readonly ColumnProfile[]): Kept<TextColumn> | undefined {
  const profile = profiles.find(
    ({ example, distinct }) => distinct <= 6 && /^(e?nps|csat|ces)[- ]?\d?$/i.test(example),
  );
  return profile && { profile, column: new TextColumn(groupLimit) };
}

function isAmount(example: string): boolean {
  return amountOf(example, '.') !== undefined || amountOf(example, ',') !== undefined;
}

/** An id of the response repeats only where an answer stands twice; a column that repeats more holds something else. */
function responseIdOf(profiles: readonly ColumnProfile[]): ColumnProfile | undefined {
  const unique = ({ filled, distinct }: ColumnProfile, share: number) => filled > 0 && distinct >= filled * share;
  return (
    profiles.find((profile) => names.isResponseIdName(profile.words) && unique(profile, 0.8)) ??
    profiles.find((profile) => names.isBareIdName(profile.words) && unique(profile, 0.95))
  );
}

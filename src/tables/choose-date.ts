import { CandorError } from '../errors/index.ts';
import { dateRankOf } from './column-names.ts';
import { ambiguousDates, type SettledDates, settleDates } from './date-order.ts';
import type { DateOrder } from './date-text.ts';
import type { DateColumn } from './kept-columns.ts';
import type { Kept } from './survey-layout.ts';
import type { SurveyPlatform } from './survey-platform.ts';

export interface DateChoice {
  readonly kept: Kept<DateColumn>;
  readonly dates: SettledDates;
  readonly because: 'flag' | 'preferred-name' | 'start-time-only' | 'only-candidate';
  /** Columns passed over because most of their dates are 1980-01-01. */
  readonly anonymised: readonly string[];
}

const datedShare = 0.95;

/** The column that tells when an answer was given: the first in the order of names that holds dates. */
export function chooseDate(
  candidates: readonly Kept<DateColumn>[],
  flag: { readonly given: boolean; readonly order: DateOrder | undefined },
  platform: SurveyPlatform | undefined,
): DateChoice {
  const anonymised: string[] = [];
  const usable: { kept: Kept<DateColumn>; dates: SettledDates; rank: number }[] = [];
  for (const kept of candidates) {
    const dates = settleDates(kept.column, flag.order);
    const real = dates.filled - dates.anonymised;
    if (dates.anonymised > 0 && dates.anonymised >= real) {
      anonymised.push(kept.profile.name);
      if (!flag.given) continue;
    }
    if (!flag.given && (real === 0 || dates.readable - dates.anonymised < datedShare * real)) continue;
    usable.push({ kept, dates, rank: rankOf(kept, platform) });
  }
  const sorted = usable.sort((a, b) => a.rank - b.rank || a.kept.profile.index - b.kept.profile.index);
  const first = sorted[0];
  if (!first) throw noDate(candidates, anonymised);
  if (first.rank === 10 && sorted.length > 1 && !flag.given) throw severalDates(sorted.map(({ kept }) => kept));
  if (first.dates.ambiguous) throw ambiguousDates(first.kept.profile.name, first.kept.column);
  const because = flag.given
    ? 'flag'
    : first.rank === 9
      ? 'start-time-only'
      : first.rank === 10
        ? 'only-candidate'
        : 'preferred-name';
  return { kept: first.kept, dates: first.dates, because, anonymised };
}

/** SurveyMonkey's "Date Created" is when the respondent began. */
function rankOf({ profile }: Kept<DateColumn>, platform: SurveyPlatform | undefined): number {
  if (platform === 'surveymonkey' && profile.words === 'date created') return 9;
  return dateRankOf(profile.words) ?? 10;
}

function noDate(candidates: readonly Kept<DateColumn>[], anonymised: readonly string[]): CandorError {
  const looked = candidates.map(({ profile }) => profile.name);
  const what =
    anonymised.length > 0
      ? `no column tells when an answer was given: the dates of ${list(anonymised)} are all 1980-01-01, which LimeSurvey writes for anonymised answers`
      : looked.length > 0
        ? `no column holds dates: of ${list(looked)} fewer than 95 % of the filled cells can be read under one order`
        : 'no column holds dates';
  return new CandorError('CND_NO_DATE_COLUMN', what, { columns: looked, anonymised });
}

function severalDates(candidates: readonly Kept<DateColumn>[]): CandorError {
  const columns = candidates.map(({ profile }) => profile.name);
  const message = `${columns.length} columns hold dates and none is called the date of the answer: ${list(columns)}`;
  return new CandorError('CND_NO_DATE_COLUMN', message, { columns });
}

function list(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}

import type { WatchedLevel } from '../../overview/index.ts';
import { dateText } from '../date-text.ts';
import type { Language } from '../language.ts';
import { measureOf } from '../measure.ts';
import { numberText } from '../numbers.ts';
import { periodText } from '../period-names.ts';
import { type WatchWords, watchWords } from './watch-words.ts';

/** A watched level in words, and the figures of its picture. */
export interface WatchReport {
  readonly words: WatchWords;
  readonly answer: readonly string[];
  /** What it rests on and what it would notice. */
  readonly grounds: readonly string[];
  readonly months: readonly { readonly month: string; readonly highest: string; readonly last: string }[];
  readonly alternative: string;
  readonly path: WatchedLevel['path'];
  readonly threshold: number;
  readonly alarms: readonly { readonly day: string; readonly text: string }[];
}

/** Evidence as people read odds: "0.23 : 1", "22 : 1". */
function oddsText(evidence: number, language: Language): string {
  const digits = evidence < 10 ? 2 : 0;
  return `${evidence >= 1e6 ? evidence.toExponential(0) : numberText(evidence, digits, language)} : 1`;
}

/** What a monitor says: the last change or none, what it rests on, and what it could have noticed. */
export function watchReport(
  watched: WatchedLevel & { readonly beginsAfterBreak?: string },
  language: Language,
): WatchReport {
  const words = watchWords[language];
  const { baseline, alarms, path, definition, threshold } = watched;
  const measure = measureOf(definition.id, definition.scale, language);
  const day = (iso: string) => dateText(iso, language);
  const size = (value: number) => measure.size(Math.abs(value));
  const told = (tell: WatchWords['moved'], alarm: WatchedLevel['alarms'][number]) =>
    tell(alarm.direction, day(alarm.day), size(alarm.sizeSoFar), day(alarm.changedSince));
  const newest = alarms.at(-1);
  const last = path.at(-1)!;
  const alternative = `${words.chart}. ${words.evidence(oddsText(last.evidence, language), oddsText(threshold, language), day(last.day))}`;
  return {
    words,
    answer: [
      ...(newest ? [told(words.moved, newest)] : [words.steady(day(last.day))]),
      ...(newest && !newest.watchedAgainFrom ? [words.learning] : []),
      ...(newest?.watchedAgainFrom ? [words.again(day(newest.watchedAgainFrom))] : []),
    ],
    grounds: [
      ...(last.isLearning
        ? []
        : [
            `${words.evidence(oddsText(last.evidence, language), oddsText(threshold, language), day(last.day))} ${words.normal}`,
          ]),
      ...alarms.slice(0, -1).map((alarm) => told(words.earlier, alarm)),
      ...(newest ? [words.soFar] : []),
      words.baseline(day(baseline.from), day(baseline.to), measure.value(baseline.mean), measure.count(baseline.n)),
      ...(watched.beginsAfterBreak ? [words.afterBreak(day(watched.beginsAfterBreak))] : []),
      ...(baseline.designEffect > 1.005 ? [words.accounts(numberText(baseline.designEffect, 2, language))] : []),
      words.promise(numberText(baseline.answersPerDay, baseline.answersPerDay < 10 ? 1 : 0, language)),
      noticing(watched, words, { size, language }),
      words.noAlarm,
    ],
    months: monthsOf(path, language),
    alternative,
    path,
    threshold,
    alarms: alarms.map((alarm) => ({ day: alarm.day, text: `${words.alarmLine} ${day(alarm.day)}` })),
  };
}

function noticing(
  { detectability, medianDays }: WatchedLevel,
  words: WatchWords,
  { size, language }: { readonly size: (value: number) => string; readonly language: Language },
): string {
  const { days30, days90, year } = detectability;
  return medianDays === undefined
    ? words.noticesLate(size(days90), size(year))
    : words.notices(numberText(medianDays, 0, language), size(days90), size(days30), size(year));
}

function monthsOf(path: WatchedLevel['path'], language: Language): WatchReport['months'] {
  const months = new Map<string, { highest: number; last: number }>();
  for (const { day, evidence } of path) {
    const month = day.slice(0, 7);
    months.set(month, { highest: Math.max(evidence, months.get(month)?.highest ?? 0), last: evidence });
  }
  return [...months].map(([month, { highest, last }]) => ({
    month: periodText(month, 'month', language),
    highest: oddsText(highest, language),
    last: oddsText(last, language),
  }));
}

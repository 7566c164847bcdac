import { topShare } from '../../model/index.ts';
import type { DriversPage, RefusedStudy } from '../../overview/index.ts';
import { capitalised } from '../capitalised.ts';
import { caveatText } from '../caveat-text.ts';
import { dateText } from '../date-text.ts';
import { type ErrorText, errorText } from '../error-text.ts';
import type { Language } from '../language.ts';
import { joinInterval, minus, numberText, percentText, signedText } from '../numbers.ts';
import type { HowRow } from '../overview/how-computed.ts';
import { visibleText } from '../visible-text.ts';
import { driverWords } from './driver-words.ts';
import type { DriverWords } from './driver-words-shape.ts';

/** One driver as a row of the table; the charts are drawn from the same. */
export interface DriverRow {
  readonly key: string;
  readonly rank: string;
  readonly name: string;
  readonly share: { readonly value: number; readonly low: number; readonly high: number };
  readonly shareText: string;
  readonly rangeText: string;
  readonly firstText: string;
  readonly directionText: string;
  /** The mark of a suppressor. */
  readonly mark?: string;
  readonly index: { readonly value: number; readonly low: number; readonly high: number };
  readonly indexText: string;
  readonly indexRangeText: string;
  readonly penaltyText?: string;
  readonly rewardText?: string;
  readonly kindText?: string;
}

export interface DriverPicture {
  readonly title: string;
  readonly subtitle: string;
  readonly alternative: string;
  readonly caption: string;
}

/** Everything that the page says and draws of a study of drivers. */
export interface DriverReport {
  readonly words: DriverWords;
  readonly question: string;
  readonly answer: readonly string[];
  /** From the largest share to the smallest; empty where there is no study. */
  readonly rows: readonly DriverRow[];
  readonly shares: DriverPicture;
  readonly map: DriverPicture;
  readonly contrastLead?: string;
  readonly how: readonly HowRow[];
  readonly doubts: readonly string[];
  readonly refused?: ErrorText;
}

/** The words of a question: in the language of the reader, in English, in any, else its key. */
export function questionName(page: DriversPage, key: string, language: Language): string {
  const question = page.surveys.find((of) => of.key === page.survey)?.questions.find((of) => of.key === key);
  const texts = question?.texts ?? {};
  return visibleText(texts[language] ?? texts.en ?? Object.values(texts)[0] ?? key) || key;
}

/** The same in a sentence: what a usual question asks about in a word or two, any other in quotation marks. */
function toldName(page: DriversPage, key: string, language: Language): string {
  const words = driverWords[language];
  const questions = page.surveys.find((of) => of.key === page.survey)?.questions ?? [];
  const kindOf = (metric?: string) => (['nps', 'csat', 'ces'] as const).find((kind) => metric?.startsWith(kind));
  const kind = kindOf(questions.find((of) => of.key === key)?.metric);
  const isOnly = kind !== undefined && questions.filter(({ metric }) => kindOf(metric) === kind).length === 1;
  return isOnly ? words.short[kind] : words.quoted(questionName(page, key, language));
}

/** How is a study of drivers told in this language? Ranked by share, with the largest first. */
export function driverReport(page: DriversPage, language: Language): DriverReport {
  const words = driverWords[language];
  const outcome = page.outcome === undefined ? '' : toldName(page, page.outcome, language);
  const rows = rowsOf(page, language);
  const study = page.study;
  const survey = page.surveys.find(({ key }) => key === page.survey)?.name ?? '';
  const window = joinInterval(dateText(page.from, language), dateText(dayBefore(page.to), language), language);
  const caption = study
    ? words.caption({
        n: numberText(study.drivers.n, 0, language),
        method: words.methods[study.drivers.decomposition],
        resamples: numberText(study.drivers.resamples.used, 0, language),
        run: page.run.id,
      })
    : '';
  const shareLines = rows.map(({ name, shareText, rangeText }) => `${name} ${shareText} (${rangeText})`);
  const mapLines = rows.map(({ rank, name: driver, shareText: share, indexText: index }) =>
    words.mapLine({ rank, driver, share, index }),
  );
  return {
    words,
    question: words.question(outcome),
    answer: answerOf(page, { rows, outcome, words, language }),
    rows,
    shares: {
      title: words.sharesTitle,
      subtitle: words.sharesSubtitle(survey, window),
      alternative: words.sharesAlternative(shareLines.join('; ')),
      caption,
    },
    map: {
      title: words.mapTitle,
      subtitle: words.mapSubtitle,
      alternative: words.mapAlternative(mapLines.join('; ')),
      caption,
    },
    ...(study && {
      contrastLead: study.contrasts
        ? words.contrastLead(numberText(study.contrasts.n, 0, language))
        : words.contrastNone,
    }),
    how: study ? howRows(page, words, language, window) : [],
    doubts: doubtsOf(page, words, language),
    ...(page.refused && { refused: refusalOf(page.refused, page.drivers.length, language) }),
  };
}

/** The refusal, with what to do in the words of this page where it is about the number of answers. */
function refusalOf(refused: RefusedStudy, questions: number, language: Language): ErrorText {
  const told = errorText(refused, language);
  const { needed, answers } = refused.details;
  if (refused.code !== 'CND_SAMPLE_TOO_SMALL' || typeof needed !== 'number') return told;
  const facts = {
    needed: numberText(needed, 0, language),
    answers: typeof answers === 'number' ? numberText(answers, 0, language) : '',
    questions,
  };
  return { ...told, particulars: [], remedy: driverWords[language].tooFew(facts) };
}

function rowsOf(page: DriversPage, language: Language): DriverRow[] {
  const { study } = page;
  if (!study) return [];
  const words = driverWords[language];
  const percent = (share: number) => numberText(100 * share, 0, language);
  const order = study.drivers.shares.map((_, j) => j);
  order.sort((a, b) => study.drivers.shares[b]!.share - study.drivers.shares[a]!.share);
  return order.map((j, place) => {
    const share = study.drivers.shares[j]!;
    const performance = study.performance[j]!;
    const contrast = study.contrasts?.drivers[j];
    const { value, interval } = share.ofExplained;
    const told = (of: { value: number; interval: { low: number; high: number } } | undefined) =>
      of &&
      `${signed(of.value, language)} (${joinInterval(signed(of.interval.low, language), signed(of.interval.high, language), language)})`;
    const [penaltyText, rewardText] = [told(contrast?.penalty), told(contrast?.reward)];
    return {
      key: share.driver,
      rank: String(place + 1),
      name: questionName(page, share.driver, language),
      share: { value, low: interval.low, high: interval.high },
      shareText: percentText(value, 0, language),
      rangeText: joinInterval(percent(interval.low), percent(interval.high), language),
      firstText: percentText(share.rankFirst, 0, language),
      directionText: words.directions[share.direction],
      ...(share.direction === 'unclear' && { mark: words.unclearMark }),
      index: { value: performance.index, low: performance.interval.low, high: performance.interval.high },
      indexText: numberText(performance.index, 0, language),
      indexRangeText: joinInterval(
        numberText(performance.interval.low, 0, language),
        numberText(performance.interval.high, 0, language),
        language,
      ),
      ...(penaltyText !== undefined && { penaltyText }),
      ...(rewardText !== undefined && { rewardText }),
      ...(contrast && { kindText: words.kind[contrast.kind] }),
    };
  });
}

const signed = (value: number, language: Language) => {
  const text = signedText(value, 1, language);
  return text === `${minus}0` ? '0' : text;
};

function answerOf(
  page: DriversPage,
  {
    rows,
    outcome,
    words,
    language,
  }: { rows: readonly DriverRow[]; outcome: string; words: DriverWords; language: Language },
): string[] {
  const [first] = rows;
  const { study } = page;
  if (!first || !study) return [];
  const { key, shareText: share, rangeText, firstText: often } = first;
  const driver = toldName(page, key, language);
  if (rows.length === 1) {
    const [only] = study.drivers.shares;
    const percent = (value: number) => numberText(100 * value, 0, language);
    const range = joinInterval(percent(only!.interval.low), percent(only!.interval.high), language);
    return [
      capitalised(words.only({ driver, outcome, share: percentText(only!.share, 0, language), range })),
      words.notCause,
    ];
  }
  const facts = { driver, outcome, share, range: rangeText, often };
  const isTop = study.drivers.shares.some(({ rankFirst }) => rankFirst >= topShare);
  return [
    capitalised(isTop ? words.first(facts) : words.firstUnknown(facts)),
    words.together({
      count: rows.length,
      share: percentText(study.drivers.rSquared, 0, language),
      outcome,
      n: numberText(study.drivers.n, 0, language),
    }),
    words.notCause,
  ];
}

function howRows(page: DriversPage, words: DriverWords, language: Language, window: string): HowRow[] {
  const { drivers } = page.study!;
  const { howRows: rows } = words;
  const whole = (value: number) => numberText(value, 0, language);
  const missing = drivers.caveats.filter(({ code }) => code === 'pairwise-missing' || code === 'mean-replaced');
  return [
    { what: rows.formula, value: words.methods[drivers.decomposition] },
    {
      what: rows.answers,
      value: rows.answersValue({
        n: whole(drivers.n),
        complete: whole(drivers.completeRows),
        fewest: whole(drivers.fewestOfAPair),
      }),
    },
    {
      what: rows.explained,
      value: rows.explainedValue({
        share: numberText(drivers.rSquared, 3, language),
        adjusted: numberText(drivers.adjustedRSquared, 3, language),
      }),
    },
    {
      what: rows.interval,
      value: rows.intervalValue({
        confidence: percentText(drivers.confidence, 0, language),
        resamples: whole(drivers.resamples.used),
        unit: words.units[drivers.resamples.unit],
        seed: String(page.run.seed),
      }),
    },
    {
      what: rows.missing,
      value: missing.length > 0 ? missing.map((one) => caveatText(one, language)).join(' ') : rows.missingNone,
    },
    { what: rows.window, value: `${window} (${page.timeZone})` },
    { what: rows.run, value: `${page.run.id} (${page.run.engine})` },
    { what: rows.data, value: page.run.dataHash },
  ];
}

function doubtsOf(page: DriversPage, words: DriverWords, language: Language): string[] {
  const { study } = page;
  // How many answered everything is said beside the contrasts.
  const ofContrasts = study?.contrasts?.caveats.filter(({ code }) => code !== 'rows-dropped') ?? [];
  const caveats = study ? [...study.drivers.caveats, ...ofContrasts] : [];
  const named = caveats.map((one) => {
    const drivers =
      one.code === 'suppressor' && Array.isArray(one.drivers) ? (one.drivers as readonly string[]) : undefined;
    const value = drivers?.map((key) => questionName(page, key, language)).join(', ');
    return value === undefined ? one : { ...one, value };
  });
  return [
    ...new Set(named.map((one) => caveatText(one, language))),
    ...(page.hiddenPeriods > 0 ? [words.hidden(page.hiddenPeriods)] : []),
    ...(page.isCut ? [words.cut] : []),
  ];
}

/** The last day of a half-open window. */
function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 864e5).toISOString().slice(0, 10);
}

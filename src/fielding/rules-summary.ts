import type { Condition, FieldTest } from './condition.ts';
import type { ProgrammeRules } from './programme-rules.ts';
import type { WordLanguage } from './refusal-words.ts';
import type { RulesWords } from './rules-words.ts';
import { englishRules } from './rules-words-en.ts';
import { finnishRules } from './rules-words-fi.ts';
import { swedishRules } from './rules-words-sv.ts';
import { weekdays } from './send-time.ts';

/** What a sentence of the summary is about, in the order in which it is read. */
export const rulesParts = [
  'trigger',
  'waves',
  'people',
  'sampling',
  'quotas',
  'delay',
  'hours',
  'channels',
  'language',
  'reminders',
  'expiry',
  'contactRules',
  'loadBudget',
  'variants',
  'incentive',
] as const;
export type RulesPart = (typeof rulesParts)[number];

export interface RulesSummary {
  /** The whole in one sentence. */
  readonly headline: string;
  /** Every rule as a sentence; a part that says nothing is absent. */
  readonly sentences: Readonly<Partial<Record<RulesPart, string>>>;
}

/** How the touchpoints and segments of this company are called; a key stands for itself where it has no name. */
export interface RuleNames {
  readonly touchpoint?: (key: string) => string;
}

export const rulesWords: Readonly<Record<WordLanguage, RulesWords>> = {
  en: englishRules,
  fi: finnishRules,
  sv: swedishRules,
};

/**
 * What do these rules mean, in plain words? Made from the rules alone, so it cannot say anything else than what is done.
 * @example rulesSummary(parseProgrammeRules({ level: 'relationship', waves: {} }), 'en').sentences.expiry
 *   // => "Answers are taken for 14 days."
 */
export function rulesSummary(rules: ProgrammeRules, language: WordLanguage, names: RuleNames = {}): RulesSummary {
  const teller: Teller = {
    words: rulesWords[language],
    number: (value) => new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value),
    share: (value) => `${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value * 100)}\u00a0%`,
    touchpoint: names.touchpoint ?? ((key) => key),
    language,
  };
  const told = rulesParts.map((part) => [part, sentenceOf[part](rules, teller)] as const);
  return {
    headline: headlineOf(rules, teller),
    sentences: Object.fromEntries(told.filter(([, text]) => text !== undefined)),
  };
}

interface Teller {
  readonly words: RulesWords;
  readonly number: (value: number) => string;
  readonly share: (value: number) => string;
  readonly touchpoint: (key: string) => string;
  readonly language: WordLanguage;
}

type Told = (rules: ProgrammeRules, teller: Teller) => string | undefined;

function headlineOf(rules: ProgrammeRules, teller: Teller): string {
  const { words, number } = teller;
  const hours = hoursText(rules, words);
  const channel = words.channel[rules.channels[0]!.channel];
  if (rules.level === 'relationship') {
    return words.relationshipHeadline({ months: number(rules.waves.everyMonths), hours, channel });
  }
  const { perPersonDays, perPersonPerMetricDays } = rules.contactRules;
  // The stricter of the two is what a person meets of one programme.
  const pause = Math.max(perPersonDays, perPersonPerMetricDays);
  return words.headline({
    touchpoints: list(rules.trigger.touchpoints.map(teller.touchpoint), words.and),
    ...(rules.delayHours > 0 && { delay: number(rules.delayHours) }),
    isClosed: rules.trigger.when === 'closed',
    hours,
    ...(pause > 0 && { pauseDays: number(pause) }),
    channel,
  });
}

/** The hours in which a message truly goes on an ordinary day: window and quiet hours together. */
function hoursText({ sendWindow, quietHours }: ProgrammeRules, words: RulesWords): string {
  const from = [quietHours.until, ...(sendWindow ? [sendWindow.from] : [])].sort().at(-1)!;
  const until = [quietHours.from, ...(sendWindow ? [sendWindow.until] : [])].sort()[0]!;
  const span = words.between(words.clock(from), words.clock(until));
  return sendWindow ? `${daysText(sendWindow.days, words)} ${span}` : span;
}

const sentenceOf: Readonly<Record<RulesPart, Told>> = {
  trigger: (rules, teller) => {
    if (rules.level !== 'encounter') return undefined;
    const { touchpoints, eventTypes, when, conditions } = rules.trigger;
    const { words } = teller;
    return sentences(
      words.about(list(touchpoints.map(teller.touchpoint), words.and), when === 'closed'),
      eventTypes && words.eventTypes(list(eventTypes, words.or)),
      conditions && words.onlyIf(conditionText(conditions, words)),
    );
  },
  waves: (rules, { words, number, share }) => {
    if (rules.level !== 'relationship') return undefined;
    const { everyMonths, goal, perAccount, conditions } = rules.waves;
    return sentences(
      words.waves({
        months: number(everyMonths),
        coverage: share(goal.coverage),
        by: goal.by,
        freshMonths: number(goal.freshMonths),
        deciding: number(goal.decidingPerAccount),
        perAccount: number(perAccount),
      }),
      conditions && words.onlyIf(conditionText(conditions, words)),
    );
  },
  people: ({ roles, segments }, { words }) =>
    sentences(
      words.roles(roles?.map((role) => words.role[role]).join(', ')),
      segments && words.segments(list(segments, words.and)),
    ),
  sampling: ({ sampling }, { words, share, touchpoint }) => {
    const { by, shares } = sampling;
    const nameOf = (key: string) =>
      by === 'role'
        ? (words.role[key as keyof RulesWords['role']] ?? key)
        : by === 'touchpoint'
          ? touchpoint(key)
          : key;
    const others = Object.entries(shares ?? {}).map(([key, value]) => `${nameOf(key)} ${share(value)}`);
    return sentences(
      words.sampling(sampling.share === 1 ? undefined : share(sampling.share)),
      by && others.length > 0 ? words.exceptions(words.dimension[by], others.join(', ')) : undefined,
    );
  },
  quotas: ({ quotas }, { words, number }) =>
    quotas.length === 0
      ? words.noQuota
      : quotas
          .map(({ most, period, each, only }) =>
            words.quota({ most: number(most), period, ...(each && { each }), ...(only !== undefined && { only }) }),
          )
          .join(' '),
  delay: (rules, { words, number }) =>
    rules.level === 'encounter'
      ? words.delay({
          ...(rules.delayHours > 0 && { hours: number(rules.delayHours) }),
          days: number(rules.usefulDays),
        })
      : undefined,
  hours: ({ sendWindow, quietHours }, { words }) => {
    const rest = [
      ...(quietHours.restDays.length > 0 ? [daysText(quietHours.restDays, words)] : []),
      ...(quietHours.holidays.length > 0 ? [words.holidays(quietHours.holidays.length)] : []),
    ];
    return sentences(
      words.sent(
        sendWindow && daysText(sendWindow.days, words),
        sendWindow && words.between(words.clock(sendWindow.from), words.clock(sendWindow.until)),
      ),
      words.quiet(words.clock(quietHours.from), words.clock(quietHours.until)),
      rest.length > 0 ? words.rest(rest.join(', '), words.clock(quietHours.restDaysUntil)) : undefined,
    );
  },
  channels: ({ channels }, { words, number }) =>
    channels
      .map(({ channel, afterHours, bases }, i) => {
        const basis = bases?.map((one) => words.basis[one]).join(', ');
        if (i === 0) return words.first(words.channel[channel], basis);
        const step = { hours: number(afterHours), channel: words.channel[channel] };
        return words.afterwards({ ...step, ...(basis !== undefined && { bases: basis }) });
      })
      .join(' '),
  language: ({ language: { prefer, fallback } }, { words, language }) =>
    words.language(prefer, new Intl.DisplayNames([language], { type: 'language' }).of(fallback) ?? fallback),
  reminders: ({ reminders: { count, afterDays } }, { words, number }) =>
    words.reminders(count, list(afterDays.slice(0, count).map(number), words.and)),
  expiry: ({ expiryDays }, { words, number }) => words.expiry(number(expiryDays)),
  contactRules: (
    { contactRules: { perPersonDays, perPersonPerMetricDays, perAccountPerQuarter } },
    { words, number },
  ) =>
    words.pause({
      ...(perPersonDays > 0 && { days: number(perPersonDays) }),
      ...(perPersonPerMetricDays > 0 && { metricDays: number(perPersonPerMetricDays) }),
      ...(perAccountPerQuarter !== 'no limit' && { perAccount: number(perAccountPerQuarter) }),
    }),
  loadBudget: ({ loadBudget: { unit, perPerson, perAccount } }, { words, number }) => {
    const cost = (most: number) =>
      unit === 'seconds' ? words.minutes(number(most / 60)) : words.questions(number(most));
    return words.load(cost(perPerson), perAccount === undefined ? undefined : cost(perAccount));
  },
  variants: ({ variants }, { words, share }) => {
    if (variants.length === 0) return undefined;
    const whole = variants.reduce((sum, { weight }) => sum + weight, 0);
    const texts = variants.map(({ name, weight, sendFrom }) => {
      const parts = [
        share(weight / whole),
        ...(sendFrom === undefined ? [] : [words.variantFrom(words.clock(sendFrom))]),
      ];
      return `${name} (${parts.join(', ')})`;
    });
    return words.variants(variants.length, texts.join(', '));
  },
  incentive: ({ hasIncentive }, { words }) => (hasIncentive ? words.draw : undefined),
};

const sentences = (...texts: readonly (string | undefined)[]) => texts.filter((text) => text !== undefined).join(' ');

function list(items: readonly string[], last: string): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')}${last}${items.at(-1)}`;
}

/** Days of a row as a span: "Mon–Fri, Sun". */
function daysText(days: readonly (typeof weekdays)[number][], words: RulesWords): string {
  const chosen = weekdays.map((day) => days.includes(day));
  const texts: string[] = [];
  for (let i = 0; i < 7; i += 1) {
    if (!chosen[i]) continue;
    let last = i;
    while (chosen[last + 1]) last += 1;
    const [first, end] = [words.weekdays[i]!, words.weekdays[last]!];
    texts.push(last === i ? first : last === i + 1 ? `${first}, ${end}` : `${first}–${end}`);
    i = last;
  }
  return texts.join(', ');
}

/** A condition as a clause that follows "only if". */
export function conditionText(condition: Condition, words: RulesWords, isInside = false): string {
  if ('all' in condition) return joined(condition.all, words.and, words, isInside);
  if ('any' in condition) return joined(condition.any, words.or, words, isInside);
  if ('not' in condition) return words.not(conditionText(condition.not, words));
  return words.test[condition.is](fieldName(condition.field, words), valueText(condition, words));
}

function joined(parts: readonly Condition[], word: string, words: RulesWords, isInside: boolean): string {
  const text = parts.map((part) => conditionText(part, words, parts.length > 1)).join(word);
  return isInside && parts.length > 1 ? `(${text})` : text;
}

export const fieldName = (field: string, words: RulesWords): string =>
  words.field[field] ?? field.slice(field.indexOf('.') + 1);

function valueText({ field, value }: FieldTest, words: RulesWords): string {
  const one = (given: string | number | boolean) =>
    field === 'contact.role' ? (words.role[given as keyof RulesWords['role']] ?? String(given)) : String(given);
  if (value === undefined) return '';
  return typeof value === 'object' ? value.map(one).join(', ') : one(value);
}

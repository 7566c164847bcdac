import { type DecisionWords, decisionWords } from './decision-words.ts';
import { type Channel, channels, type RespondentRole, respondentRoles } from './facts.ts';
import type { RefusalDetail, RefusalReason } from './refusal.ts';
import { refusalWords, type WordLanguage } from './refusal-words.ts';
import { fieldName, type RuleNames, rulesWords } from './rules-summary.ts';

/** Where and in which language a sentence is read. */
export interface SentenceOptions {
  readonly language: WordLanguage;
  readonly timeZone: string;
  readonly names?: RuleNames;
  /** What the load of the programme is counted in; without it a figure of the load has no unit. */
  readonly loadUnit?: 'seconds' | 'questions';
}

/**
 * Why was nobody asked, with the figures that the rule saw: until when, how many of how many, which state or field?
 * A detail that the reason does not have is left out, never guessed.
 * @example refusalSentence('quota-full', { count: 400, most: 400 }, { language: 'en', timeZone: 'UTC' })
 *   // => "The quota of the period is full (400 of at most 400)."
 */
export function refusalSentence(reason: RefusalReason, detail: RefusalDetail, options: SentenceOptions): string {
  const said = refusalWords[options.language][reason].replace(/\.$/, '');
  const figures = figuresOf(reason, detail, options).filter((text) => text !== '');
  return figures.length === 0 ? `${said}.` : `${said} (${figures.join('; ')}).`;
}

function figuresOf(reason: RefusalReason, detail: RefusalDetail, options: SentenceOptions): string[] {
  const words = decisionWords[options.language];
  const { until, met, count, most } = detail;
  const number = (value: number) => new Intl.NumberFormat(options.language, { maximumFractionDigits: 1 }).format(value);
  if (reason === 'not-sampled') {
    if (most === undefined) return [];
    return [words.share(`${number(most * 100)}\u00a0%`)];
  }
  const unit = reason === 'load-budget' && options.loadUnit ? words.unit[options.loadUnit] : '';
  return [
    ...(met === undefined || met === '' ? [] : [metText(reason, met, options)]),
    ...(count === undefined || most === undefined ? [] : [words.of(number(count), number(most), unit)]),
    ...(until === undefined ? [] : [untilText(reason, until, options, words)]),
  ];
}

function untilText(reason: RefusalReason, until: number, options: SentenceOptions, words: DecisionWords): string {
  const moment = momentText(until, options);
  if (reason === 'encounter-too-old') return words.latest(moment);
  return reason === 'outside-window' ? words.next(moment) : words.again(moment);
}

function metText(reason: RefusalReason, met: string, { language, names }: SentenceOptions): string {
  const rules = rulesWords[language];
  const words = decisionWords[language];
  if (reason === 'programme-not-running') return words.state[met] ?? met;
  if (reason === 'unknown-touchpoint') return names?.touchpoint?.(met) ?? met;
  if (reason === 'condition-not-met') return fieldName(met, rules);
  if (reason !== 'role-not-asked') return met;
  return met
    .split(', ')
    .map((one) => (isRole(one) ? rules.role[one] : one))
    .join(', ');
}

const isRole = (text: string): text is RespondentRole => respondentRoles.some((role) => role === text);
const isChannel = (text: string): text is Channel => channels.some((channel) => channel === text);

/** Day and time where the workspace is. */
function momentText(at: number, { language, timeZone }: SentenceOptions): string {
  const how = { dateStyle: 'long', timeStyle: 'short', timeZone } as const;
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, how).format(at);
}

/** One decision as the list of decisions keeps it. Instants are epoch milliseconds; what is not known is absent. */
export interface ToldDecision {
  readonly person?: string;
  readonly account?: string;
  readonly touchpoint?: string;
  readonly occurredAt?: number;
  readonly state:
    | 'planned'
    | 'refused'
    | 'sent'
    | 'opened'
    | 'completed'
    | 'expired'
    | 'opted-out'
    | 'bounced'
    | 'cancelled';
  readonly channel: string;
  readonly plannedAt: number;
  readonly sentAt?: number;
  readonly reason?: RefusalReason;
  readonly detail?: RefusalDetail;
  readonly stopReason?: string;
  readonly isUncertain?: boolean;
}

/** Who was asked or not, about what, and why: one row of "why was this person not asked" as a full sentence. */
export function decisionSentence(decision: ToldDecision, options: SentenceOptions): string {
  const words = decisionWords[options.language];
  const { person, account, touchpoint, occurredAt } = decision;
  const who = person ?? (account === undefined ? words.somebody : words.somebodyOf(account));
  const whom = person !== undefined && account !== undefined ? `${person} (${account})` : who;
  const about = [
    ...(touchpoint === undefined ? [] : [options.names?.touchpoint?.(touchpoint) ?? touchpoint]),
    ...(occurredAt === undefined ? [] : [momentText(occurredAt, options)]),
  ].join(', ');
  return `${whom}${about === '' ? '' : `, ${about}`}: ${outcomeText(decision, options, words)}`;
}

function outcomeText(decision: ToldDecision, options: SentenceOptions, words: DecisionWords): string {
  const { state, reason, detail = {}, stopReason, plannedAt, sentAt, isUncertain } = decision;
  if (state === 'refused') {
    return reason === undefined
      ? `${words.notAsked}.`
      : `${words.notAsked}. ${refusalSentence(reason, detail, options)}`;
  }
  if (state === 'cancelled') return words.cancelled(stopReason === undefined ? undefined : words.stop[stopReason]);
  const channel = isChannel(decision.channel)
    ? rulesWords[options.language].channel[decision.channel]
    : decision.channel;
  if (state === 'planned') return words.planned(momentText(plannedAt, options), channel);
  const asked = words.asked(momentText(sentAt ?? plannedAt, options), channel);
  return `${asked}; ${isUncertain && state === 'sent' ? words.uncertain : words.after[state]}.`;
}

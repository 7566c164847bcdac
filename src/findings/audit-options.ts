import type { PeriodUnit } from '../audit/index.ts';
import { CandorError } from '../errors/index.ts';
import { type MetricId, resolveMetricId, type Scale } from '../metrics/index.ts';

/** What `candor audit` and the page can ask for, checked. Absent means: detect it, or the default. */
export interface AuditOptions {
  readonly score?: string;
  readonly date?: string;
  readonly metric?: MetricId | 'csat' | 'ces';
  readonly scale?: Scale;
  readonly period?: PeriodUnit;
  readonly timeZone?: string;
  readonly dateOrder?: 'dmy' | 'mdy' | 'ymd';
  readonly account?: string;
  readonly role?: string;
  readonly population?: number;
  readonly where?: { readonly column: string; readonly value: string };
  readonly sheet?: string;
  readonly confidence?: number;
}

type Texts = Readonly<Record<string, string | undefined>>;

/** Reads options from texts (flags, query parameters); what cannot be is refused in one sentence (`CND_USAGE`). */
export function auditOptions(texts: Texts): AuditOptions {
  const options = {
    score: texts.score,
    date: texts.date,
    metric: given(texts.metric, metricOf),
    scale: given(texts.scale, scaleOf),
    period: given(texts.period, (text) => oneOf('period', text, ['week', 'month', 'quarter'] as const)),
    timeZone: given(texts.timeZone, timeZoneOf),
    dateOrder: given(texts.dateOrder, (text) => oneOf('date-order', text, ['dmy', 'mdy', 'ymd'] as const)),
    account: texts.account,
    role: texts.role,
    population: given(texts.population, populationOf),
    where: given(texts.where, whereOf),
    sheet: texts.sheet,
    confidence: given(texts.confidence, confidenceOf),
  };
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined && value !== ''));
}

function given<Value>(text: string | undefined, read: (text: string) => Value): Value | undefined {
  return text === undefined || text === '' ? undefined : read(text);
}

function refuse(option: string, needs: string, text: string): never {
  throw new CandorError('CND_USAGE', `--${option} needs ${needs}, got "${text}"`, { option, given: text });
}

function metricOf(text: string): MetricId | 'csat' | 'ces' {
  const name = text.trim().toLowerCase();
  if (name === 'csat' || name === 'ces') return name;
  return resolveMetricId(name);
}

function oneOf<Choice extends string>(option: string, text: string, choices: readonly Choice[]): Choice {
  return choices.find((choice) => choice === text.trim().toLowerCase()) ?? refuse(option, choices.join(', '), text);
}

/** "0-10", also with negative ends: "-2-2" is read as -2 to 2. */
function scaleOf(text: string): Scale {
  const match = /^\s*(-?\d+(?:[.,]\d+)?)\s*(?:-|\.\.|–|to)\s*(-?\d+(?:[.,]\d+)?)\s*$/.exec(text);
  if (!match) return refuse('scale', 'MIN-MAX, for example 0-10', text);
  const [min, max] = [match[1]!, match[2]!].map((part) => Number(part.replace(',', '.'))) as [number, number];
  return min < max ? { min, max } : refuse('scale', 'the lower end first, for example 0-10', text);
}

function timeZoneOf(text: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text.trim() }).resolvedOptions().timeZone;
  } catch {
    throw new CandorError('CND_TIME_ZONE', `there is no time zone "${text}"`, { timeZone: text });
  }
}

function populationOf(text: string): number {
  const number = Number(text);
  return Number.isInteger(number) && number > 0 ? number : refuse('population', 'a whole number above 0', text);
}

function confidenceOf(text: string): number {
  const number = Number(text.replace(',', '.'));
  return number > 0 && number < 1 ? number : refuse('confidence', 'a probability between 0 and 1, such as 0.95', text);
}

function whereOf(text: string): { column: string; value: string } {
  const at = text.indexOf('=');
  return at > 0 ? { column: text.slice(0, at), value: text.slice(at + 1) } : refuse('where', 'COL=VALUE', text);
}

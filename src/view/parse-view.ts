import { dayOfIsoDate, type PeriodUnit, parsePeriodName } from '../audit/index.ts';
import { CandorError } from '../errors/index.ts';
import { defaultView, periodUnits, surveyLevels, type View, viewDimensions } from './view.ts';

/** A value longer than this is no key, code or name of ours. */
const longestValue = 200;
/** More values of one filter than this are no choice of a person. */
const mostValues = 200;

const listed = new Set<string>(viewDimensions);
const single = new Set(['level', 'metric', 'period', 'from', 'to', 'at', 'by']);

/**
 * Which answers does this address ask for? Pairs of key and value, as `URLSearchParams` gives them; a dimension may
 * stand several times. What is not said is as in `defaultView`. Keys listed in `besides` belong to somebody else.
 *
 * Refuses (`CND_VIEW`, naming the key) unknown keys, a single key given twice, and values that cannot be.
 *
 * @example parseView([['metric', 'ces-7'], ['touchpoint', 'invoice']]).touchpoint // => ["invoice"]
 */
export function parseView(
  pairs: Iterable<readonly [string, string]>,
  { besides = [] }: { besides?: readonly string[] } = {},
): View {
  const texts = new Map<string, string[]>();
  for (const [key, value] of pairs) {
    if (besides.includes(key)) continue;
    if (!listed.has(key) && !single.has(key)) refuse(key, value, `one of ${[...single, ...listed].join(', ')}`);
    if (value.length > longestValue) refuse(key, `${value.slice(0, 20)}…`, `at most ${longestValue} characters`);
    // No database text holds it.
    if (value.includes('\0')) refuse(key, value.replaceAll('\0', '␀'), 'readable characters');
    const values = texts.get(key) ?? [];
    if (!values.includes(value)) texts.set(key, [...values, value]);
    if (single.has(key) && texts.get(key)!.length > 1) refuse(key, value, 'one value');
    if (texts.get(key)!.length > mostValues) refuse(key, value, `at most ${mostValues} values`);
  }
  return refuseImpossible({ ...defaultView, ...singleValues(texts), ...listedValues(texts) });
}

function listedValues(texts: ReadonlyMap<string, string[]>): Partial<View> {
  return Object.fromEntries(viewDimensions.map((key) => [key, texts.get(key) ?? []]));
}

function singleValues(texts: ReadonlyMap<string, string[]>): Partial<View> {
  const given = <Value>(key: string, read: (text: string) => Value): { [key: string]: Value } => {
    const text = texts.get(key)?.[0];
    return text === undefined ? {} : { [key]: read(text) };
  };
  const period = given('period', (text) => oneOf('period', text, periodUnits)) as { period?: PeriodUnit };
  return {
    ...given('level', (text) => oneOf('level', text, surveyLevels)),
    ...given('metric', metricKey),
    ...period,
    ...given('from', (text) => day('from', text)),
    ...given('to', (text) => day('to', text)),
    ...given('at', (text) => periodOfUnit(text, period.period ?? defaultView.period)),
    ...given('by', (text) => oneOf('by', text, viewDimensions)),
  };
}

function refuseImpossible(view: View): View {
  const { from, to } = view;
  if (from !== undefined && to !== undefined && from >= to) refuse('to', to, `a day after ${from}`);
  return view;
}

function oneOf<Choice extends string>(key: string, text: string, choices: readonly Choice[]): Choice {
  return choices.find((choice) => choice === text) ?? refuse(key, text, `one of ${choices.join(', ')}`);
}

function metricKey(text: string): string {
  return /^[a-z0-9][a-z0-9-]{0,63}$/.test(text) ? text : refuse('metric', text, 'the key of a metric, for example nps');
}

function day(key: string, text: string): string {
  return dayOfIsoDate(text) === undefined ? refuse(key, text, 'a day such as 2026-03-01') : text;
}

const examples: Readonly<Record<PeriodUnit, string>> = { week: '2026-W05', month: '2026-03', quarter: '2026-Q1' };

function periodOfUnit(text: string, unit: PeriodUnit): string {
  return parsePeriodName(text, unit) === undefined ? refuse('at', text, `a ${unit} such as ${examples[unit]}`) : text;
}

function refuse(key: string, value: string, needs: string): never {
  throw new CandorError('CND_VIEW', `"${key}" needs ${needs}, got "${value}"`, { field: key, value });
}

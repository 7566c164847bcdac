import type { Caveat, CaveatCode } from '../inference/index.ts';
import { dictionaries } from './dictionary/dictionary.ts';
import { type Language, languageOf } from './language.ts';
import { numberText } from './numbers.ts';
import { isOfOneAccount, type ReportContext } from './report-context.ts';

/** At most so many periods are named in a caveat. */
const namedPeriods = 4;

/**
 * How is this doubt told in this language?
 * The figures of the caveat are used where the sentence has a place for them: `count` or `n` as a number, `periods` or
 * `period` as names (written by `periodText`), and `value`, `metric`, `scale`, `column` as they are.
 * A code without words falls back to its English sentence.
 * @example caveatText({ code: 'few-periods', message: 'x' }, 'sv') // => "Med färre än 3 perioder med svar kan inget nivåskifte lokaliseras."
 */
export function caveatText(
  caveat: Caveat,
  language: Language,
  periodText: (period: string) => string = (period) => period,
): string {
  const say = dictionaries[languageOf(language)].doubts.caveat[caveat.code as CaveatCode];
  if (!say) return caveat.message;
  const count = caveat.count ?? caveat.rows ?? caveat.replicates;
  const value = caveat.value ?? caveat.metric ?? caveat.scale ?? caveat.column;
  return say({
    count: typeof count === 'number' ? numberText(count, 0, language) : '',
    periods: namesOf(caveat, periodText),
    value: typeof value === 'string' ? value : '',
  });
}

function namesOf(caveat: Caveat, periodText: (period: string) => string): string {
  // `periods` may be a count (of a gap); then the names stand in `names`.
  const given = [caveat.periods, caveat.names, caveat.period].find(
    (figure) => figure !== undefined && typeof figure !== 'number',
  );
  const periods = Array.isArray(given) ? (given as readonly string[]) : typeof given === 'string' ? [given] : [];
  const named = periods.slice(0, namedPeriods).map(periodText);
  return `${named.join(', ')}${periods.length > namedPeriods ? ` + ${periods.length - namedPeriods}` : ''}`;
}

/** Every doubt of a result, each code once: those of single periods with the names of their periods. */
export function caveatSentences({ result, language, name, doubts }: ReportContext): string[] {
  const oneAccount: string[] = [];
  const periodsOf = new Map<CaveatCode, string[]>();
  const first = new Map<CaveatCode, Caveat>();
  for (const caveat of result.caveats) if (!first.has(caveat.code)) first.set(caveat.code, caveat);
  const whole = new Set(first.keys());
  for (const { period, estimate } of result.periods) {
    if (estimate && isOfOneAccount(estimate)) oneAccount.push(period);
    for (const caveat of estimate?.caveats ?? []) {
      // One account has no spread to show: its own sentence says so, and the others would give a wrong reason.
      if (whole.has(caveat.code) || (isOfOneAccount(estimate!) && ofAccounts.has(caveat.code))) continue;
      first.set(caveat.code, caveat);
      periodsOf.set(caveat.code, [...(periodsOf.get(caveat.code) ?? []), period]);
    }
  }
  const periodText = (period: string) => (/^\d{4}-(\d\d|Q\d|W\d\d)$/.test(period) ? name(period).full : period);
  const told = [...first.values()].map((caveat) => {
    const periods = periodsOf.get(caveat.code);
    return caveatText(periods ? { code: caveat.code, message: caveat.message, periods } : caveat, language, periodText);
  });
  if (oneAccount.length === 0) return told;
  const periods = namesOf({ code: 'few-accounts', message: '', periods: oneAccount }, periodText);
  return [...told, doubts.oneAccount(periods)];
}

const ofAccounts: ReadonlySet<CaveatCode> = new Set<CaveatCode>(['few-accounts', 'single-unit-stratum', 'no-variance']);

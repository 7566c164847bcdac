import type { PeriodUnit } from '../audit/index.ts';
import type { Language } from './language.ts';

/** One period in every form that the sentences need; Finnish puts the case into the word itself. */
export interface PeriodName {
  /** "June 2026": titles and tables. */
  readonly full: string;
  /** "in June": sentences; with the year where the window would make it ambiguous. */
  readonly inside: string;
  /** "since May": the period that a change is counted from. */
  readonly since: string;
  /** "until May", the whole period included. */
  readonly until: string;
  /** "June" alone, without a year. */
  readonly bare: string;
  /** "Jun": the axis. */
  readonly axis: string;
  readonly year: string;
  /** 1..12, 1..4 or 1..53. */
  readonly part: number;
}

const months: Readonly<Record<Language, readonly string[]>> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  fi: 'tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu'.split(
    ' ',
  ),
  sv: 'januari februari mars april maj juni juli augusti september oktober november december'.split(' '),
};
const monthAxis: Readonly<Record<Language, readonly string[]>> = {
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
  fi: 'tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu'.split(' '),
  sv: 'jan feb mars april maj juni juli aug sep okt nov dec'.split(' '),
};

type Forms = Pick<PeriodName, 'bare' | 'inside' | 'since' | 'until' | 'axis' | 'full'>;

function monthForms(part: number, year: string, language: Language): Forms {
  const name = months[language][part - 1] ?? String(part);
  const axis = monthAxis[language][part - 1] ?? String(part);
  const full = `${name}${year}`;
  if (language === 'fi') {
    return {
      full,
      bare: name,
      axis,
      inside: `${name}ssa${year}`,
      since: `${name}sta${year}`,
      until: `${name}hun${year}`,
    };
  }
  if (language === 'sv') {
    return {
      full,
      bare: name,
      axis,
      inside: `i ${name}${year}`,
      since: `sedan ${name}${year}`,
      until: `till ${name}${year}`,
    };
  }
  return {
    full,
    bare: name,
    axis,
    inside: `in ${name}${year}`,
    since: `since ${name}${year}`,
    until: `until ${name}${year}`,
  };
}

function quarterForms(part: number, year: string, language: Language): Forms {
  if (language === 'fi') {
    const full = `Q${part}${year}`;
    return {
      full,
      bare: `Q${part}`,
      axis: `Q${part}`,
      inside: `neljänneksellä ${full}`,
      since: `neljänneksestä ${full}`,
      until: `neljännekseen ${full}`,
    };
  }
  if (language === 'sv') {
    const bare = `kvartal ${part}`;
    const full = `${bare}${year}`;
    return { full, bare, axis: `kv ${part}`, inside: `under ${full}`, since: `sedan ${full}`, until: `till ${full}` };
  }
  const bare = `Q${part}`;
  const full = `${bare}${year}`;
  return { full, bare, axis: bare, inside: `in ${full}`, since: `since ${full}`, until: `until ${full}` };
}

function weekForms(part: number, year: string, language: Language): Forms {
  if (language === 'fi') {
    const full = `viikko ${part}${year}`;
    return {
      full,
      bare: `viikko ${part}`,
      axis: `vk ${part}`,
      inside: `viikolla ${part}${year}`,
      since: `viikosta ${part}${year}`,
      until: `viikkoon ${part}${year}`,
    };
  }
  const bare = `${language === 'sv' ? 'vecka' : 'week'} ${part}`;
  const full = `${bare}${year}`;
  if (language === 'sv')
    return { full, bare, axis: `v ${part}`, inside: full, since: `sedan ${full}`, until: `till ${full}` };
  return { full, bare, axis: `W${part}`, inside: `in ${full}`, since: `since ${full}`, until: `until ${full}` };
}

/**
 * How is a period ("2026-03", "2026-Q1", "2026-W05") called in each place of a report?
 * `withYear` puts the year into the sentence forms too: wanted when the window is longer than a year.
 * @example periodName('2026-06', { unit: 'month', language: 'fi', withYear: false }).inside // => "kesäkuussa"
 */
export function periodName(
  period: string,
  options: { readonly unit: PeriodUnit; readonly language: Language; readonly withYear: boolean },
): PeriodName {
  const [year = '', rest = ''] = period.split('-');
  const part = Number(rest.replace(/\D/g, ''));
  const forms = { month: monthForms, quarter: quarterForms, week: weekForms }[options.unit];
  // "viikko 5/2026" and "week 5, 2026": a bare number after a number would be misread.
  const numbered = options.unit === 'week' || (options.unit === 'quarter' && options.language !== 'en');
  const suffix = !numbered ? ` ${year}` : options.language === 'fi' ? `/${year}` : `, ${year}`;
  const withYear = forms(part, suffix, options.language);
  const told = options.withYear ? withYear : forms(part, '', options.language);
  return { ...told, full: capital(withYear.full, options.language), year, part };
}

/**
 * How is a period called by itself, with its year?
 * @example periodText('2026-06', 'month', 'sv') // => "juni 2026"
 */
export function periodText(period: string, unit: PeriodUnit, language: Language): string {
  return periodName(period, { unit, language, withYear: true }).full;
}

/** English keeps its capitals; Finnish and Swedish names are written small, also in tables. */
function capital(text: string, language: Language): string {
  return language === 'en' ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

/**
 * Which period comes after this one?
 * ISO years of 52 or 53 weeks: a year has 53 when 1 January is a Thursday, or a Wednesday in a leap year.
 * @example nextPeriod('2026-12') // => "2027-01"
 */
export function nextPeriod(period: string): string {
  const [yearText = '', rest = ''] = period.split('-');
  const year = Number(yearText);
  const kind = rest.replace(/\d/g, '');
  const part = Number(rest.replace(/\D/g, ''));
  const last = kind === 'Q' ? 4 : kind === 'W' ? weeksOfYear(year) : 12;
  const [nextYear, nextPart] = part === last ? [year + 1, 1] : [year, part + 1];
  return `${String(nextYear).padStart(4, '0')}-${kind}${kind === 'Q' ? nextPart : String(nextPart).padStart(2, '0')}`;
}

function weeksOfYear(year: number): number {
  const weekday = (of: number) => (of + Math.floor(of / 4) - Math.floor(of / 100) + Math.floor(of / 400)) % 7;
  return weekday(year) === 4 || weekday(year - 1) === 3 ? 53 : 52;
}

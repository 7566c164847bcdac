import * as z from 'zod';

/** A text in the languages it is written in, by BCP 47 tag. */
export type Texts = Record<string, string>;

/** 35 characters hold language, script, region and variants (RFC 5646, 4.4.1). */
const longestTag = 35;
/** A question that needs more is an article; the limit keeps a page below its weight. */
const longestText = 2000;

function isCanonicalTag(tag: string): boolean {
  if (tag.length > longestTag) return false;
  try {
    // One spelling each, or "EN" and "en" would be two languages of one survey.
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}

export const languageTag = z
  .string()
  .refine(isCanonicalTag, { error: 'needs a language tag in its usual spelling, for example en, fi or pt-BR' });

export const texts = z.record(
  languageTag,
  z
    .string()
    .max(longestText)
    .refine((text) => text.trim() !== '', { error: 'needs words' }),
);

const primary = (tag: string): string => tag.split('-')[0]!.toLowerCase();

/** The tag and what is left when its subtags fall away from the end (RFC 4647, 3.4). */
function shortened(tag: string): string[] {
  const parts = tag.split('-');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
}

/** Which of these tags serves a reader of `wish` best? The tag itself, a shorter one, else a sister of the language. */
function closestTag(wish: string, tags: readonly string[]): string | undefined {
  const lower = new Map(tags.map((tag) => [tag.toLowerCase(), tag]));
  for (const candidate of shortened(wish.toLowerCase())) {
    const met = lower.get(candidate);
    if (met !== undefined) return met;
  }
  return tags.find((tag) => primary(tag) === primary(wish));
}

/**
 * Which words does a reader of this language get? His own, those of a sister tag (`sv` for `sv-FI` and back), those
 * of the fallback, else the first that are there; the empty text where there are none. Refuses nothing: a missing
 * translation is told by `missingTranslations` while the survey is built, not to the respondent.
 * @example textIn({ "en": "Thank you", "sv": "Tack" }, "sv-FI", "en") // => "Tack"
 */
export function textIn(given: Readonly<Texts>, language: string, fallback: string): string {
  const tags = Object.keys(given);
  const tag = closestTag(language, tags) ?? closestTag(fallback, tags) ?? tags[0];
  return tag === undefined ? '' : given[tag]!;
}

/**
 * In which language of the survey is this person asked? The first wish that it has, else its first language.
 * @example languageFor(templateFor("delivery", ["fi", "sv"]), ["de", "sv-FI"]) // => "sv"
 */
export function languageFor(
  { languages }: { readonly languages: readonly string[] },
  wishes: readonly string[],
): string {
  for (const wish of wishes) {
    const tag = closestTag(wish, languages);
    if (tag !== undefined) return tag;
  }
  return languages[0]!;
}

/** Scripts written from right to left, by their code of ISO 15924. */
const rightToLeftScripts = new Set(['adlm', 'arab', 'hebr', 'mand', 'nkoo', 'rohg', 'samr', 'syrc', 'thaa']);
/** Languages usually written in one of them (the default scripts of CLDR). */
const rightToLeftLanguages = new Set('ar arc arz ckb dv fa glk he iw ks lrc mzn nqo ps sd syr ug ur yi'.split(' '));

/**
 * In which direction is this language written? Its script decides where the tag names one, else the usual script of
 * the language.
 * @example directionOf("ar-EG") // => "rtl"
 * @example directionOf("az-Arab") // => "rtl"
 */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const [name, ...rest] = language.toLowerCase().split('-');
  const script = rest.find((part) => /^[a-z]{4}$/.test(part));
  const isRightToLeft = script === undefined ? rightToLeftLanguages.has(name!) : rightToLeftScripts.has(script);
  return isRightToLeft ? 'rtl' : 'ltr';
}

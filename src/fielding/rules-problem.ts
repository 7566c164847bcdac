import type { WordLanguage } from './refusal-words.ts';

/** What can be wrong with one field of the rules, for pages that say it in the reader's language. */
export const rulesProblems = [
  'missing',
  'too-small',
  'too-big',
  'too-many',
  'not-fit',
  'not-known',
  'too-deep',
  'first-channel-later',
  'hours-fall',
  'named-twice',
  'too-few-days',
  'days-fall',
  'after-end',
  'quiet-all-day',
  'no-open-hours',
  'shares-half',
  'only-of-nothing',
] as const;
export type RulesProblem = (typeof rulesProblems)[number];

const sentences: Readonly<Record<WordLanguage, Readonly<Record<RulesProblem, string>>>> = {
  en: {
    missing: 'Something has to stand here.',
    'too-small': 'At least LIMIT.',
    'too-big': 'At most LIMIT.',
    'too-many': 'At most LIMIT.',
    'not-fit': 'This cannot be read here.',
    'not-known': 'There is no such rule.',
    'too-deep': 'The rules are nested too deeply.',
    'first-channel-later': 'The first channel is asked at once: its hours are 0.',
    'hours-fall': 'Each channel needs at least as many hours as the one before.',
    'named-twice': 'One name stands here twice.',
    'too-few-days': 'Each reminder needs its day.',
    'days-fall': 'Each reminder needs a later day than the one before.',
    'after-end': 'A reminder would come after the invitation has ended.',
    'quiet-all-day': 'The quiet hours have to end before they begin again.',
    'no-open-hours': 'No time of any day would be left to send in.',
    'shares-half': 'Say both what the shares go by and the shares, or neither.',
    'only-of-nothing': 'Say first what each quota is of.',
  },
  fi: {
    missing: 'Tämä täytyy täyttää.',
    'too-small': 'Vähintään LIMIT.',
    'too-big': 'Enintään LIMIT.',
    'too-many': 'Enintään LIMIT.',
    'not-fit': 'Arvo ei kelpaa tähän.',
    'not-known': 'Tällaista sääntöä ei ole.',
    'too-deep': 'Säännöissä on liian monta sisäkkäistä tasoa.',
    'first-channel-later': 'Ensimmäisellä kanavalla kysytään heti: tuntimäärä on 0.',
    'hours-fall': 'Kanavan tuntimäärä ei voi olla pienempi kuin edellisen.',
    'named-twice': 'Sama nimi on kahdesti.',
    'too-few-days': 'Jokainen muistutus tarvitsee päivänsä.',
    'days-fall': 'Muistutuksen päivän täytyy olla edellistä myöhempi.',
    'after-end': 'Muistutus tulisi vasta kutsun vanhennuttua.',
    'quiet-all-day': 'Hiljaisen ajan täytyy päättyä ennen kuin se alkaa uudelleen.',
    'no-open-hours': 'Lähettämiselle ei jäisi aikaa minään päivänä.',
    'shares-half': 'Anna sekä jaottelu että osuudet, tai jätä molemmat pois.',
    'only-of-nothing': 'Kerro ensin, minkä mukaan kiintiö jaetaan.',
  },
  sv: {
    missing: 'Här behövs ett värde.',
    'too-small': 'Minst LIMIT.',
    'too-big': 'Högst LIMIT.',
    'too-many': 'Högst LIMIT.',
    'not-fit': 'Värdet går inte att använda här.',
    'not-known': 'Det finns ingen sådan regel.',
    'too-deep': 'Reglerna har för många nivåer i varandra.',
    'first-channel-later': 'Den första kanalen används genast: dess timmar är 0.',
    'hours-fall': 'Varje kanal behöver minst lika många timmar som den före.',
    'named-twice': 'Samma namn står två gånger.',
    'too-few-days': 'Varje påminnelse behöver sin dag.',
    'days-fall': 'Varje påminnelse behöver en senare dag än den före.',
    'after-end': 'En påminnelse skulle komma efter att inbjudan har gått ut.',
    'quiet-all-day': 'De tysta timmarna måste sluta innan de börjar igen.',
    'no-open-hours': 'Det skulle inte finnas någon tid att skicka på någon dag.',
    'shares-half': 'Ange både indelning och andelar, eller ingendera.',
    'only-of-nothing': 'Ange först vad varje kvot gäller.',
  },
};

/** What is wrong, as a sentence; undefined for a problem that this version does not know. */
export function rulesProblemText(
  { problem, limit }: { readonly problem?: unknown; readonly limit?: unknown },
  language: WordLanguage,
): string | undefined {
  const known = rulesProblems.find((one) => one === problem);
  return known && sentences[language][known].replace('LIMIT', String(limit ?? ''));
}

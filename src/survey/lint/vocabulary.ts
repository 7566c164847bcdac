/** Words that the lint looks for. A star ends a stem: "escalat*" meets "escalated". Several words are met in a row. */
export interface Vocabulary {
  /** Words of the company's side that customers do not use. */
  readonly process: readonly string[];
  /** Words that tell the respondent what to answer. */
  readonly leading: readonly string[];
  readonly negation: readonly string[];
  /** Words that join. */
  readonly joining: readonly string[];
  /** Qualities that can each be judged for themselves; two of them joined are two questions. */
  readonly quality: readonly string[];
}

const words = (text: string): string[] => text.trim().split(/\s*,\s*/);

/** By primary language. Texts in other languages are not looked at for their words. */
export const vocabularies: Readonly<Record<string, Vocabulary>> = {
  en: {
    process: words(`touchpoint*, ticket*, process, processes, processing, procedure*, workflow*, sla, slas, kpi*, crm,
      escalat*, stakeholder*, end user, end users, onboarding, interaction*, customer journey, case handling, resolution,
      deliverable*, back office`),
    leading: words(`excellent*, great, amazing*, wonderful*, fantastic*, outstanding*, superb*, world class, award*,
      obviously, surely, of course, as you know, don't you, wouldn't you, isn't it, do you agree, love, loved, enjoy*`),
    negation: words(`not, never, no, none, nothing, cannot, don't, doesn't, didn't, isn't, wasn't, aren't, weren't,
      won't, wouldn't, couldn't, can't, dissatisf*, unsatisf*, unhappy, unclear, unhelpful, unlikely`),
    joining: words('and, or'),
    quality: words(`quick*, fast, speed*, friendl*, eas*, clear*, clarity, helpful*, profession*, competen*, polite*,
      courte*, useful*, reliab*, price*, quality, knowledg*, expert*, accura*, thorough*, convenien*, pleasant*, clean*,
      tid*, afford*, safe*, comfort*, punctual*, timel*, simpl*, responsive*, attentive*`),
  },
  fi: {
    process: words(`prosess*, tiket*, kosketuspist*, kohtaamispist*, asiakaspol*, asiakaskohtaami*, loppukäyttäj*,
      onboarding*, palvelupyyn*, sla, organisaatio*, sidosryhm*, toimitusketju*, eskaloi*, resurss*`),
    leading: words(`erinomai*, loistav*, mahtav*, upea*, upei*, fantasti*, huippu*, tietenkin, tietysti, varmaan*,
      totta kai, kuten tiedät, eikö*, palkit*, rakast*, nautit*`),
    negation: words('en, et, ei, emme, ette, eivät, älä, älkää, eikö*, tyytymät*, epäselv*, epäystävälli*'),
    joining: words('ja, tai, sekä'),
    quality:
      words(`nope*, ystävälli*, helppo*, helpo*, vaivat*, selke*, asiantunt*, ammattitai*, laadu*, laatu*, hinta*,
      hinna*, luotettav*, kohteli*, siist*, hyödylli*, täsmälli*, edulli*, turvalli*, mukav*, sujuv*, osaav*,
      palvelualt*, ripe*`),
  },
  sv: {
    process: words(`process*, ticket*, kontaktpunkt*, kundres*, kundmöt*, slutanvändare*, onboarding*, sla, intressent*,
      eskaler*, handlägg*, organisation*, avvikelse*, resurs*`),
    leading: words(`utmärkt*, fantastisk*, underbar*, enastående, suverän*, naturligtvis, självklart, som du vet, visst,
      håller du med, håller du inte med, prisbelön*, älska*, njut*, njöt, toppen*`),
    negation: words('inte, aldrig, ingen, inga, inget, ej, icke, missnöj*, otydlig*, ovänlig*, osannolik*'),
    joining: words('och, eller, samt'),
    quality: words(`snabb*, vänlig*, enkel*, enkla, lätt*, tydlig*, kunnig*, kompeten*, profession*, kvalitet*, pris*,
      pålitlig*, trevlig*, artig*, hjälpsam*, rent, renhet*, städ*, användbar*, punktlig*, bekväm*, säker*, smidig*,
      trygg*, korrekt*, noggrann*`),
  },
};

/** A text as small words; an apostrophe belongs to its word. */
export function wordsOf(text: string): string[] {
  return text
    .replace(/\{\{[^{}]*\}\}/g, ' ')
    .replaceAll('’', "'")
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}']+/u)
    .filter((word) => word !== '');
}

const isWord = (word: string | undefined, wanted: string): boolean =>
  word !== undefined && (wanted.endsWith('*') ? word.startsWith(wanted.slice(0, -1)) : word === wanted);

/** Those entries of a list that the text has, as they stand in the text. */
export function met(text: readonly string[], list: readonly string[]): string[] {
  return list.flatMap((entry) => {
    const wanted = entry.split(/\s+/);
    return text.flatMap((_, at) =>
      wanted.every((one, k) => isWord(text[at + k], one)) ? [text.slice(at, at + wanted.length).join(' ')] : [],
    );
  });
}

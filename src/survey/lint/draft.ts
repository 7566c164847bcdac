import type { LintHit, LintReason } from './finding.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * What other survey tools offer for a scale and a questionnaire of Candor cannot hold. The lint reads it all the same,
 * so that whoever brings it is told why and not only "unknown key".
 */
const presentationKeys: Readonly<Record<string, LintReason>> = {
  colour: 'coloured',
  colours: 'coloured',
  color: 'coloured',
  colors: 'coloured',
  preselected: 'preselected',
  default: 'preselected',
};

/** A draft as the schema can read it, and what had to be taken out of it or put in. */
export interface ReadableDraft {
  readonly draft: unknown;
  readonly hits: readonly LintHit[];
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Takes the presentation of scales out of a draft, and gives empty anchors to a scale that has none. */
export function readableDraft(given: unknown): ReadableDraft {
  const hits: LintHit[] = [];
  if (!isObject(given) || !Array.isArray(given.pages)) return { draft: given, hits };
  const languages = Array.isArray(given.languages) ? given.languages.map(String) : [];
  const pages = given.pages.map((page: unknown) =>
    isObject(page) && Array.isArray(page.questions)
      ? { ...page, questions: page.questions.map((question: unknown) => readable(question, languages, hits)) }
      : page,
  );
  return { draft: { ...given, pages }, hits };
}

function readable(question: unknown, languages: readonly string[], hits: LintHit[]): unknown {
  if (!isObject(question) || (question.kind !== 'scale' && question.kind !== 'matrix')) return question;
  const key = String(question.key);
  const refuse = (rule: LintHit['rule'], reason: LintReason) =>
    hits.push({ rule, reason, severity: 'refused', question: key });
  const { orientation, anchors, ...rest } = question;
  if (orientation === 'descending') refuse('presentation', 'descending');
  const kept = Object.entries(rest).filter(([name, value]) => {
    const reason = Object.hasOwn(presentationKeys, name) ? presentationKeys[name] : undefined;
    if (reason && value !== false) refuse('presentation', reason);
    return reason === undefined;
  });
  if (anchors === undefined) refuse('anchors', 'no-anchors');
  return {
    ...Object.fromEntries(kept),
    ...(orientation === undefined || orientation === 'descending' ? {} : { orientation }),
    anchors: anchors ?? placeholder(languages),
  };
}

/** Two different signs without a word in them: no other rule has anything to say of them. */
const placeholder = (languages: readonly string[]) => ({
  low: Object.fromEntries(languages.map((language) => [language, '−'])),
  high: Object.fromEntries(languages.map((language) => [language, '+'])),
});

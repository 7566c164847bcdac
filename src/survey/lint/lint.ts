import { parseQuestionnaire } from '../check-questionnaire.ts';
import { anchorHits } from './anchors.ts';
import { changedHits } from './changed.ts';
import { readableDraft } from './draft.ts';
import type { LintContext, LintFinding, LintHit } from './finding.ts';
import { lintWords } from './lint-words.ts';
import { followUpHits, orderHits } from './order.ts';
import { lengthHits, optionHits } from './size.ts';
import { wordingHits } from './wording.ts';

/**
 * What would spoil the answers to this questionnaire, why, and what is better? Reads the JSON of a draft, also of one
 * that the schema refuses for its presentation (a descending, coloured or preselected scale, a scale without anchors),
 * so that the reason is told. `refused` findings stand in the way of publishing. Rules about words know English,
 * Finnish and Swedish. Refuses a draft that cannot be read at all (`CND_SURVEY`).
 * @example lint(templateFor("delivery", ["en", "fi", "sv"])).length // => 0
 */
export function lint(given: unknown, context: LintContext = {}): LintFinding[] {
  const { draft, hits } = readableDraft(given);
  const q = parseQuestionnaire(draft);
  return [
    ...hits,
    ...anchorHits(q),
    ...changedHits(q, context),
    ...orderHits(q, context),
    ...followUpHits(q),
    ...lengthHits(q, context),
    ...optionHits(q),
    ...wordingHits(q),
  ].map((hit) => worded(hit, context.words ?? 'en'));
}

function worded(hit: LintHit, language: 'en' | 'fi' | 'sv'): LintFinding {
  const { rule, severity, question, language: of, reason } = hit;
  const [why, better] = lintWords[language][reason](hit);
  const where = { ...(question === undefined ? {} : { question }), ...(of === undefined ? {} : { language: of }) };
  return { rule, severity, ...where, why, better };
}

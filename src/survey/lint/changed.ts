import { askedQuestions } from '../asked-questions.ts';
import { isChoice, isRated, type Question } from '../question.ts';
import { type Questionnaire, questionsOf } from '../questionnaire.ts';
import type { Texts } from '../texts.ts';
import type { ChangedAspect, LintContext, LintHit } from './finding.ts';

/** Questions that answers are coming in for and that the draft would ask in another way. */
export function changedHits(q: Questionnaire, { inField, isBreakMarked }: LintContext): LintHit[] {
  if (!inField) return [];
  const held = new Map(questionsOf(inField).map((question) => [question.key, question]));
  const [places, heldPlaces] = [placesOf(q), placesOf(inField)];
  return questionsOf(q).flatMap((question): LintHit[] => {
    const before = held.get(question.key);
    if (!before || !(isRated(question) || isChoice(question))) return [];
    const aspects = aspectsOf(question, before);
    if (places.get(question.key) !== heldPlaces.get(question.key)) aspects.push('place');
    const severity = isBreakMarked ? 'warn' : 'refused';
    return aspects.length > 0
      ? [{ rule: 'presentation-changed', reason: 'changed', severity, question: question.key, aspects }]
      : [];
  });
}

/** How many items stand before each question: what is asked before colours what is answered. */
function placesOf(q: Questionnaire): ReadonlyMap<string, number> {
  const items = askedQuestions(q).map(({ key }) => key.split('.')[0]!);
  return new Map(items.map((key) => [key, items.indexOf(key)]));
}

function aspectsOf(now: Question, before: Question): ChangedAspect[] {
  if (now.kind !== before.kind) return ['scale'];
  const aspects: ChangedAspect[] = [];
  if (differ(now.text, before.text)) aspects.push('text');
  if (isRated(now) && isRated(before)) {
    const isSameScale = now.scale.minimum === before.scale.minimum && now.scale.points === before.scale.points;
    if (!isSameScale || now.metric !== before.metric) aspects.push('scale');
    const ends = ['low', 'middle', 'high'] as const;
    if (ends.some((end) => differ(now.anchors[end], before.anchors[end]))) aspects.push('anchors');
  }
  if (isChoice(now) && isChoice(before) && optionsOf(now) !== optionsOf(before)) aspects.push('options');
  return aspects;
}

const optionsOf = ({ options, order = 'fixed' }: { options: { key: string }[]; order?: string | undefined }): string =>
  JSON.stringify([order, options.map(({ key }) => key)]);

/** Other words in a language that both have; a translation that is new changes nothing for those who were asked. */
function differ(one: Texts | undefined, other: Texts | undefined): boolean {
  if (!one || !other) return one !== other;
  return Object.entries(one).some(([language, text]) => Object.hasOwn(other, language) && other[language] !== text);
}

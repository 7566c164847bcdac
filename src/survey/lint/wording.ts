import { isRated, type Question } from '../question.ts';
import { type Questionnaire, questionsOf } from '../questionnaire.ts';
import type { LintHit, LintReason, LintRule } from './finding.ts';
import { met, type Vocabulary, vocabularies, wordsOf } from './vocabulary.ts';

/** How far from the "and" a quality may stand to be joined by it: "how quick and how very friendly". */
const reach = 3;

/** What the words of the questions do to the answers, in the languages whose vocabulary is known. */
export function wordingHits(q: Questionnaire): LintHit[] {
  return questionsOf(q).flatMap((question) =>
    q.languages.flatMap((language) => {
      const vocabulary = vocabularies[language.toLowerCase().split('-')[0]!];
      return vocabulary
        ? textsIn(question, language).flatMap((text) => hitsOf(text, vocabulary, question, language))
        : [];
    }),
  );
}

function textsIn(question: Question, language: string): string[] {
  const rows = question.kind === 'matrix' ? question.rows.map(({ text }) => text) : [];
  return [question.text, ...rows].flatMap((texts) => texts[language] ?? []);
}

function hitsOf(text: string, vocabulary: Vocabulary, question: Question, language: string): LintHit[] {
  const words = wordsOf(text);
  const hit = (rule: LintRule, reason: LintReason, found: readonly string[]): LintHit[] =>
    found.length > 0
      ? [{ rule, reason, severity: 'warn', question: question.key, language, met: [...new Set(found)].join(', ') }]
      : [];
  const negations = met(words, vocabulary.negation);
  // What went wrong may be asked for in words; on a scale nobody knows what "never not" agrees with.
  const isJudged = isRated(question) || question.kind === 'consent';
  return [
    ...hit('process-words', 'process-words', met(words, vocabulary.process)),
    ...hit('leading', 'leading', met(words, vocabulary.leading)),
    ...(negations.length > 1
      ? hit('negation', 'double-negation', negations)
      : hit('negation', 'negation', isJudged ? negations : [])),
    ...(isRated(question) ? hit('double-barrelled', 'double-barrelled', joinedQualities(words, vocabulary)) : []),
  ];
}

function joinedQualities(words: readonly string[], { joining, quality }: Vocabulary): string[] {
  return words.flatMap((word, at) => {
    if (!joining.includes(word)) return [];
    const before = met(words.slice(Math.max(0, at - reach), at), quality).at(-1);
    const [after] = met(words.slice(at + 1, at + 1 + reach), quality);
    return before !== undefined && after !== undefined ? [`${before} ${word} ${after}`] : [];
  });
}

import { comparisonsOf } from './condition.ts';
import { isChoice, type Question, storedKeys } from './question.ts';
import { lengthModel, questionSeconds } from './question-seconds.ts';
import { type Questionnaire, questionsOf } from './questionnaire.ts';
import { walk } from './walk.ts';

/** What one way through the questionnaire costs. */
export interface PathCost {
  /** By `lengthModel`, pages included. */
  readonly seconds: number;
  /** Stored items shown: a matrix is its rows. */
  readonly questions: number;
}

export interface LengthCost {
  readonly longest: PathCost;
  /** The middle one when every answer that decides a branch is as likely as any other. */
  readonly typical: PathCost;
  /** False where there are more ways than are walked: `longest` is then a bound, as if everything were shown. */
  readonly isExact: boolean;
}

/** Walking 2,000 ways takes some 20 ms; a survey with more branches than that gets a bound. */
const mostWays = 2000;

/**
 * How long is this questionnaire for the one who answers it, at most and usually? Walks every way that its branches
 * allow and counts seconds (`lengthModel`) and questions, in the language given or the first of the survey.
 * @example lengthCost(templateFor("delivery", ["en"])).longest.questions // => 3
 */
export function lengthCost(q: Questionnaire, language: string = q.languages[0]!): LengthCost {
  const seconds = new Map(questionsOf(q).map((question) => [question, questionSeconds(question, language)]));
  const decisions = decisionsOf(q);
  const ways = decisions.reduce((product, { values }) => product * values.length, 1);
  const isExact = ways <= mostWays;
  const walked = Array.from({ length: isExact ? ways : mostWays }, (_, way) =>
    // Prime steps spread the ways that are walked over all of them.
    costOf(q, answersOf(decisions, isExact ? way : way * 7919), seconds),
  ).sort((a, b) => a.seconds - b.seconds);
  const typical = walked[Math.floor((walked.length - 1) / 2)]!;
  return { longest: isExact ? walked.at(-1)! : everything(q, seconds), typical, isExact };
}

interface Decision {
  readonly item: string;
  readonly values: readonly unknown[];
}

/** The items that some condition looks at, with every answer that could make a difference. */
function decisionsOf(q: Questionnaire): Decision[] {
  const looked = new Set(
    questionsOf(q)
      .flatMap(({ when }) => (when ? comparisonsOf(when) : []))
      .map((c) => c.question),
  );
  return questionsOf(q).flatMap((question) =>
    storedKeys(question)
      .filter((item) => looked.has(item))
      .map((item) => ({ item, values: valuesOf(question) })),
  );
}

function valuesOf(question: Question): unknown[] {
  const none = question.required ? [] : [''];
  if (question.kind === 'scale' || question.kind === 'matrix') {
    return [...none, ...Array.from({ length: question.scale.points }, (_, k) => question.scale.minimum + k)];
  }
  if (!isChoice(question)) return [...none, question.kind === 'consent' ? 'given' : 'x'];
  const single = question.options.map(({ key }) => key);
  const free = question.options.filter(({ exclusive }) => !exclusive).map(({ key }) => key);
  const most = question.kind === 'multiple' ? free.slice(0, question.atMost ?? free.length) : [];
  return [...none, ...single, ...(most.length > 1 ? [most] : [])];
}

/** The way with this number: its digits in the mixed base of the decisions. */
function answersOf(decisions: readonly Decision[], way: number): Record<string, unknown> {
  let rest = way;
  return Object.fromEntries(
    decisions.map(({ item, values }) => {
      const value = values[rest % values.length];
      rest = Math.floor(rest / values.length);
      return [item, value];
    }),
  );
}

function costOf(q: Questionnaire, given: unknown, seconds: ReadonlyMap<Question, number>): PathCost {
  const shown = walk(q, given).filter(({ isShown }) => isShown);
  return summed(
    [...new Set(shown.map(({ question }) => question))],
    new Set(shown.map(({ page }) => page)).size,
    seconds,
  );
}

const everything = (q: Questionnaire, seconds: ReadonlyMap<Question, number>): PathCost =>
  summed(questionsOf(q), q.pages.length, seconds);

function summed(shown: readonly Question[], pages: number, seconds: ReadonlyMap<Question, number>): PathCost {
  return {
    seconds: shown.reduce((sum, question) => sum + seconds.get(question)!, pages * lengthModel.turnPage),
    questions: shown.reduce((sum, question) => sum + storedKeys(question).length, 0),
  };
}

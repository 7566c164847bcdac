import {
  checkQuestionnaire,
  type LengthCost,
  type LintFinding,
  lengthCost,
  lint,
  type Questionnaire,
  type SurveyProblem,
  type ThemeProblem,
  themeProblems,
} from '../survey/index.ts';

/** What stands in the way of publishing a survey, what would spoil its answers, and what it costs those who answer. */
export interface SurveyVerdict {
  readonly problems: readonly PlacedProblem[];
  readonly lint: readonly LintFinding[];
  readonly length: LengthCost;
  readonly contrast: readonly ThemeProblem[];
}

/** A problem with the key of the question that it belongs to, so that it stands beside it also where pages move. */
export type PlacedProblem = SurveyProblem & { readonly question?: string };

export interface JudgedAgainst {
  readonly level: 'encounter' | 'relationship';
  /** The version that answers are coming in for. */
  readonly inField?: Questionnaire | undefined;
  /** Whoever publishes has seen that the trend will show a break. */
  readonly acceptsBreak?: boolean;
  readonly words?: 'en' | 'fi' | 'sv';
}

/** How does this draft stand? The same judgement while it is written and when it is published. */
export function judgeSurvey(q: Questionnaire, { level, inField, acceptsBreak, words }: JudgedAgainst): SurveyVerdict {
  return {
    problems: checkQuestionnaire(q).map((problem) => ({ ...problem, ...questionAt(q, problem.path) })),
    lint: lint(q, {
      level,
      ...(inField ? { inField } : {}),
      ...(acceptsBreak ? { isBreakMarked: true } : {}),
      ...(words ? { words } : {}),
    }),
    length: lengthCost(q),
    contrast: themeProblems(q.theme),
  };
}

function questionAt({ pages }: Questionnaire, path: string): { question?: string } {
  const [, page, index] = /^pages\.(\d+)\.questions\.(\d+)/.exec(path) ?? [];
  const question = page === undefined ? undefined : pages[Number(page)]?.questions[Number(index)];
  return question ? { question: question.key } : {};
}

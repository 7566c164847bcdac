import { type Option, type Question, type Questionnaire, shownOrder, type Texts, visible } from '../survey/index.ts';

/** One screen: what one tap can answer, or a few options and a tap. */
export type Step =
  | {
      readonly kind: 'scale';
      readonly field: string;
      readonly texts: readonly Texts[];
      readonly low: Texts;
      readonly high: Texts;
      readonly points: readonly number[];
      readonly isRequired: boolean;
    }
  | {
      readonly kind: 'options';
      readonly field: string;
      readonly texts: readonly Texts[];
      readonly options: readonly Option[];
      readonly isMultiple: boolean;
      readonly atMost: number | undefined;
      readonly isRequired: boolean;
    };

export type Given = Readonly<Record<string, string | readonly string[]>>;

/**
 * Which screens follow, by what was tapped so far? What needs a keyboard (texts, consents) is left out: nobody types at a
 * counter with others behind him. `seed` names the order of shuffled options.
 */
export function stepsOf(questionnaire: Questionnaire, given: Given, seed: string): readonly Step[] {
  return visible(questionnaire, given).flatMap(({ questions }) =>
    questions.flatMap((question) => stepsOfQuestion(question, seed)),
  );
}

function stepsOfQuestion(question: Question, seed: string): readonly Step[] {
  switch (question.kind) {
    case 'scale':
      return [scaleStep(question, question.key, [question.text])];
    case 'matrix':
      return question.rows.map((row) => scaleStep(question, `${question.key}.${row.key}`, [question.text, row.text]));
    case 'single':
    case 'multiple':
      return [
        {
          kind: 'options',
          field: question.key,
          texts: [question.text],
          options: shownOrder(question, seed),
          isMultiple: question.kind === 'multiple',
          atMost: question.kind === 'multiple' ? question.atMost : undefined,
          isRequired: question.required === true,
        },
      ];
    default:
      return [];
  }
}

function scaleStep(
  { scale, anchors, required }: Extract<Question, { kind: 'scale' | 'matrix' }>,
  field: string,
  texts: readonly Texts[],
): Step {
  const points = Array.from({ length: scale.points }, (_, at) => scale.minimum + at);
  return { kind: 'scale', field, texts, low: anchors.low, high: anchors.high, points, isRequired: required === true };
}

/** The first screen whose question has no answer and was not passed over. */
export const nextStep = (steps: readonly Step[], given: Given, passed: ReadonlySet<string>): Step | undefined =>
  steps.find(({ field }) => given[field] === undefined && !passed.has(field));

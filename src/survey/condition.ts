import * as z from 'zod';
import { key, rowKey } from './key.ts';
import type { TakenAnswer } from './taken-answer.ts';

/** What a condition may ask of one earlier answer. */
export const tests = ['answered', 'equals', 'atLeast', 'atMost', 'includes'] as const;

const comparison = z.strictObject({
  question: z.union([key, rowKey], { error: 'needs the key of a question, or key.row of a matrix' }),
  is: z.enum(tests),
  value: z.union([z.string(), z.int()]).optional(),
});
type Comparison = z.infer<typeof comparison>;

/** When is a question shown? A tree over EARLIER answers; it can neither loop nor compute. */
export type Condition = Comparison | { all: Condition[] } | { any: Condition[] } | { not: Condition };

/** Four storeys say everything that a person can still read; a bound also keeps hostile nesting off the stack. */
const storeys = 4;

const shape = 'needs { question, is, value }, { all: […] }, { any: […] } or { not: … }, at most 4 deep';
const several = (inner: z.ZodType<Condition>) => z.array(inner).min(1).max(20);

export const condition: z.ZodType<Condition> = Array.from({ length: storeys }).reduce<z.ZodType<Condition>>(
  (inner) =>
    z.union(
      [
        comparison,
        z.strictObject({ all: several(inner) }),
        z.strictObject({ any: several(inner) }),
        z.strictObject({ not: inner }),
      ],
      { error: shape },
    ),
  comparison,
);

/** Every single comparison of a condition. */
export function comparisonsOf(given: Condition): Comparison[] {
  if ('all' in given) return given.all.flatMap(comparisonsOf);
  if ('any' in given) return given.any.flatMap(comparisonsOf);
  return 'not' in given ? comparisonsOf(given.not) : [given];
}

/** Does the condition hold? A comparison with a question that is not answered, or not shown, does not. */
export function holds(given: Condition | undefined, answers: ReadonlyMap<string, TakenAnswer>): boolean {
  if (given === undefined) return true;
  if ('all' in given) return given.all.every((part) => holds(part, answers));
  if ('any' in given) return given.any.some((part) => holds(part, answers));
  if ('not' in given) return !holds(given.not, answers);
  const answer = answers.get(given.question);
  return answer !== undefined && compares(given, answer);
}

function compares({ is, value }: Comparison, { score, choices }: TakenAnswer): boolean {
  switch (is) {
    case 'answered':
      return true;
    case 'equals':
      return score === undefined ? choices?.length === 1 && choices[0] === value : score === value;
    case 'atLeast':
      return score !== undefined && typeof value === 'number' && score >= value;
    case 'atMost':
      return score !== undefined && typeof value === 'number' && score <= value;
    case 'includes':
      return choices?.some((choice) => choice === value) ?? false;
  }
}

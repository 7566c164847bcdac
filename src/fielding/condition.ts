import * as z from 'zod';
import type { AttributeValue } from './facts.ts';

/** Deep enough for any rule a person can read; it also bounds the recursion of a hostile document. */
export const deepestCondition = 8;

const value = z.union([z.string().max(500), z.number(), z.boolean()]);

/**
 * One test of one fact. `field` is `account.segment`, `account.revenue`, `contact.role`, `contact.language`,
 * `encounter.touchpoint`, `encounter.event`, or an attribute as `encounter.NAME` or `account.NAME`.
 */
const test = z.strictObject({
  field: z.string().regex(/^(encounter|account|contact)\.[\p{L}\p{N}_.-]{1,100}$/u, 'needs encounter.X or account.X'),
  is: z.enum(['equal', 'not-equal', 'one-of', 'at-least', 'at-most', 'contains', 'known']),
  value: z.union([value, z.array(value).min(1).max(200)]).optional(),
});

export type FieldTest = z.infer<typeof test>;
export type Condition =
  | FieldTest
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** Conditions joined by and (`all`), or (`any`) and `not`. */
export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    test.superRefine((one, context) => {
      const wants = one.is === 'known' ? 'none' : one.is === 'one-of' ? 'list' : 'one';
      const has = one.value === undefined ? 'none' : Array.isArray(one.value) ? 'list' : 'one';
      if (wants !== has) context.addIssue({ code: 'custom', path: ['value'], message: valueNeed[wants] });
    }),
    z.strictObject({ all: z.array(conditionSchema).min(1).max(50) }),
    z.strictObject({ any: z.array(conditionSchema).min(1).max(50) }),
    z.strictObject({ not: conditionSchema }),
  ]),
);

const valueNeed = { none: 'must be absent', list: 'needs a list of values', one: 'needs one value' } as const;

/** Reads a fact; several values where a person has several roles, undefined where it is not known. */
export type FactReader = (field: string) => AttributeValue | readonly AttributeValue[] | undefined;

/**
 * Does the condition hold? A fact that is not known passes no test, `not-equal` included: nobody is asked because
 * something about him is missing. Of several values (roles) one that passes is enough; for `not-equal` all must.
 * Numbers are compared as numbers, dates (ISO 8601) as moments, other texts as they are, letter by letter.
 */
export function conditionHolds(condition: Condition, read: FactReader): boolean {
  if ('all' in condition) return condition.all.every((part) => conditionHolds(part, read));
  if ('any' in condition) return condition.any.some((part) => conditionHolds(part, read));
  if ('not' in condition) return !conditionHolds(condition.not, read);
  const fact = read(condition.field);
  const values: readonly AttributeValue[] = fact === undefined ? [] : typeof fact === 'object' ? fact : [fact];
  if (values.length === 0) return false;
  if (condition.is === 'not-equal') return values.every((one) => passes(one, condition));
  return values.some((one) => passes(one, condition));
}

function passes(fact: AttributeValue, { is, value: wanted }: FieldTest): boolean {
  if (is === 'known') return true;
  if (is === 'one-of') return (wanted as readonly AttributeValue[]).includes(fact);
  if (is === 'equal') return fact === wanted;
  if (is === 'not-equal') return fact !== wanted;
  if (is === 'contains') return String(fact).toLowerCase().includes(String(wanted).toLowerCase());
  const [left, right] = [rank(fact), rank(wanted as AttributeValue)];
  // A date and a number are on two lines.
  if (left === undefined || right === undefined || typeof fact !== typeof wanted) return false;
  return is === 'at-least' ? left >= right : left <= right;
}

/** What stands on a line and can be compared: a number, or a date. */
function rank(given: AttributeValue): number | undefined {
  if (typeof given === 'number') return given;
  if (typeof given !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(given)) return undefined;
  const moment = Date.parse(given);
  return Number.isFinite(moment) ? moment : undefined;
}

/** The first test that does not hold, for the answer to "why not"; undefined where the failure is that of a `not`. */
export function failedField(condition: Condition, read: FactReader): string | undefined {
  if ('all' in condition) {
    const failed = condition.all.find((part) => !conditionHolds(part, read));
    return failed && failedField(failed, read);
  }
  if ('any' in condition) return failedField(condition.any[0]!, read);
  if ('not' in condition) return 'field' in condition.not ? condition.not.field : undefined;
  return condition.field;
}

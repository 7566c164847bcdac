import type { Json, JsonObject } from './asking-api.ts';

/** How the parts of a group are joined: every one, one at least, or not a single one. */
export const joins = ['all', 'any', 'none'] as const;
export type Join = (typeof joins)[number];

export interface ConditionGroup {
  readonly join: Join;
  readonly parts: readonly Json[];
  /** Where the parts stand, below the place of the condition. */
  readonly at: string;
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The condition as a group, with "not any" read as "none"; undefined where it is a single test or nothing. */
export function groupOf(condition: Json | undefined): ConditionGroup | undefined {
  if (!isObject(condition)) return undefined;
  const { all, any, not } = condition;
  if (Array.isArray(all)) return { join: 'all', parts: all, at: 'all' };
  if (Array.isArray(any)) return { join: 'any', parts: any, at: 'any' };
  const inner = groupOf(not);
  return inner?.join === 'any' ? { ...inner, join: 'none', at: 'not.any' } : undefined;
}

/** These parts joined in this way. */
export function joinedBy(join: Join, parts: readonly Json[]): JsonObject {
  return join === 'none' ? { not: { any: parts } } : { [join]: parts };
}

const isTest = (condition: Json): boolean => isObject(condition) && 'is' in condition;

/** Whether rows and groups of rows say all of it: nothing yet, or a group of tests and, one level down, of groups. */
export function isShownAsRows(condition: Json | undefined, levels = 2): boolean {
  if (condition === undefined) return true;
  const group = groupOf(condition);
  return (
    group !== undefined && group.parts.every((part) => isTest(part) || (levels > 1 && isShownAsRows(part, levels - 1)))
  );
}

import type * as z from 'zod';
import { CandorError, nearestName } from '../errors/index.ts';
import { deepestCondition } from './condition.ts';
import { encounterRules, type ProgrammeRules, programmeRules, relationshipRules } from './programme-rules.ts';
import type { RulesProblem } from './rules-problem.ts';
import { hasOpenHours } from './send-time.ts';

/** No rules document is deeper than its conditions and the few levels above them; two levels belong to each condition. */
const deepestDocument = 6 + 2 * deepestCondition;

/**
 * The rules of a document, with every default filled in. What is wrong is refused in one sentence that names the field
 * (`CND_PROGRAMME_RULES`): unknown keys, values out of range, and rules that contradict each other, such as a third
 * reminder after the invitation has expired or hours in which nothing can be sent.
 */
export function parseProgrammeRules(given: unknown): ProgrammeRules {
  if (isDeeper(given, deepestDocument))
    throw refused('', `is nested deeper than ${deepestDocument} levels`, 'too-deep');
  const parsed = programmeRules.safeParse(given);
  if (!parsed.success) throw issueRefused(innermost(parsed.error.issues[0]!));
  const contradiction = contradictionOf(parsed.data);
  if (contradiction) throw refused(...contradiction);
  return parsed.data;
}

/** By level, not by recursion: a document of 100,000 brackets must not end the process. */
function isDeeper(given: unknown, levels: number): boolean {
  let level: unknown[] = [given];
  for (let depth = 0; depth <= levels; depth += 1) {
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
    if (level.length === 0) return false;
  }
  return true;
}

type Contradiction = readonly [field: string, message: string, problem: RulesProblem];

function contradictionOf(rules: ProgrammeRules): Contradiction | undefined {
  return channelContradiction(rules) ?? reminderContradiction(rules) ?? hoursContradiction(rules) ?? listed(rules);
}

function channelContradiction({ channels }: ProgrammeRules): Contradiction | undefined {
  if (channels[0]!.afterHours !== 0)
    return ['channels.0.afterHours', 'needs 0: the first channel is asked at once', 'first-channel-later'];
  const isUnordered = channels.some((step, i) => i > 0 && step.afterHours < channels[i - 1]!.afterHours);
  if (isUnordered) return ['channels', 'needs hours that do not fall from channel to channel', 'hours-fall'];
  const isDouble = new Set(channels.map(({ channel }) => channel)).size < channels.length;
  return isDouble ? ['channels', 'names a channel twice', 'named-twice'] : undefined;
}

function reminderContradiction({ reminders, expiryDays }: ProgrammeRules): Contradiction | undefined {
  const { count, afterDays } = reminders;
  if (afterDays.length < count)
    return ['reminders.afterDays', `needs ${count} days, one for each reminder`, 'too-few-days'];
  if (afterDays.some((days, i) => i > 0 && days <= afterDays[i - 1]!)) {
    return ['reminders.afterDays', 'needs days that rise', 'days-fall'];
  }
  const last = count > 0 ? afterDays[count - 1]! : 0;
  return last >= expiryDays
    ? [
        'reminders.afterDays',
        `has a reminder after ${last} days, but the invitation ends after ${expiryDays}`,
        'after-end',
      ]
    : undefined;
}

function hoursContradiction(rules: ProgrammeRules): Contradiction | undefined {
  const { quietHours, variants } = rules;
  if (quietHours.until >= quietHours.from)
    return ['quietHours', 'needs to end before it begins again', 'quiet-all-day'];
  if (!hasOpenHours(rules)) return ['sendWindow', 'leaves no time of any day outside the quiet hours', 'no-open-hours'];
  const late = variants.findIndex(({ sendFrom }) => sendFrom !== undefined && !hasOpenHours(rules, sendFrom));
  return late >= 0
    ? [`variants.${late}.sendFrom`, 'lies after the hours in which may be sent', 'no-open-hours']
    : undefined;
}

function listed({ variants, sampling, quotas }: ProgrammeRules): Contradiction | undefined {
  const isDouble = new Set(variants.map(({ name }) => name)).size < variants.length;
  if (isDouble) return ['variants', 'needs a name of its own for each', 'named-twice'];
  if ((sampling.by === undefined) !== (sampling.shares === undefined)) {
    return ['sampling', 'needs both "by" and "shares", or neither', 'shares-half'];
  }
  const lone = quotas.findIndex(({ each, only }) => only !== undefined && each === undefined);
  return lone >= 0
    ? [`quotas.${lone}.only`, 'needs "each" to say what it is a value of', 'only-of-nothing']
    : undefined;
}

/** A union reports its members; the one that got furthest is what was meant. */
function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return issue;
  const inner = issue.errors
    .map((issues) => issues[0])
    .filter((one) => one !== undefined)
    .map((one) => innermost({ ...one, path: [...issue.path, ...one.path] } as z.core.$ZodIssue))
    .sort((a, b) => b.path.length - a.path.length || Number(isStranger(a)) - Number(isStranger(b)));
  return inner[0] ?? issue;
}

const isStranger = (issue: z.core.$ZodIssue) => issue.code === 'unrecognized_keys';

function issueRefused(issue: z.core.$ZodIssue): CandorError {
  const field = issue.path.map(String).join('.');
  if (issue.code !== 'unrecognized_keys') return refused(field, issue.message, problemOf(issue), limitsOf(issue));
  const key = issue.keys[0]!;
  const known = [...Object.keys(encounterRules.shape), ...Object.keys(relationshipRules.shape)];
  const nearest = field === '' ? nearestName(key, known) : undefined;
  const hint = nearest ? `; did you mean "${nearest}"?` : '';
  return refused(field === '' ? key : `${field}.${key}`, `is not known${hint}`, 'not-known');
}

function problemOf(issue: z.core.$ZodIssue): RulesProblem {
  if (issue.code === 'too_small')
    return issue.origin === 'array' || issue.origin === 'string' ? 'missing' : 'too-small';
  if (issue.code === 'too_big') return issue.origin === 'array' || issue.origin === 'string' ? 'too-many' : 'too-big';
  // What is absent is of no type at all.
  if (issue.code === 'invalid_type') return /received undefined$/.test(issue.message) ? 'missing' : 'not-fit';
  return 'not-fit';
}

function limitsOf(issue: z.core.$ZodIssue): { readonly limit?: number } {
  const limit = issue.code === 'too_small' ? issue.minimum : issue.code === 'too_big' ? issue.maximum : undefined;
  return limit === undefined ? {} : { limit: Number(limit) };
}

function refused(
  field: string,
  message: string,
  problem: RulesProblem,
  limits: { readonly limit?: number } = {},
): CandorError {
  const place = field === '' ? 'the rules' : `"${field}"`;
  const details = { field, problem, ...limits };
  return new CandorError('CND_PROGRAMME_RULES', `rules of a programme: ${place} ${message}`, details);
}

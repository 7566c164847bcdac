import type { LegalBases, ListedFigures, ListedProgramme } from './asking-api.ts';

/** What a programme waits for, the most pressing first. */
export type NextStep =
  | 'no-rules'
  | 'publish-survey'
  | 'say-basis'
  | 'start'
  | 'resume'
  | 'see-why-not'
  | 'no-encounters'
  | 'none';

/** What should be done next about this programme? Said by what is known of it, nothing is guessed. */
export function nextStepOf(
  { state, rules, level }: Pick<ListedProgramme, 'state' | 'rules' | 'level'>,
  figures: Pick<ListedFigures, 'isPublished' | 'sentInWeek' | 'notAskedInWeek'>,
  bases: LegalBases | undefined,
): NextStep {
  if (state === 'ended') return 'none';
  if (!rules) return 'no-rules';
  if (!figures.isPublished) return 'publish-survey';
  if (bases && Object.keys(bases).length === 0 && figures.sentInWeek === 0) return 'say-basis';
  if (state === 'draft') return 'start';
  if (state === 'paused') return 'resume';
  if (figures.sentInWeek > 0 || level === 'relationship') return 'none';
  return figures.notAskedInWeek > 0 ? 'see-why-not' : 'no-encounters';
}

import { CandorError } from '../errors/index.ts';
import type { MetricFamily } from '../metrics/index.ts';
import type { AssumptionCode } from './assumption.ts';
import { familyOf, isGenericScoreName, isNpsGroup, isNpsGroupName } from './column-names.ts';
import { type ColumnProfile, isFamilyName, isFamilyScore, isRatingShape } from './column-profile.ts';
import type { TextColumn } from './kept-columns.ts';
import { firstOfOneName } from './same-name-columns.ts';
import type { Kept } from './survey-layout.ts';

export type NamedFamily = Exclude<MetricFamily, 'other'>;

export interface ScoreChoice {
  readonly kept: Kept<TextColumn>;
  readonly because: AssumptionCode;
  /** The family and how it was known; absent where only the values speak. */
  readonly family?: { readonly name: NamedFamily; readonly because: AssumptionCode };
}

const order: readonly NamedFamily[] = ['nps', 'csat', 'ces'];

/**
 * Which column holds the score: the flag, the name or question, the column beside the NPS groups, the only rating, the
 * only column of numbers. Of columns with one name the first is read when they hold the same answers.
 */
export function chooseScore(
  candidates: readonly Kept<TextColumn>[],
  profiles: readonly ColumnProfile[],
  wanted: WantedScore,
): ScoreChoice {
  const choice = chosenScore(candidates, profiles, wanted);
  const first = wanted.flag ? undefined : firstOfOneName(choice.kept, candidates);
  return first ? { ...choice, kept: first, because: 'equal-columns' } : choice;
}

interface WantedScore {
  readonly flag: boolean;
  readonly family: NamedFamily | undefined;
  readonly surveyType: NamedFamily | undefined;
}

function chosenScore(
  candidates: readonly Kept<TextColumn>[],
  profiles: readonly ColumnProfile[],
  wanted: WantedScore,
): ScoreChoice {
  const usable = candidates.filter(({ column }) => !column.gaveUp);
  const { surveyType } = wanted;
  const typed = surveyType && ({ name: surveyType, because: 'survey-type' } as const);
  if (wanted.flag && usable[0]) return flagged(usable[0], profiles, typed);
  const families = wanted.family ? [wanted.family] : surveyType ? [surveyType, ...order] : order;
  const generic = mostFilled(
    usable.filter(({ profile }) => isGenericScoreName(profile.words) && !isFamilyScore(profile)),
  );
  if (typed && generic && generic.profile.words === 'score')
    return { kept: generic, because: 'generic-name', family: typed };
  for (const name of families) {
    const kept = mostFilled(
      usable.filter(({ profile }) => isFamilyScore(profile) && familyOf(profile.allWords) === name),
    );
    if (kept) return { kept, because: 'column-name', family: { name, because: 'column-name' } };
  }
  const beside = wanted.family === undefined || wanted.family === 'nps' ? besideGroups(usable, profiles) : undefined;
  if (beside)
    return { kept: beside, because: 'nps-group-column', family: { name: 'nps', because: 'nps-group-column' } };
  if (generic) return { kept: generic, because: 'generic-name', ...(typed ? { family: typed } : {}) };
  const shaped = usable.filter(({ profile }) => isRatingShape(profile));
  if (shaped.length === 1 && shaped[0]) {
    return { kept: shaped[0], because: 'only-candidate', ...(typed ? { family: typed } : {}) };
  }
  const called = usable.find(({ profile }) => isFamilyName(profile) && families.includes(familyOf(profile.allWords)!));
  if (shaped.length === 0 && called) {
    return {
      kept: called,
      because: 'column-name',
      family: { name: familyOf(called.profile.allWords)!, because: 'column-name' },
    };
  }
  // Columns of plain numbers are among the candidates only where nothing else could be a score.
  const plain = usable.filter(({ profile }) => familyOf(profile.allWords) === undefined);
  if (shaped.length === 0 && plain.length === 1 && plain[0]) {
    return { kept: plain[0], because: 'only-candidate', ...(typed ? { family: typed } : {}) };
  }
  throw noScore(shaped.length > 0 ? shaped : plain, profiles, wanted.family);
}

function flagged(
  kept: Kept<TextColumn>,
  profiles: readonly ColumnProfile[],
  typed: ScoreChoice['family'],
): ScoreChoice {
  const named = familyOf(kept.profile.allWords);
  if (named) return { kept, because: 'flag', family: { name: named, because: 'column-name' } };
  if (typed) return { kept, because: 'flag', family: typed };
  if (besideGroups([kept], profiles))
    return { kept, because: 'flag', family: { name: 'nps', because: 'nps-group-column' } };
  return { kept, because: 'flag' };
}

/** The score that a column of NPS groups was made from: the same name, else a neighbour. */
function besideGroups(
  candidates: readonly Kept<TextColumn>[],
  profiles: readonly ColumnProfile[],
): Kept<TextColumn> | undefined {
  for (const group of profiles) {
    if (!isNpsGroupName(group.allWords) && !isNpsGroup(group.example)) continue;
    const base = group.name.replace(/[ _-]*nps[ _-]*group$|[ _-]*group$/i, '');
    const same = candidates.find(({ profile }) => profile.name === base);
    const near = candidates.find(
      ({ profile }) => Math.abs(profile.index - group.index) === 1 && isRatingShape(profile),
    );
    if (same ?? near) return same ?? near;
  }
  return undefined;
}

function mostFilled(candidates: readonly Kept<TextColumn>[]): Kept<TextColumn> | undefined {
  const filled = ({ column }: Kept<TextColumn>) => column.counts.reduce((sum, count) => sum + count, 0);
  let best: Kept<TextColumn> | undefined;
  for (const kept of candidates) if (!best || filled(kept) > filled(best)) best = kept;
  return best;
}

function noScore(
  shaped: readonly Kept<TextColumn>[],
  profiles: readonly ColumnProfile[],
  family: NamedFamily | undefined,
): CandorError {
  const candidates = shaped.map(({ profile }) => profile.name);
  const list = candidates.map((name) => `"${name}"`).join(', ');
  const message =
    candidates.length > 1
      ? `${candidates.length} columns could be the score and no name tells which: ${list}`
      : `no column looks like a score${family ? ` for ${family}` : ''}: none is named one or holds whole numbers from 0 to 10 or 100`;
  const columns = profiles.slice(0, 200).map(({ name }) => name);
  return new CandorError('CND_NO_SCORE_COLUMN', message, { candidates, columns });
}

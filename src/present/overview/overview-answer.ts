import type { BreakDown, GroupStanding, LevelStanding } from '../../overview/index.ts';
import type { MovedGroup } from '../dictionary/overview-words.ts';
import { directionOf } from '../report-context.ts';
import { type Sentence, toSentence } from '../sentence.ts';
import type { OverviewContext } from './overview-context.ts';

/** At most so many groups are named in a sentence. */
const toldGroups = 2;

/** The answer to the question of the page: what is proven first, then what is not, then what cannot be said. */
export function overviewAnswer(context: OverviewContext): Sentence[] {
  const { overview, standings, value } = context;
  if (standings.every(({ trend }) => trend.every(({ n }) => n === 0))) return [toSentence(overview.answer.nothing)];
  const told = standings.map((standing) => {
    const table = value.breakDowns.find(({ level }) => level === standing.level);
    const moves = table ? provenGroups(table) : [];
    return {
      weight: rank(standing) - (moves.length > 0 ? 0.5 : 0),
      text: [levelText(context, standing), table && moves.length > 0 ? groupsText(context, table, moves) : '']
        .filter(Boolean)
        .join(' '),
    };
  });
  // Sorting keeps the order of equals: the relationship before the encounters.
  return told.sort((a, b) => a.weight - b.weight).map(({ text }) => toSentence(text));
}

function rank({ shown }: LevelStanding): number {
  const verdict = shown.change?.verdict;
  if (verdict === 'rose' || verdict === 'fell') return 0;
  return verdict === 'no evidence of change' ? 1 : 2;
}

function levelText(context: OverviewContext, { level, shown, period, running }: LevelStanding): string {
  const { measure, name, missing } = context;
  const { answer } = context.overview;
  const { inside } = name(period);
  const { change, withheld, estimate } = shown;
  if (shown.n === 0 || !estimate) return answer.nobody({ level, inside });
  if (withheld) return answer.withheld({ level, from: name(withheld.from).full, to: name(period).full });
  if (shown.missing) return answer.few({ level, inside, missing: missing(shown.missing, running) });
  if (change && (change.verdict === 'rose' || change.verdict === 'fell')) {
    return answer.moved({
      level,
      direction: change.verdict,
      size: measure.size(change.difference.value),
      inside,
      range: measure.differenceRange(change.difference.interval),
      running,
    });
  }
  if (change?.verdict === 'no evidence of change') {
    return answer.unmoved({
      level,
      since: name(change.from).since,
      difference: measure.difference(change.difference.value),
      range: measure.differenceRange(change.difference.interval),
    });
  }
  if (change) return answer.few({ level, inside });
  return answer.first({
    level,
    inside,
    value: measure.value(estimate.value),
    range: measure.range(estimate.interval),
    n: shown.n,
  });
}

type MovedStanding = GroupStanding & { readonly change: NonNullable<GroupStanding['change']> };

/** Groups that are proven to have moved, the largest first. */
export function provenGroups({ groups }: BreakDown): MovedStanding[] {
  return groups
    .filter((group): group is MovedStanding => group.change?.verdict === 'rose' || group.change?.verdict === 'fell')
    .sort((a, b) => Math.abs(b.change.difference.value) - Math.abs(a.change.difference.value));
}

/** A group that moved, as sentences name it. */
export function movedGroup(context: OverviewContext, table: BreakDown, group: MovedStanding): MovedGroup {
  const { measure, groupName } = context;
  const difference = group.change.difference.value;
  return {
    name: groupName(table.by, group),
    direction: directionOf(difference),
    size: measure.size(difference),
    difference: measure.difference(difference),
  };
}

function groupsText(context: OverviewContext, table: BreakDown, moves: readonly MovedStanding[]): string {
  const named = moves.slice(0, toldGroups);
  return context.overview.answer.groups({
    by: table.by,
    moves: named.map((group) => movedGroup(context, table, group)),
    others: moves.length > named.length ? 0 : table.groups.length - named.length,
  });
}

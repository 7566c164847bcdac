import { type Caveat, caveat } from '../inference/index.ts';
import { scoreWidth } from '../metrics/index.ts';
import { mostShuffledBlocks } from './account-noise.ts';
import type { AuditInput } from './audit-input.ts';
import type { AuditResult } from './audit-result.ts';
import { findBreaks } from './breaks.ts';
import { judgeChanges } from './changes.ts';
import { lateAnswers } from './late-responders.ts';
import { findLevels } from './levels.ts';
import { periodStart } from './period.ts';
import { cutPeriods, isPartial, type PeriodAnswers } from './period-answers.ts';
import { type PeriodStanding, standingOf } from './period-results.ts';
import { judgeProgramme } from './programme.ts';
import { judgeRules } from './rules.ts';

/** What the answers themselves tell; the file and the run are added by whoever read them. */
export type ProgrammeAudit = Pick<AuditResult, 'periods' | 'changes' | 'programme' | 'rules' | 'breaks' | 'caveats'>;

/**
 * Was there ever a signal in this programme? Estimates every period, tests every neighbouring pair alone and together,
 * finds the levels, simulates the same programme without any change, and judges how it is built
 * (docs/methods/programme-audit.md). The series must hold at least one answer; scores must be on the metric's scale.
 */
export function auditProgramme(input: AuditInput): ProgrammeAudit {
  const answers = cutPeriods(input.series, input.periodUnit);
  const standings = answers.map((period) => standingOf(input, period));
  const changes = judgeChanges(input, standings);
  const levels = findLevels(input, standings);
  const { programme } = judgeProgramme(input, { standings, changes, levels });
  const breaks = findBreaks(input.series, input.periodUnit);
  const surviving = changes.filter(({ verdict }) => verdict === 'rose' || verdict === 'fell').length;
  const late = lateAnswers(input);
  const rules = { ...input, programme, surviving, breaks, ...(late && { late }), ...marginsOf(input, standings) };
  return {
    periods: standings.map(({ result }) => result),
    changes,
    programme,
    rules: judgeRules(rules),
    breaks,
    caveats: programmeCaveats(input, { answers, standings }),
  };
}

/** Margins of error in points: NPS or percentage points, hundredths of the scale's width for means. */
function marginsOf({ definition }: AuditInput, standings: readonly PeriodStanding[]) {
  const points = standings.flatMap(({ result }) =>
    result.marginOfError === undefined ? [] : [result.marginOfError / scoreWidth(definition)],
  );
  if (points.length === 0) return {};
  const mean = points.reduce((a, b) => a + b) / points.length;
  return { margins: { mean, low: Math.min(...points), high: Math.max(...points) } };
}

function programmeCaveats(
  input: AuditInput,
  { answers, standings }: { answers: readonly PeriodAnswers[]; standings: readonly PeriodStanding[] },
): Caveat[] {
  const caveats: Caveat[] = [];
  const filled = standings.filter(({ answers: { tally } }) => tally.n > 0);
  caveats.push(...partialPeriods(input, answers));
  const empty = standings.filter(({ answers: { tally } }) => tally.n === 0).map(({ result }) => result.period);
  if (empty.length > 0) {
    const words = `No answers in ${empty.length === 1 ? empty[0] : `${empty.length} periods`}: the next filled period is compared with the last filled one.`;
    caveats.push(caveat('gap', words, { periods: empty.length, names: empty.slice(0, 12) }));
  }
  if (filled.length < 3) {
    const words = 'Fewer than three periods hold answers: no change of level can be located.';
    caveats.push(caveat('few-periods', words, { periods: filled.length }));
  }
  if (!input.series.account) {
    caveats.push(
      caveat('clusters-unknown', 'Answers of one account were taken as independent: no account column was found.'),
    );
  } else if (blocksOf(standings) > mostShuffledBlocks) {
    const words =
      'What noise gives was drawn from the joint normal law of the period means, since there are many accounts.';
    caveats.push(caveat('normal-approximation', words, { blocks: blocksOf(standings) }));
  }
  return caveats;
}

/** Accounts heard in each period, added up. */
const blocksOf = (standings: readonly PeriodStanding[]) =>
  standings.reduce((sum, { accounts }) => sum + (accounts ?? 0), 0);

/** The first and the last period where they are not whole: known from the days that are covered, else by the pace. */
function partialPeriods(
  { series, periodUnit: unit, covered }: AuditInput,
  answers: readonly PeriodAnswers[],
): Caveat[] {
  const [first, last] = [answers[0], answers.at(-1)];
  if (!first || !last) return [];
  const isCut = {
    first: covered !== undefined && periodStart(first.ordinal, unit) < covered.from,
    last: covered !== undefined && periodStart(last.ordinal + 1, unit) > covered.to,
  };
  const found = new Set<string>();
  if (isCut.first || isPartial(series, answers, { unit, end: 'first' })) found.add(first.period);
  if (isCut.last || (last !== first && isPartial(series, answers, { unit, end: 'last' }))) found.add(last.period);
  return [...found].map(partial);
}

const partial = (period: string) =>
  caveat('partial-period', `${period} is not whole: its open end has no answers.`, { period });

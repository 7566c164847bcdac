import { dayOfIsoDate, isoDate, type PeriodUnit, pooledTally } from '../audit/index.ts';
import { CandorError } from '../errors/index.ts';
import {
  answersForChange,
  type DaysToSee,
  daysToSeeChange,
  type Estimate,
  type Interval,
  invitationsNeeded,
  minimumDetectableChange,
  type TimeToNotice,
  timeToNotice,
} from '../inference/index.ts';
import { type MetricDefinition, tallyMoments, valueBounds } from '../metrics/index.ts';
import type { SurveyLevel } from '../view/index.ts';
import type { LevelTrend } from './level-trend.ts';
import { planTarget, type TargetPlan } from './plan-target.ts';

/** What the programme of one level can see, and when. Changes are in the unit of the metric. */
export interface ProgrammePlan {
  readonly level: SurveyLevel;
  readonly metric: MetricDefinition;
  readonly unit: PeriodUnit;
  /** What it rests on: the answers of so many days, by the definition in force. */
  readonly basis: {
    readonly from: string;
    readonly to: string;
    readonly days: number;
    readonly answers: number;
    readonly answersPerDay: number;
    readonly answersPerPeriod: number;
    /** Of one answer, squared unit of the metric. */
    readonly variance: number;
    readonly designEffect: number;
    /** Whether answers have accounts: without them the design effect is 1 for want of knowledge. */
    readonly clustered: boolean;
  };
  /** The change between two periods that the answers of now show in four cases of five. */
  readonly detectable: number;
  readonly curve: readonly { readonly answers: number; readonly change: number }[];
  readonly changes: readonly PlannedChange[];
  /** The one asked about. */
  readonly chosen: PlannedChange;
  /** Where one was asked about. */
  readonly target?: TargetPlan;
  /** AAPOR RR1 of the invitations sent in the window. Absent where nobody was invited. */
  readonly response?: Estimate;
}

export interface PlannedChange {
  readonly change: number;
  /** Answers a period that show it between two periods. */
  readonly answers: number;
  /** People to invite a period for that; by both ends of the interval of the rate where it has one above 0. */
  readonly invitations?: { readonly expected: number; readonly range?: Interval };
  /** One test, on a day that is fixed before, of all answers from tomorrow against all so far. */
  readonly test: DaysToSee & { readonly on?: string };
  /** The monitor, which may be looked at every day. */
  readonly monitor: TimeToNotice & { readonly medianOn?: string; readonly ninetyOn?: string };
}

export interface PlanAsk {
  /** Last day with answers that count, ISO. */
  readonly today: string;
  readonly unit: PeriodUnit;
  /** The change asked about; 5 points, or a twentieth of the width, where absent. */
  readonly change?: number;
  /** A target in the unit of the metric, and for how many periods after the running one. */
  readonly target?: number;
  readonly ahead?: number;
  readonly response?: Estimate;
}

const daysOf: Readonly<Record<PeriodUnit, number>> = { week: 7, month: 365.25 / 12, quarter: 365.25 / 4 };
/** Farther ahead than this a day is no plan. */
const farthest = 3653;
const curvePoints = 49;

/**
 * What does this programme see, how many would it have to ask for a smaller change, and when will we know? From its own
 * variance, design effect, flow of answers and response rate. Undefined where two answers are missing or all agree: then
 * nothing is known of the variance. Refuses a change that the metric cannot make (CND_VIEW).
 *
 * @example planProgramme(judgeTrend({ level: 'encounter', periods: [{ ordinal: 0, period: '2026-10', from: '2026-10-01', to: '2026-11-01', definition: metricDefinition('nps'), version: 1, tally: tallyScores([10, 9, 3]) }], breaks: [] }), { today: '2026-10-31', unit: 'month' }).basis.answers // => 3
 */
export function planProgramme<Level extends SurveyLevel>(
  trend: LevelTrend<Level>,
  { today, unit, change, target, ahead = 3, response }: PlanAsk,
): ProgrammePlan | undefined {
  const basis = basisOf(trend, today, unit);
  if (!basis) return undefined;
  const { definition, counted, ...known } = basis;
  const { variance, designEffect, answersPerPeriod } = known;
  const detectable = (answers: number) => minimumDetectableChange(Math.sqrt((2 * variance * designEffect) / answers));
  const steps = [3, 5, 10].map((points) => hundredths(definition, points));
  const ask: Planning = { ...known, today, ...(response && { response }) };
  const chosen = plannedChange(chosenChange(definition, change), ask);
  return {
    level: trend.level,
    metric: definition,
    unit,
    basis: known,
    detectable: detectable(answersPerPeriod),
    curve: answersAround(answersPerPeriod, chosen.answers).map((answers) => ({ answers, change: detectable(answers) })),
    changes: steps.map((step) => plannedChange(step, ask)),
    chosen,
    ...(target !== undefined && { target: planTarget(counted, definition, known, { target, ahead, today, unit }) }),
    ...(response && { response }),
  };
}

type Planning = ProgrammePlan['basis'] & Pick<PlanAsk, 'today' | 'response'>;

/** Answers by the definition in force, from the first period that has any to today. */
function basisOf<Level extends SurveyLevel>({ periods, design }: LevelTrend<Level>, today: string, unit: PeriodUnit) {
  const begun = periods.filter(({ counts }) => counts.from <= today);
  const last = begun.at(-1)?.counts;
  const inForce = begun.filter(({ counts }) => counts.version === last?.version);
  const first = inForce.findIndex(({ counts }) => counts.tally.n > 0);
  if (!last || first < 0) return undefined;
  const counted = inForce.slice(first);
  const tally = pooledTally(counted.map(({ counts }) => counts));
  const { variance } = tallyMoments(last.definition, tally);
  if (tally.n < 2 || !(variance > 1e-12)) return undefined;
  const { from } = counted[0]!.counts;
  const { to: end } = counted.at(-1)!.counts;
  const to = Math.min(dayOfIsoDate(end)!, dayOfIsoDate(today)! + 1);
  const days = to - dayOfIsoDate(from)!;
  const answersPerDay = tally.n / days;
  return {
    definition: last.definition,
    counted,
    from,
    to: isoDate(to),
    days,
    answers: tally.n,
    answersPerDay,
    answersPerPeriod: answersPerDay * daysOf[unit],
    variance,
    designEffect: design.designEffect,
    clustered: design.clustered,
  };
}

function plannedChange(change: number, ask: Planning): PlannedChange {
  const { variance, designEffect, answersPerDay, answers: answersBefore, today, response } = ask;
  const answers = answersForChange({ variance, designEffect, change });
  const test = daysToSeeChange(change, { variance, designEffect, answersBefore, answersPerDay });
  const { days } = test;
  const monitor = timeToNotice(change, { answersPerDay: answersPerDay / designEffect, spread: Math.sqrt(variance) });
  const on = (wait: number | undefined) =>
    wait === undefined || wait > farthest ? undefined : isoDate(dayOfIsoDate(today)! + Math.ceil(wait));
  const [day, medianOn, ninetyOn] = [on(days), on(monitor.medianDays), on(monitor.ninetyDays)];
  return {
    change,
    answers,
    ...(response && response.value > 0 && { invitations: invitationsOf(answers, response) }),
    test: { ...test, ...(day !== undefined && { on: day }) },
    monitor: { ...monitor, ...(medianOn !== undefined && { medianOn }), ...(ninetyOn !== undefined && { ninetyOn }) },
  };
}

function invitationsOf(answers: number, { value, interval }: Estimate): NonNullable<PlannedChange['invitations']> {
  const expected = invitationsNeeded(answers, value);
  if (!(interval.low > 0)) return { expected };
  const range = { low: invitationsNeeded(answers, interval.high), high: invitationsNeeded(answers, interval.low) };
  return { expected, range };
}

/** From a tenth of the answers of now to a hundred times as many, or to what the change asked about needs. */
function answersAround(now: number, needed: number): number[] {
  const [low, high] = [Math.max(2, now / 10), Math.max(100 * now, 2 * needed)];
  return Array.from({ length: curvePoints }, (_, i) => low * (high / low) ** (i / (curvePoints - 1)));
}

/** Points for a score in points, else so many hundredths of what the metric can be. */
function hundredths(definition: MetricDefinition, points: number): number {
  if (definition.statistic === 'net' || definition.statistic === 'index') return points;
  const { min, max } = valueBounds(definition);
  return (points / 100) * (max - min);
}

function chosenChange(definition: MetricDefinition, change = hundredths(definition, 5)): number {
  const { min, max } = valueBounds(definition);
  if (change > 0 && change < max - min) return change;
  throw new CandorError('CND_VIEW', `"change" needs a number above 0 and below ${max - min}, got ${change}`, {
    field: 'change',
    value: change,
  });
}

import type { PlannedChange, ProgrammePlan } from '../overview/index.ts';
import type { PlanChart } from './charts/chart-input.ts';
import { writeCsv } from './csv-text.ts';
import { dateText } from './date-text.ts';
import { type PlanWords, planWords } from './dictionary/plan-words.ts';
import type { Language } from './language.ts';
import { type Measure, measureOf } from './measure.ts';
import { joinInterval, numberText, percentText } from './numbers.ts';
import { periodText } from './period-names.ts';
import { niceTicks } from './value-axis.ts';

/** A plan as a page shows it. */
export interface PlanReport {
  readonly sees: string;
  readonly needs: string;
  readonly when: readonly string[];
  /** Of the target asked about; nothing where none was. */
  readonly target: readonly string[];
  readonly notes: readonly string[];
  readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
  readonly chartTitle: string;
  readonly chart: PlanChart;
}

/**
 * What does a plan say in this language?
 * Sentences, the table of changes and the input of the picture. Invitations are rounded to two digits: the rate does not
 * know more.
 */
export function planReport(plan: ProgrammePlan, language: Language): PlanReport {
  const words = planWords[language];
  const writing: Writing = { plan, words, language, measure: measureOf(plan.metric.id, plan.metric.scale, language) };
  const { basis, chosen } = plan;
  const answers = count(writing, basis.answersPerPeriod);
  const sees = words.sees(answers, words.every[plan.unit], writing.measure.size(plan.detectable));
  const needs = needText(writing, chosen);
  return {
    sees,
    needs,
    when: whenTexts(writing, chosen),
    target: targetTexts(writing),
    notes: [
      basis.clustered ? '' : words.unclustered,
      words.basis(
        count(writing, basis.answers),
        dateText(basis.from, language),
        dateText(dayBefore(basis.to), language),
        numberText(basis.designEffect, 2, language),
      ),
      words.assumes,
    ].filter((note) => note !== ''),
    table: tableOf(writing),
    chartTitle: words.chartTitle,
    chart: chartOf(writing, words.alternative(sees, needs)),
  };
}

interface Writing {
  readonly plan: ProgrammePlan;
  readonly words: PlanWords;
  readonly language: Language;
  readonly measure: Measure;
}

const count = ({ language }: Writing, value: number): string =>
  numberText(value, value < 10 && !Number.isInteger(value) ? 1 : 0, language);

function roughly({ language }: Writing, value: number): string {
  return numberText(value < 100 ? value : Number(value.toPrecision(2)), 0, language);
}

function needText(writing: Writing, { change, answers, invitations }: PlannedChange): string {
  const { words, plan, measure, language } = writing;
  const start = words.needs(measure.size(change), count(writing, answers), words.every[plan.unit]);
  if (!plan.response) return start + words.nobodyInvited;
  if (!invitations) return start + words.nobodyAnswered;
  const { range } = invitations;
  const rate = percentText(plan.response.value, 0, language);
  const ends = range && joinInterval(roughly(writing, range.low), roughly(writing, range.high), language);
  return start + words.invitations(roughly(writing, invitations.expected), rate, ends);
}

function whenTexts(writing: Writing, { change, test, monitor }: PlannedChange): string[] {
  const { words, plan, measure, language } = writing;
  const size = measure.size(change);
  const tested =
    test.days === undefined
      ? words.testNever(count(writing, plan.basis.answers), size, measure.size(test.leastChange))
      : test.on === undefined
        ? words.testTooFar(size)
        : words.testOn(dateText(test.on, language), count(writing, test.days), size);
  const noticed =
    monitor.medianDays !== undefined && monitor.medianOn !== undefined
      ? words.monitorOn(count(writing, Math.ceil(monitor.medianDays)), dateText(monitor.medianOn, language))
      : words.monitorShare(percentText(monitor.foundInYear, 0, language));
  const ninety = monitor.ninetyOn === undefined ? '' : ` ${words.ninetyOn(dateText(monitor.ninetyOn, language))}`;
  return [tested, `${noticed}${ninety} ${words.noAlarm}`];
}

function targetTexts(writing: Writing): string[] {
  const { words, plan, measure, language } = writing;
  if (!plan.target) return [];
  const { target, period, state, baseline, chance } = plan.target;
  if (state !== 'open') return [words.targetLocked(count(writing, baseline.answers), count(writing, baseline.needed))];
  if (!chance) return [words.targetTooEarly];
  const [reached, seen] = [chance.reached, chance.seen].map((share) => percentText(share, 0, language));
  const when = periodText(period, plan.unit, language);
  return [words.target(measure.value(target), when, reached!, seen!), words.targetMoves(measure.size(chance.sway, 1))];
}

/** The usual changes with the one asked about, ascending. */
function rowsOf({ changes, chosen }: ProgrammePlan): PlannedChange[] {
  const others = changes.filter(({ change }) => Math.abs(change - chosen.change) > 1e-9 * chosen.change);
  return [...others, chosen].sort((a, b) => a.change - b.change);
}

function tableOf(writing: Writing): PlanReport['table'] {
  const { words, plan, measure, language } = writing;
  const every = words.every[plan.unit];
  const head = words.head.map((cell) => (typeof cell === 'string' ? cell : cell(every)));
  const rows = rowsOf(plan).map(({ change, answers, invitations, test, monitor }) => [
    measure.size(change),
    count(writing, answers),
    invitations ? roughly(writing, invitations.expected) : '–',
    test.on ? dateText(test.on, language) : test.days === undefined ? words.never : words.farAway,
    monitor.medianOn ? dateText(monitor.medianOn, language) : words.notInYear,
    percentText(monitor.foundInYear, 0, language),
  ]);
  return { head, rows };
}

function chartOf(writing: Writing, alternative: string): PlanChart {
  const { plan, words, measure, language } = writing;
  const { basis, detectable, chosen, unit } = plan;
  const every = words.every[unit];
  const first = plan.curve[0]!;
  const last = plan.curve.at(-1)!;
  const highest = Math.min(first.change, 3 * detectable, measure.bounds.high - measure.bounds.low);
  const ticks = niceTicks({ low: 0, high: highest }, 6);
  const step = ticks.length > 1 ? ticks[1]! - ticks[0]! : highest;
  const inside = chosen.answers >= first.answers && chosen.answers <= last.answers && chosen.change <= highest;
  const label = `${count(writing, chosen.answers)}: ${measure.size(chosen.change)}`;
  return {
    curve: plan.curve,
    now: { answers: basis.answersPerPeriod, change: detectable, label: words.now(measure.size(detectable)) },
    ...(inside && { asked: { answers: chosen.answers, change: chosen.change, label } }),
    xTicks: answerTicks(first.answers, last.answers).map((value) => ({ value, text: numberText(value, 0, language) })),
    yTicks: ticks.map((value) => ({ value, text: measure.tick(value, step).replace(/^\+/, '') })),
    xLabel: words.xLabel(every),
    yLabel: words.yLabel,
    highest,
    alternative,
  };
}

/** 1, 3 and their powers of ten between the ends. */
function answerTicks(low: number, high: number): number[] {
  const powers = Array.from({ length: 12 }, (_, i) => 10 ** i);
  return powers.flatMap((power) => [power, 3 * power]).filter((value) => value >= low && value <= high);
}

/** Windows are half-open; people name the last day that counts. */
const dayBefore = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) - 864e5).toISOString().slice(0, 10);

/**
 * What are the figures of a plan, for a spreadsheet or a program?
 * One row a change, unrounded, in the unit of the metric.
 */
export function planCsv(plan: ProgrammePlan): string {
  const head =
    'change,unit,answersPerPeriod,invitations,invitationsLow,invitationsHigh,testDays,testOn,leastChange,monitorMedianDays,monitorNinetyDays,monitorFoundInYear';
  const rows = rowsOf(plan).map(({ change, answers, invitations, test, monitor }) => [
    change,
    plan.unit,
    answers,
    invitations?.expected,
    invitations?.range?.low,
    invitations?.range?.high,
    test.days,
    test.on,
    test.leastChange,
    monitor.medianDays,
    monitor.ninetyDays,
    monitor.foundInYear,
  ]);
  return writeCsv([head.split(','), ...rows]);
}

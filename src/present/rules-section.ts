import type { RuleId, RuleResult, RuleStatus } from '../audit/index.ts';
import { expectedText } from './changes-section.ts';
import { dateText } from './date-text.ts';
import type { FileRule, RuleFacts } from './dictionary/report-words.ts';
import { percentText } from './numbers.ts';
import type { ReportContext } from './report-context.ts';

export interface RuleRow {
  readonly id: RuleId;
  readonly status: RuleStatus;
  readonly statusWord: string;
  readonly name: string;
  readonly evidence: string;
}

/** The third section: what a programme that can see would need, worst first. */
export interface RulesSection {
  readonly title: string;
  readonly subtitle: string;
  readonly head: readonly [string, string, string];
  readonly rows: readonly RuleRow[];
}

const order: readonly RuleStatus[] = ['fail', 'warn', 'pass', 'not measurable'];

/** Words the rules: fail, warning, pass, not measured, each in the order of the audit. */
export function rulesSection(context: ReportContext): RulesSection {
  const { report, result, measure } = context;
  const five = measure.kind === 'points' ? undefined : measure.size(measure.fromHundredth(5));
  const count = (status: RuleStatus) => result.rules.filter((rule) => rule.status === status).length;
  const rows = order.flatMap((status) => result.rules.filter((rule) => rule.status === status));
  return {
    title: report.rulesTitle,
    subtitle: report.rulesSubtitle({
      fail: count('fail'),
      warn: count('warn'),
      pass: count('pass'),
      rest: count('not measurable'),
    }),
    head: report.rulesHead,
    rows: rows.map((rule) => ({
      id: rule.id,
      status: rule.status,
      statusWord: report.status[rule.status],
      name: rule.id === 'detects-five-points' && five !== undefined ? report.sees(five) : report.rule[rule.id],
      evidence: evidenceText(context, rule),
    })),
  };
}

function evidenceText(context: ReportContext, rule: RuleResult): string {
  const { report } = context;
  if (rule.status === 'not measurable') {
    const needs = rule.figures.needs === 'standard-error' && context.oneAccount ? 'two-accounts' : rule.figures.needs;
    return report.needs[String(needs)] ?? rule.evidence;
  }
  const say = report.evidence[rule.id as FileRule] as ((facts: RuleFacts) => string) | undefined;
  return say ? say(ruleFacts(context, rule)) : rule.evidence;
}

const numberOf = (figure: unknown): number => (typeof figure === 'number' ? figure : Number(figure ?? 0) || 0);
const textOf = (figure: unknown): string => (typeof figure === 'string' ? figure : '');
const listOf = (figure: unknown): readonly string[] => (Array.isArray(figure) ? figure.map(String) : []);

/** At most so many more digits are shown where rounding hides on which side of a mark a figure lies. */
const mostDigits = 3;

/** The fewest digits with which a figure does not look like a mark that it only comes near. */
function digitsBeside(
  value: number,
  marks: readonly number[],
  text: (value: number, digits: number) => string,
): number {
  const hides = (digits: number) => marks.some((mark) => mark !== value && text(mark, digits) === text(value, digits));
  let digits = 0;
  while (digits < mostDigits && hides(digits)) digits++;
  return digits;
}

const shareMarks: Partial<Record<RuleId, readonly number[]>> = {
  'contact-person-share': [0.6, 0.8],
  'payer-coverage': [0.5, 0.8],
  'response-rate': [0.15, 0.3],
};

function ruleFacts(context: ReportContext, { figures, id, status }: RuleResult): RuleFacts {
  const { measure, result, language, report, provenChanges, loneShifts, name } = context;
  const { programme } = result;
  // The rule counts in points of a hundred, whatever the metric; people read the unit of the metric.
  const margin = (points: unknown) => measure.marginShort(measure.fromHundredth(numberOf(points)));
  const wholeMargin = (points: number, digits: number) => measure.margin(measure.fromHundredth(points), digits);
  const percent = (share: number, digits: number) => percentText(share, digits, language);
  const family = (code: string) => report.family[code as keyof typeof report.family] ?? code;
  const [mean, share] = [numberOf(figures.mean), numberOf(figures.share)];
  return {
    status,
    unit: result.periodUnit,
    mean: wholeMargin(mean, digitsBeside(mean, [5, 10], wholeMargin)),
    low: margin(figures.low),
    high: margin(figures.high),
    mark: margin(5).replace(/[.,]0+$/, ''),
    limit: margin(10).replace(/[.,]0+$/, ''),
    proven: provenChanges.map(({ to }) => name(to).full),
    shifts: loneShifts.map(({ period }) => name(period).full),
    nominal: programme.nominallySignificantChanges,
    tested: programme.changesTested,
    expected: expectedText(context),
    answers: programme.medianAnswers,
    five: measure.count(numberOf(figures.five)),
    ten: measure.count(numberOf(figures.ten)),
    fiveSize: measure.size(measure.fromHundredth(5)),
    tenSize: measure.size(measure.fromHundredth(10)),
    share: percent(share, digitsBeside(share, shareMarks[id] ?? [], percent)),
    byRevenue: numberOf(figures.byRevenue) === 1,
    names: id === 'one-metric' ? listOf(figures.families).map(family) : listOf(figures.levels),
    count: numberOf(figures.touchpoints ?? figures.questions ?? figures.days),
    difference: measure.difference(numberOf(figures.difference)),
    range: measure.differenceRange({ low: numberOf(figures.low), high: numberOf(figures.high) }),
    within: margin(5).replace(/[.,]0+$/, ''),
    what: textOf(figures.what),
    date: figures.date ? dateText(textOf(figures.date), language) : '',
    from: textOf(figures.from),
    to: textOf(figures.to),
  };
}

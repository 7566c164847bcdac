import type { AuditResult } from '../audit/index.ts';
import type { ReportContext } from './report-context.ts';
import { directionOf } from './report-context.ts';
import { type Sentence, toSentence } from './sentence.ts';

/** At most so many proven changes are told in the answer; the rest is in the table. */
const toldMoves = 3;

/** The two sentences of the answer: what noise explains, and what this programme could not have seen. */
export interface Answer {
  readonly found: Sentence;
  /** Absent where nothing was compared. */
  readonly unseen?: Sentence;
}

/** Writes the answer from the finding, verdict word first. */
export function answerSentences(context: ReportContext): Answer {
  const { result, report, filled } = context;
  const unit = result.periodUnit;
  if (filled.length < 2) return { found: toSentence(aloneText(context)) };
  const { detectableChange, medianAnswers } = result.programme;
  const unseen =
    detectableChange === undefined
      ? report.unseenUnknown({ unit })
      : report.unseen({ answers: medianAnswers, size: context.measure.size(detectableChange), unit });
  if (nothingComparable(result)) {
    return { found: toSentence(report.tooFew({ metric: context.metric, unit })), unseen: toSentence(unseen) };
  }
  return { found: toSentence(foundText(context)), unseen: toSentence(unseen) };
}

/** Whether every change has too few answers on a side to be judged. */
export function nothingComparable(result: AuditResult): boolean {
  return result.changes.every(({ verdict }) => verdict === 'not enough data');
}

function aloneText({ filled, name, metric, measure, report, result }: ReportContext): string {
  const unit = result.periodUnit;
  const [only] = filled;
  if (!only) return report.tooFew({ metric, unit });
  const { inside } = name(only.period);
  const value = measure.value(only.estimate.value);
  if (only.n === 1) return report.oneAnswerPeriod({ metric, inside, value, unit });
  return report.onePeriod({ metric, inside, value, range: measure.range(only.estimate.interval), n: only.n, unit });
}

function foundText(context: ReportContext): string {
  const { report, metric, result, provenChanges, loneShifts, name, measure } = context;
  const tested = result.programme.changesTested;
  const example = unprovenExample(context);
  const shifts = loneShifts.slice(0, toldMoves).map((shift) => ({
    direction: shift.direction,
    from: measure.value(shift.before.estimate.value),
    to: measure.value(shift.after.estimate.value),
    inside: name(shift.period).inside,
  }));
  const level = shifts.length
    ? report.levelMoved({ metric, shifts, changesProven: provenChanges.length > 0, unit: result.periodUnit })
    : '';
  if (provenChanges.length === 0) return level || report.none({ metric, tested, example });
  const moves = [...provenChanges]
    .sort((a, b) => Math.abs(b.difference.value) - Math.abs(a.difference.value))
    .slice(0, toldMoves)
    .sort((a, b) => a.to.localeCompare(b.to))
    .map((change) => ({
      direction: directionOf(change.difference.value),
      size: measure.size(change.difference.value),
      inside: name(change.to).inside,
      range: measure.differenceRange(change.difference.interval),
    }));
  const others = tested - provenChanges.length;
  const told = report.proven({ metric, moves, total: provenChanges.length, others, example });
  return level ? `${told} ${level}` : told;
}

/** The largest change that a plain test would colour and that is not proven. */
function unprovenExample({ unproven, report, measure, name }: ReportContext): string {
  const [largest] = unproven;
  if (!largest) return '';
  return report.example({
    direction: directionOf(largest.difference.value),
    size: measure.size(largest.difference.value),
    difference: measure.difference(largest.difference.value),
    inside: name(largest.to).inside,
  });
}

import type { AuditResult, ChangeResult } from '../audit/index.ts';
import type { MoveFacts } from './dictionary/report-words.ts';
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
  const { measure, metric, oneAccount } = context;
  const unseen =
    detectableChange === undefined || oneAccount
      ? report.unseenUnknown({ unit })
      : measure.reachable(detectableChange)
        ? report.unseen({ answers: medianAnswers, size: measure.size(detectableChange), unit })
        : report.unseenAny({ answers: medianAnswers, unit });
  if (nothingComparable(result)) {
    const found = oneAccount ? report.oneAccount : report.tooFew({ metric, unit });
    return { found: toSentence(found), unseen: toSentence(unseen) };
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
  const { report, metric, result, provenChanges, loneShifts, unjudged, name, measure } = context;
  const judged = result.changes.length - unjudged.length;
  const [largest] = context.unproven;
  const example = largest ? report.example(moveFacts(context, largest)) : '';
  const [first] = unjudged;
  const thin = first
    ? report.tooThin({
        count: unjudged.length,
        ...(first.nominallySignificant ? { example: moveFacts(context, first) } : {}),
      })
    : '';
  const shifts = loneShifts.slice(0, toldMoves).map((shift) => ({
    direction: shift.direction,
    from: measure.value(shift.before.estimate.value),
    to: measure.value(shift.after.estimate.value),
    inside: name(shift.period).inside,
  }));
  const level = shifts.length
    ? report.levelMoved({ metric, shifts, changesProven: provenChanges.length > 0, unit: result.periodUnit })
    : '';
  const sentences = (...told: readonly string[]) => told.filter(Boolean).join(' ');
  if (provenChanges.length === 0) {
    return level || sentences(report.none({ metric, judged, all: unjudged.length === 0, example }), thin);
  }
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
  const others = judged - provenChanges.length;
  const told = report.proven({
    metric,
    moves,
    total: provenChanges.length,
    others,
    all: unjudged.length === 0,
    example,
  });
  return sentences(told, thin, level);
}

function moveFacts({ measure, name }: ReportContext, { difference, to }: ChangeResult): MoveFacts {
  return {
    direction: directionOf(difference.value),
    size: measure.size(difference.value),
    difference: measure.difference(difference.value),
    inside: name(to).inside,
  };
}

import type { AnswerSeries } from '../metrics/index.ts';
import type { Break, PeriodUnit } from './audit-result.ts';
import { isoDate, periodName, periodOf } from './period.ts';

/** A version counts as new only when it holds at least this share of the answers: test rows are no break. */
const smallestShare = 0.01;

/**
 * From when on is something about the measurement different? A new version of the questionnaire starts on its first
 * day; one that is there from the first day starts nothing, nor does one that is only tried (below 1 % of answers).
 */
export function findBreaks({ version, days }: AnswerSeries, unit: PeriodUnit): Break[] {
  if (!version) return [];
  const spans = version.names.map((name) => ({ name, first: Number.POSITIVE_INFINITY, n: 0 }));
  version.codes.forEach((code, i) => {
    const span = spans[code];
    if (!span) return;
    span.n++;
    span.first = Math.min(span.first, days[i]!);
  });
  const inOrder = spans
    .filter(({ n }) => n >= Math.max(1, smallestShare * days.length))
    .sort((a, b) => a.first - b.first);
  return inOrder.slice(1).flatMap((span, i) => {
    if (span.first === inOrder[0]!.first) return [];
    const period = periodName(periodOf(span.first, unit), unit);
    return [{ period, date: isoDate(span.first), what: 'version' as const, from: inOrder[i]!.name, to: span.name }];
  });
}

import type { CodedColumn } from '../metrics/index.ts';
import type { SurveyBreak } from './survey-file.ts';

/**
 * When the questionnaire changed: the first day of each version that follows another. Versions that run side by side
 * (two languages, two groups) follow nothing: a version follows another when at most a fifth of the earlier one's
 * answers come on or after its first day.
 */
export function versionBreaks(version: CodedColumn, days: Int32Array): SurveyBreak[] {
  const spans = version.names.map((name, code) => ({ name, code, first: Number.POSITIVE_INFINITY, answers: 0 }));
  for (const [index, code] of version.codes.entries()) {
    const span = spans[code];
    if (!span) continue;
    span.answers += 1;
    span.first = Math.min(span.first, days[index] as number);
  }
  const ordered = spans.filter(({ answers }) => answers > 0).sort((a, b) => a.first - b.first);
  const breaks: SurveyBreak[] = [];
  for (let index = 1; index < ordered.length; index += 1) {
    const before = ordered[index - 1]!;
    const after = ordered[index]!;
    const late = version.codes.reduce(
      (sum, code, row) => sum + (code === before.code && (days[row] as number) >= after.first ? 1 : 0),
      0,
    );
    if (late > before.answers / 5) continue;
    const date = new Date(after.first * 86_400_000).toISOString().slice(0, 10);
    breaks.push({ date, what: 'version', from: before.name, to: after.name });
  }
  return breaks;
}

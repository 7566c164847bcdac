import type { AuditResult } from '../audit/index.ts';
import { answerSentences } from './answer-sentence.ts';
import { type ChangesSection, changesSection } from './changes-section.ts';
import type { Language } from './language.ts';
import { type NotesSection, notesSection } from './notes-section.ts';
import { reportContext } from './report-context.ts';
import { type RulesSection, rulesSection } from './rules-section.ts';
import type { Sentence } from './sentence.ts';
import { type TrendSection, trendSection } from './trend-section.ts';
import { visibleTexts } from './visible-text.ts';

/**
 * The report of a programme audit, worded in one language. Terminal, page and file draw this value and nothing else,
 * so that they cannot tell different figures. Plain JSON.
 */
export interface AuditReport {
  readonly language: Language;
  readonly documentTitle: string;
  readonly fileLine: string;
  readonly question: string;
  /** One sentence on what noise explains, one on what this programme could not have seen. */
  readonly answer: readonly Sentence[];
  readonly trend: TrendSection;
  readonly changes: ChangesSection;
  readonly rules: RulesSection;
  readonly notes: NotesSection;
  readonly showTable: string;
  readonly howLink: string;
}

/**
 * What does a person read about this audit?
 * Every sentence, table row and chart input of the report in the language asked for, from the one result value.
 * Figures are rounded here and nowhere else (half away from zero); the result itself is left as it is.
 * Refuses nothing: a result with one answer, one period or no change has its own words.
 */
export function auditReport(given: AuditResult, language: Language): AuditReport {
  // Names and values come from the file: what they hide must not reach a terminal or turn a line around.
  const result = visibleTexts(given);
  const context = reportContext(result, language);
  const { report, name } = context;
  const { found, unseen } = answerSentences(context);
  const [first, last] = [result.periods[0], result.periods.at(-1)].map((period) =>
    period ? name(period.period).full : '',
  );
  return {
    language,
    documentTitle: report.documentTitle(result.source.file),
    fileLine: report.fileLine(result.source.file, first ?? '', last ?? ''),
    question: report.question,
    answer: unseen ? [found, unseen] : [found],
    trend: trendSection(context),
    changes: changesSection(context),
    rules: rulesSection(context),
    notes: notesSection(context),
    showTable: report.showTable,
    howLink: report.howLink,
  };
}

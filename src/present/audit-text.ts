import type { AuditReport } from './audit-report.ts';
import { wrapText } from './charts/wrap-text.ts';
import { type Sentence, verdictSigns } from './sentence.ts';
import { type Ink, inkOf } from './terminal/ink.ts';
import { periodLines } from './terminal/period-lines.ts';
import { tableLines } from './terminal/table-lines.ts';

interface AuditTextOptions {
  /** Columns of the terminal; the text uses between 60 and 120 of them. */
  readonly width: number;
  readonly colour: boolean;
}

/**
 * What does the audit say, in a terminal?
 * The same words and figures as the page: answer, a small chart of the periods with their intervals and noise band,
 * what was tested, the rules, what was read and assumed. Lines never exceed `width` (from 60 up).
 */
export function auditText(report: AuditReport, options: AuditTextOptions): string {
  const width = Math.min(120, Math.max(60, Math.floor(options.width)));
  const ink = inkOf(options.colour);
  const lines = [
    ...wrapped(report.fileLine, width).map(ink.muted),
    ink.bold(report.question),
    '',
    ...report.answer.flatMap((sentence) => sentenceLines(sentence, width, ink)),
    ...trendLines(report, width, ink),
    ...changesLines(report, width, ink),
    ...ruleLines(report, width, ink),
    ...noteLines(report, width, ink),
  ];
  // No-break spaces kept figures together while lines were broken; a terminal prints plain ones.
  return lines.join('\n').replaceAll('\u00a0', ' ');
}

const wrapped = (text: string, width: number): string[] => wrapText(text, width);

/** Verdict words get their sign and colour after the lines are broken, so that colour codes take no room. */
function sentenceLines(sentence: Sentence, width: number, ink: Ink): string[] {
  const signed = sentence.map((phrase) =>
    typeof phrase === 'string' ? phrase : `${verdictSigns[phrase.verdict]}\u00a0${phrase.text}`,
  );
  const colours = sentence.flatMap((phrase, index) =>
    typeof phrase === 'string' ? [] : [{ text: signed[index]!, paint: ink.verdict[phrase.verdict] }],
  );
  return wrapped(signed.join(''), width).map((line) => {
    let painted = line;
    for (const { text, paint } of colours) {
      // A verdict of several words may be cut by the line; then it keeps its sign and goes without colour.
      painted = painted.includes(text) ? painted.replace(text, paint(text)) : painted;
    }
    return painted;
  });
}

const heading = (text: string, width: number, ink: Ink): string[] => ['', ...wrapped(text, width).map(ink.bold)];

function trendLines({ trend }: AuditReport, width: number, ink: Ink): string[] {
  const needed = trend.needed
    ? ['', ...wrapped(trend.needed.lead, width), ...tableLines(trend.needed.table, { width: Math.min(width, 60), ink })]
    : [];
  return [
    ...heading(trend.title, width, ink),
    ...wrapped(trend.subtitle, width).map(ink.muted),
    ...periodLines(trend, { width, ink }),
    ...wrapped(
      [`├●┤ ${trend.intervalKey}`, `░ ${trend.noiseKey}`, ...trend.breakSigns, ...trend.signs].join('   '),
      width,
    ).map(ink.muted),
    ...wrapped(trend.caption, width).map(ink.muted),
    ...heading(trend.noteTitle, width, ink),
    ...trend.note.flatMap((sentence) => sentenceLines(sentence, width, ink)),
    ...needed,
  ];
}

function changesLines({ changes }: AuditReport, width: number, ink: Ink): string[] {
  const rows = changes.chart ? changes.chart.rows.map(({ label, note }) => `${label}: ${note}`) : [];
  return [
    ...heading(changes.title, width, ink),
    ...wrapped(changes.subtitle, width).map(ink.muted),
    ...(changes.table ? tableLines(changes.table, { width, ink }) : []),
    ...rows.flatMap((row) => wrapped(row, width)),
    ...wrapped(changes.caption, width).map(ink.muted),
    ...(changes.note.length > 0 ? [''] : []),
    ...changes.note.flatMap((sentence) => sentenceLines(sentence, width, ink)),
  ];
}

function ruleLines({ rules }: AuditReport, width: number, ink: Ink): string[] {
  const statusWidth = Math.max(...rules.rows.map(({ statusWord }) => statusWord.length)) + 4;
  const indent = ' '.repeat(statusWidth);
  const lines = rules.rows.flatMap(({ status, statusWord, name, evidence }) => {
    const painted = ink.status[status](`${ink.sign[status]} ${statusWord}`);
    const head = painted + ' '.repeat(statusWidth - statusWord.length - 2);
    const whole = `${name}  ${evidence}`;
    if (status === 'not measurable' && whole.length <= width - statusWidth) return [head + ink.muted(whole)];
    return [head + ink.bold(name), ...wrapped(evidence, width - statusWidth).map((line) => indent + line)];
  });
  return [...heading(rules.title, width, ink), ...wrapped(rules.subtitle, width).map(ink.muted), ...lines];
}

function noteLines({ notes }: AuditReport, width: number, ink: Ink): string[] {
  const labelWidth = Math.max(0, ...notes.assumed.map(({ label }) => label.length)) + 2;
  const assumed = notes.assumed.flatMap(({ label, value, why }) => {
    const lines = wrapped(why ? `${value} (${why})` : value, width - labelWidth);
    return lines.map(
      (line, index) => (index === 0 ? ink.muted(label.padEnd(labelWidth)) : ' '.repeat(labelWidth)) + line,
    );
  });
  const bullets = (items: readonly string[]) =>
    items.flatMap((item) => wrapped(item, width - 2).map((line, index) => `${index === 0 ? '- ' : '  '}${line}`));
  return [
    ...heading(notes.readTitle, width, ink),
    ...wrapped(notes.read, width),
    ...(notes.rejected ? tableLines(notes.rejected, { width: Math.min(width, 72), ink }) : []),
    ...heading(notes.assumedTitle, width, ink),
    ...assumed,
    ...heading(notes.howTitle, width, ink),
    ...notes.how.flatMap((paragraph) => wrapped(paragraph, width)),
    ...heading(notes.caveatsTitle, width, ink),
    ...bullets(notes.caveats),
    '',
    ...wrapped(notes.footer.join(' · '), width).map(ink.muted),
  ];
}

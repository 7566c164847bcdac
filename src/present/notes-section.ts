import type { Assumption } from '../audit/index.ts';
import { caveatSentences } from './caveat-text.ts';
import type { ReportContext } from './report-context.ts';
import { figures, type Table, words } from './table.ts';
import { methodList } from './trend-section.ts';

export interface AssumedRow {
  readonly what: Assumption['what'];
  readonly label: string;
  readonly value: string;
  readonly why: string;
  /** The code of the reason. */
  readonly because: string;
}

/** What was read, what was assumed, and how everything was computed. */
export interface NotesSection {
  readonly readTitle: string;
  readonly read: string;
  readonly rejected?: Table;
  readonly assumedTitle: string;
  readonly assumed: readonly AssumedRow[];
  readonly howTitle: string;
  readonly how: readonly string[];
  readonly caveatsTitle: string;
  readonly caveats: readonly string[];
  readonly footer: readonly string[];
}

/** Words the notes of the report. */
export function notesSection(context: ReportContext): NotesSection {
  const { report, result } = context;
  const { read, used, rejected } = result.rows;
  const table = rejectedTable(context);
  const caveats = caveatSentences(context);
  return {
    readTitle: report.readTitle,
    read: report.readSentence(read, used, rejected),
    ...(table ? { rejected: table } : {}),
    assumedTitle: report.assumedTitle,
    assumed: result.assumed.map((assumption) => assumedRow(context, assumption)),
    howTitle: report.howTitle,
    how: howParagraphs(context),
    caveatsTitle: report.caveatsTitle,
    caveats: caveats.length > 0 ? caveats : [report.noCaveats],
    footer: footerLines(context),
  };
}

function rejectedTable({ result, report, doubts, measure }: ReportContext): Table | undefined {
  const { reasons } = result.rows;
  if (reasons.length === 0) return undefined;
  const [reason, rows, line] = report.rejectedHead;
  const [min, max] = [measure.scaleText(result.scale.min), measure.scaleText(result.scale.max)];
  return {
    caption: report.rejectedCaption,
    head: [words(reason), figures(rows), figures(line)],
    rows: [...reasons]
      .sort((a, b) => b.count - a.count)
      .map((row) => ({
        cells: [doubts.rejected[row.reason](min, max), measure.count(row.count), measure.count(row.firstLine)],
      })),
  };
}

function assumedRow({ report, doubts }: ReportContext, assumption: Assumption): AssumedRow {
  const { what, value, why, because } = assumption;
  const worded: Partial<Record<Assumption['what'], Readonly<Record<string, string>>>> = {
    metric: report.metricLabel,
    period: report.periodValue,
    dateOrder: report.dateOrder,
    delimiter: report.delimiter,
    decimalComma: report.decimalSign,
  };
  return {
    what,
    label: report.assumed[what],
    value: worded[what]?.[value] ?? (what === 'scale' ? value.replace(/(\d)-(-?\d)/, '$1–$2') : value),
    because,
    why: doubts.because[because] ?? why,
  };
}

function howParagraphs({ report, result, filled, measure, clustered }: ReportContext): string[] {
  const { how } = report;
  const unit = result.periodUnit;
  const { max } = result.scale;
  const top = `${measure.scaleText(max - 1)}–${measure.scaleText(max)}`;
  const definition =
    result.metric === 'nps'
      ? how.nps
      : result.metric === 'csat-top2'
        ? how.share(top)
        : result.metric === 'index-100'
          ? how.index
          : how.mean;
  const intervals = methodList(
    filled.map(({ estimate }) => estimate.method),
    report.method,
  );
  const comparisons = methodList(
    result.changes.map(({ difference }) => difference.method),
    report.method,
  );
  return [
    `${definition} ${clustered ? how.clustered(unit) : how.simple(unit)}${intervals ? ` ${how.interval(intervals)}` : ''}`,
    ...(comparisons ? [how.comparison(comparisons, result.programme.changesTested)] : []),
    ...(filled.length > 1 ? [how.noise(unit)] : []),
  ];
}

function footerLines({ report, result }: ReportContext): string[] {
  const { id, dataHash, definition, engine } = result.run;
  const hash = dataHash.length > 12 ? `${dataHash.slice(0, 4)}…${dataHash.slice(-4)}` : dataHash;
  return [report.runId(id), report.dataHash(hash), report.engine(definition, engine)];
}

import { type AuditResult, type Break, periodName, periodOf } from '../audit/index.ts';
import { caveat } from '../inference/index.ts';
import { metricDefinition, metricLabel } from '../metrics/index.ts';
import { readSurveyFile, type SurveyColumn, type SurveyFile, type TableSource } from '../tables/index.ts';
import type { AuditOptions } from './audit-options.ts';
import { auditHere, type ProgrammeAuditor } from './programme-auditor.ts';
import { runOf, seedOf } from './run.ts';

export type FileSource = TableSource;

export interface AuditedFile {
  readonly result: AuditResult;
  /** All columns of the file, for those who want to correct what was detected. */
  readonly columns: readonly SurveyColumn[];
}

export interface Watching {
  readonly onProgress?: (bytes: number, total: number | undefined, rows: number) => void;
  readonly signal?: AbortSignal;
  /** Who computes; without one it is done here. */
  readonly auditor?: ProgrammeAuditor | undefined;
}

/** Reads a file of answers and judges the programme behind it. Nothing of the file is kept. */
export async function auditFile(source: FileSource, options: AuditOptions & Watching = {}): Promise<AuditedFile> {
  const { onProgress, signal, auditor = auditHere, ...asked } = options;
  const file = await readSurveyFile(source, { ...asked, onProgress, signal });
  const definition = metricDefinition(file.metric.id, { scale: file.metric.scale });
  const periodUnit = asked.period ?? 'month';
  const confidence = asked.confidence ?? 0.95;
  const seed = seedOf(file.dataHash);
  const { audit } = await auditor(
    {
      definition,
      series: file.series,
      periodUnit,
      confidence,
      seed,
      ...(asked.population !== undefined && { population: asked.population }),
    },
    signal,
  );
  const { file: name, format, encoding, delimiter } = file.source;
  const result: AuditResult = {
    run: runOf({ dataHash: file.dataHash, definition: metricLabel(definition), specification: asked, seed }),
    source: { file: name, format, encoding, delimiter },
    assumed: [...file.assumed, ...assumedHere(asked)],
    rows: file.rows,
    metric: definition.id,
    scale: definition.scale,
    periodUnit,
    timeZone: asked.timeZone ?? 'UTC',
    confidence,
    ...audit,
    breaks: audit.breaks.length > 0 ? audit.breaks : scaleBreaks(file, periodUnit),
    caveats: [...file.caveats.map(({ code, message, ...figures }) => caveat(code, message, figures)), ...audit.caveats],
  };
  return { result, columns: file.columns };
}

function assumedHere({ period }: AuditOptions): AuditResult['assumed'] {
  return period === undefined
    ? [{ what: 'period', value: 'month', why: 'nobody said, so the usual one', because: 'default' }]
    : [{ what: 'period', value: period, why: 'given', because: 'flag' }];
}

/** Breaks that only the reader of the file can see. */
function scaleBreaks({ breaks }: SurveyFile, unit: AuditResult['periodUnit']): Break[] {
  return breaks.map(({ date, what, from, to }) => {
    const day = Date.parse(`${date}T00:00:00Z`) / 86_400_000;
    return { period: periodName(periodOf(day, unit), unit), date, what, from, to };
  });
}

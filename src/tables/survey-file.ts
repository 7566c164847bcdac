import type { AnswerSeries, MetricId, Scale } from '../metrics/index.ts';
import type { TableAssumption } from './assumption.ts';
import type { DateOrder } from './date-text.ts';
import type { OpenOptions } from './open-table.ts';
import type { SurveyPlatform } from './survey-platform.ts';

/** The flags of `candor audit` that say how a file is read. */
export interface SurveyOptions extends OpenOptions {
  readonly score?: string | undefined;
  readonly date?: string | undefined;
  readonly metric?: MetricId | 'csat' | 'ces' | undefined;
  readonly scale?: Scale | undefined;
  /** IANA name; UTC when absent. */
  readonly timeZone?: string | undefined;
  readonly dateOrder?: DateOrder | undefined;
  readonly account?: string | undefined;
  readonly role?: string | undefined;
  /** Only rows whose cell is this value; the others are neither read nor rejected. */
  readonly where?: { readonly column: string; readonly value: string } | undefined;
}

/** In the order in which a row is judged: the first reason that applies is the row's. */
export const rejectionReasons = [
  'preview',
  'empty-score',
  'missing-code',
  'unreadable-score',
  'outside-scale',
  'unreadable-date',
  'duplicate',
] as const;
export type RejectionReason = (typeof rejectionReasons)[number];

export interface RejectedRowCount {
  readonly reason: RejectionReason;
  readonly count: number;
  /** 1-based physical line of the file, row of the sheet for XLSX. */
  readonly firstLine: number;
}

/** A doubt about how the file was read; the shape of the caveats of `inference/`. */
export interface SurveyCaveat {
  readonly code:
    | 'metric-assumed'
    | 'scale-assumed'
    | 'scale-doubtful'
    | 'date-column-start-time'
    | 'partials-used'
    | 'definition-change'
    | 'anonymised-dates'
    | 'excel-damage';
  readonly message: string;
  readonly [figure: string]: string | number | boolean | readonly string[];
}

/** From `date` (ISO) on the questionnaire is another one. */
export interface SurveyBreak {
  readonly date: string;
  readonly what: 'version' | 'scale';
  readonly from: string;
  readonly to: string;
}

export interface SurveyColumn {
  readonly name: string;
  readonly kind: 'score' | 'date' | 'number' | 'text' | 'empty';
  readonly example: string;
}

/** A file of answers, read, judged and ready for the audit. */
export interface SurveyFile {
  readonly source: {
    readonly file: string;
    readonly format: 'csv' | 'tsv' | 'xlsx';
    readonly encoding: string;
    readonly delimiter: string;
    readonly sheet?: string;
    readonly platform?: SurveyPlatform;
  };
  readonly dataHash: string;
  readonly assumed: readonly TableAssumption[];
  readonly rows: {
    readonly read: number;
    readonly used: number;
    readonly rejected: number;
    readonly reasons: readonly RejectedRowCount[];
  };
  readonly metric: { readonly id: MetricId; readonly scale: Scale; readonly assumed: boolean };
  readonly series: AnswerSeries;
  readonly caveats: readonly SurveyCaveat[];
  readonly breaks: readonly SurveyBreak[];
  readonly columns: readonly SurveyColumn[];
  /** Unfinished answers among those used. */
  readonly partial: number;
}

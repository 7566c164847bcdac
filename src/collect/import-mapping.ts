import type { MetricId, Scale } from '../metrics/index.ts';

/** What a file holds. The first five are kinds of files; the others come with a whole company. */
export const fileKinds = ['answers', 'accounts', 'contacts', 'outcomes', 'service-kpis'] as const;
export type FileKind = (typeof fileKinds)[number];
export const rowKinds = [...fileKinds, 'org-units', 'touchpoints', 'encounters', 'invitations'] as const;
export type RowKind = (typeof rowKinds)[number];

export const levels = ['encounter', 'relationship'] as const;
export type Level = (typeof levels)[number];

/** A column of scores, and the question it answers. */
export interface ScoreColumn {
  readonly column: string;
  /** Key of the question; stays the same over the versions of the survey. */
  readonly question: string;
  readonly metric: MetricId;
  readonly scale: Scale;
  /** The words of the question. */
  readonly text?: string;
  /** Asked at this level only: at the other its cells are not read, and its survey does not hold the question. */
  readonly level?: Level;
}

export interface CommentColumn {
  readonly column: string;
  readonly question: string;
  readonly text?: string;
}

/** A column of values of an account at a time. */
export interface ValueColumn {
  readonly column: string;
  readonly outcome: string;
}

/** How the rows of one kind are read: a plain value that can be kept, sent and edited. */
export interface ImportMapping {
  readonly kind: RowKind;
  /** Field -> name of the column. */
  readonly columns: Readonly<Record<string, string>>;
  /** answers: key of the survey, made where it is not there; its name; the level where no column tells. */
  readonly survey?: string;
  readonly surveyName?: string;
  readonly level?: Level;
  readonly scores?: readonly ScoreColumn[];
  readonly comments?: readonly CommentColumn[];
  /** outcomes: columns of values, beside or instead of a kind and a value column. */
  readonly values?: readonly ValueColumn[];
  /** accounts: columns kept as attributes. */
  readonly attributes?: readonly string[];
  /** answers: values of the status column that say that nobody answered, beside the usual words. */
  readonly previewValues?: readonly string[];
  /** answers: only the rows that have this value. */
  readonly where?: { readonly column: string; readonly value: string };
  /** Where the rows come from: a second one of the same source and id is the same row. */
  readonly source?: string;
  /** Sheet of a workbook; the first visible one that has rows when absent. */
  readonly sheet?: string;
  readonly dateOrder?: 'dmy' | 'mdy' | 'ymd';
  readonly decimalMark?: '.' | ',';
  /** Zone of times without an offset; that of the workspace when absent. */
  readonly timeZone?: string;
}

/** The fields of each kind; those with `!` are needed. */
export const mappingFields: Readonly<Record<RowKind, readonly string[]>> = {
  answers: [
    'date!',
    'responseId',
    'account',
    'contact',
    'role',
    'touchpoint',
    'segment',
    'orgUnit',
    'channel',
    'language',
    'level',
    'status',
    'finished',
    'invitation',
  ],
  accounts: [
    'id!',
    'name',
    'segment',
    'parent',
    'currency',
    'revenue',
    'margin',
    'marginRate',
    'contractFrom',
    'renewalOn',
    'leftAt',
    'leaveReason',
  ],
  contacts: ['id!', 'account', 'name', 'email', 'phone', 'language', 'role'],
  outcomes: ['account!', 'date!', 'id', 'kind', 'value', 'currency', 'leftAt', 'leaveReason'],
  'service-kpis': ['orgUnit!', 'kpi!', 'period', 'from', 'to', 'numerator!', 'denominator!'],
  'org-units': ['code!', 'name', 'parent'],
  touchpoints: ['key!', 'name'],
  encounters: ['id!', 'touchpoint!', 'date!', 'account', 'contact', 'orgUnit'],
  invitations: ['id!', 'date!', 'level!', 'encounter', 'account', 'contact', 'channel', 'outcome'],
};

/** The fields of a kind for whoever lets people choose: name, and whether it is needed. */
export const fieldChoices = (kind: RowKind): { name: string; needed: boolean }[] =>
  mappingFields[kind].map((marked) => ({ name: marked.replace('!', ''), needed: marked.endsWith('!') }));

import type { MetricId, Scale } from '../../metrics/index.ts';
import type { ToldError } from '../../present/index.ts';
import { Refusal, toldIn } from '../api/request.ts';
import { apiOf } from '../api/workspace.tsx';

export const fileKinds = ['answers', 'accounts', 'contacts', 'outcomes', 'service-kpis'] as const;
export type FileKind = (typeof fileKinds)[number];
export type ImportState = 'waiting' | 'running' | 'done' | 'failed' | 'undone';
export type ProblemReason =
  | 'preview'
  | 'empty-score'
  | 'missing-code'
  | 'unreadable-score'
  | 'outside-scale'
  | 'unreadable-date'
  | 'future-date'
  | 'duplicate'
  | 'empty-id'
  | 'damaged-id'
  | 'too-long'
  | 'unreadable-level'
  | 'unreadable-amount'
  | 'unreadable-number'
  | 'unreadable-address'
  | 'other-currency'
  | 'unknown-role'
  | 'empty-value';

export interface ScoreColumn {
  readonly column: string;
  readonly question: string;
  readonly metric: MetricId;
  readonly scale: Scale;
  readonly text?: string;
}

/** How a file is read. */
export interface Mapping {
  readonly kind: FileKind;
  readonly columns: Readonly<Record<string, string>>;
  readonly survey?: string;
  readonly level?: 'encounter' | 'relationship';
  readonly scores?: readonly ScoreColumn[];
  readonly dateOrder?: 'dmy' | 'mdy' | 'ymd';
}

/** What the reader says about it; the rest is detected. A column of null is left out. */
export type GivenMapping = Partial<Omit<Mapping, 'kind' | 'columns'>> & {
  readonly columns?: Readonly<Record<string, string | null>>;
};

export interface ProblemCount {
  readonly reason: ProblemReason;
  readonly rejected: boolean;
  readonly count: number;
  readonly firstLine: number;
}

export interface RowCounts {
  readonly read: number;
  readonly used: number;
  readonly rejected: number;
  readonly known: number;
  readonly reasons: readonly ProblemCount[];
}

/** One row or cell that would not be taken; never the words of a comment. */
export interface RowProblem {
  readonly line: number;
  readonly reason: ProblemReason;
  readonly field: string;
  readonly value: string;
}

export interface Preview {
  readonly rows: RowCounts;
  readonly problems: readonly RowProblem[];
  readonly mapping: Mapping;
  readonly columns: readonly { readonly name: string; readonly example: string }[];
  /** What the columns of this kind of file can be. */
  readonly fields: readonly { readonly name: string; readonly needed: boolean }[];
}

export interface ImportSummary {
  readonly id: string;
  readonly kind: FileKind | 'company';
  readonly file: string;
  readonly state: ImportState;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly undoneAt: string | null;
  readonly progress: { readonly rows?: number; readonly share?: number };
  readonly rows: RowCounts;
  readonly error?: ToldError;
}

/** Bytes sent so far. */
export interface Sending {
  readonly sent: number;
  readonly total: number;
}

interface Upload {
  readonly workspace: string;
  readonly path: '/imports' | '/imports/preview';
  readonly kind: FileKind;
  readonly file: File;
  readonly given: GivenMapping;
  readonly signal: AbortSignal;
  readonly onSending: (sending: Sending) => void;
}

/** Sends a file with what is said about it. XMLHttpRequest, since only it tells what was sent. */
export function upload<Answer>(of: Upload): Promise<Answer> {
  const { workspace, path, kind, file, given, signal, onSending } = of;
  const query = new URLSearchParams({ kind, name: file.name });
  if (Object.keys(given).length > 0) query.set('mapping', JSON.stringify(given));
  const request = new XMLHttpRequest();
  return new Promise((resolve, reject) => {
    request.open('POST', apiOf(workspace, `${path}?${query}`));
    request.responseType = 'text';
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => onSending({ sent: loaded, total });
    request.onabort = () => reject(new DOMException('', 'AbortError'));
    request.onerror = () => reject(new Refusal(0, { code: 'network', message: '' }));
    request.onload = () =>
      request.status < 300
        ? resolve(JSON.parse(request.responseText) as Answer)
        : reject(new Refusal(request.status, toldIn(request.responseText, request.status)));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

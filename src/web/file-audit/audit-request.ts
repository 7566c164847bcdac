import type { AuditResult } from '../../audit/index.ts';
import type { ToldError } from '../../present/index.ts';

/** What the reader may correct; the names are those of the command line and of the API. Empty means: detect it. */
export const optionNames = [
  'score',
  'date',
  'metric',
  'scale',
  'dateOrder',
  'period',
  'timeZone',
  'account',
  'role',
  'where',
  'sheet',
] as const;
export type OptionName = (typeof optionNames)[number];
export type AuditOptions = Readonly<Partial<Record<OptionName, string>>>;

export interface FileColumn {
  readonly name: string;
  readonly kind: 'score' | 'date' | 'number' | 'text' | 'empty';
  readonly example: string;
}

export interface AuditResponse {
  readonly result: AuditResult;
  readonly columns: readonly FileColumn[];
}

/** Bytes sent so far; `done` once the server has the whole file and is judging it. */
export interface Sending {
  readonly sent: number;
  readonly total: number;
  readonly done: boolean;
}

export type Answer =
  | { readonly kind: 'answered'; readonly response: AuditResponse }
  | { readonly kind: 'refused'; readonly error: ToldError; readonly columns: readonly FileColumn[] }
  | { readonly kind: 'cancelled' };

export interface AuditRequest {
  readonly answer: Promise<Answer>;
  readonly cancel: () => void;
}

/** Asks for the audit of a file, or of the sample where there is none. XMLHttpRequest, since only it tells what was sent. */
export function requestAudit(
  file: File | undefined,
  options: AuditOptions,
  onSending: (sending: Sending) => void = () => {},
): AuditRequest {
  const request = new XMLHttpRequest();
  const answer = new Promise<Answer>((resolve) => {
    request.open(file ? 'POST' : 'GET', `${file ? '/api/audit' : '/api/sample'}${queryOf(file, options)}`);
    request.responseType = 'text';
    request.upload.onprogress = ({ loaded, total }) => onSending({ sent: loaded, total, done: loaded >= total });
    request.upload.onload = () => onSending({ sent: file?.size ?? 0, total: file?.size ?? 0, done: true });
    request.onabort = () => resolve({ kind: 'cancelled' });
    request.onerror = () => resolve({ kind: 'refused', error: { code: 'network', message: '' }, columns: [] });
    request.onload = () => resolve(readAnswer(request.status, request.responseText));
    request.send(file ?? null);
  });
  return { answer, cancel: () => request.abort() };
}

/** The query of a request: the name of the file, and every option that is set, in the order of the list. */
export function queryOf(file: Pick<File, 'name'> | undefined, options: AuditOptions): string {
  const query = new URLSearchParams(file ? { name: file.name } : {});
  for (const name of optionNames) if (options[name]) query.set(name, options[name]);
  const text = query.toString();
  return text ? `?${text}` : '';
}

/** Reads what the server said; anything that is neither a result nor a refusal is told as such. */
export function readAnswer(status: number, body: string): Answer {
  const unknown: Answer = { kind: 'refused', error: { code: `HTTP ${status}`, message: '' }, columns: [] };
  try {
    const told = JSON.parse(body) as Partial<AuditResponse> & { error?: ToldError };
    if (told.error) return { kind: 'refused', error: told.error, columns: columnsOf(told.error, told.columns) };
    return told.result ? { kind: 'answered', response: { result: told.result, columns: told.columns ?? [] } } : unknown;
  } catch {
    return unknown;
  }
}

/** A refusal before the columns were typed still names them; that is enough to choose one. */
function columnsOf(error: ToldError, columns: readonly FileColumn[] | undefined): readonly FileColumn[] {
  if (columns) return columns;
  const names = error.details?.columns;
  return Array.isArray(names) ? names.map((name) => ({ name: String(name), kind: 'text' as const, example: '' })) : [];
}

import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { ToldError } from '../../present/index.ts';
import {
  type Answer,
  type AuditOptions,
  type AuditRequest,
  type AuditResponse,
  type FileColumn,
  requestAudit,
  type Sending,
} from './audit-request.ts';
import { countRows } from './count-rows.ts';

/** A report that was in sight: what a cancelled request goes back to. */
interface Shown {
  readonly file?: File | undefined;
  readonly options: AuditOptions;
  readonly response: AuditResponse;
}

/** What the page shows. The file stays in the browser, so that a correction needs no second drop. */
export interface AuditState {
  /** Absent: the sample. */
  readonly file?: File;
  readonly options: AuditOptions;
  readonly phase: 'loading' | 'ready' | 'failed';
  /** The report at hand; while a correction runs it stays in sight. */
  readonly response?: AuditResponse;
  readonly sending?: Sending;
  readonly rows?: number;
  readonly startedAt: number;
  readonly error?: ToldError;
  readonly columns: readonly FileColumn[];
  readonly cancelled: boolean;
  readonly before?: Shown;
}

export type AuditEvent =
  | { readonly kind: 'started'; readonly file?: File | undefined; readonly options: AuditOptions; readonly at: number }
  | { readonly kind: 'sending'; readonly sending: Sending }
  | { readonly kind: 'rows'; readonly rows: number }
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'back' };

export const emptyState: AuditState = { options: {}, phase: 'loading', startedAt: 0, columns: [], cancelled: false };

/** What becomes of the page when something happens. Pure, so that it can be tested without a browser. */
export function reduceAudit(state: AuditState, event: AuditEvent): AuditState {
  if (event.kind === 'started') {
    const same = event.file === state.file;
    const before = state.phase === 'ready' && state.response ? shownIn(state, state.response) : state.before;
    return {
      ...(before ? { before } : {}),
      ...(event.file ? { file: event.file } : {}),
      ...(same && state.response ? { response: state.response } : {}),
      options: event.options,
      phase: 'loading',
      startedAt: event.at,
      columns: same ? state.columns : [],
      cancelled: false,
    };
  }
  if (event.kind === 'sending') return { ...state, sending: event.sending };
  if (event.kind === 'rows') return { ...state, rows: event.rows };
  if (event.kind === 'back') return { ...answered(state, { kind: 'cancelled' }), cancelled: false };
  return answered(state, event.answer);
}

const shownIn = ({ file, options }: AuditState, response: AuditResponse): Shown => ({ file, options, response });

function answered(state: AuditState, answer: Answer): AuditState {
  const { sending: _sent, rows: _rows, error: _error, before, ...rest } = state;
  if (answer.kind === 'answered') {
    return { ...rest, phase: 'ready', response: answer.response, columns: answer.response.columns };
  }
  if (answer.kind === 'cancelled') {
    if (!before) return { ...rest, phase: 'failed', cancelled: true };
    const { file: _file, ...others } = rest;
    const { file, options, response } = before;
    const back = { ...others, options, response, columns: response.columns, cancelled: true } as const;
    return { ...back, phase: 'ready', ...(file ? { file } : {}) };
  }
  const { response: _old, ...without } = rest;
  const columns = answer.columns.length > 0 ? answer.columns : state.columns;
  return { ...without, phase: 'failed', error: answer.error, columns, ...(before ? { before } : {}) };
}

export interface AuditControls {
  readonly state: AuditState;
  /** Judges a file, or the sample when there is none; a running request is cancelled first. */
  readonly start: (file: File | undefined, options: AuditOptions) => void;
  readonly cancel: () => void;
  /** From a refusal to the report that was in sight before it. */
  readonly back: () => void;
}

/** One audit at a time, beginning with the sample. */
export function useAudit(): AuditControls {
  const [state, dispatch] = useReducer(reduceAudit, emptyState);
  const running = useRef<{ request: AuditRequest; counting: AbortController } | undefined>(undefined);
  const cancel = useCallback(() => {
    running.current?.counting.abort();
    running.current?.request.cancel();
  }, []);
  const start = useCallback((file: File | undefined, options: AuditOptions) => {
    const before = running.current;
    running.current = undefined;
    before?.counting.abort();
    before?.request.cancel();
    dispatch({ kind: 'started', file, options, at: performance.now() });
    const counting = new AbortController();
    const request = requestAudit(file, options, (sending) => {
      if (running.current?.request === request) dispatch({ kind: 'sending', sending });
    });
    running.current = { request, counting };
    if (file) {
      countRows(file, counting.signal).then(
        (rows) => rows !== undefined && running.current?.request === request && dispatch({ kind: 'rows', rows }),
        // A file that cannot be read here cannot be sent either; the request says so.
        () => undefined,
      );
    }
    request.answer.then((answer) => {
      if (running.current?.request !== request) return;
      running.current = undefined;
      dispatch({ kind: 'answered', answer });
    });
  }, []);
  useEffect(() => {
    start(undefined, {});
    return cancel;
  }, [start, cancel]);
  const back = useCallback(() => dispatch({ kind: 'back' }), []);
  return { state, start, cancel, back };
}

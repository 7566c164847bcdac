/** The program of a thread: takes columns, judges them, says how it went, and waits for the next. */
import { parentPort } from 'node:worker_threads';
import { isCandorError } from '../errors/index.ts';
import { auditColumns, type ColumnsToAudit } from './programme-auditor.ts';

parentPort!.on('message', (columns: ColumnsToAudit) => {
  try {
    parentPort!.postMessage({ made: auditColumns(columns) });
  } catch (error) {
    if (!isCandorError(error)) throw error;
    const { code, message, details } = error;
    parentPort!.postMessage({ refused: { code, message, details } });
  }
});

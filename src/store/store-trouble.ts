import { CandorError, isCandorError } from '../errors/index.ts';

/** What the driver says when the server is not there or went away under a statement. */
const awayCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'EHOSTUNREACH', 'ETIMEDOUT', 'ENOENT']);
const awayWords =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection|not queryable|pool after calling end/i;

/**
 * An error of a transaction as one of ours where the store is to blame and not the statement: it is away (starting,
 * stopping, killed, too many connections), its disk is full, or it took too long. The rest is passed on as it is.
 */
export function storeTrouble(error: unknown): unknown {
  if (isCandorError(error) || !(error instanceof Error)) return error;
  const code = String((error as { code?: unknown }).code ?? '');
  if (
    awayCodes.has(code) ||
    /^(08|57P0|40P01|40001|53[234]00|58030|25006)/.test(code) ||
    awayWords.test(error.message)
  ) {
    return new CandorError('CND_STORE_AWAY', `the database is away (${code || 'connection lost'})`);
  }
  if (code === '53100' || /no space left on device/i.test(error.message)) {
    return new CandorError('CND_STORE_DISK', 'the disk of the database is full');
  }
  return code === '57014' ? new CandorError('CND_STORE_SLOW', 'the database took too long') : error;
}

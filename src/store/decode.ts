import type pg from 'pg';
import { CandorError } from '../errors/index.ts';
import type { Driver } from './driver.ts';

/** A count that a double cannot hold exactly is a fault, never a rounded figure. */
function exactInteger(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value)) return value;
  throw new CandorError('CND_FAULT', `the store holds ${text}, which is beyond exact integers`, { value: text });
}

const asText = (text: string) => text;

/**
 * How values of the database become values of ours, in one place: bigint and sums of integers as exact numbers, numeric
 * and dates as text (a date has no instant; a Date in the zone of this machine would shift it), instants as Date.
 */
export function decoders({ types: { builtins, getTypeParser } }: Driver): pg.CustomTypesConfig {
  return {
    getTypeParser(type: number, format?: 'text' | 'binary') {
      if (format !== 'binary') {
        if (type === builtins.INT8) return exactInteger;
        if (type === builtins.DATE || type === builtins.NUMERIC) return asText;
      }
      return getTypeParser(type, format as 'text');
    },
  } as pg.CustomTypesConfig;
}

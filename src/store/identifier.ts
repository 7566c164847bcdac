import { randomUUID } from 'node:crypto';

let lastMillisecond = 0;
let counter = 0;
/** The digits of that millisecond, which are written once for all its ids. */
let prefix = '';

/**
 * A new UUID of version 7 (RFC 9562): ordered by time, so that new rows lie together in an index. Ids are made here and
 * not in the database: PostgreSQL 15 has no such function, and a volatile one in a bulk insert is refused by Citus.
 * Ids of one process rise strictly: 12 bits count within a millisecond, and a full counter borrows the next one.
 */
export function newId(now: number = Date.now()): string {
  if (now > lastMillisecond) {
    lastMillisecond = now;
    counter = 0;
  } else if (++counter > 0xfff) {
    lastMillisecond += 1;
    counter = 0;
  }
  if (counter === 0) {
    const time = lastMillisecond.toString(16).padStart(12, '0');
    prefix = `${time.slice(0, 8)}-${time.slice(8)}-`;
  }
  // The last sixteen digits of a random one, variant included: 128 of those are drawn in one call of the system.
  return `${prefix}${(0x7000 + counter).toString(16)}-${randomUUID().slice(19)}`;
}

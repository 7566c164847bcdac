import { getRandomValues } from 'node:crypto';

let lastMillisecond = 0;
let counter = 0;

/**
 * A new UUID of version 7 (RFC 9562): ordered by time, so that new rows lie together in an index. Ids are made here and
 * not in the database: PostgreSQL 15 has no such function, and a volatile one in a bulk insert is refused by Citus.
 * Ids of one process rise strictly: 12 bits count within a millisecond, and a full counter borrows the next one.
 */
export function newId(now: number = Date.now()): string {
  const bytes = getRandomValues(new Uint8Array(16));
  if (now > lastMillisecond) {
    lastMillisecond = now;
    counter = 0;
  } else if (++counter > 0xfff) {
    lastMillisecond += 1;
    counter = 0;
  }
  for (let index = 0; index < 6; index += 1) bytes[index] = Math.floor(lastMillisecond / 2 ** (8 * (5 - index))) & 0xff;
  bytes[6] = 0x70 | (counter >> 8);
  bytes[7] = counter & 0xff;
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = Buffer.from(bytes).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

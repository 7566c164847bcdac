// Writes a survey export of any size: 12 columns, about 120 bytes a row, as a stream and always the same.

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

const roles = ['Contact person', 'User', 'Payer', 'Decision maker'];
const comments = [
  '',
  '',
  '',
  'Quick and friendly',
  'Invoice was late, "again"',
  'Hyvä palvelu',
  'Kunde inte logga in; fick hjälp',
];

/** Small, fast and the same everywhere (mulberry32): the bench needs a file, not statistics. */
function uniform(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export async function writeExport(path, rows, { accounts = Math.max(20, Math.round(rows / 5)) } = {}) {
  const next = uniform(20261122);
  const out = createWriteStream(path);
  out.write(
    'Response ID,Submitted at,Account,Account name,Role,Recommend,Satisfaction,Ease,Touchpoint,Country,Device,Comment\n',
  );
  const start = Date.UTC(2025, 0, 1);
  const span = 730 * 86_400_000;
  let batch = '';
  for (let i = 0; i < rows; i++) {
    const at = new Date(start + next() * span).toISOString();
    const account = Math.floor(next() * accounts);
    const u = next();
    const score =
      u < 0.45 ? 9 + Math.floor(next() * 2) : u < 0.75 ? 7 + Math.floor(next() * 2) : Math.floor(next() * 7);
    const comment = comments[Math.floor(next() * comments.length)].replaceAll('"', '""');
    batch += `r-${i},${at},A${account},Account ${account} Ltd,${roles[Math.floor(next() * 4)]},${score},${1 + Math.floor(next() * 5)},${1 + Math.floor(next() * 7)},invoice,FI,phone,"${comment}"\n`;
    if (batch.length > 1 << 16) {
      if (!out.write(batch)) await once(out, 'drain');
      batch = '';
    }
  }
  out.end(batch);
  await once(out, 'finish');
}

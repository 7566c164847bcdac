import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type ColumnOptions, readColumns } from './index.ts';

function read(text: string, names: readonly string[] | 'all', options: ColumnOptions = {}) {
  const stream = (async function* () {
    yield Buffer.from(text);
  })();
  return readColumns({ name: 'data.csv', stream }, names, options);
}

const text = 'id;group;value;when;group\n1;a;1,5;1.2.2026;x\n2;;2;13.2.2026;y\n\n3;b;none;;x\n';

describe('reading named columns', () => {
  it('gives text as codes, numbers and days, all of the same length', async () => {
    const columns = await read(text, ['group#1', 'value', 'when']);
    expect(columns.rows).toBe(3);
    expect([...columns.lines]).toEqual([2, 3, 5]);
    const { codes, names } = columns.text('group#1');
    expect([[...codes], names]).toEqual([
      [0, -1, 1],
      ['a', 'b'],
    ]);
    expect([...columns.numbers('value')]).toEqual([1.5, 2, Number.NaN]);
    const day = Date.UTC(2026, 1, 1) / 86_400_000;
    expect([...columns.days('when')]).toEqual([day, day + 12, Number.NaN]);
    expect(columns.names).toEqual(['id', 'group', 'value', 'when', 'group#2']);
    expect(columns.dataHash).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it('reads all columns when asked, and refuses a name that is not there or stands twice', async () => {
    expect((await read(text, 'all')).text('group#2').names).toEqual(['x', 'y']);
    await expect(read(text, ['vlue'])).rejects.toMatchObject({
      code: 'CND_COLUMN_UNKNOWN',
      details: { nearest: 'value' },
    });
    await expect(read(text, ['group'])).rejects.toMatchObject({
      code: 'CND_COLUMN_AMBIGUOUS',
      details: { columns: ['group#1', 'group#2'] },
    });
  });

  it('refuses days that can be read both ways, and cuts instants in the zone', async () => {
    const columns = await read('when\n02/03/2026\n', ['when']);
    expect(() => columns.days('when')).toThrow(expect.objectContaining({ code: 'CND_DATE_AMBIGUOUS' }));
    const instants = await read('when\n2026-01-31T22:30:00Z\n', ['when'], { timeZone: 'Europe/Helsinki' });
    expect(instants.days('when')[0]).toBe(Date.UTC(2026, 1, 1) / 86_400_000);
  });
});

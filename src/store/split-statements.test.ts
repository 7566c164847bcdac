import { describe, expect, it } from 'vitest';
import { splitStatements } from './split-statements.ts';

describe('splitStatements', () => {
  it('cuts at semicolons that end a statement, and at no other', () => {
    const text = `-- a; b
      select ';', "a;b", 'it''s;' /* ; */;
      create function f() returns void language plpgsql as $body$ begin perform 1; end $body$;
      -- the end;
    `;
    expect(splitStatements(text).map((statement) => statement.split('\n').at(-1)!.trim().slice(0, 30))).toEqual([
      `select ';', "a;b", 'it''s;' /*`,
      'create function f() returns vo',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { parseProgrammeRules } from '../../fielding/index.ts';
import { groupOf, isShownAsRows, joinedBy, joins } from './condition-group.ts';

const gold = { field: 'account.segment', is: 'equal', value: 'gold' };
const large = { field: 'account.revenue', is: 'at-least', value: 1000 };

describe('a condition as rows', () => {
  it('is read back as it was joined, and is what the rules take', () => {
    for (const join of joins) {
      const condition = joinedBy(join, [gold, large]);
      expect(groupOf(condition)).toMatchObject({ join, parts: [gold, large] });
      expect(isShownAsRows(condition)).toBe(true);
      const rules = { level: 'encounter', trigger: { touchpoints: ['call'], conditions: condition } };
      expect(parseProgrammeRules(rules)).toMatchObject(rules);
    }
  });

  it('may hold groups one level down, and no deeper', () => {
    const inner = joinedBy('any', [gold, large]);
    expect(isShownAsRows(joinedBy('all', [gold, inner]))).toBe(true);
    expect(isShownAsRows(joinedBy('all', [joinedBy('none', [gold, inner])]))).toBe(false);
  });

  it('is nothing, or is left to the JSON where rows cannot say it', () => {
    expect(isShownAsRows(undefined)).toBe(true);
    for (const other of [gold, { not: gold }, { not: { all: [gold] } }, 'gold', null, []]) {
      expect(groupOf(other)).toBeUndefined();
      expect(isShownAsRows(other)).toBe(false);
    }
  });
});

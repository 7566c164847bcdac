import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metricDefinition } from '../metrics/index.ts';
import { compareGroups, responseEvenness } from './index.ts';

describe('responseEvenness', () => {
  it('is uneven where a group provably answers less often, and says which', () => {
    const { verdict, groups } = responseEvenness([
      { key: 'payer', asked: 400, heard: 48 },
      { key: 'end-user', asked: 400, heard: 124 },
    ]);
    expect(verdict).toBe('uneven');
    expect(groups.map(({ key, rate, beside }) => [key, rate.value, beside!.verdict])).toEqual([
      ['payer', 0.12, 'fell'],
      ['end-user', 0.31, 'rose'],
    ]);
    expect(groups[0]!.beside!.difference.value).toBeCloseTo(-0.19, 12);
  });

  it('is even only where every difference is surely small, else open', () => {
    const verdictOf = (asked: number) =>
      responseEvenness([
        { key: 'a', asked, heard: asked * 0.3 },
        { key: 'b', asked, heard: asked * 0.3 },
      ]).verdict;
    expect(verdictOf(1_000)).toBe('even');
    expect(verdictOf(40)).toBe('open');
    expect(responseEvenness([{ key: 'a', asked: 1_000, heard: 10 }]).verdict).toBe('open');
    expect(responseEvenness([])).toEqual({ groups: [], verdict: 'open' });
  });

  it('leaves out who was not asked, and refuses what cannot be', () => {
    const groups = [
      { key: 'a', asked: 0, heard: 0 },
      { key: 'b', asked: 9, heard: 3 },
    ];
    expect(responseEvenness(groups).groups.map(({ key }) => key)).toEqual(['b']);
    expect(() => responseEvenness([{ key: 'a', asked: 1, heard: 2 }])).toThrow('more were heard');
  });

  it('calls groups of one rate uneven seldom: at most 5 % of 2,000 draws', () => {
    let state = 7;
    const random = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    };
    const heardOf = (asked: number) => Array.from({ length: asked }, random).filter((one) => one < 0.3).length;
    const draws = 2_000;
    let uneven = 0;
    for (let draw = 0; draw < draws; draw += 1) {
      const groups = [120, 60, 200].map((asked, i) => ({ key: String(i), asked, heard: heardOf(asked) }));
      if (responseEvenness(groups).verdict === 'uneven') uneven += 1;
    }
    // Two standard errors of a share of 5 % in 2,000 draws are one point.
    expect(uneven / draws).toBeLessThanOrEqual(0.06);
  });
});

describe('compareGroups', () => {
  const nps = metricDefinition('nps');
  it('sets each group beside the first that has answers, with correction over all', () => {
    const many = (group: string, score: number, count: number) =>
      Array.from({ length: count }, () => ({ group, score }));
    const answers = [...many('1', 10, 60), ...many('1', 5, 20), ...many('2', 10, 20), ...many('2', 5, 60)];
    const groups = compareGroups(nps, answers, { order: ['0', '1', '2', '3'] });
    expect(groups.map(({ group, estimate }) => [group, estimate.n, estimate.value])).toEqual([
      ['1', 80, 50],
      ['2', 80, -50],
    ]);
    expect(groups[0]).not.toHaveProperty('comparison');
    expect(groups[1]!.comparison).toMatchObject({ verdict: 'fell' });
    expect(compareGroups(nps, [], { order: ['0'] })).toEqual([]);
  });

  it('counts every answer of the groups named once', () => {
    const answer = fc.record({ group: fc.constantFrom('0', '1', '2'), score: fc.integer({ min: 0, max: 10 }) });
    fc.assert(
      fc.property(fc.array(answer, { minLength: 1, maxLength: 60 }), (answers) => {
        const groups = compareGroups(nps, answers, { order: ['0', '1', '2'] });
        expect(groups.reduce((sum, { estimate }) => sum + estimate.n, 0)).toBe(answers.length);
      }),
    );
  });
});

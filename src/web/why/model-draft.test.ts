import { describe, expect, it } from 'vitest';
import { mobileModel } from '../../model/index.ts';
import { isModel, withArrow, withConstruct, withItem } from './model-draft.ts';

describe('the draft of a model', () => {
  it('a renamed construct keeps its arrows', () => {
    const draft = withConstruct(mobileModel, 4, { ...mobileModel.constructs[4]!, name: 'Joy' });
    expect(draft.paths.filter(([from, to]) => from === 'Joy' || to === 'Joy')).toHaveLength(6);
    expect(draft.paths.flat()).not.toContain('Satisfaction');
  });

  it('a removed construct takes its arrows along', () => {
    const draft = withConstruct(mobileModel, 0, undefined);
    expect([draft.constructs.length, draft.paths.length]).toEqual([6, 9]);
  });

  it('a question moves from one construct to another, or out', () => {
    const moved = withItem(mobileModel, 'IMAG1', 'Loyalty');
    expect(moved.constructs[0]!.items).not.toContain('IMAG1');
    expect(moved.constructs[6]!.items).toContain('IMAG1');
    expect(withItem(moved, 'IMAG1', '').constructs.flatMap(({ items }) => items)).toHaveLength(23);
  });

  it('an arrow replaces the one the other way round', () => {
    const turned = withArrow(mobileModel, ['Loyalty', 'Complaints'], true);
    expect(turned.paths).toHaveLength(12);
    expect(turned.paths).toContainEqual(['Loyalty', 'Complaints']);
    expect(withArrow(turned, ['Loyalty', 'Complaints'], false).paths).toHaveLength(11);
  });

  it('a file that is no model is known', () => {
    expect(isModel(mobileModel)).toBe(true);
    expect([null, 3, {}, { constructs: [], paths: [['a']], scale: [1, 2] }].map(isModel)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

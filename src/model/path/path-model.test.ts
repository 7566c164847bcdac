import { describe, expect, it } from 'vitest';
import { isCandorError } from '../../errors/index.ts';
import { estimatePathModel } from './estimate.ts';
import { answersNeeded, type ItemAnswers } from './item-answers.ts';
import { mobileModel, mobileTwin } from './mobile-twin.ts';
import { pathModel } from './path-model.ts';
import type { PathModelSpecification } from './specification.ts';

const small: PathModelSpecification = {
  constructs: [
    { name: 'Ease', measurement: 'reflective', items: ['e1', 'e2'] },
    { name: 'Satisfaction', measurement: 'reflective', items: ['s1', 's2'] },
    { name: 'Loyalty', measurement: 'reflective', items: ['l1'] },
  ],
  paths: [
    ['Ease', 'Satisfaction'],
    ['Satisfaction', 'Loyalty'],
  ],
  scale: [1, 10],
};

function codeOf(work: () => unknown): [string, string] {
  try {
    work();
  } catch (error) {
    if (isCandorError(error)) return [error.code, error.message];
    throw error;
  }
  return ['none', ''];
}

describe('a specification is refused, by name,', () => {
  const refused = (change: Partial<PathModelSpecification>) => codeOf(() => pathModel({ ...small, ...change }));

  it('for an unknown item, with the nearest', () => {
    const known = pathModel(mobileModel).items.map((item) => (item === 'CUSCO' ? 'CUSCOM' : item));
    const [code, message] = codeOf(() => pathModel(mobileModel, known));
    expect(code).toBe('CND_MODEL_ITEM_UNKNOWN');
    expect(message).toContain('"CUSCO"; did you mean "CUSCOM"');
  });

  it('for an item of two constructs', () => {
    const constructs = small.constructs.map((construct) =>
      construct.name === 'Loyalty' ? { ...construct, items: ['l1', 's2'] } : construct,
    );
    const [code, message] = refused({ constructs });
    expect(code).toBe('CND_MODEL_ITEM_TWICE');
    expect(message).toContain('in "Satisfaction" and in "Loyalty"');
  });

  it('for paths in a circle, the circle named', () => {
    const [code, message] = refused({ paths: [...small.paths, ['Loyalty', 'Ease']] });
    expect(code).toBe('CND_MODEL_CYCLE');
    expect(message).toMatch(
      /(Ease -> Satisfaction -> Loyalty -> Ease|Satisfaction -> Loyalty -> Ease -> Satisfaction)/,
    );
  });

  it('for a construct that acts on itself', () => {
    expect(refused({ paths: [...small.paths, ['Ease', 'Ease']] })[0]).toBe('CND_MODEL_CYCLE');
  });

  it('for a construct without path, an unknown construct, and what is no model', () => {
    expect(refused({ paths: [['Ease', 'Satisfaction']] })[0]).toBe('CND_MODEL_CONSTRUCT_ALONE');
    const [code, message] = refused({ paths: [...small.paths, ['Eas', 'Loyalty']] });
    expect([code, message.includes('did you mean "Ease"')]).toEqual(['CND_MODEL_CONSTRUCT_UNKNOWN', true]);
    expect(refused({ paths: [] })[0]).toBe('CND_MODEL_SPECIFICATION');
    expect(refused({ scale: [10, 1] })[0]).toBe('CND_MODEL_SPECIFICATION');
    expect(refused({ paths: [...small.paths, ...small.paths] })[0]).toBe('CND_MODEL_SPECIFICATION');
    expect(refused({ constructs: [...small.constructs, { ...small.constructs[0]!, items: ['x'] }] })[0]).toBe(
      'CND_MODEL_SPECIFICATION',
    );
  });
});

describe('answers are refused, by name,', () => {
  const model = pathModel(mobileModel);
  const twin = mobileTwin();
  const changed = (item: string, value: (old: number, row: number) => number): ItemAnswers => ({
    columns: twin.columns.map((column, place) => (model.items[place] === item ? column.map(value) : column)),
  });
  const refused = (answers: ItemAnswers, of = model) => codeOf(() => estimatePathModel(of, answers));

  it('for -99', () => {
    const [code, message] = refused(changed('PERQ2', (old, row) => (row === 7 ? -99 : old)));
    expect(code).toBe('CND_MODEL_OUTSIDE_SCALE');
    expect(message).toContain('"PERQ2"');
    expect(message).toContain('-99');
  });

  it('for a constant item', () => expect(refused(changed('IMAG1', () => 7))[0]).toBe('CND_MODEL_CONSTANT_ITEM'));

  it('for a construct without answers, and an item without', () => {
    const [code, message] = refused(changed('CUSCO', () => Number.NaN));
    expect([code, message.includes('"Complaints"')]).toEqual(['CND_MODEL_NO_ANSWERS', true]);
    expect(refused(changed('IMAG2', () => Number.NaN))[0]).toBe('CND_MODEL_NO_ANSWERS');
  });

  it('for fewer answers than 50, or ten for each arrow', () => {
    expect(answersNeeded(model)).toBe(50);
    const [code, message] = refused({ columns: twin.columns.map((column) => column.slice(0, 49)) });
    expect([code, message.includes('at least 50')]).toEqual(['CND_SAMPLE_TOO_SMALL', true]);
    const formative = pathModel({
      ...mobileModel,
      constructs: mobileModel.constructs.map((construct) => ({ ...construct, measurement: 'formative' as const })),
    });
    expect(answersNeeded(formative)).toBe(70);
  });

  it('for a collinear formative block, and for causes that say the same', () => {
    const formative = pathModel({
      ...mobileModel,
      constructs: mobileModel.constructs.map((construct) =>
        construct.name === 'Value' ? { ...construct, measurement: 'formative' as const } : construct,
      ),
    });
    const first = twin.columns[model.items.indexOf('PERV1')]!;
    const [code, message] = refused(
      changed('PERV2', (_, row) => first[row]!),
      formative,
    );
    expect([code, message.includes('"Value"')]).toEqual(['CND_COLLINEAR', true]);
    const twice = pathModel({
      ...small,
      constructs: [...small.constructs, { name: 'Same', measurement: 'reflective', items: ['e3', 'e4'] }],
      paths: [...small.paths, ['Same', 'Satisfaction']],
    });
    const [e1, e2, s1, s2, l1] = twin.columns;
    expect(refused({ columns: [e1!, e2!, s1!, s2!, l1!, e1!, e2!] }, twice)[0]).toBe('CND_COLLINEAR');
  });

  it('where the correction for measurement error would mislead', () => {
    const [code, message] = codeOf(() => estimatePathModel(model, twin, { consistent: true }));
    expect(code).toBe('CND_MODEL_CONSISTENT');
    expect(message).toMatch(/rho_A|beyond 1|turns/);
  });
});

describe('a model is estimated with its doubts', () => {
  const model = pathModel(mobileModel);
  const codes = (answers: ItemAnswers) => estimatePathModel(model, answers).caveats.map(({ code }) => code);

  it('under 150 answers', () => {
    expect(codes(mobileTwin(100))).toContain('few-answers-for-model');
    expect(codes(mobileTwin(150))).not.toContain('few-answers-for-model');
  });

  it('names constructs that cannot be told apart', () => {
    const { caveats } = estimatePathModel(model, mobileTwin());
    expect(caveats.find(({ code }) => code === 'not-separable')?.names).toEqual(
      expect.arrayContaining(['Quality – Satisfaction']),
    );
  });

  it('a reversed item takes the index away and is named', () => {
    const twin = mobileTwin();
    const place = model.items.indexOf('IMAG1');
    const turned = {
      columns: twin.columns.map((column, at) => (at === place ? column.map((value) => 11 - value) : column)),
    };
    const estimate = estimatePathModel(model, turned);
    expect(estimate.caveats.find(({ code }) => code === 'negative-weight')?.names).toEqual(['IMAG1']);
    expect(estimate.indices[0]).toBeUndefined();
    // Whose items were not turned keeps its index: its weights move in their third digit only.
    expect(estimate.indices[1]!.value).toBeCloseTo(estimatePathModel(model, twin).indices[1]!.value, 0);
  });

  it('ceiling and skew', () => {
    const twin = mobileTwin();
    const place = model.items.indexOf('CUSA1');
    const high = {
      columns: twin.columns.map((column, at) =>
        at === place ? column.map((value) => (value < 6 ? value : 10)) : column,
      ),
    };
    expect(codes(high)).toEqual(expect.arrayContaining(['ceiling', 'skewed-items']));
  });

  it('gaps', () => {
    const twin = mobileTwin();
    const gapped = {
      columns: twin.columns.map((column, at) => column.map((value, row) => ((at + row) % 9 ? value : Number.NaN))),
    };
    expect(codes(gapped)).toContain('pairwise-missing');
  });
});

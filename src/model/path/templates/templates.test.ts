import { describe, expect, it } from 'vitest';
import { checkQuestionnaire, questionnaire } from '../../../survey/index.ts';
import { bootstrapPathModel } from '../bootstrap.ts';
import { estimatePathModel } from '../estimate.ts';
import { mobileModel } from '../mobile-twin.ts';
import { pathModel } from '../path-model.ts';
import { simulateAnswers } from '../simulate-answers.ts';
import { modelTemplates, templateSpecification, templateTruth } from './model-templates.ts';
import { proposeFromQuestions, proposeModel } from './propose-model.ts';
import { questionSet } from './question-set.ts';

describe.each(modelTemplates)('the template $id', ({ id, constructs, paths }) => {
  it('has words in three languages for everything, and keys of its own', () => {
    const texts = constructs.flatMap(({ label, items }) => [label, ...items.map(({ question }) => question)]);
    for (const { en, fi, sv } of texts)
      expect(new Set([en, fi, sv]).size).toBeGreaterThanOrEqual(en === 'Image' ? 2 : 3);
    const keys = constructs.flatMap(({ items }) => items.map(({ key }) => key));
    expect(new Set(keys).size).toBe(keys.length);
    expect(pathModel(templateSpecification(id)).paths).toHaveLength(paths.length);
  });

  it('makes a questionnaire that can be asked in all three', () => {
    const set = questionnaire.parse(questionSet(id));
    expect(checkQuestionnaire(set)).toEqual([]);
    expect(set.pages.flatMap(({ questions }) => questions)).toHaveLength(
      constructs.flatMap(({ items }) => items).length,
    );
  });

  it('is proposed again from the survey that it made', () => {
    const proposal = proposeModel(questionSet(id))!;
    expect(proposal.template).toBe(id);
    expect(proposal.specification).toEqual(templateSpecification(id));
    expect(proposal.leftOut).toEqual([]);
  });

  it('runs end to end: simulated answers give the model back within its intervals', () => {
    const model = pathModel(templateSpecification(id));
    const truth = templateTruth(id);
    // What PLS estimates in this world, from very many answers: weaker than the strengths of the constructs themselves.
    const target = estimatePathModel(model, simulateAnswers(truth, { answers: 40_000, seed: 99 }));
    const estimate = estimatePathModel(model, simulateAnswers(truth, { answers: 400, seed: 3 }));
    const { uncertainties } = bootstrapPathModel(estimate, { resamples: 400, seed: 5 });
    const outside = model.paths.filter((_, path) => {
      const { low, high } = uncertainties.path(path)!.interval;
      const value = target.structure.coefficients[path]!;
      return value < low || value > high;
    });
    // 95 % each: of at most 13 paths more than three outside has a chance below 0.4 %.
    expect(outside.length).toBeLessThanOrEqual(3);
    for (const [place, index] of target.indices.entries()) {
      expect(Math.abs(estimate.indices[place]!.value - index!.value)).toBeLessThan(4);
    }
  });
});

describe('the consistent model', () => {
  it('finds the strengths between the constructs themselves, which scores show too weak', () => {
    const model = pathModel(templateSpecification('acsi'));
    const truth = templateTruth('acsi');
    const answers = simulateAnswers(truth, { answers: 40_000, seed: 12 });
    const [plain, corrected] = [false, true].map((consistent) => estimatePathModel(model, answers, { consistent }));
    const last = model.paths.length - 2;
    expect(plain!.structure.coefficients[last]).toBeLessThan(truth.coefficients[last]! - 0.05);
    for (const [path, wanted] of truth.coefficients.entries()) {
      // A single item counts as free of error, which this one is not: its paths stay too weak.
      const { from, to } = model.paths[path]!;
      if ([from, to].some((place) => model.constructs[place]!.items.length === 1)) continue;
      expect(Math.abs(corrected!.structure.coefficients[path]! - wanted)).toBeLessThan(0.03);
    }
  });
});

describe('a model proposed from another survey', () => {
  const scale = (key: string, metric: 'mean' | 'nps' | 'csat-mean' | 'index-100', points = 10, minimum = 1) => ({
    kind: 'scale' as const,
    key,
    text: { en: key },
    metric,
    scale: { minimum, points },
    anchors: { low: { en: 'low' }, high: { en: 'high' } },
  });

  it('takes matrices and pages as constructs, and leaves other scales out by name', () => {
    const proposal = proposeModel({
      pages: [
        { key: 'help', questions: [scale('help_fast', 'mean'), scale('help_kind', 'mean')] },
        {
          key: 'end',
          questions: [scale('happy', 'csat-mean'), scale('come_again', 'mean'), scale('nps', 'nps', 11, 0)],
        },
      ],
    })!;
    expect(proposal.specification.constructs.map(({ name }) => name)).toEqual(['help', 'satisfaction', 'loyalty']);
    expect(proposal.specification.paths).toEqual([
      ['help', 'satisfaction'],
      ['satisfaction', 'loyalty'],
    ]);
    expect(proposal.leftOut).toEqual([{ item: 'nps', reason: 'other-scale' }]);
    expect(() => pathModel(proposal.specification)).not.toThrow();
  });

  it('knows the mobile data by the names of its items, whatever their capitals', () => {
    const questions = pathModel(mobileModel).items.map((item) => ({
      key: item.toLowerCase(),
      scale: { min: 1, max: 10 },
    }));
    const { specification, template } = proposeFromQuestions(questions)!;
    expect([specification.paths, template]).toEqual([mobileModel.paths, undefined]);
    expect(specification.constructs[0]!.items[0]).toBe('imag1');
  });

  it('takes what is asked last for the end where nothing is called like one', () => {
    const questions = ['tidy_1', 'tidy_2', 'fast_1', 'mood'].map((key) => ({ key, scale: { min: 1, max: 5 } }));
    const { specification } = proposeFromQuestions(questions)!;
    expect(specification.paths).toEqual([
      ['tidy', 'mood'],
      ['fast', 'mood'],
    ]);
    expect(specification.scale).toEqual([1, 5]);
  });

  it('is none where there is nothing to connect', () => {
    expect(proposeModel({ pages: [{ key: 'one', questions: [scale('a', 'mean')] }] })).toBeUndefined();
    expect(proposeModel({ pages: [] })).toBeUndefined();
  });
});

import { expect, test } from 'vitest';
import { pathModel } from '../../src/model/path/path-model.ts';
import { predictItems } from '../../src/model/path/predict.ts';
import { describeWithOracle, oracle } from './oracle.ts';
import { ecsi, mobiAnswers } from './path-model-ecsi.ts';

type Figures = Record<'rmse' | 'mae' | 'q2', Record<string, number>>;

describeWithOracle('PLSpredict agrees with seminr on ten fixed folds', 'scores-and-model/mobi.csv', (text) => {
  const want = JSON.parse(oracle('scores-and-model/pls_mobi_predict.json')) as Record<'DA' | 'EA' | 'LM', Figures>;
  const assignment = Int32Array.from({ length: 250 }, (_, row) => row % 10);
  const got = predictItems(pathModel(ecsi()), mobiAnswers(text), { assignment });

  for (const figure of ['rmse', 'mae', 'q2'] as const) {
    test(`${figure}, by earliest and direct causes and plain regression`, () => {
      expect(got.items).toHaveLength(19);
      for (const { item, ...errors } of got.items) {
        expect(errors[figure].earliest, `${item} EA`).toBeCloseTo(want.EA[figure][item]!, 9);
        expect(errors[figure].direct, `${item} DA`).toBeCloseTo(want.DA[figure][item]!, 9);
        expect(errors[figure].linear, `${item} LM`).toBeCloseTo(want.LM[figure][item]!, 9);
      }
    });
  }

  test('the verdict counts the items that the model predicts better', () => {
    const better = Object.keys(want.EA.rmse).filter((item) => want.EA.rmse[item]! < want.LM.rmse[item]!).length;
    expect([got.better, got.power]).toEqual([better, 'low']);
  });
});

import { afterAll, expect, it } from 'vitest';
import { type ModelToStudy, studyModel, studyModelsInThreads } from '../../src/findings/study-model.ts';
import { mobileModel, mobileTwin, simulateAnswers, templateTruth } from '../../src/model/index.ts';
import { buildThread, removeThreads } from './audit-thread-program.ts';

afterAll(removeThreads);

/** The columns are given away, so every call has its own. */
function model(constant = false): ModelToStudy {
  const { columns } = mobileTwin(120, 3);
  if (constant) columns[4]!.fill(7);
  return { data: { specification: mobileModel, columns }, seed: 7 };
}

function groups(): ModelToStudy {
  const truth = templateTruth('acsi');
  const { columns, clusters } = simulateAnswers(truth, { answers: 160, seed: 2, accounts: { size: 2, share: 0.2 } });
  const marks = Int8Array.from({ length: 160 }, (_, row) => (row < 80 ? 0 : 1));
  return {
    data: { specification: truth.specification, columns, clusters },
    seed: 7,
    groups: { marks, names: ['a', 'b'] },
  };
}

it('a study and a comparison in a thread are the same as here, also after a refusal', { timeout: 60_000 }, async () => {
  const studier = studyModelsInThreads({ program: await buildThread('model-thread'), most: 1, seconds: 100 });
  await expect(studier(model(true))).rejects.toMatchObject({
    code: 'CND_MODEL_CONSTANT_ITEM',
    details: { item: 'IMAG5' },
  });
  expect(await studier(model())).toEqual(studyModel(model()));
  expect(await studier(groups())).toEqual(studyModel(groups()));
});

it('a study that takes too long is stopped with its own code', async () => {
  const studier = studyModelsInThreads({ program: await buildThread('model-thread'), most: 1, seconds: 0.001 });
  await expect(studier(model())).rejects.toMatchObject({ code: 'CND_MODEL_SLOW' });
});

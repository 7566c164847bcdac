import { afterAll, expect, it } from 'vitest';
import { type DriversToStudy, studyHere, studyInThreads } from '../../src/findings/study-drivers.ts';
import { randomStream } from '../../src/numeric/index.ts';
import { buildThread, removeThreads } from './audit-thread-program.ts';

afterAll(removeThreads);

/** Enough rows and drivers for a thread; the columns are given away, so every call has its own. */
function drivers(constant = false): DriversToStudy {
  const chance = randomStream(9, 904, 0);
  const rows = 3_000;
  const common = Float64Array.from({ length: rows }, () => chance.normal());
  const scale = { min: -9, max: 9 };
  const column = (name: string) => ({ name, scale, values: common.map((x) => x + chance.normal()) });
  const items = Array.from({ length: 10 }, (_, j) => column(`item-${j}`));
  if (constant) items[4]!.values.fill(3);
  const accounts = Int32Array.from({ length: rows }, (_, row) => row % 500);
  return { data: { outcome: column('outcome'), drivers: items, accounts }, seed: 7 };
}

it('a study in a thread is the same as one here, also after a refusal', async () => {
  const studier = studyInThreads({ program: await buildThread('driver-thread'), most: 1, seconds: 100 });
  await expect(studier(drivers(true))).rejects.toMatchObject({
    code: 'CND_NO_VARIANCE',
    details: { column: 'item-4' },
  });
  expect(await studier(drivers())).toEqual(await studyHere(drivers()));
});

it('a study that takes too long is stopped with its own code', async () => {
  const studier = studyInThreads({ program: await buildThread('driver-thread'), most: 1, seconds: 0.001 });
  await expect(studier(drivers())).rejects.toMatchObject({ code: 'CND_MODEL_SLOW' });
});

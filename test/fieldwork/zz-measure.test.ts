import { it } from 'vitest';
import { addWave, surveyReader, waveDryRun, waveProgress } from '../../src/fieldwork/index.ts';
import { drawWave } from '../../src/fieldwork/draw-wave.ts';
import { testStore } from '../store/test-store.ts';
import { monday } from './programme-fixture.ts';
import { usualAccounts, waveCompany, addAccounts, work, everybody } from './wave-fixture.ts';

it('measures', { timeout: 600_000 }, async () => {
  const test = await testStore();
  const company = await waveCompany(test, [], everybody);
  const all = usualAccounts(50_000);
  for (let i = 0; i < all.length; i += 5_000) await addAccounts(test, company.workspaceId, all.slice(i, i + 5_000));
  await test.asSuperuser('analyze');
  const at = async <T>(name: string, run: () => Promise<T>) => {
    const began = performance.now();
    const result = await run();
    console.log(name, Math.round(performance.now() - began), 'ms');
    return result;
  };
  const { workspaceId, programmeId } = company;
  const dry = await at('dry run of 100,000 contacts', () => waveDryRun(test.store, workspaceId, { programmeId, reader: surveyReader(), now: monday }));
  console.log(JSON.stringify(dry.draw));
  const id = await test.store.inWorkspace(workspaceId, (t) => addWave(t, { programmeId, now: monday }));
  await at('draw', () => drawWave(test.store, workspaceId, { waveId: id, reader: surveyReader(), now: monday }));
  await at('plan 100,000', () => work(test, workspaceId, monday));
  await at('progress', () => test.store.readWorkspace(workspaceId, (t) => waveProgress(t, { waveId: id, programmeId })));
  const [row] = await test.asSuperuser('select count(*) from invitation');
  console.log(JSON.stringify(row), JSON.stringify(process.memoryUsage()));
  await test.close();
});

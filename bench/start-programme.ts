import { makeSurvey, publishSurvey, readEditedSurvey } from '../src/collect/index.ts';
import { addProgramme, changeProgramme, keepUsualBasis } from '../src/fieldwork/index.ts';
import type { WorkspaceTransaction } from '../src/store/index.ts';
import { templateFor } from '../src/survey/index.ts';

/** A survey in the field and a programme that asks by it after every invoice: persons of an account without a limit. */
export async function startProgramme(transaction: WorkspaceTransaction, now: Date): Promise<void> {
  await keepUsualBasis(transaction, { email: 'legitimate-interest' });
  const content = templateFor('invoice', ['en', 'fi', 'sv']);
  const survey = await makeSurvey(transaction, { name: 'asked', level: 'encounter', content, now });
  const { draft } = await readEditedSurvey(transaction, survey);
  await publishSurvey(transaction, survey, { revision: draft.revision, acceptsBreak: true, now });
  const rules = {
    level: 'encounter',
    trigger: { touchpoints: ['invoice'] },
    contactRules: { perAccountPerQuarter: 'no limit' },
    quotas: [{ period: 'month', most: 10_000_000 }],
  };
  const id = await addProgramme(transaction, { key: 'asked', name: 'Asked', survey: 'asked', rules, now });
  await changeProgramme(transaction, id, { state: 'running', now });
}

import { makeSurvey, publishSurvey, readEditedSurvey, saveDraft } from '../../src/collect/index.ts';
import { addProgramme, changeProgramme, findProgramme, keepUsualBasis } from '../../src/fieldwork/index.ts';
import { newId, type WorkspaceTransaction } from '../../src/store/index.ts';
import { templateFor } from '../../src/survey/index.ts';
import { type CompanyPlan, touchpoints } from './company-plan.ts';
import type { ProgrammePlan } from './programme-plan.ts';

export interface Founded {
  readonly surveys: ReadonlyMap<string, string>;
  readonly programmes: ReadonlyMap<string, string>;
}

/** Makes a workspace as its people would: surveys in the field, programmes that run, the customers that are known. */
export async function foundCompany(
  transaction: WorkspaceTransaction,
  company: CompanyPlan,
  { plans, addressKey, now }: { plans: readonly ProgrammePlan[]; addressKey: Buffer; now: Date },
): Promise<Founded> {
  const { workspaceId, query } = transaction;
  // The draws of the year are the seed's.
  await query('update workspace set address_key = $2 where workspace_id = $1', [workspaceId, addressKey]);
  await query(
    `insert into touchpoint (workspace_id, id, key, name)
     select $1, id, key, key from unnest($2::uuid[], $3::text[]) as t (id, key)`,
    [workspaceId, touchpoints.map(() => newId()), touchpoints],
  );
  await keepUsualBasis(transaction, { email: 'legitimate-interest', sms: 'consent' });
  await writeCustomers(transaction, company);
  const surveys = new Map<string, string>();
  for (const touchpoint of touchpoints) {
    const content = templateFor(touchpoint, ['en', 'fi', 'sv', 'de', 'ar']);
    const id = await makeSurvey(transaction, { name: touchpoint, level: 'encounter', content, now });
    const { draft } = await readEditedSurvey(transaction, id);
    await publishSurvey(transaction, id, { revision: draft.revision, acceptsBreak: true, now });
    surveys.set(touchpoint, id);
  }
  const programmes = new Map<string, string>();
  for (const { key, survey, rules } of plans) {
    const id = await addProgramme(transaction, { key, name: key, survey, rules, now });
    await changeProgramme(transaction, id, { state: 'running', now });
    programmes.set(key, id);
  }
  return { surveys, programmes };
}

async function writeCustomers(transaction: WorkspaceTransaction, { accounts, people }: CompanyPlan): Promise<void> {
  const { workspaceId, query } = transaction;
  const accountIds = new Map(accounts.map(({ key }) => [key, newId()]));
  await query(
    `insert into account (workspace_id, id, external_id, name, segment)
     select $1, id, key, key, segment from unnest($2::uuid[], $3::text[], $4::text[]) as a (id, key, segment)`,
    [workspaceId, [...accountIds.values()], accounts.map(({ key }) => key), accounts.map(({ segment }) => segment)],
  );
  const known = people.filter(({ isKnown }) => isKnown);
  const ids = known.map(() => newId());
  await query(
    `insert into contact (workspace_id, id, external_id, name, email, phone, language, time_zone)
     select $1, id, key, key, email, phone, language, zone
     from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
       as c (id, key, email, phone, language, zone)`,
    [
      workspaceId,
      ids,
      known.map(({ key }) => key),
      known.map(({ email }) => email),
      known.map(({ phone }) => phone),
      known.map(({ language }) => language),
      known.map(({ zone }) => zone ?? null),
    ],
  );
  const roles = known.flatMap(({ roles: own, account }, i) =>
    own.map((role) => [ids[i]!, accountIds.get(account)!, role]),
  );
  await query(
    `insert into contact_role (workspace_id, id, contact_id, account_id, role)
     select $1, id, contact, account, role from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[])
       as r (id, contact, account, role)`,
    [workspaceId, roles.map(() => newId()), ...[0, 1, 2].map((place) => roles.map((role) => role[place]))],
  );
  const bases = known.flatMap(({ basis }, i) => (basis === 'none' ? [] : [{ contact: ids[i]!, basis }]));
  await query(
    `insert into contact_basis (workspace_id, id, contact_id, channel, basis, given_at, withdrawn_at)
     select $1, id, contact, 'email', 'consent', '2027-01-01', case when withdrawn then timestamptz '2027-06-01' end
     from unnest($2::uuid[], $3::uuid[], $4::boolean[]) as b (id, contact, withdrawn)`,
    [
      workspaceId,
      bases.map(() => newId()),
      bases.map(({ contact }) => contact),
      bases.map(({ basis }) => basis === 'withdrawn'),
    ],
  );
}

/** Publishes another version of a survey: nothing is asked in another way, but what is asked has a new number. */
export async function publishAgain(transaction: WorkspaceTransaction, surveyId: string, now: Date): Promise<void> {
  const edited = await readEditedSurvey(transaction, surveyId);
  const content = edited.draft.content;
  const revision = await saveDraft(transaction, surveyId, { revision: edited.draft.revision, content, now });
  await publishSurvey(transaction, surveyId, { revision, acceptsBreak: true, now });
}

/** The rules as they are stored, with every default written out. */
export async function rulesInForce(transaction: WorkspaceTransaction, id: string): Promise<Record<string, never>> {
  const { rules } = await findProgramme(transaction, id);
  return rules as unknown as Record<string, never>;
}

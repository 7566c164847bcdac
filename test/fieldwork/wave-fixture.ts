import {
  addProgramme,
  addWave,
  changeProgramme,
  keepUsualBasis,
  surveyReader,
  type Waves,
  workOnWaves,
} from '../../src/fieldwork/index.ts';
import { newId } from '../../src/store/index.ts';
import { templateFor } from '../../src/survey/index.ts';
import type { TestStore } from '../store/test-store.ts';
import { links, monday } from './programme-fixture.ts';

/** One account as these tests want it: its persons by name, each with roles. */
export interface GivenAccount {
  readonly name: string;
  readonly revenue?: number;
  readonly segment?: string;
  readonly persons: Readonly<Record<string, { readonly roles: readonly string[]; readonly email?: null }>>;
}

/** Accounts with a payer and a user each, the first the largest. */
export const usualAccounts = (count: number): readonly GivenAccount[] =>
  Array.from({ length: count }, (_, i) => ({
    name: `A${String(i).padStart(3, '0')}`,
    revenue: 1_000 * (count - i),
    segment: i % 2 === 0 ? 'gold' : 'basic',
    persons: { [`payer${i}`]: { roles: ['payer'] }, [`user${i}`]: { roles: ['end-user'] } },
  }));

export const everybody = {
  waves: { perAccount: 2, leastProbability: 1, goal: { coverage: 1 } },
};

/** A workspace with a published survey of the relationship, accounts, and a programme of waves that runs. */
export async function waveCompany(
  test: TestStore,
  accounts: readonly GivenAccount[] = usualAccounts(6),
  rules: object = everybody,
) {
  const workspaceId = await test.newWorkspace();
  await test.store.inWorkspace(workspaceId, async (transaction) => {
    const { query } = transaction;
    const surveyId = newId();
    await query(
      "insert into survey (workspace_id, id, key, name, level) values ($1, $2, 'relationship', 'R', 'relationship')",
      [workspaceId, surveyId],
    );
    const content = JSON.stringify(templateFor('relationship', ['en', 'fi', 'sv']));
    await query(
      `insert into survey_version (workspace_id, id, survey_id, number, content, published_at)
       values ($1, $2, $3, 1, $4::jsonb, now())`,
      [workspaceId, newId(), surveyId, content],
    );
    await keepUsualBasis(transaction, { email: 'legitimate-interest' });
  });
  await addAccounts(test, workspaceId, accounts);
  const programmeId = await test.store.inWorkspace(workspaceId, async (transaction) => {
    const given = { level: 'relationship', ...rules };
    const id = await addProgramme(transaction, {
      ...{ key: 'relationship', name: 'Relationship', survey: 'relationship', rules: given, now: monday },
    });
    await changeProgramme(transaction, id, { state: 'running', now: monday });
    return id;
  });
  return { workspaceId, programmeId };
}

export async function addAccounts(test: TestStore, workspaceId: string, accounts: readonly GivenAccount[]) {
  const contacts = new Map<string, string>();
  const rows = { accounts: [] as unknown[][], contacts: [] as unknown[][], roles: [] as unknown[][] };
  for (const { name, revenue, segment = '', persons } of accounts) {
    const accountId = newId();
    rows.accounts.push([accountId, name, revenue ?? null, segment]);
    for (const [person, { roles, email }] of Object.entries(persons)) {
      const contactId = contacts.get(person) ?? newId();
      if (!contacts.has(person)) {
        rows.contacts.push([contactId, person, email === null ? null : `${person}@customers.example`]);
      }
      contacts.set(person, contactId);
      for (const role of roles) rows.roles.push([newId(), contactId, accountId, role]);
    }
  }
  const column = (of: unknown[][], place: number) => of.map((row) => row[place]);
  await test.store.inWorkspace(workspaceId, async ({ query }) => {
    await query(
      `insert into account (workspace_id, id, external_id, name, revenue, segment, currency)
       select $1, id, name, name, revenue, segment, 'EUR'
       from unnest($2::uuid[], $3::text[], $4::bigint[], $5::text[]) as g (id, name, revenue, segment)`,
      [workspaceId, ...[0, 1, 2, 3].map((place) => column(rows.accounts, place))],
    );
    await query(
      `insert into contact (workspace_id, id, external_id, name, email) select $1, id, name, name, email
       from unnest($2::uuid[], $3::text[], $4::text[]) as g (id, name, email)`,
      [workspaceId, ...[0, 1, 2].map((place) => column(rows.contacts, place))],
    );
    await query(
      `insert into contact_role (workspace_id, id, contact_id, account_id, role) select $1, id, contact, account, role
       from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[]) as g (id, contact, account, role)`,
      [workspaceId, ...[0, 1, 2, 3].map((place) => column(rows.roles, place))],
    );
  });
}

export const wavesAt = (test: TestStore, now: Date): Waves => ({
  store: test.store,
  links,
  reader: surveyReader(),
  clock: () => now,
});

export async function openWave(
  test: TestStore,
  { workspaceId, programmeId }: { workspaceId: string; programmeId: string },
  { now = monday, closesAt }: { now?: Date; closesAt?: Date } = {},
): Promise<string> {
  const id = await test.store.inWorkspace(workspaceId, (transaction) =>
    addWave(transaction, { programmeId, now, ...(closesAt && { closesAt }) }),
  );
  await work(test, workspaceId, now);
  return id;
}

/** All that waves have to do at this time. */
export async function work(test: TestStore, workspaceId: string, now: Date): Promise<void> {
  while (await workOnWaves(wavesAt(test, now), workspaceId));
}

export const waveInvitations = (test: TestStore, workspaceId: string) =>
  test.asSuperuser<{
    id: string;
    wave: number;
    person: string;
    account: string;
    state: string;
    reason: string | null;
    stop: string | null;
    probability: number | null;
    role: string;
    planned: Date;
    expires: Date | null;
  }>(
    `select i.id, w.number as wave, c.external_id as person, a.external_id as account, i.state,
       i.refused_reason as reason, i.stop_reason as stop, i.probability, i.respondent_role as role,
       i.planned_at as planned, i.expires_at as expires
     from invitation i join wave w on w.workspace_id = i.workspace_id and w.id = i.wave_id
     join contact c on c.workspace_id = i.workspace_id and c.id = i.contact_id
     join account a on a.workspace_id = i.workspace_id and a.id = i.account_id
     where i.workspace_id = $1 order by w.number, a.external_id, c.external_id`,
    [workspaceId],
  );

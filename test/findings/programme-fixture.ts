import { randomStream } from '../../src/numeric/index.ts';
import { foldTallies, type NewResponse, newId, storeResponses } from '../../src/store/index.ts';
import type { TestStore } from '../store/test-store.ts';

/** A workspace with both levels, two versions of one survey, and answers of accounts that are alike; all by seed. */
export interface ProgrammeFixture {
  readonly workspaceId: string;
  readonly rows: readonly FixtureRow[];
  readonly questions: { readonly relationship: string; readonly encounter: string; readonly encounterSecond: string };
}

export interface FixtureRow extends NewResponse {
  readonly level: 'relationship' | 'encounter';
  readonly score?: number;
  readonly account: number;
  readonly contact: number;
  readonly touchpoint: string;
  readonly unit: string;
}

const roles = ['contact-person', 'payer', 'end-user', 'decision-maker', 'decision-maker-and-contact-person'];
const touchpoints = ['invoice', 'delivery', 'support'];
const units = ['north', 'south'];
const segments = ['small', 'large', ''];
const channels = ['email', 'web'];

export interface FixtureOptions {
  readonly seed: number;
  readonly responses: number;
  /** ISO days, half-open. */
  readonly from: string;
  readonly to: string;
  readonly accounts?: number;
  /** Share of responses without account and contact. */
  readonly anonymous?: number;
  /** Where to put it; a new workspace where absent. */
  readonly workspaceId?: string;
  /** Share of answers folded before reading. */
  readonly folded?: number;
}

export async function programmeFixture(test: TestStore, options: FixtureOptions): Promise<ProgrammeFixture> {
  const { seed, responses, accounts = 40, anonymous = 0.2, folded = 0.7 } = options;
  const chance = randomStream(seed, 901, 0);
  const workspaceId = options.workspaceId ?? (await test.newWorkspace());
  const ids = await insertModel(test, workspaceId, accounts);
  const first = Date.parse(`${options.from}T00:00:00Z`) / 86_400_000;
  const days = Date.parse(`${options.to}T00:00:00Z`) / 86_400_000 - first;
  const mood = Array.from({ length: accounts }, () => chance.normal() * 2);
  const one = <Item>(items: readonly Item[]): Item => items[Math.floor(chance.uniform() * items.length)]!;
  const rows = Array.from({ length: responses }, (_, i): FixtureRow => {
    const level = chance.uniform() < 0.5 ? 'relationship' : 'encounter';
    const day = new Date((first + Math.floor(chance.uniform() * days)) * 86_400_000).toISOString().slice(0, 10);
    const account = chance.uniform() < anonymous ? -1 : Math.floor(chance.uniform() * accounts);
    const contact = account < 0 ? -1 : account * 3 + Math.floor(chance.uniform() * 3);
    const touchpoint = level === 'encounter' ? one(touchpoints) : '';
    const unit = chance.uniform() < 0.8 ? one(units) : '';
    const value = 7.5 + (account < 0 ? 0 : mood[account]!) + chance.normal() * 1.8 - (touchpoint === 'invoice' ? 2 : 0);
    const score = chance.uniform() < 0.1 ? undefined : Math.max(0, Math.min(10, Math.round(value)));
    const late = level === 'encounter' && day >= '2030-07-01';
    const version = late ? 'encounterSecond' : level;
    const at = new Date(`${day}T10:00:00Z`);
    return {
      id: newId(),
      source: 'fixture',
      externalId: `f${i}`,
      surveyVersionId: ids.versions[version],
      respondedAt: new Date(at.getTime() + Math.floor(chance.uniform() * 3_600_000)),
      recordedAt: at,
      completed: true,
      day,
      ...(account >= 0 && { accountId: ids.accounts[account]!, contactId: ids.contacts[contact]! }),
      ...(touchpoint && { touchpointId: ids.touchpoints.get(touchpoint)! }),
      ...(unit && { orgUnitId: ids.units.get(unit)! }),
      segment: one(segments),
      respondentRole: chance.uniform() < 0.9 ? one(roles) : '',
      channel: one(channels),
      answers: [
        ...(score === undefined ? [] : [{ questionId: ids.questions[version], point: score + 1, points: 11 }]),
        ...(chance.uniform() < 0.4 ? [{ questionId: ids.why[version], words: `words ${i}` }] : []),
      ],
      level,
      ...(score !== undefined && { score }),
      account,
      contact,
      touchpoint,
      unit,
    };
  });
  await storeInParts(test, workspaceId, rows, folded);
  return { workspaceId, rows, questions: ids.questions };
}

async function storeInParts(
  test: TestStore,
  workspaceId: string,
  rows: readonly FixtureRow[],
  folded: number,
): Promise<void> {
  const cut = Math.floor(rows.length * folded);
  for (const [part, fold] of [
    [rows.slice(0, cut), true],
    [rows.slice(cut), false],
  ] as const) {
    for (let i = 0; i < part.length; i += 1000) {
      await test.store.inWorkspace(workspaceId, (t) => storeResponses(t, part.slice(i, i + 1000)));
    }
    while (fold && (await test.store.inWorkspace(workspaceId, (t) => foldTallies(t))) > 0);
  }
}

type Version = 'relationship' | 'encounter' | 'encounterSecond';

async function insertModel(test: TestStore, workspaceId: string, accountCount: number) {
  const versions = { relationship: newId(), encounter: newId(), encounterSecond: newId() };
  const questions = { relationship: newId(), encounter: newId(), encounterSecond: newId() };
  const why = { relationship: newId(), encounter: newId(), encounterSecond: newId() };
  const accounts = Array.from({ length: accountCount }, () => newId());
  const contacts = Array.from({ length: accountCount * 3 }, () => newId());
  const named = (keys: readonly string[]) => new Map(keys.map((key) => [key, newId()]));
  const [touchpointIds, unitIds] = [named(touchpoints), named(units)];
  await test.store.inWorkspace(workspaceId, async (t) => {
    const insert = (text: string, ...values: unknown[]) => t.query(text, [workspaceId, ...values]);
    const surveys = { relationship: newId(), encounter: newId() };
    for (const level of ['relationship', 'encounter'] as const) {
      await insert(
        'insert into survey (workspace_id, id, key, name, level) values ($1, $2, $3, $3, $3)',
        surveys[level],
        level,
      );
    }
    for (const version of ['relationship', 'encounter', 'encounterSecond'] as Version[]) {
      const survey = version === 'relationship' ? surveys.relationship : surveys.encounter;
      const number = version === 'encounterSecond' ? 2 : 1;
      await insert(
        "insert into survey_version (workspace_id, id, survey_id, number, content) values ($1, $2, $3, $4, '{}')",
        versions[version],
        survey,
        number,
      );
      await insert(
        `insert into question (workspace_id, id, survey_version_id, key, position, kind, metric, texts, scale_minimum, scale_points)
         values ($1, $2, $3, 'recommend', 1, 'scale', 'nps', $5::jsonb, 0, 11), ($1, $4, $3, 'why', 2, 'text', null, '{}', null, null)`,
        questions[version],
        versions[version],
        why[version],
        // The second version asks in other words: that is what makes it a break.
        JSON.stringify({ en: version === 'encounterSecond' ? 'Would you recommend us?' : 'How likely …?' }),
      );
    }
    for (const [key, id] of touchpointIds) {
      await insert('insert into touchpoint (workspace_id, id, key, name) values ($1, $2, $3, upper($3))', id, key);
    }
    for (const [key, id] of unitIds) {
      await insert('insert into org_unit (workspace_id, id, code, name) values ($1, $2, $3, upper($3))', id, key);
    }
    await insert(
      `insert into account (workspace_id, id, external_id, name, currency, revenue)
       select $1, id, 'a' || n, 'Account ' || n, 'EUR', case when n % 10 = 0 then null else n * 100000 end
       from unnest($2::uuid[]) with ordinality as given (id, n)`,
      accounts,
    );
    await insert(
      `insert into contact (workspace_id, id, external_id, name, email)
       select $1, id, 'c' || n, 'Person ' || n, 'p' || n || '@example.com' from unnest($2::uuid[]) with ordinality as given (id, n)`,
      contacts,
    );
  });
  return { versions, questions, why, accounts, contacts, touchpoints: touchpointIds, units: unitIds };
}

import { randomStream } from '../../src/numeric/index.ts';
import { type NewResponse, newId, storeResponses } from '../../src/store/index.ts';
import type { TestStore } from '../store/test-store.ts';

export interface DriverFixtureRow extends NewResponse {
  /** Scores by question, the outcome last; NaN where nothing was answered. */
  readonly scores: readonly number[];
  readonly account: number;
}

export interface DriverFixture {
  readonly rows: readonly DriverFixtureRow[];
  /** Keys of the drivers, then of the outcome. */
  readonly keys: readonly string[];
}

/**
 * A relationship survey with rated items from 1 to 7 beside a recommendation from 0 to 10, of accounts that are alike.
 * The first item weighs most. One answer to an item in `gapEvery` is missing.
 */
export async function driverFixture(
  test: TestStore,
  options: {
    readonly workspaceId: string;
    readonly survey: string;
    readonly items: number;
    readonly responses: number;
    readonly gapEvery?: number;
    /** First day of the answers, which spread over 150. */
    readonly from?: string;
  },
): Promise<DriverFixture> {
  const { workspaceId, survey, items, responses, gapEvery = 0, from = '2030-01-02' } = options;
  const keys = [...Array.from({ length: items }, (_, j) => `item-${String(j + 1).padStart(2, '0')}`), 'recommend'];
  const [surveyId, versionId] = [newId(), newId()];
  const ids = keys.map(() => newId());
  const accounts = Array.from({ length: 60 }, () => newId());
  await test.store.inWorkspace(workspaceId, async (t) => {
    const insert = (text: string, ...values: unknown[]) => t.query(text, [workspaceId, ...values]);
    await insert(
      "insert into survey (workspace_id, id, key, name, level) values ($1, $2, $3, $3, 'relationship')",
      surveyId,
      survey,
    );
    await insert(
      "insert into survey_version (workspace_id, id, survey_id, number, content) values ($1, $2, $3, 1, '{}')",
      versionId,
      surveyId,
    );
    for (const [at, key] of keys.entries()) {
      const isOutcome = at === items;
      await insert(
        `insert into question (workspace_id, id, survey_version_id, key, position, kind, metric, texts, scale_minimum, scale_points)
         values ($1, $2, $3, $4, $5, 'scale', $6, $7::jsonb, $8, $9)`,
        ids[at],
        versionId,
        key,
        at + 1,
        isOutcome ? 'nps' : null,
        JSON.stringify({ en: isOutcome ? 'How likely …?' : `How good is part ${at + 1} of our service?` }),
        isOutcome ? 0 : 1,
        isOutcome ? 11 : 7,
      );
    }
    await insert(
      `insert into account (workspace_id, id, external_id, name, currency)
       select $1, id, $3 || n, 'Account ' || n, 'EUR' from unnest($2::uuid[]) with ordinality as given (id, n)`,
      accounts,
      survey,
    );
  });
  const chance = randomStream(items, 902, responses);
  const rows = Array.from({ length: responses }, (_, i): DriverFixtureRow => {
    const account = i % accounts.length;
    const common = chance.normal() + 0.5 * Math.cos(account);
    const ratings = keys.slice(0, items).map((_key, j) => {
      const x = 0.7 * common + 0.7 * chance.normal();
      const isMissing = gapEvery > 0 && (i + 3 * j) % gapEvery === 0;
      return { x, score: isMissing ? Number.NaN : Math.max(1, Math.min(7, Math.round(5 + 1.3 * x))) };
    });
    const pull = ratings.reduce((sum, { x }, j) => sum + x * (j === 0 ? 1.2 : 0.3), 0);
    const outcome = Math.max(0, Math.min(10, Math.round(7 + pull + 1.2 * chance.normal())));
    const scores = [...ratings.map(({ score }) => score), outcome];
    const at = new Date(Date.parse(`${from}T10:00:00Z`) + (i % 150) * 86_400_000);
    return {
      id: newId(),
      source: survey,
      externalId: `${survey}-${i}`,
      surveyVersionId: versionId,
      respondedAt: at,
      recordedAt: at,
      completed: true,
      day: at.toISOString().slice(0, 10),
      accountId: accounts[account]!,
      segment: i % 3 === 0 ? 'small' : 'large',
      respondentRole: 'payer',
      channel: 'email',
      answers: scores.flatMap((score, at) =>
        Number.isNaN(score)
          ? []
          : [
              at === items
                ? { questionId: ids[at]!, point: score + 1, points: 11 }
                : { questionId: ids[at]!, point: score, points: 7 },
            ],
      ),
      scores,
      account,
    };
  });
  for (let i = 0; i < rows.length; i += 1000) {
    await test.store.inWorkspace(workspaceId, (t) => storeResponses(t, rows.slice(i, i + 1000)));
  }
  return { rows, keys };
}

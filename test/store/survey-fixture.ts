import { type NewResponse, newId } from '../../src/store/index.ts';
import type { TestStore } from './test-store.ts';

/** A workspace with one survey of two questions, an account and a touchpoint. */
export interface SurveyFixture {
  readonly workspaceId: string;
  readonly surveyVersionId: string;
  readonly recommend: string;
  readonly effort: string;
  readonly accountId: string;
  readonly touchpointId: string;
}

export async function surveyFixture(test: TestStore): Promise<SurveyFixture> {
  return fillSurvey(test, await test.newWorkspace());
}

/** The same in a workspace that is there already. */
export async function fillSurvey(test: TestStore, workspaceId: string): Promise<SurveyFixture> {
  const [survey, surveyVersionId, recommend, effort, accountId, touchpointId] = Array.from({ length: 6 }, () =>
    newId(),
  );
  await test.store.inWorkspace(workspaceId, async (t) => {
    const insert = (text: string, ...values: unknown[]) => t.query(text, [workspaceId, ...values]);
    await insert(
      "insert into survey (workspace_id, id, key, name, level) values ($1, $2, 's', 'S', 'encounter')",
      survey,
    );
    await insert(
      'insert into survey_version (workspace_id, id, survey_id, number, content, published_at) values ($1, $2, $3, 1, $4, now())',
      surveyVersionId,
      survey,
      {},
    );
    const question = `insert into question (workspace_id, id, survey_version_id, key, position, kind, texts, scale_minimum, scale_points)
      values ($1, $2, $3, $4, 1, 'scale', '{}', $5, $6)`;
    await insert(question, recommend, surveyVersionId, 'recommend', 0, 11);
    await insert(question, effort, surveyVersionId, 'effort', 1, 7);
    const words = `insert into question (workspace_id, id, survey_version_id, key, position, kind, texts)
      values ($1, $2, $3, 'why', 2, 'words', '{}')`;
    await insert(words, newId(), surveyVersionId);
    const account =
      "insert into account (workspace_id, id, name, external_id, segment) values ($1, $2, 'A', 'acme', 'large')";
    await insert(account, accountId);
    await insert(
      "insert into touchpoint (workspace_id, id, key, name) values ($1, $2, 'invoice', 'Invoice')",
      touchpointId,
    );
  });
  return {
    workspaceId,
    surveyVersionId: surveyVersionId!,
    recommend: recommend!,
    effort: effort!,
    accountId: accountId!,
    touchpointId: touchpointId!,
  };
}

/** The `number`th response of a fixed series: every third without an account, every fifth with words only. */
export function responseOf(fixture: SurveyFixture, number: number): NewResponse {
  const at = new Date(Date.UTC(2030, 0, 1 + (number % 3)));
  return {
    id: newId(),
    source: 'test',
    externalId: `r${number}`,
    surveyVersionId: fixture.surveyVersionId,
    ...(number % 3 ? { accountId: fixture.accountId } : {}),
    ...(number % 2 ? { touchpointId: fixture.touchpointId } : {}),
    segment: number % 4 ? 'large' : '',
    channel: 'web',
    day: at.toISOString().slice(0, 10),
    respondedAt: at,
    recordedAt: at,
    completed: true,
    answers:
      number % 5 === 0
        ? [{ questionId: fixture.recommend, words: 'a word' }]
        : [
            { questionId: fixture.recommend, point: 1 + (number % 11), points: 11 },
            { questionId: fixture.effort, point: 1 + (number % 7), points: 7 },
          ],
  };
}

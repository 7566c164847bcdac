import type { ItemAnswers, PathModelSpecification } from '../../src/model/index.ts';
import { foldTallies, type NewResponse, newId, storeResponses } from '../../src/store/index.ts';
import type { TestStore } from '../store/test-store.ts';

export interface ModelFixtureOptions {
  readonly survey: string;
  readonly specification: PathModelSpecification;
  readonly answers: ItemAnswers;
  readonly workspaceId?: string;
  readonly level?: 'relationship' | 'encounter';
  /** Day of each response, one after the other through these; ISO. */
  readonly days?: readonly string[];
  readonly roleOf?: (row: number) => string;
  readonly segmentOf?: (row: number) => string;
}

/** A survey whose questions are the items of a model, answered by simulated people. */
export async function modelFixture(test: TestStore, options: ModelFixtureOptions): Promise<string> {
  const { survey, specification, answers, level = 'relationship', days = ['2030-05-02'] } = options;
  const workspaceId = options.workspaceId ?? (await test.newWorkspace());
  const items = specification.constructs.flatMap((construct) => construct.items);
  const [min, max] = specification.scale;
  const points = max - min + 1;
  const [surveyId, version] = [newId(), newId()];
  const questions = items.map(() => newId());
  await test.store.inWorkspace(workspaceId, async (t) => {
    const insert = (text: string, ...values: unknown[]) => t.query(text, [workspaceId, ...values]);
    await insert(
      'insert into survey (workspace_id, id, key, name, level) values ($1, $2, $3, $3, $4)',
      surveyId,
      survey,
      level,
    );
    await insert(
      "insert into survey_version (workspace_id, id, survey_id, number, content) values ($1, $2, $3, 1, '{}')",
      version,
      surveyId,
    );
    for (const [place, item] of items.entries()) {
      await insert(
        `insert into question (workspace_id, id, survey_version_id, key, position, kind, metric, texts, scale_minimum, scale_points)
         values ($1, $2, $3, $4, $5, 'scale', 'index-100', $6::jsonb, $7, $8)`,
        questions[place]!,
        version,
        item,
        place + 1,
        JSON.stringify({ en: `How is ${item}?`, fi: `Millainen on ${item}?`, sv: `Hur är ${item}?` }),
        min,
        points,
      );
    }
  });
  const rows = Array.from({ length: answers.columns[0]!.length }, (_, row): NewResponse => {
    const day = days[row % days.length]!;
    return {
      id: newId(),
      source: 'fixture',
      externalId: `${survey}-${row}`,
      surveyVersionId: version,
      respondedAt: new Date(`${day}T10:00:00Z`),
      recordedAt: new Date(`${day}T10:00:00Z`),
      completed: true,
      day,
      segment: options.segmentOf?.(row) ?? '',
      respondentRole: options.roleOf?.(row) ?? '',
      channel: 'web',
      answers: items.flatMap((_, place) => {
        const value = answers.columns[place]![row]!;
        return Number.isNaN(value) ? [] : [{ questionId: questions[place]!, point: value - min + 1, points }];
      }),
    };
  });
  for (let from = 0; from < rows.length; from += 200) {
    await test.store.inWorkspace(workspaceId, (t) => storeResponses(t, rows.slice(from, from + 200)));
  }
  while ((await test.store.inWorkspace(workspaceId, (t) => foldTallies(t))) > 0);
  return workspaceId;
}

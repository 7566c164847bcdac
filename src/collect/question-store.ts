import { newId, type WorkspaceTransaction } from '../store/index.ts';

/** A question as a version of a survey holds it: what answers belong to. */
export interface NewQuestion {
  readonly key: string;
  readonly kind: string;
  readonly metric?: string | undefined;
  readonly texts: Readonly<Record<string, string>>;
  readonly scaleMinimum?: number | undefined;
  readonly scalePoints?: number | undefined;
}

/** Writes the questions of a version, in this order; they are never changed afterwards, since answers point at them. */
export async function storeQuestions(
  { workspaceId, query }: WorkspaceTransaction,
  versionId: string,
  questions: readonly NewQuestion[],
): Promise<void> {
  await query(
    `insert into question (workspace_id, survey_version_id, id, key, position, kind, metric, texts, scale_minimum, scale_points)
     select $1, $2::uuid, id, key, position, kind, metric, texts::jsonb, minimum, points
     from unnest($3::uuid[], $4::text[], $5::int[], $6::text[], $7::text[], $8::text[], $9::int[], $10::smallint[])
       as asked (id, key, position, kind, metric, texts, minimum, points) returning id`,
    [
      workspaceId,
      versionId,
      questions.map(() => newId()),
      questions.map(({ key }) => key),
      questions.map((_, index) => index + 1),
      questions.map(({ kind }) => kind),
      questions.map(({ metric }) => metric ?? null),
      questions.map(({ texts }) => JSON.stringify(texts)),
      questions.map(({ scaleMinimum }) => scaleMinimum ?? null),
      questions.map(({ scalePoints }) => scalePoints ?? null),
    ],
  );
}

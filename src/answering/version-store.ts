import { hash } from 'node:crypto';
import { CandorError } from '../errors/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';
import { parseQuestionnaire, type Questionnaire } from '../survey/index.ts';
import type { Answering } from './answering.ts';
import type { AskedVersion, StoredQuestion } from './asked-version.ts';

/** The version by its id, read once an hour; undefined where its content is no questionnaire (it came by an import). */
export async function askedVersion(
  { store, versions }: Answering,
  { workspaceId, versionId, now }: { workspaceId: string; versionId: string; now: Date },
): Promise<AskedVersion | undefined> {
  const key = `${workspaceId} ${versionId}`;
  const remembered = versions.recall(key, now);
  if (remembered) return remembered;
  const found = await store.readWorkspace(workspaceId, (transaction) => readVersion(transaction, versionId));
  if (found) versions.keep(key, found, now);
  return found;
}

async function readVersion(
  { workspaceId, query }: WorkspaceTransaction,
  id: string,
): Promise<AskedVersion | undefined> {
  const [versions, questions] = await Promise.all([
    query<{ content: unknown }>('select content from survey_version where workspace_id = $1 and id = $2', [
      workspaceId,
      id,
    ]),
    query<StoredQuestion>(
      `select id, key, scale_minimum as "scaleMinimum", scale_points as "scalePoints" from question
       where workspace_id = $1 and survey_version_id = $2`,
      [workspaceId, id],
    ),
  ]);
  const content = versions[0]?.content;
  const questionnaire = content === undefined ? undefined : questionnaireOf(content);
  if (!questionnaire) return undefined;
  return {
    id,
    questionnaire,
    questions: new Map(questions.map((question) => [question.key, question])),
    wording: hash('sha256', JSON.stringify(content)).slice(0, 12),
  };
}

function questionnaireOf(content: unknown): Questionnaire | undefined {
  try {
    return parseQuestionnaire(content);
  } catch (error) {
    if (error instanceof CandorError) return undefined;
    throw error;
  }
}

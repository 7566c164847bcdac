import type { SurveyFacts } from '../fielding/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';
import { lengthCost, type Questionnaire, questionnaire } from '../survey/index.ts';

/** A published version of a survey, as far as asking goes. */
export interface ReadVersion {
  readonly versionId: string;
  readonly facts: Omit<SurveyFacts, 'id'>;
  /** Absent where the content is no questionnaire of ours, for example one that an import named. */
  readonly questionnaire?: Questionnaire;
}

export interface SurveyReader {
  /** These versions, by id. */
  read(transaction: WorkspaceTransaction, ids: readonly string[]): Promise<ReadonlyMap<string, ReadVersion>>;
}

/** To walk the ways of one version takes up to 20 ms, and a published one never changes. */
const mostRemembered = 500;

/** Reads versions of surveys and remembers them, oldest out first. */
export function surveyReader(): SurveyReader {
  const remembered = new Map<string, ReadVersion>();
  return {
    async read({ workspaceId, query }, ids) {
      const keyOf = (id: string) => `${workspaceId} ${id}`;
      const missing = [...new Set(ids)].filter((id) => !remembered.has(keyOf(id)));
      const rows =
        missing.length === 0
          ? []
          : await query<{ id: string; content: unknown }>(
              `select id, content from survey_version
               where workspace_id = $1 and id = any ($2::uuid[]) and published_at is not null`,
              [workspaceId, missing],
            );
      for (const { id, content } of rows) remembered.set(keyOf(id), readVersion(id, content));
      const found = new Map(
        ids.flatMap((id) => {
          const version = remembered.get(keyOf(id));
          return version ? [[id, version] as const] : [];
        }),
      );
      for (const key of remembered.keys()) {
        if (remembered.size <= mostRemembered) break;
        remembered.delete(key);
      }
      return found;
    },
  };
}

function readVersion(versionId: string, content: unknown): ReadVersion {
  const parsed = questionnaire.safeParse(content);
  if (!parsed.success) {
    return { versionId, facts: { isPublished: false, languages: [], metrics: [], seconds: 0, questions: 0 } };
  }
  const { seconds, questions } = lengthCost(parsed.data).typical;
  const metrics = parsed.data.pages.flatMap((page) =>
    page.questions.flatMap((question) => ('metric' in question && question.metric ? [question.metric] : [])),
  );
  const facts = {
    isPublished: true,
    languages: parsed.data.languages,
    metrics: [...new Set(metrics)],
    seconds,
    questions,
  };
  return { versionId, facts, questionnaire: parsed.data };
}

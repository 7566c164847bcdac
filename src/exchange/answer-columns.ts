import { metricDefinitions, metricLabel } from '../metrics/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';
import type { View } from '../view/index.ts';
import type { CodebookColumn, ValueLabel } from './codebook.ts';

/** What an exporter may get besides scores. */
export interface AnswerParts {
  readonly comments: boolean;
  readonly personal: boolean;
}

/** One question as one column: over all versions of its survey that ask it on the same scale. */
export interface QuestionColumn {
  readonly column: CodebookColumn;
  readonly questionIds: readonly string[];
  /** Score = point + offset; absent where the answer is words. */
  readonly offset?: number;
}

interface QuestionRow {
  readonly id: string;
  readonly survey: string;
  readonly key: string;
  readonly version: number;
  readonly metric: string | null;
  readonly texts: Readonly<Record<string, unknown>>;
  readonly minimum: number | null;
  readonly points: number | null;
}

const text = (name: string, label: string, personal?: true): CodebookColumn => ({
  name,
  kind: 'text',
  label,
  ...(personal && { personal }),
});

/** What a response is, in the order of the rows. */
export const responseColumns: readonly CodebookColumn[] = [
  text('response_id', 'Response'),
  text('source', 'Where the response came from'),
  text('external_id', 'Its id there'),
  { name: 'responded_at', kind: 'instant', label: 'When it was answered (UTC)' },
  { name: 'recorded_at', kind: 'instant', label: 'When it was recorded here (UTC)' },
  { name: 'day', kind: 'day', label: 'Day of the answer in the time zone of the workspace' },
  text('level', 'Level of the survey: relationship or encounter'),
  text('survey', 'Key of the survey'),
  { name: 'survey_version', kind: 'integer', label: 'Version of the survey' },
  text('touchpoint', 'Key of the touchpoint'),
  text('account_id', 'Account'),
  text('account', 'Id of the account in the system that it came from'),
  text('segment', 'Segment of the account when it answered'),
  text('org_unit', 'Code of the org unit'),
  text('role', 'Role of the respondent'),
  text('channel', 'Channel'),
  text('language', 'Language of the respondent'),
  text('contact_id', 'Respondent, without a name'),
  { name: 'completed', kind: 'yes-no', label: 'Answered to the end' },
];

/** Names and addresses, only where the exporter may have them and asks for them. */
export const personalColumns: readonly CodebookColumn[] = [
  text('account_name', 'Name of the account', true),
  text('contact_name', 'Name of the respondent', true),
  text('contact_email', 'E-mail address of the respondent', true),
];

/** The questions that a view can hold, as columns with names of their own. */
export async function questionColumns(
  { workspaceId, query }: WorkspaceTransaction,
  ask: { view: View; parts: AnswerParts; language: string },
): Promise<readonly QuestionColumn[]> {
  const { level } = ask.view;
  const rows = await query<QuestionRow>(
    `select q.id, s.key as survey, q.key, v.number as version, q.metric, q.texts, q.scale_minimum as minimum,
       q.scale_points as points
     from question q
     join survey_version v on v.workspace_id = q.workspace_id and v.id = q.survey_version_id
     join survey s on s.workspace_id = v.workspace_id and s.id = v.survey_id
     where q.workspace_id = $1 and v.workspace_id = $1 and s.workspace_id = $1 and ($2::text is null or s.level = $2)
     order by s.key, v.number, q.position`,
    [workspaceId, level ?? null],
  );
  const wanted = rows.filter(({ points }) => points !== null || ask.parts.comments);
  const groups = groupedBy(wanted, ({ survey, key, minimum, points }) =>
    JSON.stringify([survey, key, minimum ?? 0, points]),
  );
  const asked = [...groups.values()];
  const names = columnNames(asked.map((group) => group.at(-1)!));
  return asked.map((group, index) => questionColumn(group, names[index]!, ask.language));
}

function questionColumn(group: readonly QuestionRow[], name: string, language: string): QuestionColumn {
  // The newest wording stands for all.
  const { survey, key, metric, texts, minimum, points } = group.at(-1)!;
  const column = {
    name,
    label: wordsIn(texts, language) ?? key,
    question: { survey, key, versions: group.map(({ version }) => version) },
  };
  const questionIds = group.map(({ id }) => id);
  if (points === null) return { column: { ...column, kind: 'text' }, questionIds };
  const lowest = minimum ?? 1;
  const scale = { minimum: lowest, maximum: lowest + points - 1 };
  const values = labelsIn(texts, language);
  const scored: CodebookColumn = {
    ...column,
    kind: 'integer',
    scale,
    ...(values.length > 0 && { values }),
    ...(metric !== null && { metric: { id: metric, definition: definitionOf(metric, scale) } }),
  };
  return { column: scored, questionIds, offset: lowest - 1 };
}

function definitionOf(metric: string, scale: { minimum: number; maximum: number }): string {
  const shipped = Object.entries(metricDefinitions).find(([id]) => id === metric)?.[1];
  return shipped ? metricLabel({ ...shipped, scale: { min: scale.minimum, max: scale.maximum } }) : metric;
}

/** A text of a question in this language, else in any. Imports write `und`, as a file does not say its language. */
function wordsIn(texts: Readonly<Record<string, unknown>>, language: string): string | undefined {
  const told = texts[language] ?? texts.und ?? texts.en ?? Object.values(texts)[0];
  const words = typeof told === 'object' && told !== null ? (told as { text?: unknown }).text : told;
  return typeof words === 'string' && words !== '' ? words : undefined;
}

/** Names of points of the scale, where the question has them: `{ "en": { "text": …, "labels": { "0": "Not at all" } } }`. */
function labelsIn(texts: Readonly<Record<string, unknown>>, language: string): readonly ValueLabel[] {
  const told = texts[language] ?? texts.und ?? texts.en;
  const labels = typeof told === 'object' && told !== null ? (told as { labels?: unknown }).labels : undefined;
  if (typeof labels !== 'object' || labels === null) return [];
  return Object.entries(labels).flatMap(([value, label]) =>
    Number.isInteger(Number(value)) && typeof label === 'string' ? [{ value: Number(value), label }] : [],
  );
}

/** The key of a question; with its survey, and then its scale, where another column has the name already. */
function columnNames(questions: readonly QuestionRow[]): readonly string[] {
  const taken = new Set([...responseColumns, ...personalColumns].map(({ name }) => name));
  const keys = groupedBy(questions, ({ key }) => key);
  const inSurvey = groupedBy(questions, ({ survey, key }) => `${survey}_${key}`);
  return questions.map(({ survey, key, minimum, points }) => {
    const alone = keys.get(key)!.length === 1 && !taken.has(key);
    const long = `${survey}_${key}`;
    const scaled = inSurvey.get(long)!.length === 1 ? long : `${long}_${minimum ?? 1}_${points ?? 'words'}`;
    let name = alone ? key : scaled;
    for (let number = 2; taken.has(name); number += 1) name = `${scaled}_${number}`;
    taken.add(name);
    return name;
  });
}

function groupedBy(
  questions: readonly QuestionRow[],
  nameOf: (question: QuestionRow) => string,
): ReadonlyMap<string, readonly QuestionRow[]> {
  const groups = new Map<string, QuestionRow[]>();
  for (const question of questions) {
    const name = nameOf(question);
    const group = groups.get(name);
    if (group) group.push(question);
    else groups.set(name, [question]);
  }
  return groups;
}

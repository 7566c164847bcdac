import { enterWorkspace, type Queryable, type WorkspaceTransaction } from '../store/index.ts';
import { printView, type View } from '../view/index.ts';
import {
  type AnswerParts,
  personalColumns,
  type QuestionColumn,
  questionColumns,
  responseColumns,
} from './answer-columns.ts';
import { type AnswerFilter, answerFilter, countedFilter, filteredResponses, ofWorkspace } from './answer-filter.ts';
import { type Codebook, missingRule } from './codebook.ts';
import type { ExportCell, ExportRow, ExportTable } from './export-table.ts';
import { noWithheld, type Withheld, withheldGroups } from './small-groups.ts';
import { textWidths } from './text-widths.ts';

const fetchRows = 2_000;

/** Which answers, for whom. */
export interface AnswerAsk {
  readonly workspace: {
    readonly id: string;
    readonly name: string;
    readonly timeZone: string;
    readonly language: string;
  };
  readonly view: View;
  /** Only the responses that a figure of the view counts, of the days that its page covers. */
  readonly counted: boolean;
  readonly parts: AnswerParts;
  /** Groups of fewer respondents are not told; absent for those who may see them. */
  readonly floor?: number;
  /** Whether the format must know the longest texts before the first row. */
  readonly measured: boolean;
  readonly engine: string;
  readonly now: Date;
}

/** The answers of a view as a table, from an open snapshot: the codebook at once, the rows as they are taken. */
export async function answerTable(connection: Queryable, ask: AnswerAsk): Promise<ExportTable> {
  const transaction = await enterWorkspace(connection, ask.workspace.id);
  const questions = await questionColumns(transaction, { ...ask, language: ask.workspace.language });
  const smallGroups = ask.floor === undefined;
  const filter = ask.counted ? await countedFilter(transaction, { ...ask, smallGroups }) : answerFilter(ask.view);
  const withheld = ask.floor === undefined ? noWithheld : await withheldGroups(transaction, filter, ask.floor);
  const codebook = codebookOf(ask, questions);
  const widths = ask.measured ? await textWidths(transaction, questions) : new Map<string, number>();
  const batches = answerRows(transaction, { filter, questions, withheld, personal: ask.parts.personal });
  return { codebook, widths, batches };
}

function codebookOf(
  { workspace, view, counted, parts, engine, now }: AnswerAsk,
  questions: readonly QuestionColumn[],
): Codebook {
  return {
    format: 'candor-answers',
    version: 1,
    engine,
    workspace: workspace.name,
    timeZone: workspace.timeZone,
    exportedAt: now.toISOString(),
    view: printView(view),
    rows: counted ? 'counted' : 'all',
    missing: missingRule,
    columns: [...responseColumns, ...(parts.personal ? personalColumns : []), ...questions.map(({ column }) => column)],
  };
}

/** A response as PostgreSQL writes it: its fields in the order of the columns, then its answers by question. */
type ResponseLine = [...fields: (string | number | boolean | null)[], answers: Record<string, number | string> | null];

interface RowsAsk {
  readonly filter: AnswerFilter;
  readonly questions: readonly QuestionColumn[];
  readonly withheld: Withheld;
  readonly personal: boolean;
}

async function* answerRows(transaction: WorkspaceTransaction, ask: RowsAsk): AsyncGenerator<readonly ExportRow[]> {
  const { workspaceId, query } = transaction;
  await query(`declare answer_rows no scroll cursor for ${selection(ask)}`, [workspaceId, ...ask.filter.values]);
  const toRow = rowOf(ask);
  for (;;) {
    const fetched = await query<{ line: string }>(`fetch ${fetchRows} from answer_rows`);
    // One parse for the batch, where the driver would parse every value by itself.
    const lines = JSON.parse(`[${fetched.map(({ line }) => line).join(',')}]`) as ResponseLine[];
    if (lines.length > 0) yield lines.map(toRow);
    if (fetched.length < fetchRows) break;
  }
  await query('close answer_rows');
}

function selection({ filter, personal }: RowsAsk): string {
  const named = personal ? ', ac.name, co.name, co.email' : '';
  return `select json_build_array(r.id, r.source, r.external_id, r.responded_at, r.recorded_at, r.day, s.level, s.key,
      v.number, tp.key, r.account_id, ac.external_id, r.segment, ou.code, r.respondent_role, r.channel, co.language,
      r.contact_id, r.completed${named},
      (select json_object_agg(a.question_id, coalesce(to_json(a.point), to_json(a.words))) from answer a
       where a.workspace_id = $1 and a.response_id = r.id))::text as line
    from ${filteredResponses}
    left join account ac on ac.workspace_id = r.workspace_id and ac.id = r.account_id and ac.workspace_id = $1
    left join contact co on co.workspace_id = r.workspace_id and co.id = r.contact_id and co.workspace_id = $1
    where ${ofWorkspace} ${filter.sql} order by r.responded_at, r.id`;
}

/** Makes rows from what PostgreSQL tells: instants as dates, points as scores, nothing for what is withheld. */
function rowOf({ questions, withheld, personal }: RowsAsk): (line: ResponseLine) => ExportRow {
  const columns = personal ? [...responseColumns, ...personalColumns] : responseColumns;
  const instants = new Set(columns.flatMap(({ kind }, index) => (kind === 'instant' ? [index] : [])));
  const held = columns.map(({ name }) => withheld.get(name));
  const cell = (value: unknown, index: number): ExportCell => {
    if (value === null || value === '') return undefined;
    if (held[index]?.has(value as string)) return undefined;
    return instants.has(index) ? new Date(value as string) : (value as string | number | boolean);
  };
  return (line) => {
    const answers = (line[columns.length] ?? {}) as unknown as Record<string, number | string>;
    return [...columns.map((_, index) => cell(line[index], index)), ...questions.map((one) => answerIn(answers, one))];
  };
}

function answerIn(answers: Readonly<Record<string, number | string>>, question: QuestionColumn): ExportCell {
  for (const id of question.questionIds) {
    const answer = answers[id];
    if (answer === undefined) continue;
    if (question.offset === undefined) return answer;
    if (typeof answer === 'number') return answer + question.offset;
  }
  return undefined;
}

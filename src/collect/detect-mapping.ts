import {
  type ColumnProfile,
  type ExaminedAnswers,
  type ExaminedColumns,
  examineAnswers,
  examineColumns,
  qualtricsPreviewCodes,
  type TableSource,
  wordsOf,
} from '../tables/index.ts';
import { slugOf } from './cell.ts';
import { checkMapping, type GivenMapping } from './check-mapping.ts';
import { fieldNames, valueNames } from './field-names.ts';
import type { CommentColumn, FileKind, ImportMapping, ScoreColumn } from './import-mapping.ts';

/** Something about the file that was decided without being told. */
export interface ImportAssumption {
  readonly what: 'platform' | 'level' | 'survey';
  readonly value: string;
  readonly why: string;
}

/** A file as it was understood: how it will be read, and what it holds. */
export interface DetectedFile {
  readonly mapping: ImportMapping;
  readonly assumed: readonly ImportAssumption[];
  readonly columns: readonly { readonly name: string; readonly example: string }[];
  readonly rows: number;
  /** SHA-256 of the bytes in hex. */
  readonly fileHash: string;
}

export interface DetectOptions {
  /** What the caller already knows; the rest is detected. */
  readonly given?: GivenMapping | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((bytes: number, total: number | undefined, rows: number) => void) | undefined;
}

/** Reads a file once and says how it can be imported. What the caller gives is obeyed; a column of null is left out. */
export async function detectMapping(
  kind: FileKind,
  source: TableSource,
  options: DetectOptions = {},
): Promise<DetectedFile> {
  return kind === 'answers' ? detectAnswers(source, options) : detectOther(kind, source, options);
}

async function detectAnswers(source: TableSource, options: DetectOptions): Promise<DetectedFile> {
  const { given = {} } = options;
  const dateColumn = given.columns?.date ?? undefined;
  const score = given.scores?.[0];
  const examined = await examineAnswers(source, {
    ...options,
    sheet: given.sheet,
    ...(score ? { score: score.column, metric: score.metric, scale: score.scale } : {}),
    ...(dateColumn ? { date: dateColumn } : {}),
    ...(given.dateOrder ? { dateOrder: given.dateOrder } : {}),
    ...(given.where ? { where: given.where } : {}),
  });
  if (!given.scores && examined.scores.length === 0) throw examined.noScore;
  if (!examined.date && given.dateOrder === undefined) throw examined.noDate;
  const assumed: ImportAssumption[] = [];
  const columns = answerColumns(examined);
  const told = (given.columns?.level === undefined ? columns.level : given.columns.level) ?? undefined;
  const level = told === undefined ? (given.level ?? levelOf({ ...columns, ...given.columns }, assumed)) : undefined;
  const survey = given.survey ?? [examined.platform ?? 'file', level].filter(Boolean).join('-');
  if (given.survey === undefined) {
    assumed.push({ what: 'survey', value: survey, why: 'named after the tool that wrote the file and the level' });
  }
  if (examined.platform) {
    assumed.push({ what: 'platform', value: examined.platform, why: 'the columns are those of its exports' });
  }
  const scores = given.scores ?? scoreColumns(examined);
  const mapping = merged(
    {
      kind: 'answers',
      columns,
      survey,
      ...(level ? { level } : {}),
      source: `${examined.platform ?? 'file'}:${survey}`,
      scores,
      comments: commentColumns(examined.columns, scores),
      ...(examined.platform === 'qualtrics' ? { previewValues: qualtricsPreviewCodes } : {}),
      ...(examined.date ? { dateOrder: examined.date.order } : {}),
      ...(examined.date?.utc ? { timeZone: 'UTC' } : {}),
    },
    given,
  );
  return detected(examined, mapping, assumed);
}

function detected(
  examined: ExaminedAnswers | ExaminedColumns,
  mapping: ImportMapping,
  assumed: readonly ImportAssumption[],
): DetectedFile {
  checkMapping(mapping);
  return {
    mapping,
    assumed,
    columns: examined.columns.map(({ name, example }) => ({ name, example })),
    rows: examined.rows,
    fileHash: examined.dataHash,
  };
}

function answerColumns(examined: ExaminedAnswers): Record<string, string> {
  const { fields, columns, scores, date } = examined;
  const taken = new Set([...Object.values(fields), ...scores.map(({ column }) => column)]);
  const found: Record<string, string> = { ...fields, ...(date ? { date: date.column } : {}) };
  for (const [field, pattern] of Object.entries(fieldNames.answers!)) {
    const column = columns.find(({ name, filled, words }) => !taken.has(name) && filled > 0 && pattern.test(words));
    if (!column) continue;
    taken.add(column.name);
    found[field] = column.name;
  }
  return found;
}

/** Answers about a touchpoint are of the encounter level; nothing else about a file tells it. */
function levelOf(
  columns: Readonly<Record<string, string | null | undefined>>,
  assumed: ImportAssumption[],
): 'encounter' | 'relationship' {
  const level = columns.touchpoint ? 'encounter' : 'relationship';
  const why = columns.touchpoint ? 'the answers name a touchpoint' : 'the answers name no touchpoint';
  assumed.push({ what: 'level', value: level, why });
  return level;
}

function scoreColumns({ scores }: ExaminedAnswers): ScoreColumn[] {
  const keys = new Set<string>();
  return scores.map(({ column, text, metric, scale }) => ({
    column,
    question: ownKey(slugOf(column), keys),
    metric,
    scale,
    text,
  }));
}

function ownKey(slug: string, keys: Set<string>): string {
  let key = slug;
  for (let number = 2; keys.has(key); number += 1) key = `${slug}-${number}`;
  keys.add(key);
  return key;
}

const commentNames =
  /comment|feedback text|verbatim|\breason\b|\bwhy\b|kommentti|palaute|perustel|miksi|kommentar|varför|open ended/;

function commentColumns(columns: readonly ColumnProfile[], scores: readonly ScoreColumn[]): CommentColumn[] {
  const keys = new Set(scores.map(({ question }) => question));
  return columns
    .filter(
      ({ words, allWords, name, filled, numeric }) =>
        filled > 0 &&
        numeric < 0.5 &&
        commentNames.test(`${words} ${allWords}`) &&
        !scores.some(({ column }) => column === name),
    )
    .slice(0, 10)
    .map(({ name }) => ({ column: name, question: ownKey(slugOf(name), keys) }));
}

async function detectOther(kind: FileKind, source: TableSource, options: DetectOptions): Promise<DetectedFile> {
  const { given = {} } = options;
  const examined = await examineColumns(source, { ...options, sheet: given.sheet });
  const columns = namedColumns(kind, examined.columns);
  const values = kind === 'outcomes' ? valueColumns(examined.columns, columns) : undefined;
  if (kind === 'contacts' && !columns.id && columns.email) columns.id = columns.email;
  const mapping = merged(
    { kind, columns, ...(values && values.length > 0 ? { values } : {}), ...settledForms(kind, columns, examined) },
    given,
  );
  // What the caller names may be written another way than what was found.
  const settled = given.columns ? { ...settledForms(kind, mapping.columns, examined), ...mapping } : mapping;
  return detected(examined, settled, []);
}

function namedColumns(kind: FileKind, profiles: readonly ColumnProfile[]): Record<string, string> {
  const found: Record<string, string> = {};
  const taken = new Set<string>();
  for (const [field, pattern] of Object.entries(fieldNames[kind]!)) {
    const column = profiles.find(({ name, filled }) => !taken.has(name) && filled > 0 && pattern.test(wordsOf(name)));
    if (!column) continue;
    taken.add(column.name);
    found[field] = column.name;
  }
  return found;
}

function valueColumns(profiles: readonly ColumnProfile[], columns: Readonly<Record<string, string>>) {
  if (columns.kind && columns.value) return [];
  return profiles.flatMap(({ name, words }) => {
    const outcome = valueNames.find(([, pattern]) => pattern.test(words))?.[0];
    return outcome && !Object.values(columns).includes(name) ? [{ column: name, outcome }] : [];
  });
}

const dateFields = ['date', 'contractFrom', 'renewalOn', 'leftAt', 'period', 'from', 'to'];
const amountFields = ['revenue', 'margin', 'marginRate', 'value', 'numerator', 'denominator'];

function settledForms(
  kind: FileKind,
  columns: Readonly<Record<string, string>>,
  examined: ExaminedColumns,
): Pick<ImportMapping, 'dateOrder' | 'decimalMark'> {
  const order = dateFields.map((field) => columns[field] && examined.dateOrder(columns[field])).find(Boolean);
  const amounts = amountFields.flatMap((field) => columns[field] ?? []);
  const values = kind === 'outcomes' ? valueColumns(examined.columns, columns).map(({ column }) => column) : [];
  const numbers = [...amounts, ...values];
  return {
    ...(order ? { dateOrder: order } : {}),
    ...(numbers.length > 0 ? { decimalMark: examined.decimalMark(numbers) } : {}),
  };
}

function merged(found: ImportMapping, given: GivenMapping): ImportMapping {
  const columns = Object.fromEntries(
    Object.entries({ ...found.columns, ...given.columns }).filter(([, column]) => column !== null),
  ) as Record<string, string>;
  return { ...found, ...given, kind: found.kind, columns } as ImportMapping;
}

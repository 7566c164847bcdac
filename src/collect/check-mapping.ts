import { CandorError, type CandorErrorDetails } from '../errors/index.ts';
import { metricDefinition, metricIds } from '../metrics/index.ts';
import { type ImportMapping, levels, mappingFields, rowKinds } from './import-mapping.ts';

/** What a caller says of a file; what is left out is detected, and a column of null is not read. */
export type GivenMapping = Omit<Partial<ImportMapping>, 'columns'> & {
  readonly columns?: Readonly<Record<string, string | null>>;
};

const keys = [
  'kind',
  'columns',
  'survey',
  'surveyName',
  'level',
  'scores',
  'comments',
  'values',
  'attributes',
  'source',
  'previewValues',
  'where',
  'sheet',
  'dateOrder',
  'decimalMark',
  'timeZone',
];

const refuse = (message: string, details: CandorErrorDetails): never => {
  throw new CandorError('CND_IMPORT_MAPPING', message, details);
};

/** A mapping that came as JSON, whole or in part. Unknown names are refused with the known ones (`CND_IMPORT_MAPPING`). */
export function readGivenMapping(value: unknown, kind: string): GivenMapping {
  const mapping = asObject(value, 'mapping');
  const given = mapping.kind;
  if (given !== undefined && given !== kind) refuse(`the mapping is for ${given}, not ${kind}`, { field: 'kind' });
  known(mapping, keys, 'mapping');
  known(asObject(mapping.columns ?? {}, 'columns'), fieldsOf(kind), 'columns');
  for (const [field, column] of Object.entries(asObject(mapping.columns ?? {}, 'columns'))) {
    if (column !== null && !isText(column)) refuse(`columns.${field} needs the name of a column`, { field });
  }
  checkParts(mapping);
  return mapping as GivenMapping;
}

/** A whole mapping: what its kind needs is there, and what is there can be used. */
export function checkMapping(mapping: ImportMapping): void {
  if (!rowKinds.includes(mapping.kind)) {
    refuse(`"${mapping.kind}" is no kind of rows; known: ${rowKinds.join(', ')}`, { field: 'kind', known: rowKinds });
  }
  known(mapping, keys, 'mapping');
  known(mapping.columns, fieldsOf(mapping.kind), 'columns');
  for (const field of mappingFields[mapping.kind]) {
    if (field.endsWith('!') && mapping.columns[field.slice(0, -1)] === undefined) {
      const name = field.slice(0, -1);
      refuse(`no column of the file is the ${name} of ${mapping.kind}: name it as columns.${name}`, { field: name });
    }
  }
  checkParts(mapping);
  if (mapping.kind === 'answers') checkAnswers(mapping);
  const { columns } = mapping;
  if (mapping.kind === 'outcomes' && !(columns.kind && columns.value) && !mapping.values?.length && !columns.leftAt) {
    refuse('no column holds what happened: name columns.kind and columns.value, or values', { field: 'values' });
  }
  if (mapping.kind === 'service-kpis' && !columns.period && !(columns.from && columns.to)) {
    refuse('no column tells the period: name columns.period, or columns.from and columns.to', { field: 'period' });
  }
}

function checkAnswers({ scores = [], comments = [], columns, level, survey }: ImportMapping): void {
  if (scores.length === 0) refuse('a file of answers needs at least one column of scores', { field: 'scores' });
  if (!columns.level && !level) refuse('say of which level the answers are', { field: 'level', known: levels });
  if (!survey) refuse('say which survey the answers belong to', { field: 'survey' });
  const questions = [...scores, ...comments].map(({ question }) => question);
  const twice = questions.find((question, index) => questions.indexOf(question) !== index);
  if (twice !== undefined) refuse(`two columns answer the question "${twice}"`, { field: 'scores', question: twice });
}

/** The parts that have a form of their own, where they are there. */
function checkParts(mapping: Readonly<Record<string, unknown>> | ImportMapping): void {
  const part = mapping as Readonly<Record<string, unknown>>;
  for (const field of ['survey', 'surveyName', 'source', 'sheet', 'timeZone']) {
    const text = part[field];
    if (text !== undefined && !(isText(text) && text.length <= 150)) refuse(`${field} needs a text`, { field });
  }
  if (part.timeZone !== undefined) checkZone(part.timeZone as string);
  oneOf(part, 'level', levels);
  oneOf(part, 'dateOrder', ['dmy', 'mdy', 'ymd']);
  oneOf(part, 'decimalMark', ['.', ',']);
  for (const score of list(part, 'scores')) checkScore(score);
  for (const comment of list(part, 'comments')) texts(comment, 'comments', ['column', 'question']);
  for (const value of list(part, 'values')) texts(value, 'values', ['column', 'outcome']);
  if (part.where !== undefined) texts(part.where, 'where', ['column', 'value']);
  for (const field of ['attributes', 'previewValues']) {
    if (!list(part, field).every(isText)) refuse(`${field} needs a list of texts`, { field });
  }
}

function checkScore(value: unknown): void {
  texts(value, 'scores', ['column', 'question', 'metric']);
  const { metric, scale, column } = value as {
    metric: string;
    scale?: { min?: unknown; max?: unknown };
    column: string;
  };
  if (!metricIds.includes(metric as never)) {
    refuse(`"${metric}" is no metric; known: ${metricIds.join(', ')}`, { field: 'scores', known: metricIds });
  }
  const { min, max } = asObject(scale, 'scores') as { min: number; max: number };
  if (!Number.isInteger(min) || !Number.isInteger(max) || max <= min || max - min > 100) {
    refuse(`the scale of "${column}" needs two whole numbers, the lower first, of 101 points at most`, {
      field: 'scores',
      column,
    });
  }
  metricDefinition(metric, { scale: { min, max } });
  oneOf(value as Readonly<Record<string, unknown>>, 'level', levels);
}

function checkZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    throw new CandorError('CND_TIME_ZONE', `"${timeZone}" is not a time zone`, { timeZone });
  }
}

const fieldsOf = (kind: string): readonly string[] =>
  (mappingFields[kind as keyof typeof mappingFields] ?? []).map((field) => field.replace('!', ''));

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

function asObject(value: unknown, field: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  return refuse(`${field} needs an object`, { field });
}

function known(object: object, names: readonly string[], field: string): void {
  const unknown = Object.keys(object).find((key) => !names.includes(key));
  if (unknown !== undefined) {
    refuse(`${field} has no "${unknown}"; known: ${names.join(', ')}`, { field: unknown, known: names });
  }
}

function oneOf(part: Readonly<Record<string, unknown>>, field: string, values: readonly string[]): void {
  const value = part[field];
  if (value !== undefined && !values.includes(value as string)) {
    refuse(`${field} needs ${values.join(' or ')}`, { field, known: values });
  }
}

function list(part: Readonly<Record<string, unknown>>, field: string): readonly unknown[] {
  const value = part[field];
  if (value === undefined) return [];
  return Array.isArray(value) && value.length <= 200 ? value : refuse(`${field} needs a list`, { field });
}

function texts(value: unknown, field: string, names: readonly string[]): void {
  const object = asObject(value, field);
  for (const name of names) {
    if (!isText(object[name])) refuse(`every element of ${field} needs ${names.join(', ')}`, { field, missing: name });
  }
}

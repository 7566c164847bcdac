import * as z from 'zod';
import { CandorError, nearestName } from '../errors/index.ts';

const column = z.string().min(1);
const number = z.preprocess(numberOfText, z.number());
const positive = z.preprocess(numberOfText, z.number().positive());
const share = z.preprocess(numberOfText, z.number().min(0).max(1));
const confidence = z.preprocess(numberOfText, z.number().gt(0).lt(1)).default(0.95);
const scale = z.preprocess(
  (value) => {
    const match = typeof value === 'string' ? /^\s*(-?\d+(?:\.\d+)?)\s*-\s*(-?\d+(?:\.\d+)?)\s*$/.exec(value) : null;
    if (match) return { min: Number(match[1]), max: Number(match[2]) };
    return Array.isArray(value) ? { min: value[0], max: value[1] } : value;
  },
  z.strictObject({ min: z.number(), max: z.number() }),
);
const totals = z.record(z.string(), positive);
const timeZone = z.string().default('UTC');
const common = { timeZone, confidence };

/** A flag arrives as text; a specification file holds numbers. An empty text is no number. */
function numberOfText(value: unknown): unknown {
  return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : value;
}

/** What each method may be told. Unknown keys are refused with the nearest known one. */
export const specificationSchemas = {
  score: z.strictObject({
    ...common,
    score: column,
    metric: z.string(),
    scale: scale.optional(),
    by: column.optional(),
    account: column.optional(),
    weight: column.optional(),
    strata: column.optional(),
    population: z.union([positive, totals]).optional(),
    margins: z.record(z.string(), totals).optional(),
  }),
  compare: z.strictObject({
    ...common,
    score: column,
    metric: z.string(),
    scale: scale.optional(),
    group: column,
    before: z.preprocess(textOfNumber, z.string()).optional(),
    after: z.preprocess(textOfNumber, z.string()).optional(),
    account: column.optional(),
    paired: column.optional(),
  }),
  plan: z.strictObject({
    ...common,
    metric: z.string(),
    scale: scale.optional(),
    promoters: share.optional(),
    detractors: share.optional(),
    share: share.optional(),
    mean: number.optional(),
    sd: positive.optional(),
    margin: positive.optional(),
    change: positive.optional(),
    power: z.preprocess(numberOfText, z.number().gt(0).lt(1)).default(0.8),
    population: positive.optional(),
    designEffect: positive.default(1),
  }),
  shrink: z.strictObject({
    ...common,
    score: column,
    metric: z.string(),
    scale: scale.optional(),
    segment: column,
  }),
  'change-points': z.strictObject({
    ...common,
    value: column.optional(),
    weight: column.optional(),
    score: column.optional(),
    date: column.optional(),
    metric: z.string().optional(),
    scale: scale.optional(),
    period: z.enum(['week', 'month', 'quarter']).default('month'),
    account: column.optional(),
    penalty: z.preprocess(numberOfText, z.union([z.enum(['3lnT', '2lnT']), z.number().positive()])).default('3lnT'),
  }),
} as const;

function textOfNumber(value: unknown): unknown {
  return typeof value === 'number' ? String(value) : value;
}

export type MethodId = keyof typeof specificationSchemas;
export const methodIds = Object.keys(specificationSchemas) as readonly MethodId[];
export type Specification<Method extends MethodId> = z.infer<(typeof specificationSchemas)[Method]>;

/** Checks a specification; what is wrong is refused in one sentence (`CND_SPEC`), a key that is not known first. */
export function parseSpecification<Method extends MethodId>(method: Method, given: unknown): Specification<Method> {
  const schema = specificationSchemas[method];
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data as Specification<Method>;
  const { issues } = parsed.error;
  const stranger = issues.find(({ code }) => code === 'unrecognized_keys');
  throw stranger
    ? unknownKey(method, stranger as z.core.$ZodIssueUnrecognizedKeys, Object.keys(schema.shape))
    : unusableValue(method, issues[0]!, given);
}

function unknownKey(method: MethodId, issue: z.core.$ZodIssueUnrecognizedKeys, known: readonly string[]): CandorError {
  const place = issue.path.join('.');
  const key = issue.keys[0]!;
  const nearest = place === '' ? nearestName(key, known) : undefined;
  const hint = nearest ? `; did you mean "${nearest}"?` : `; known: ${known.join(', ')}`;
  const message = `analyze ${method} does not know "${place ? `${place}.` : ''}${key}"${hint}`;
  return new CandorError('CND_SPEC', message, { method, key, ...(nearest ? { nearest } : {}), known });
}

/** What each key needs, in the words of the reader: those of a checker speak of types. */
const needs: Readonly<Record<string, string>> = {
  promoters: 'a share from 0 to 1',
  detractors: 'a share from 0 to 1',
  share: 'a share from 0 to 1',
  mean: 'a number',
  sd: 'a number above 0',
  margin: 'a number above 0',
  change: 'a number above 0',
  power: 'a probability between 0 and 1',
  confidence: 'a probability between 0 and 1',
  designEffect: 'a number above 0',
  population: 'a number above 0, or one for each stratum as { STRATUM: NUMBER }',
  margins: 'known totals as { COLUMN: { VALUE: NUMBER } }',
  scale: 'MIN-MAX, for example 0-10',
  period: 'week, month or quarter',
  penalty: '3lnT, 2lnT or a number above 0',
  metric: 'the name of a metric',
  timeZone: 'the name of a time zone',
};

function unusableValue(method: MethodId, issue: z.core.$ZodIssue, given: unknown): CandorError {
  const key = String(issue.path[0] ?? '');
  if (key === '') return new CandorError('CND_SPEC', `analyze ${method} needs an object of keys`, { method });
  const value = (given as Readonly<Record<string, unknown>>)[key];
  if (value === undefined) return new CandorError('CND_SPEC', `analyze ${method} needs "${key}"`, { method, key });
  const message = `analyze ${method}: "${key}" needs ${needs[key] ?? 'the name of a column'}, got ${JSON.stringify(value)}`;
  return new CandorError('CND_SPEC', message, { method, key });
}

/** The keys that a flag of the command can give: those whose value is one text or number. */
export function scalarKeys(method: MethodId): string[] {
  return Object.keys(specificationSchemas[method].shape).filter((key) => key !== 'margins');
}

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

/** A flag gives a list with commas between; a specification file gives it as one. */
function listOfText(value: unknown): unknown {
  return typeof value === 'string' ? value.split(',').map((name) => name.trim()) : value;
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
  drivers: z.strictObject({
    ...common,
    outcome: column,
    drivers: z.preprocess(listOfText, z.array(column).min(1)),
    method: z.enum(['lmg', 'johnson']).optional(),
    resamples: z.preprocess(numberOfText, z.number().int().min(20).max(100_000)).default(1000),
    seed: z.preprocess(numberOfText, z.number().int().min(0).max(4_294_967_295)).default(1),
    account: column.optional(),
  }),
  monitor: z.strictObject({
    ...common,
    score: column,
    metric: z.string(),
    scale: scale.optional(),
    date: column.optional(),
    baselineDays: z.preprocess(numberOfText, z.number().int().min(7).max(3650)).default(90),
    baselineAnswers: z.preprocess(numberOfText, z.number().int().min(1)).optional(),
    answersPerYear: positive.optional(),
    method: z
      .enum(['e-detector', 'target', 'asymptotic', 'empirical-bernstein', 'betting', 'without-replacement'])
      .default('e-detector'),
    target: number.optional(),
    account: column.optional(),
    designEffect: z.preprocess(numberOfText, z.number().min(1)).optional(),
    population: positive.optional(),
    threshold: z.preprocess(numberOfText, z.number().gt(1)).default(20),
  }),
  'path-model': z.strictObject({
    ...common,
    constructs: z
      .array(
        z.strictObject({
          name: z.string().min(1),
          measurement: z.enum(['reflective', 'formative']).default('reflective'),
          items: z.array(column).min(1),
        }),
      )
      .min(2),
    paths: z.array(z.tuple([z.string(), z.string()])).min(1),
    weighting: z.enum(['path', 'factorial', 'centroid']).default('path'),
    scale: scale.optional(),
    missing: z.enum(['pairwise', 'mean', 'complete']).default('pairwise'),
    consistent: z
      .preprocess((value) => (value === 'true' ? true : value === 'false' ? false : value), z.boolean())
      .optional(),
    bootstrap: z
      .strictObject({
        resamples: z.number().int().min(100).max(100_000).default(5000),
        seed: z.number().int().min(0).max(4_294_967_295).default(1),
        cluster: column.optional(),
      })
      .optional(),
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
  drivers: 'the names of one or more columns',
  'drivers.method': 'lmg or johnson',
  'monitor.method': 'e-detector, target, asymptotic, empirical-bernstein, betting or without-replacement',
  'monitor.designEffect': 'a number of 1 or more',
  baselineDays: 'a whole number of days from 7',
  baselineAnswers: 'a whole number above 0',
  answersPerYear: 'a number above 0',
  target: 'a number in the unit of the metric',
  threshold: 'a number above 1',
  resamples: 'a whole number from 20 to 100000',
  seed: 'a whole number from 0 to 4294967295',
  timeZone: 'the name of a time zone',
  constructs: 'a list of { name, measurement: reflective or formative, items: [columns] }, at least two',
  paths: 'a list of [from, to], by the names of constructs',
  weighting: 'path, factorial or centroid',
  missing: 'pairwise, mean or complete',
  consistent: 'true or false',
  bootstrap: '{ resamples: 100 to 100000, seed, cluster? }',
};

function unusableValue(method: MethodId, issue: z.core.$ZodIssue, given: unknown): CandorError {
  const key = String(issue.path[0] ?? '');
  if (key === '') return new CandorError('CND_SPEC', `analyze ${method} needs an object of keys`, { method });
  const value = (given as Readonly<Record<string, unknown>>)[key];
  if (value === undefined) return new CandorError('CND_SPEC', `analyze ${method} needs "${key}"`, { method, key });
  const isInside = structured.has(key) && issue.path.length > 1;
  const place = isInside ? ` (at ${issue.path.join('.')}: ${issue.message})` : `, got ${JSON.stringify(value)}`;
  const message = `analyze ${method}: "${key}" needs ${needs[`${method}.${key}`] ?? needs[key] ?? 'the name of a column'}${place}`;
  return new CandorError('CND_SPEC', message, { method, key });
}

/** Keys whose value is more than one text or number. */
const structured: ReadonlySet<string> = new Set(['margins', 'constructs', 'paths', 'bootstrap']);

/** The keys that a flag of the command can give: those whose value is one text or number. */
export function scalarKeys(method: MethodId): string[] {
  return Object.keys(specificationSchemas[method].shape).filter((key) => !structured.has(key));
}

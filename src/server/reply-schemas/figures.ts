import { z } from '@hono/zod-openapi';
import { caveatCodes, methodNames } from '../../inference/index.ts';
import { metricIds } from '../../metrics/index.ts';
import { periodUnits, surveyLevels, viewDimensions } from '../../view/index.ts';

export const day = z.iso.date();
export const level = z.enum(surveyLevels);
export const metricId = z.enum(metricIds);
export const periodUnit = z.enum(periodUnits);
export const direction = z.enum(['higher-is-better', 'lower-is-better']);
const count = z.number().int().min(0);

export { count };

export const scale = z.object({ min: z.number(), max: z.number() }).openapi('Scale');

export const interval = z.object({ low: z.number(), high: z.number() }).openapi('Interval');

/** Further fields are the figures of the sentence. */
export const caveat = z
  .object({ code: z.enum(caveatCodes), message: z.string() })
  .catchall(z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))
  .openapi('Caveat');

/** In the unit of the metric: NPS points -100..100, shares 0..1, means on the scale. */
export const estimate = z
  .object({
    value: z.number(),
    interval,
    confidence: z.number(),
    n: count,
    effectiveN: z.number(),
    method: z.enum(methodNames),
    caveats: z.array(caveat),
  })
  .openapi('Estimate');

export const verdict = z.enum(['rose', 'fell', 'no evidence of change', 'not enough data']);

export const metricDefinition = z
  .object({
    id: metricId,
    version: z.number().int(),
    family: z.enum(['nps', 'csat', 'ces', 'other']),
    statistic: z.enum(['net', 'share', 'mean', 'index']),
    scale,
    boxes: z.number().int().optional(),
    direction,
    wholeAnswers: z.boolean(),
  })
  .openapi('MetricDefinition');

/** Which engine computed it from which data: the same give the same. */
export const run = z
  .object({
    id: z.string(),
    dataHash: z.string(),
    definition: z.string(),
    engine: z.string(),
    seed: z.number().int(),
  })
  .openapi('Run');

const keys = z.array(z.string());

/** The filters of a page; the query of every route that takes a view. */
export const view = z
  .object({
    level: level.optional(),
    metric: z.string(),
    touchpoint: keys,
    segment: keys,
    unit: keys,
    role: keys,
    channel: keys,
    period: periodUnit,
    from: day.optional(),
    to: day.optional(),
    at: z.string().optional(),
    by: z.enum(viewDimensions).optional(),
  })
  .openapi('View');

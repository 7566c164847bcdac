import { z } from '@hono/zod-openapi';
import { caveat, count, day, estimate, interval, verdict } from './figures.ts';

/** Promoters, passives and detractors of NPS; else how many gave each answer. */
const counts = z.record(z.string(), count);

export const periodResult = z.object({
  period: z.string(),
  n: count,
  counts,
  estimate: estimate.optional(),
  marginOfError: z.number().optional(),
});

export const changeResult = z
  .object({
    from: z.string(),
    to: z.string(),
    difference: estimate,
    pValue: z.number(),
    adjustedPValue: z.number(),
    nominallySignificant: z.boolean(),
    verdict,
    minimumDetectableChange: z.number(),
  })
  .openapi('Change');

export const levelResult = z
  .object({ from: z.string(), to: z.string(), estimate, noise: interval })
  .openapi('LevelOfSeries');

export const breakOfSeries = z
  .object({
    period: z.string(),
    date: day,
    what: z.enum(['version', 'scale', 'definition']),
    from: z.string(),
    to: z.string(),
  })
  .openapi('Break');

export const caveats = z.array(caveat);

import { z } from '@hono/zod-openapi';
import { targetStates } from '../../inference/index.ts';
import type { ProgrammePlan } from '../../overview/index.ts';
import { describes } from './describes.ts';
import { count, day, estimate, interval, level, metricDefinition, periodUnit } from './figures.ts';

const plannedChange = z
  .object({
    change: z.number(),
    answers: count,
    invitations: z.object({ expected: count, range: interval.optional() }).optional(),
    test: z.object({
      days: count.optional(),
      answersAfter: count.optional(),
      leastChange: z.number(),
      on: day.optional(),
    }),
    monitor: z.object({
      medianDays: z.number().optional(),
      ninetyDays: z.number().optional(),
      foundInYear: z.number(),
      medianOn: day.optional(),
      ninetyOn: day.optional(),
    }),
  })
  .openapi('PlannedChange');

const chance = z.object({
  reached: z.number(),
  seen: z.number(),
  level: z.number(),
  standardDeviation: z.number(),
  sway: z.number(),
});

const target = z
  .object({
    target: z.number(),
    period: z.string(),
    state: z.enum(targetStates),
    baseline: z.object({ answers: count, needed: count }),
    chance: chance.optional(),
  })
  .openapi('TargetPlan');

export const planReply = describes<ProgrammePlan>()(
  z
    .object({
      level,
      metric: metricDefinition,
      unit: periodUnit,
      basis: z.object({
        from: day,
        to: day,
        days: count,
        answers: count,
        answersPerDay: z.number(),
        answersPerPeriod: z.number(),
        variance: z.number(),
        designEffect: z.number(),
        clustered: z.boolean(),
      }),
      detectable: z.number(),
      curve: z.array(z.object({ answers: z.number(), change: z.number() })),
      changes: z.array(plannedChange),
      chosen: plannedChange,
      target: target.optional(),
      response: estimate.optional(),
    })
    .openapi('ProgrammePlan'),
);

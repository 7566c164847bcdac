import { z } from '@hono/zod-openapi';

const figure = z.number();
const day = z.string();

/** What a monitor says of one level; sizes in the unit of the metric. */
export const watchReply = z.object({
  run: z.looseObject({ id: z.string() }),
  view: z.looseObject({ metric: z.string() }),
  level: z.enum(['encounter', 'relationship']),
  definition: z.looseObject({ id: z.string() }),
  beginsAfterBreak: day.optional(),
  baseline: z.object({
    from: day,
    to: day,
    n: figure,
    mean: figure,
    sd: figure,
    answersPerDay: figure,
    designEffect: figure,
  }),
  detectability: z.object({ days30: figure, days90: figure, year: figure }),
  medianDays: figure.optional(),
  threshold: figure,
  path: z.array(z.object({ day, n: figure, evidence: figure, isLearning: z.literal(true).optional() })),
  alarms: z.array(
    z.object({
      day,
      direction: z.enum(['up', 'down']),
      changedSince: day,
      sizeSoFar: figure,
      evidence: figure,
      watchedAgainFrom: day.optional(),
    }),
  ),
});

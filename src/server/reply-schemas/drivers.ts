import { z } from '@hono/zod-openapi';
import type { DriversPage } from '../../overview/index.ts';
import { describes } from './describes.ts';
import { caveat, count, day, interval, level, run, scale, view } from './figures.ts';

const driver = z
  .object({
    driver: z.string(),
    share: z.number(),
    interval,
    ofExplained: z.object({ value: z.number(), interval }),
    rankFirst: z.number(),
    coefficient: z.number(),
    direction: z.enum(['with', 'against', 'unclear']),
  })
  .openapi('DriverShare');

const contrast = z.object({ value: z.number(), interval, n: count }).openapi('Contrast');

const contrasts = z.object({
  n: count,
  intercept: z.number(),
  rSquared: z.number(),
  drivers: z.array(
    z.object({
      driver: z.string(),
      penalty: contrast.optional(),
      reward: contrast.optional(),
      kind: z.enum(['basic', 'delight', 'linear', 'none']),
    }),
  ),
  caveats: z.array(caveat),
});

const study = z
  .object({
    drivers: z.object({
      n: count,
      completeRows: count,
      fewestOfAPair: count,
      rSquared: z.number(),
      adjustedRSquared: z.number(),
      decomposition: z.enum(['lmg', 'johnson']),
      confidence: z.number(),
      shares: z.array(driver),
      top: z.string().optional(),
      resamples: z.object({ used: count, dropped: count, unit: z.enum(['row', 'account', 'group']) }),
      caveats: z.array(caveat),
    }),
    performance: z.array(z.object({ driver: z.string(), index: z.number(), interval, n: count })),
    contrasts: contrasts.optional(),
    notContrasted: z.string().optional(),
  })
  .openapi('DriverStudy');

const question = z.object({
  key: z.string(),
  texts: z.record(z.string(), z.string()),
  metric: z.string().optional(),
  scale,
});

export const driversReply = describes<DriversPage>()(
  z
    .object({
      run,
      view,
      level,
      from: day,
      to: day,
      timeZone: z.string(),
      surveys: z.array(z.object({ key: z.string(), name: z.string(), questions: z.array(question) })),
      otherLevel: z.boolean(),
      survey: z.string().optional(),
      outcome: z.string().optional(),
      drivers: z.array(z.string()),
      hiddenPeriods: count,
      isCut: z.boolean(),
      study: study.optional(),
      refused: z
        .object({
          code: z.string(),
          message: z.string(),
          details: z.record(
            z.string(),
            z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.array(z.number())]),
          ),
          remedy: z.string(),
        })
        .optional(),
    })
    .openapi('DriversPage'),
);

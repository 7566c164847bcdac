import { z } from '@hono/zod-openapi';
import type { Overview } from '../../overview/index.ts';
import { viewDimensions } from '../../view/index.ts';
import { describes } from './describes.ts';
import { count, day, estimate, level, metricDefinition, periodUnit, run, view } from './figures.ts';
import { breakOfSeries, caveats, changeResult, levelResult, periodResult } from './trend.ts';

const by = z.enum(viewDimensions);

const change = changeResult.omit({ nominallySignificant: true }).openapi('StandingChange');

const standing = z.object({
  n: count,
  respondents: count,
  accounts: count,
  estimate: estimate.optional(),
  change: change.optional(),
  withheld: z.object({ from: z.string(), because: z.literal('definition-change') }).optional(),
  missing: z.object({ answers: count, expectedOn: day.optional() }).optional(),
  view,
});

const levelStanding = <Level extends 'relationship' | 'encounter'>(one: Level) =>
  z.object({
    level: z.literal(one),
    period: z.string(),
    running: z.boolean(),
    shown: standing.openapi('Standing'),
    trend: z.array(
      periodResult.extend({ running: z.boolean(), hidden: z.literal(true).optional(), view }).openapi('PeriodStanding'),
    ),
    changes: z.array(changeResult),
    changePoints: z.array(z.string()),
    levels: z.array(levelResult),
    breaks: z.array(breakOfSeries),
    designEffect: z.number(),
    live: z.object({
      hidden: z.literal(true).optional(),
      today: count,
      yesterday: count,
      lastAt: z.iso.datetime().optional(),
    }),
    caveats,
  });

const breakDown = z
  .object({
    level,
    by,
    period: z.string(),
    groups: z.array(standing.extend({ key: z.string(), name: z.string() }).openapi('GroupStanding')),
    hidden: z.object({ groups: count, floor: count }),
    tested: count,
    gap: z
      .object({ lower: z.string(), higher: z.string(), difference: estimate, adjustedPValue: z.number() })
      .optional(),
  })
  .openapi('BreakDown');

const comments = z.object({
  level,
  by,
  key: z.string(),
  name: z.string(),
  because: z.enum(['moved', 'lowest']),
  period: z.string(),
  responses: count,
  withComment: count,
  quotes: z.array(
    z.object({
      responseId: z.string(),
      text: z.string(),
      score: z.number().optional(),
      role: z.string(),
      day,
    }),
  ),
  view,
});

const share = z.object({ share: z.number(), revenue: z.number(), accounts: count }).openapi('CoverageShare');

export const overviewReply = describes<Overview>()(
  z
    .object({
      run,
      view,
      metric: z.object({
        key: z.string(),
        name: z.string(),
        shipped: z.boolean(),
        definition: metricDefinition,
        version: z.number().int(),
        label: z.string(),
      }),
      window: z.object({
        unit: periodUnit,
        timeZone: z.string(),
        from: day,
        to: day,
        today: day,
        periods: z.array(z.string()),
        shown: z.string(),
        running: z.boolean(),
      }),
      levels: z.object({
        relationship: levelStanding('relationship').optional(),
        encounter: levelStanding('encounter').optional(),
      }),
      breakDowns: z.array(breakDown),
      comments: comments.optional(),
      coverage: z
        .object({
          currency: z.string(),
          revenue: z.number(),
          accounts: count,
          accountsWithoutRevenue: count,
          freshSince: day,
          fresh: share,
          older: share,
          never: share,
        })
        .optional(),
      caveats,
    })
    .openapi('Overview'),
);

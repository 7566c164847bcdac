import { z } from '@hono/zod-openapi';
import type { Persuasion, ResponseStandings } from '../../findings/index.ts';
import { describes } from './describes.ts';
import { count, day, estimate, level, metricDefinition, verdict } from './figures.ts';

/** Two figures beside each other; the verdict is that after correction for all that were looked at together. */
const beside = z
  .object({
    before: estimate,
    after: estimate,
    difference: estimate,
    pValue: z.number(),
    adjustedPValue: z.number(),
    verdict,
    minimumDetectableChange: z.number(),
  })
  .openapi('Beside');

const respondingGroup = z.object({
  key: z.string(),
  asked: count,
  heard: count,
  rate: estimate,
  beside: beside.optional(),
});
const grouped = z.object({
  groups: z.array(respondingGroup),
  verdict: z.enum(['even', 'uneven', 'open']),
  hidden: count,
});

const late = z.object({
  days: z.number(),
  early: count,
  late: count,
  difference: z.number(),
  low: z.number(),
  high: z.number(),
  verdict: z.enum(['alike', 'differ', 'open']),
});

/** Who was asked, who was heard, and what the score owes to it, by level. */
export const responseStandingsReply = describes<ResponseStandings>()(
  z.object({
    from: day,
    to: day,
    metric: z.string(),
    levels: z.array(
      z.object({
        level,
        asked: count,
        heard: count,
        open: count,
        rate: estimate,
        byRole: grouped,
        byChannel: grouped,
        bySegment: grouped,
        late: late.optional(),
        balance: z.object({ plain: estimate, balanced: estimate, answers: count }).optional(),
      }),
    ),
  }),
);

const scoredGroups = {
  groups: z.array(z.object({ group: z.string(), estimate, comparison: beside.optional() })),
  hidden: count,
};

/** What persuading people did to the number of answers and to the score itself. */
export const persuasionReply = describes<Persuasion>()(
  z.object({
    score: z
      .object({
        metric: z.string(),
        definition: metricDefinition,
        answers: count,
        isCut: z.boolean(),
        all: estimate,
        unreminded: estimate.optional(),
        earlyDays: z.number(),
        timing: z.object(scoredGroups),
        steps: z.object(scoredGroups),
        channels: z.object(scoredGroups),
        intents: z.object({ ...scoredGroups, both: estimate }).optional(),
      })
      .optional(),
    variants: z
      .object({
        judged: z.array(z.object({ name: z.string(), estimate, comparison: beside.optional() })),
        open: count,
      })
      .optional(),
  }),
);

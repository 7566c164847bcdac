import { z } from '@hono/zod-openapi';
import type { ResponsePage } from '../../overview/index.ts';
import { describes } from './describes.ts';
import { count, day, level, view } from './figures.ts';

const named = z.object({ key: z.string(), name: z.string() });

/** Fields that the reader may not see are absent. */
const row = z
  .object({
    id: z.string(),
    level,
    survey: z.string(),
    respondedAt: z.iso.datetime(),
    day,
    score: z.number().optional(),
    scores: z.array(
      z.object({
        question: z.string(),
        metric: z.string().optional(),
        score: z.number(),
        min: z.number(),
        max: z.number(),
      }),
    ),
    comments: z.array(z.object({ question: z.string(), text: z.string() })),
    touchpoint: named.optional(),
    unit: named.optional(),
    segment: z.string(),
    role: z.string(),
    channel: z.string(),
    account: z.object({ id: z.string(), name: z.string() }).optional(),
    contact: z.object({ id: z.string(), name: z.string().optional(), email: z.string().optional() }).optional(),
  })
  .openapi('ResponseRow');

export const responsePageReply = describes<ResponsePage>()(
  z
    .object({
      view,
      from: day,
      to: day,
      hiddenPeriods: count,
      head: z.array(z.object({ level, responses: count, respondents: count, accounts: count, answers: count })),
      rows: z.array(row),
      next: z.string().optional(),
    })
    .openapi('ResponsePage'),
);

import { z } from '@hono/zod-openapi';
import type { OwnMetrics } from '../../overview/index.ts';
import { describes } from './describes.ts';
import { day, direction, level, metricId, scale } from './figures.ts';

const definition = z
  .object({
    name: z.string(),
    metric: metricId,
    scale,
    boxes: z.number().int().optional(),
    direction,
    questions: z.array(z.object({ survey: z.string(), question: z.string() })),
  })
  .openapi('OwnMetricDefinition');

export const metricsReply = describes<OwnMetrics>()(
  z
    .object({
      metrics: z.array(
        z.object({
          key: z.string(),
          versions: z.array(z.object({ version: z.number().int(), validFrom: day, definition })),
        }),
      ),
      questions: z.array(
        z.object({ survey: z.string(), question: z.string(), level, scale, metric: z.string().optional() }),
      ),
    })
    .openapi('OwnMetrics'),
);

import { z } from '@hono/zod-openapi';
import type { DimensionChoices } from '../../overview/index.ts';
import { describes } from './describes.ts';
import { day, level, metricDefinition, metricId } from './figures.ts';

const choice = z.object({ key: z.string(), name: z.string() });
const choices = z.array(choice.openapi('Choice'));
const levels = z.array(level);

export const dimensionsReply = describes<DimensionChoices>()(
  z
    .object({
      levels,
      metrics: z.array(
        choice
          .extend({ shipped: z.boolean(), base: metricId, definition: metricDefinition, levels })
          .openapi('MetricChoice'),
      ),
      touchpoints: choices,
      segments: choices,
      units: z.array(choice.extend({ parent: z.string().optional() }).openapi('UnitChoice')),
      roles: choices,
      channels: choices,
      firstDay: day.optional(),
      lastDay: day.optional(),
      today: day,
    })
    .openapi('Dimensions'),
);

import { z } from '@hono/zod-openapi';
import { type AuditResult, ruleIds } from '../../audit/index.ts';
import { describes } from './describes.ts';
import { count, metricId, periodUnit, run, scale } from './figures.ts';
import { breakOfSeries, caveats, changeResult, levelResult, periodResult } from './trend.ts';

/** What was assumed of a file; a workspace assumes nothing. */
const assumption = z.object({
  what: z.enum([
    'platform',
    'metric',
    'scale',
    'score',
    'date',
    'dateOrder',
    'timeZone',
    'account',
    'role',
    'period',
    'encoding',
    'delimiter',
    'sheet',
    'headers',
    'decimalComma',
    'revenue',
    'touchpoint',
    'level',
    'version',
    'where',
  ]),
  value: z.string(),
  why: z.string(),
  because: z.string(),
});

const reasons = z.enum([
  'empty-score',
  'outside-scale',
  'unreadable-score',
  'unreadable-date',
  'missing-code',
  'preview',
  'duplicate',
]);

const programme = z.object({
  meanMarginOfError: z.number().optional(),
  nominallySignificantChanges: count,
  changesTested: count,
  expectedByChance: z.number(),
  nominalFromNoise: z.number(),
  probabilityOfAtLeastThisMany: z.number(),
  changePoints: z.array(z.string()),
  levels: z.array(levelResult),
  range: z.number().optional(),
  expectedRangeFromNoise: z.object({ median: z.number(), low: z.number(), high: z.number() }).optional(),
  answersNeeded: z.object({ '3': z.number(), '5': z.number(), '10': z.number() }).optional(),
  medianAnswers: z.number(),
  detectableChange: z.number().optional(),
  chanceOfAny: z.number(),
  chanceOfTwo: z.number(),
});

const rule = z
  .object({
    id: z.enum(ruleIds),
    status: z.enum(['pass', 'warn', 'fail', 'not measurable']),
    evidence: z.string(),
    figures: z.record(z.string(), z.union([z.number(), z.string(), z.array(z.string())])),
  })
  .openapi('Rule');

export const programmeAuditReply = describes<AuditResult>()(
  z
    .object({
      run,
      source: z.object({
        file: z.string(),
        format: z.enum(['csv', 'tsv', 'xlsx', 'workspace']),
        encoding: z.string(),
        delimiter: z.string(),
      }),
      assumed: z.array(assumption),
      rows: z.object({
        read: count,
        used: count,
        rejected: count,
        reasons: z.array(z.object({ reason: reasons, count, firstLine: z.number().int() })),
      }),
      metric: metricId,
      scale,
      periodUnit,
      timeZone: z.string(),
      confidence: z.number(),
      periods: z.array(periodResult.openapi('PeriodResult')),
      changes: z.array(changeResult),
      programme,
      rules: z.array(rule),
      breaks: z.array(breakOfSeries),
      caveats,
    })
    .openapi('ProgrammeAudit'),
);

import { z } from '@hono/zod-openapi';
import type { ModelGroupsPage, ModelPage } from '../../overview/index.ts';
import { describes } from './describes.ts';
import { caveat, count, day, interval, level, run, scale, view } from './figures.ts';

const number = z.number();
const ends = { from: z.string(), to: z.string() };
const byName = z.record(z.string(), number);

const constructs = z.array(
  z.object({ name: z.string(), measurement: z.enum(['reflective', 'formative']), items: z.array(z.string()) }),
);

/** A model as one JSON value; also what the query may give. */
const specification = z
  .object({
    constructs,
    paths: z.array(z.tuple([z.string(), z.string()])),
    weighting: z.enum(['path', 'factorial', 'centroid']).optional(),
    scale: z.tuple([number, number]),
    missing: z.enum(['pairwise', 'mean', 'complete']).optional(),
    consistent: z.boolean().optional(),
  })
  .openapi('PathModelSpecification');

const construct = z.object({
  r2: number.optional(),
  adjustedR2: number.optional(),
  alpha: number,
  rhoA: number,
  rhoC: number,
  ave: number,
  index: number.optional(),
});

const result = z
  .object({
    n: count,
    iterations: count,
    constructs: z.record(z.string(), construct),
    weights: byName,
    loadings: byName,
    paths: z.array(
      z.object({
        ...ends,
        coefficient: number,
        unstandardized: number.optional(),
        interval: interval.optional(),
        standardError: number.optional(),
        pValue: number.optional(),
        f2: number,
        vif: number,
      }),
    ),
    totalEffects: z.array(z.object({ ...ends, effect: number, interval: interval.optional() })),
    impacts: z.array(z.object({ ...ends, impact: number, interval: interval.optional() })),
    htmt: z.array(z.object({ a: z.string(), b: z.string(), value: number, htmt2: number.optional() })),
    fit: z.object({ srmr: number, dG: number, dL: number }).optional(),
    caveats: z.array(caveat),
  })
  .openapi('PathModelResult');

const point = z.object({ name: z.string(), construct: z.string(), importance: number, performance: number });

const study = z
  .object({
    result,
    bootstrap: z.object({
      used: count,
      failed: count,
      method: z.enum(['bca', 'percentile']),
      unit: z.enum(['answer', 'account']),
    }),
    draws: z.array(z.object({ ...ends, values: z.array(number) })),
    maps: z.array(
      z.object({
        target: z.string(),
        constructs: z.array(point),
        items: z.array(point),
        middle: z.object({ importance: number, performance: number }),
      }),
    ),
  })
  .openapi('ModelStudy');

const refused = z
  .object({
    code: z.string(),
    message: z.string(),
    details: z.record(z.string(), z.union([z.string(), number, z.boolean(), z.array(z.string()), z.array(number)])),
    remedy: z.string(),
  })
  .openapi('RefusedStudy');

const question = z.object({
  key: z.string(),
  texts: z.record(z.string(), z.string()),
  metric: z.string().optional(),
  scale,
});

export const modelReply = describes<ModelPage>()(
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
      specification: specification.optional(),
      proposal: z
        .object({
          template: z.enum(['ecsi', 'acsi', 'epsi', 'encounter', 'b2b']).optional(),
          leftOut: z.array(z.object({ item: z.string(), reason: z.enum(['other-scale', 'no-construct']) })),
        })
        .optional(),
      hiddenPeriods: count,
      isCut: z.boolean(),
      study: study.optional(),
      refused: refused.optional(),
    })
    .openapi('ModelPage'),
);

const comparison = z
  .object({
    groups: z.tuple([z.object({ name: z.string(), n: count }), z.object({ name: z.string(), n: count })]),
    permutations: count,
    failed: count,
    paths: z.array(
      z.object({
        ...ends,
        first: number,
        second: number,
        difference: number,
        pValue: number,
        comparable: z.boolean(),
      }),
    ),
    invariance: z.array(
      z.object({
        construct: z.string(),
        correlation: number,
        correlationFloor: number,
        compositional: z.boolean(),
        meanDifference: number,
        meanRange: interval,
        equalMeans: z.boolean(),
        logVarianceRatio: number,
        varianceRange: interval,
        equalVariances: z.boolean(),
      }),
    ),
    caveats: z.array(caveat),
  })
  .openapi('GroupComparison');

export const modelGroupsReply = describes<ModelGroupsPage>()(
  z
    .object({
      run,
      by: z.enum(['segment', 'role']),
      choices: z.array(z.object({ key: z.string(), n: count.optional() })),
      first: z.string().optional(),
      second: z.string().optional(),
      comparison: comparison.optional(),
      refused: refused.optional(),
    })
    .openapi('ModelGroupsPage'),
);

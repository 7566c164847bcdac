import { metricLabel } from '../metrics/index.ts';
import { pathModel } from '../model/index.ts';
import { analyzeChangePoints } from './change-points.ts';
import { analyzeCompare } from './compare.ts';
import type { DataColumns } from './data-columns.ts';
import { analyzeDrivers, decompositionOf } from './drivers.ts';
import { metricOf } from './metric-of.ts';
import { analyzeMonitor } from './monitor.ts';
import { analyzePathModel, modelSpecification } from './path-model.ts';
import { analyzePlan } from './plan.ts';
import { analyzeScore } from './score.ts';
import { analyzeShrink } from './shrink.ts';
import type { MethodId, Specification } from './specification.ts';

export interface AnalysisMethod<Method extends MethodId = MethodId> {
  /** The columns that must be read for this specification. */
  readonly columns: (spec: Specification<Method>) => readonly string[];
  /** The metric definition, or the method itself where no metric is involved. */
  readonly definition: (spec: Specification<Method>) => string;
  readonly analyze: (spec: Specification<Method>, data: DataColumns) => object;
}

const named = (...columns: readonly (string | undefined)[]): string[] =>
  columns.filter((column) => column !== undefined);

export const analysisMethods: { readonly [Method in MethodId]: AnalysisMethod<Method> } = {
  score: {
    columns: (spec) => [
      ...named(spec.score, spec.by, spec.account, spec.weight, spec.strata),
      ...Object.keys(spec.margins ?? {}),
    ],
    definition: (spec) => metricLabel(metricOf(spec)),
    analyze: analyzeScore,
  },
  compare: {
    columns: (spec) => named(spec.score, spec.group, spec.account, spec.paired),
    definition: (spec) => metricLabel(metricOf(spec)),
    analyze: analyzeCompare,
  },
  plan: {
    columns: () => [],
    definition: (spec) => metricLabel(metricOf(spec)),
    analyze: (spec) => analyzePlan(spec),
  },
  drivers: {
    columns: (spec) => [...named(spec.outcome, spec.account), ...spec.drivers],
    definition: (spec) => `drivers-${decompositionOf(spec)}@1`,
    analyze: analyzeDrivers,
  },
  monitor: {
    columns: (spec) => named(spec.score, spec.date, spec.account),
    definition: (spec) => metricLabel(metricOf(spec)),
    analyze: analyzeMonitor,
  },
  'path-model': {
    // What is wrong with the model is told before a file is read for it.
    columns: (spec) => [...pathModel(modelSpecification(spec)).items, ...named(spec.bootstrap?.cluster)],
    definition: ({ weighting, consistent }) => `path-model-${weighting}${consistent ? '-consistent' : ''}@1`,
    analyze: analyzePathModel,
  },
  shrink: {
    columns: (spec) => named(spec.score, spec.segment),
    definition: (spec) => metricLabel(metricOf(spec)),
    analyze: analyzeShrink,
  },
  'change-points': {
    columns: (spec) =>
      spec.value === undefined ? named(spec.score, spec.date, spec.account) : named(spec.value, spec.weight),
    definition: ({ metric, scale, value }) =>
      value === undefined && metric !== undefined ? metricLabel(metricOf({ metric, scale })) : 'change-points@1',
    analyze: analyzeChangePoints,
  },
};

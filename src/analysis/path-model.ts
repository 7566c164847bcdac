import { type Caveat, caveat } from '../inference/index.ts';
import {
  bootstrapPathModel,
  estimatePathModel,
  type ItemAnswers,
  type PathModelResult,
  type PathModelSpecification,
  pathModel,
  pathModelResult,
} from '../model/index.ts';
import type { DataColumns } from './data-columns.ts';
import type { Specification } from './specification.ts';

export interface AnalyzedPathModel extends PathModelResult {
  readonly confidence: number;
  /** Absent where no bootstrap was asked for. */
  readonly bootstrap?: {
    readonly used: number;
    readonly failed: number;
    readonly method: 'bca' | 'percentile';
    readonly unit: 'answer' | 'account';
    /** How chance was drawn. */
    readonly streams: string;
  };
}

/** Most surveys that measure such models ask on 1-10; taken, with a caveat, where no scale is given. */
const usualScale = [1, 10] as const;

/** The specification of the method as one of the model. */
export function modelSpecification({
  constructs,
  paths,
  scale,
  ...rest
}: Specification<'path-model'>): PathModelSpecification {
  return {
    constructs,
    paths,
    scale: scale ? [scale.min, scale.max] : usualScale,
    weighting: rest.weighting,
    missing: rest.missing,
    consistent: rest.consistent,
    bootstrap: rest.bootstrap,
  };
}

/** What acts on what, how strongly, and how sure is that: one path model on the columns of a file. */
export function analyzePathModel(spec: Specification<'path-model'>, data: DataColumns): AnalyzedPathModel {
  const { missing, consistent, bootstrap, confidence } = spec;
  const model = pathModel(modelSpecification(spec));
  const answers: ItemAnswers = {
    columns: model.items.map((item) => data.numbers(item)),
    ...(bootstrap?.cluster !== undefined && { clusters: accountsOf(data, bootstrap.cluster) }),
  };
  const estimate = estimatePathModel(model, answers, { missing, consistent });
  const assumed = spec.scale ? [] : [scaleAssumed()];
  if (!bootstrap) {
    const result = pathModelResult(estimate);
    return { ...result, confidence, caveats: [...assumed, ...result.caveats] };
  }
  const { used, failed, method, unit, streams, uncertainties } = bootstrapPathModel(estimate, {
    ...bootstrap,
    confidence,
  });
  const result = pathModelResult(estimate, uncertainties);
  return {
    ...result,
    confidence,
    bootstrap: { used, failed, method, unit, streams },
    caveats: [...assumed, ...result.caveats],
  };
}

function scaleAssumed(): Caveat {
  const scale = usualScale.join('-');
  return caveat('scale-assumed', `The ends of the scale were taken as ${scale}; give "scale" if they are others.`, {
    scale,
  });
}

/** An answer without account is an account of its own. */
function accountsOf(data: DataColumns, column: string): Int32Array {
  const { codes, names } = data.text(column);
  return Int32Array.from(codes, (code, row) => (code >= 0 ? code : names.length + row));
}

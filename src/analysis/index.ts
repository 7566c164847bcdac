/** The methods of `candor analyze`: each takes a specification and columns, and answers a result. */

export type { DataColumns } from './data-columns.ts';
export { type AnalysisMethod, analysisMethods } from './methods.ts';
export { type MethodId, methodIds, parseSpecification, scalarKeys } from './specification.ts';

import {
  type AnalysisMethod,
  analysisMethods,
  type DataColumns,
  type MethodId,
  parseSpecification,
} from '../analysis/index.ts';
import { CandorError } from '../errors/index.ts';
import { type FileColumns, readColumns, type TableSource } from '../tables/index.ts';
import { canonical, hashOfText, type Run, runOf, seedOf } from './run.ts';

export interface Analysis {
  readonly method: MethodId;
  readonly run: Run;
}

/** Runs one statistical method on a file, by a specification; a plan needs no file. */
export async function analyzeFile(method: MethodId, given: unknown, source?: TableSource): Promise<Analysis & object> {
  const spec = parseSpecification(method, given);
  // One method at a time: the table of methods ties each specification to its own function.
  const { columns, definition, analyze } = analysisMethods[method] as AnalysisMethod<MethodId>;
  const needed = [...new Set(columns(spec))];
  if (needed.length > 0 && !source)
    throw new CandorError('CND_USAGE', `analyze ${method} needs --data FILE`, { method });
  const table = needed.length > 0 ? await readColumns(source!, needed, { timeZone: spec.timeZone }) : undefined;
  const result = analyze(spec, table ?? noColumns);
  const dataHash = table?.dataHash ?? hashOfText(canonical(spec));
  const run = runOf({
    dataHash,
    definition: definition(spec),
    specification: { method, ...spec },
    seed: chosenSeed(spec) ?? seedOf(dataHash),
  });
  return { method, run, ...result };
}

function chosenSeed(spec: object): number | undefined {
  const { seed, bootstrap } = spec as { readonly seed?: number; readonly bootstrap?: { readonly seed: number } };
  return seed ?? bootstrap?.seed;
}

const noColumns: DataColumns = {
  rows: 0,
  text: refuseColumn,
  numbers: refuseColumn,
  days: refuseColumn,
} satisfies Pick<FileColumns, keyof DataColumns>;

function refuseColumn(column: string): never {
  throw new CandorError('CND_COLUMN_UNKNOWN', `there is no column "${column}"`, { column });
}

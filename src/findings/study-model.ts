import { CandorError } from '../errors/index.ts';
import {
  compareGroups,
  type GroupComparison,
  type ModelStudy,
  type ModelStudyData,
  modelStudy,
  pathModel,
} from '../model/index.ts';
import { type WorkThreads, workInThreads } from './work-in-threads.ts';

/** What a study of a model needs. The columns are given away: nobody reads them after. */
export interface ModelToStudy {
  readonly data: ModelStudyData;
  readonly seed: number;
  /** With marks (0, 1, -1 for neither) two groups are compared in place of the study. */
  readonly groups?: { readonly marks: Int8Array; readonly names: readonly [string, string] };
}

export type StudiedModel = { readonly study: ModelStudy } | { readonly comparison: GroupComparison };

/** Studies models somewhere, here or in a thread of its own. */
export type ModelStudier = (model: ModelToStudy, signal?: AbortSignal) => Promise<StudiedModel>;

/** 400 draws tell p to about one hundredth where it matters, and hold up nobody. */
const permutations = 400;

/** The study or comparison itself. */
export function studyModel({ data, seed, groups }: ModelToStudy): StudiedModel {
  if (!groups) return { study: modelStudy(data, { seed }) };
  const { specification, columns, clusters } = data;
  const { marks, names } = groups;
  const answers = { columns, ...(clusters && { clusters }) };
  const { missing } = specification;
  const options = { permutations, seed, names, ...(missing && { missing }) };
  return { comparison: compareGroups(pathModel(specification), answers, marks, options) };
}

export const studyModelHere: ModelStudier = async (model) => studyModel(model);

/** Studies in threads of their own; `program` is `model-thread.ts`, built. Even a small study takes a second. */
export function studyModelsInThreads(threads: WorkThreads): ModelStudier {
  return workInThreads<ModelToStudy, StudiedModel>(threads, {
    buffers: ({ data: { columns, clusters } }) => {
      const all = [...columns, ...(clusters ? [clusters] : [])] as { readonly buffer: ArrayBuffer }[];
      return [...new Set(all.map(({ buffer }) => buffer))];
    },
    tooSlow: (seconds) =>
      new CandorError('CND_MODEL_SLOW', `a model computed for more than ${seconds} seconds`, { seconds }),
  });
}

import { CandorError } from '../errors/index.ts';
import { type DriverStudy, type DriverStudyData, driverStudy } from '../model/index.ts';
import { type WorkThreads, workInThreads } from './work-in-threads.ts';

/** What a study needs; resamples are 1000. The columns are given away: nobody reads them after. */
export interface DriversToStudy {
  readonly data: DriverStudyData;
  readonly seed: number;
}

/** Studies drivers somewhere, here or in a thread of its own. */
export type DriverStudier = (drivers: DriversToStudy, signal?: AbortSignal) => Promise<DriverStudy>;

export const studyHere: DriverStudier = async ({ data, seed }) => driverStudy(data, { seed });

/** Below so many products of resamples, rows and pairs a study takes under 200 ms: a thread would take longer to start. */
const fewProducts = 150_000_000;

/** Studies in threads of their own where it takes long; `program` is `driver-thread.ts`, built. */
export function studyInThreads(threads: WorkThreads): DriverStudier {
  const inThread = workInThreads<DriversToStudy, DriverStudy>(threads, {
    buffers: ({ data }) => {
      const columns = [data.outcome, ...data.drivers].map(({ values }) => values as Float64Array<ArrayBuffer>);
      return [...new Set(columns.map(({ buffer }) => buffer))];
    },
    tooSlow: (seconds) =>
      new CandorError('CND_MODEL_SLOW', `a model computed for more than ${seconds} seconds`, { seconds }),
  });
  return (drivers, signal) => {
    const { length } = drivers.data.drivers;
    const products = 1000 * drivers.data.outcome.values.length * ((length * length) / 2 + 2 * length + 2);
    // All orders double with every driver; relative weights take a cube.
    const split = length > 15 ? 40_000 * length ** 3 : 5000 * 2 ** length;
    return products + split < fewProducts ? studyHere(drivers) : inThread(drivers, signal);
  };
}

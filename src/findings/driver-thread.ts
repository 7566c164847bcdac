/** The program of a thread: takes columns, studies drivers, says how it went, and waits for the next. */
import { parentPort } from 'node:worker_threads';
import { isCandorError } from '../errors/index.ts';
import { driverStudy } from '../model/index.ts';
import type { DriversToStudy } from './study-drivers.ts';

parentPort!.on('message', ({ data, seed }: DriversToStudy) => {
  try {
    parentPort!.postMessage({ made: driverStudy(data, { seed }) });
  } catch (error) {
    if (!isCandorError(error)) throw error;
    const { code, message, details } = error;
    parentPort!.postMessage({ refused: { code, message, details } });
  }
});

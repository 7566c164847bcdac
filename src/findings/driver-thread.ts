/** The program of a thread: takes columns, studies drivers, says how it went, and waits for the next. */
import { parentPort } from 'node:worker_threads';
import { isCandorError } from '../errors/index.ts';
import { type DriversToStudy, studyOf } from './study-drivers.ts';

parentPort!.on('message', (drivers: DriversToStudy) => {
  try {
    parentPort!.postMessage({ made: studyOf(drivers) });
  } catch (error) {
    if (!isCandorError(error)) throw error;
    const { code, message, details } = error;
    parentPort!.postMessage({ refused: { code, message, details } });
  }
});

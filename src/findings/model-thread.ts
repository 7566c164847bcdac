/** The program of a thread: takes columns, studies a model or compares groups, says how it went, waits for the next. */
import { parentPort } from 'node:worker_threads';
import { isCandorError } from '../errors/index.ts';
import { type ModelToStudy, studyModel } from './study-model.ts';

parentPort!.on('message', (model: ModelToStudy) => {
  try {
    parentPort!.postMessage({ made: studyModel(model) });
  } catch (error) {
    if (!isCandorError(error)) throw error;
    const { code, message, details } = error;
    parentPort!.postMessage({ refused: { code, message, details } });
  }
});

/**
 * What a server needs that has its store, and none before: loaded while the database starts, since half of the time of a
 * second start went into it.
 */
export { application } from './application.ts';
export * from './serving-modules.ts';

/** The embedded PostgreSQL: one server per home folder, started by the first process and stopped by the last. */
export { embeddedAddress } from './embedded-database.ts';
export { keptRunning } from './keep-running.ts';

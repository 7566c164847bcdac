/** What a server needs that has no store yet: loaded while the embedded database starts. */
export { firstPages } from './first-pages.ts';
export { listen, shownAddress } from './listen.ts';
export { openLog, safeError } from './log.ts';
export { serverMetrics } from './server-metrics.ts';
export { startingApplication } from './starting.ts';
export { stopOnSignal } from './stop.ts';

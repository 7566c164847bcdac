/** What the jobs need, and the demo company of a first start: loaded when the pages can be opened. */
export { loadDemoOnFirstRun } from './first-run.ts';
export { startJobs } from './jobs.ts';

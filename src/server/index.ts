/** The HTTP face: the page, and the audit of a file that is dropped on it. */
export { start } from './start.ts';

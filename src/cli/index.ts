/** The command line: cli.md of the documentation says it to the letter. Nothing is computed here. */
export { run } from './run.ts';

// `npm run bench`: every budget beside its yardstick, measured in this run; written to bench/RESULTS.md.
import { prepare } from './prepare.mjs';

await prepare();
await import('../bench/run.mjs');

// `npm start`: set-up, then the server in this same process, so that Ctrl-C stops everything there is.
import { prepare } from './prepare.mjs';

await prepare();
const { start } = await import('../dist/server.js');
await start(process.env);

// The yardstick of the second start: a process that starts the embedded database and nothing else.
import { launchServer } from '../src/store/embedded/launch.ts';

const server = await launchServer(process.argv[2]!, 0);
process.stdout.write('ready\n');
await server.release();

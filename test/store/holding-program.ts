// Launches the embedded server of a home and holds it until it is killed.
import { launchServer } from '../../src/store/embedded/launch.ts';

await launchServer(process.argv[2]!, 0);
process.stdout.write('ready\n');
setInterval(() => undefined, 60_000);

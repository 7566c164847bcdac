import { encounterPlanner, linkMaker, surveyReader, takeAllEvents, workOnWaves } from '../../src/fieldwork/index.ts';
import { openStore } from '../../src/store/index.ts';

/** A worker that takes up waves and events until nothing is left, or until it is killed: `CANDOR_TEST_WAVES` says for whom. */
const { url, workspaceId, now, secret, events } = JSON.parse(process.env.CANDOR_TEST_WAVES!);
const store = await openStore({ kind: 'server', url, home: '' });
const clock = () => new Date(now);
const links = linkMaker(secret);
process.stdout.write('working\n');
if (events) await takeAllEvents(store, workspaceId, { clock, onChanged: encounterPlanner(links) });
while (await workOnWaves({ store, links, reader: surveyReader(), clock, mostParts: 2 }, workspaceId));
await store.close();
process.stdout.write('done\n');

import { setTimeout as sleep } from 'node:timers/promises';
import { smtpChannel } from '../../src/channels/index.ts';
import { linkMaker, messageSender, sendDueMessages, surveyReader } from '../../src/fieldwork/index.ts';
import { openStore } from '../../src/store/index.ts';

/** A worker that sends until it is killed: `CANDOR_TEST_SENDING` says what, for whom and over which server. */
const { url, workspaceId, port, now, identity } = JSON.parse(process.env.CANDOR_TEST_SENDING!);
const store = await openStore({ kind: 'server', url, home: '' });
const clock = () => new Date(Date.parse(now) + (Date.now() - begun));
const begun = Date.now();
const sender = messageSender(store, { email: smtpChannel({ host: '127.0.0.1', port, security: 'none' }) });
const patience = { claimed: 1_000, handingOver: 1_000 };
const links = linkMaker(identity.secret);
process.stdout.write('sending\n');
for (;;) {
  const sending = { store, clock, links, reader: surveyReader(), sender, identity, patience, most: 5 };
  const { claimed } = await sendDueMessages(sending, workspaceId);
  if (claimed === 0) await sleep(50);
}

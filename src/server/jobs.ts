import { endAllPartials, openAnswering } from '../answering/index.ts';
import { importHandlers } from '../collect/index.ts';
import type { Config } from '../config/index.ts';
import {
  encounterPlanner,
  eventWriter,
  linkMaker,
  readMailFolder,
  replyHandlers,
  secretSeal,
  sendHandlers,
  sourceHandlers,
  surveyReader,
  sweepEvents,
  sweepMessages,
  sweepReceivedSms,
  sweepReplies,
  sweepSources,
  sweepWaves,
  takeAllEvents,
  takeEventsHandlers,
  waveHandlers,
} from '../fieldwork/index.ts';
import { outboundClient } from '../outbound/index.ts';
import { sweepSessions } from '../people/index.ts';
import { askForRecounts, startWorker, sweepTallies, tallyHandlers, type WorkerLoop } from '../queue/index.ts';
import { noteUpkeep, responseWriter, type Store, sweepKeptReplies, takeUpkeep } from '../store/index.ts';
import { announceResponses, sweepOldDeliveries, sweepWebhooks, webhookHandlers } from '../webhooks/index.ts';
import { type Log, safeError } from './log.ts';
import { configuredSender, senderIdentity } from './message-channels.ts';
import type { ServerMetrics } from './server-metrics.ts';

/** What the jobs of this process need. Their store has no limit on statements: an import or a recount may take long. */
export interface JobContext {
  readonly config: Pick<
    Config,
    'sources' | 'secret' | 'store' | 'mail' | 'mailFolder' | 'sms' | 'outboundAllow' | 'baseUrl' | 'port'
  >;
  readonly store: Store;
  readonly clock: () => Date;
  readonly log: Log;
  readonly metrics: ServerMetrics;
  /** The secret of the server (`serverSecret`). */
  readonly secret: string;
}

const minute = 60_000;
const hour = 60 * minute;

/** Starts the loop of jobs: short ones and long ones in lanes of their own, and what is to be done again and again. */
export function startJobs({ config, store, clock, log, metrics, secret }: JobContext): WorkerLoop {
  const client = outboundClient({ allowed: config.outboundAllow });
  const onGivenUp = (event: string) => log.warn({ webhookEvent: event }, 'a message to a webhook was given up');
  const deliveries = { store, client, clock, random: Math.random, baseUrl: config.baseUrl, onGivenUp };
  const alongside = announceResponses(store, clock);
  const answering = openAnswering({ store, write: responseWriter(store, { alongside }), secret });
  const onDrift = (_workspaceId: string, drift: readonly unknown[]) =>
    log.warn({ cells: drift.length }, 'the recount mended tallies');
  const links = linkMaker(secret);
  const onChanged = encounterPlanner(links);
  const take = (workspaceId: string) => takeAllEvents(store, workspaceId, { clock, onChanged });
  const sender = configuredSender(config, store);
  tellKept(config, log);
  const identity = senderIdentity(config, secret);
  const reader = surveyReader();
  const sending = { store, clock, links, reader, sender, identity };
  const { mailFolder } = config;
  const receiving = { store, clock, reader, secret };
  const write = eventWriter(store, { clock });
  const seal = () => secretSeal(secret);
  return startWorker(store, {
    lanes: [
      { handlers: tallyHandlers(store, onDrift), places: 2 },
      { handlers: takeEventsHandlers(store, { clock, onChanged }), places: 2 },
      { handlers: { ...sendHandlers(sending), ...replyHandlers(sending) }, places: 2 },
      { handlers: waveHandlers({ store, clock, links, reader: sending.reader }), places: 1 },
      { handlers: sourceHandlers({ store, clock, limits: config.sources, seal, write, take }), places: 1 },
      { handlers: importHandlers(store, clock), places: 2 },
      // Their time is spent in waiting for others.
      { handlers: webhookHandlers(deliveries), places: 4 },
    ],
    chores: [
      { name: 'beat', everyMilliseconds: 10_000, run: () => noteUpkeep(store, 'worker', clock()) },
      { name: 'sweep of tallies', everyMilliseconds: 3_000, run: () => sweepTallies(store, clock()) },
      { name: 'sweep of events', everyMilliseconds: 3_000, run: () => sweepEvents(store, clock()) },
      { name: 'sweep of messages', everyMilliseconds: 3_000, run: () => sweepMessages(sending, clock()) },
      { name: 'sweep of waves', everyMilliseconds: 15_000, run: () => sweepWaves(store, clock()) },
      { name: 'sweep of replies', everyMilliseconds: 10_000, run: () => sweepReplies(sending, clock()) },
      {
        name: 'sweep of received SMS',
        everyMilliseconds: 10_000,
        run: () => sweepReceivedSms({ store, answering, clock }),
      },
      ...(mailFolder === undefined
        ? []
        : [
            {
              name: 'reading of mail',
              everyMilliseconds: 5_000,
              run: async () => {
                while ((await readMailFolder(receiving, mailFolder)).isFull);
              },
            },
          ]),
      { name: 'sweep of sources', everyMilliseconds: 5_000, run: () => sweepSources(store, clock()) },
      { name: 'sweep of sessions', everyMilliseconds: hour, run: () => sweepSessions(store, clock()) },
      { name: 'sweep of webhooks', everyMilliseconds: minute, run: () => sweepWebhooks(store, clock()) },
      { name: 'sweep of deliveries', everyMilliseconds: hour, run: () => sweepOldDeliveries(store, clock()) },
      { name: 'sweep of kept replies', everyMilliseconds: hour, run: () => sweepKeptReplies(store, clock()) },
      { name: 'end of partial answers', everyMilliseconds: 5 * minute, run: () => endAllPartials(answering, clock()) },
      { name: 'nightly recount', everyMilliseconds: hour / 4, run: () => recountAtNight(store, clock()) },
    ],
    clock,
    onJob: ({ kind }) => metrics.jobEnded(kind),
    onTrouble: (during, error) => log.error({ during, ...safeError(error) }, 'trouble'),
  });
}

/** One channel that sends and one that only keeps is mostly a setting that was forgotten. */
function tellKept({ mail, sms }: Pick<Config, 'mail' | 'sms'>, log: Log): void {
  const [mails, texts] = [mail.server !== undefined, sms.gateway !== undefined];
  if (mails === texts) return;
  log.warn({ channel: mails ? 'sms' : 'email' }, 'kept in the development outbox, since nothing is set that sends it');
}

/** Once a night after 02:00 UTC, by whichever worker comes first. */
async function recountAtNight(store: Store, now: Date): Promise<void> {
  const lastNight = new Date(now);
  lastNight.setUTCHours(2, 0, 0, 0);
  if (lastNight > now) lastNight.setUTCDate(lastNight.getUTCDate() - 1);
  if (await takeUpkeep(store, 'recount', { now, notSince: lastNight })) await askForRecounts(store, now);
}

import { addressHash, type Handed, retryAfter, smsSegments } from '../channels/index.ts';
import { countAskingWhileYoung, type Store, stopInvitations, type WorkspaceTransaction } from '../store/index.ts';
import { loadHistory } from './asking-history.ts';
import { type AskingProgramme, askingProgrammes } from './asking-programmes.ts';
import { giveUpAddress } from './bounced-address.ts';
import { composeInvitation, type MessageContent, type SenderIdentity } from './compose-invitation.ts';
import { composeSms } from './compose-sms.ts';
import { addressOf, type MessageChannel } from './contact-address.ts';
import type { DecidingFacts } from './decide-candidates.ts';
import { eventTypes } from './encounter-candidates.ts';
import { grouped } from './grouped.ts';
import { judgeOutgoing, nextReminder, type Verdict } from './judge-outgoing.ts';
import { type LinkMaker, linkAddress } from './link-maker.ts';
import {
  beginHandOver,
  type ClaimedMessage,
  claimMessages,
  endAttempt,
  type Patience,
  recoverMessages,
  usualPatience,
} from './message-claim-store.ts';
import { keepRefusal, keepSent } from './message-outcome-store.ts';
import type { MessageSender } from './message-sender.ts';
import { loadOutgoing, type Outgoing } from './outgoing-store.ts';
import { loadPeople } from './people-facts.ts';
import { mailLimit } from './sender-limit-store.ts';
import type { ReadVersion, SurveyReader } from './survey-reader.ts';
import { type AskingWorkspace, askingWorkspace } from './workspace-asking-store.ts';

/** What sending needs. */
export interface Sending {
  readonly store: Store;
  readonly clock: () => Date;
  readonly links: LinkMaker;
  readonly reader: SurveyReader;
  readonly sender: MessageSender;
  readonly identity: SenderIdentity;
  readonly patience?: Patience;
  /** Messages taken at a time; the next batch is a job of its own, so that other workspaces come in between. */
  readonly most?: number;
}

const usualMost = 100;
/** As many at once as the pool of SMTP has connections, and as many that are being composed meanwhile. */
const atOnce = 4;

export interface SentBatch {
  readonly claimed: number;
  readonly sent: number;
  /** Whether more may be due. */
  readonly isFull: boolean;
}

/**
 * Hands over what is due in a workspace. Every message is claimed and committed, judged again by the facts of the moment,
 * committed as being handed over at the last instant at which the other side has nothing of it, and then sent: whatever
 * dies at whatever instant, no message goes twice, and one that may have gone is listed as uncertain.
 */
export async function sendDueMessages(sending: Sending, workspaceId: string): Promise<SentBatch> {
  const { store, clock, sender, most = usualMost, patience = usualPatience } = sending;
  const now = clock();
  const claimed = await store.inWorkspace(workspaceId, async (transaction) => {
    await keepUncertain(sending, transaction, await recoverMessages(transaction, { now, patience }), now);
    return claimDue(transaction, { sender, now, most });
  });
  if (claimed.length === 0) return { claimed: 0, sent: 0, isFull: false };
  const batch = await store.inWorkspace(workspaceId, async (transaction) => {
    await countAskingWhileYoung(transaction, claimed.length);
    return loadBatch(sending, transaction, claimed, now);
  });
  let sent = 0;
  const waiting = inTurns(batch.messages);
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      for (const outgoing of next) if (await sendOne(sending, batch, outgoing)) sent += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { claimed: claimed.length, sent, isFull: claimed.length === most };
}

/** The warm-up and a pause are about mail: SMS go on meanwhile. */
async function claimDue(
  transaction: WorkspaceTransaction,
  { sender, now, most }: { readonly sender: MessageSender; readonly now: Date; readonly most: number },
): Promise<readonly ClaimedMessage[]> {
  const room = sender.isReal ? await roomToday(transaction, now) : most;
  if (room >= most) return claimMessages(transaction, { now, most, channels: sender.channels });
  const mails = room === 0 ? [] : await claimMessages(transaction, { now, most: room, channels: ['email'] });
  const channels = sender.channels.filter((channel) => channel !== 'email');
  return [...mails, ...(await claimMessages(transaction, { now, most: most - mails.length, channels }))];
}

/**
 * Those of one account one after the other, in the order in which they were planned: that is how they are judged. Handed over
 * beside each other the later one could go first, and the earlier one then broke its own rule.
 */
function inTurns(messages: readonly Outgoing[]): (readonly Outgoing[])[] {
  const inOrder = [...messages].sort(({ invitation: a }, { invitation: b }) => {
    const [x, y] = [a.plannedAt.getTime(), b.plannedAt.getTime()];
    return x === y ? (a.id < b.id ? -1 : 1) : x - y;
  });
  return [...grouped(inOrder, ({ invitation }) => invitation.accountId ?? invitation.contactId).values()];
}

async function roomToday(transaction: WorkspaceTransaction, now: Date): Promise<number> {
  const limit = await mailLimit(transaction, now);
  return limit.kind === 'paused' ? 0 : Math.min(limit.left, Number.MAX_SAFE_INTEGER);
}

interface Batch {
  readonly workspaceId: string;
  readonly workspace: AskingWorkspace;
  readonly messages: readonly Outgoing[];
  readonly programmes: ReadonlyMap<string, AskingProgramme>;
  readonly versions: ReadonlyMap<string, ReadVersion>;
  readonly facts: Omit<DecidingFacts, 'now'>;
  readonly reader: SurveyReader;
}

async function loadBatch(
  { reader }: Pick<Sending, 'reader'>,
  transaction: WorkspaceTransaction,
  claimed: readonly ClaimedMessage[],
  now: Date,
): Promise<Batch> {
  const messages = await loadOutgoing(transaction, claimed);
  const workspace = await askingWorkspace(transaction);
  const distinct = (ids: readonly (string | null)[]) => [...new Set(ids.filter((id) => id !== null))];
  const contactIds = distinct(messages.map(({ invitation }) => invitation.contactId));
  const accountIds = distinct(messages.map(({ invitation }) => invitation.accountId));
  const ids = distinct(messages.map(({ invitation }) => invitation.programmeId));
  const programmes = await askingProgrammes(transaction, { reader, addressKey: workspace.addressKey, ids });
  const encounterIds = distinct(
    messages.map(({ about }) => (about.kind === 'encounter' ? about.encounter.encounterId : null)),
  );
  return {
    workspaceId: transaction.workspaceId,
    reader,
    workspace,
    messages,
    programmes: new Map(programmes.map((one) => [one.id, one])),
    versions: await reader.read(transaction, distinct(messages.map(({ invitation }) => invitation.versionId))),
    facts: {
      people: await loadPeople(transaction, workspace, { contactIds, accountIds, now }),
      history: await loadHistory(transaction, { contactIds, accountIds, now, reader }),
      quotas: new Map(),
      eventTypes: await eventTypes(transaction, encounterIds),
      timeZone: workspace.timeZone,
    },
  };
}

/** What may have gone counts as gone: nobody gets it twice, and reminders are reckoned from it. */
async function keepUncertain(
  sending: Pick<Sending, 'reader'>,
  transaction: WorkspaceTransaction,
  uncertain: readonly ClaimedMessage[],
  now: Date,
): Promise<void> {
  if (uncertain.length === 0) return;
  const batch = await loadBatch(sending, transaction, uncertain, now);
  for (const outgoing of batch.messages) await keepSentOf(transaction, batch, outgoing, now);
}

function keepSentOf(
  transaction: WorkspaceTransaction,
  { programmes, facts }: Batch,
  outgoing: Outgoing,
  now: Date,
): Promise<void> {
  const programme = programmes.get(outgoing.invitation.programmeId);
  const next = programme && nextReminder(outgoing, programme, { ...facts, now });
  return keepSent(transaction, outgoing, { now, ...(next && { next }) });
}

class NoLongerOurs extends Error {}

async function sendOne(sending: Sending, batch: Batch, outgoing: Outgoing): Promise<boolean> {
  const { store, clock } = sending;
  const now = clock();
  const programme = batch.programmes.get(outgoing.invitation.programmeId)!;
  const verdict = judgeOutgoing(outgoing, programme, { ...batch.facts, now });
  const address = verdict.kind === 'send' ? addressIn(batch, outgoing, verdict.channel) : undefined;
  if (verdict.kind !== 'send' || address === undefined) {
    await store.inWorkspace(batch.workspaceId, (transaction) => keepVerdict(transaction, outgoing, verdict, now));
    return false;
  }
  try {
    const isStillTime = () => judgeOutgoing(outgoing, programme, { ...batch.facts, now: clock() }).kind === 'send';
    const handed = await handOver(sending, batch, outgoing, { channel: verdict.channel, address, isStillTime });
    await store.inWorkspace(batch.workspaceId, (transaction) =>
      keepHanded(transaction, { batch, outgoing, handed, channel: verdict.channel, address, now: clock() }),
    );
    return handed.kind === 'sent';
  } catch (error) {
    // Cancelled meanwhile, taken by another worker after this one was slow, or too late in the evening by now: nothing was
    // sent by us.
    if (error instanceof NoLongerOurs) return false;
    throw error;
  }
}

function addressIn({ facts }: Batch, { invitation }: Outgoing, channel: MessageChannel): string | undefined {
  const stored = facts.people.stored(invitation.contactId);
  return stored && addressOf(channel, stored);
}

async function keepVerdict(
  transaction: WorkspaceTransaction,
  outgoing: Outgoing,
  verdict: Verdict,
  now: Date,
): Promise<void> {
  if (verdict.kind === 'wait') {
    await endAttempt(transaction, outgoing, { state: 'planned', dueAt: verdict.until });
    return;
  }
  const detail = verdict.kind === 'refuse' ? { reason: verdict.reason } : {};
  const ended = await endAttempt(transaction, outgoing, { state: 'cancelled', detail });
  if (!ended) return;
  if (verdict.kind === 'refuse' && outgoing.kind === 'escalation') {
    await stopInvitations(transaction, [outgoing.invitation.id], { reason: 'bounced', now });
  } else if (verdict.kind === 'refuse') {
    await keepRefusal(transaction, outgoing, { reason: verdict.reason, detail: verdict.detail, now });
  } else if (verdict.kind === 'cancel' && verdict.reason !== undefined) {
    await stopInvitations(transaction, [outgoing.invitation.id], { reason: verdict.reason, now });
  }
}

async function handOver(
  { store, clock, links, sender, identity }: Sending,
  { workspaceId, workspace, programmes, versions, facts }: Batch,
  outgoing: Outgoing,
  {
    channel,
    address,
    isStillTime,
  }: { readonly channel: MessageChannel; readonly address: string; readonly isStillTime: () => boolean },
): Promise<Handed> {
  const { invitation, kind, number, id } = outgoing;
  const own = links.linksOf(invitation.id);
  const place = { baseUrl: identity.baseUrl, code: workspace.code };
  const version = versions.get(invitation.versionId)!;
  const variants = programmes.get(invitation.programmeId)?.rules.variants;
  const name = facts.people.stored(invitation.contactId)?.name ?? undefined;
  const content: MessageContent = {
    workspaceId,
    invitationId: invitation.id,
    number,
    series: kind === 'escalation' ? channel : number,
    organisation: workspace.name,
    questionnaire: version.questionnaire!,
    seconds: version.facts.seconds,
    language: invitation.language,
    subject: variants?.find((one) => one.name === invitation.variant)?.subject,
    name,
    expiresAt: invitation.expiresAt,
    timeZone: invitation.timeZone,
    answerUrl: linkAddress(place, 'answer', own.answer.token),
    stopUrl: linkAddress(place, 'stop', own.stop.token),
    date: clock(),
  };
  let segments: number | undefined;
  const hooks = {
    async handingOver() {
      // The other side may have taken minutes to say that it listens.
      if (!isStillTime()) throw new NoLongerOurs();
      // Written out by `addressOf`, so it is one.
      const hash = addressHash(workspace.addressKey, channel, address)!;
      const begun = await store.inWorkspace(workspaceId, (transaction) =>
        beginHandOver(transaction, outgoing, { now: clock(), addressHash: hash, channel, segments }),
      );
      if (!begun) throw new NoLongerOurs();
    },
  };
  const kept = { workspaceId, messageId: id, code: workspace.code, now: clock() };
  if (channel === 'email') {
    const message = composeInvitation(content, address, identity);
    return sender.email({ ...kept, text: message.text }).send(message, hooks);
  }
  const message = composeSms(content, address, identity);
  segments = smsSegments(message.text).segments;
  return sender.sms({ ...kept, text: message.text }).send(message, hooks);
}

async function keepHanded(
  transaction: WorkspaceTransaction,
  {
    batch,
    outgoing,
    handed,
    channel,
    address,
    now,
  }: {
    readonly batch: Batch;
    readonly outgoing: Outgoing;
    readonly handed: Handed;
    readonly channel: MessageChannel;
    readonly address: string;
    readonly now: Date;
  },
): Promise<void> {
  const detail = { reply: handed.reply.slice(0, 500) };
  if (handed.kind === 'refused') {
    await keepNotTaken(transaction, { batch, outgoing, handed, channel, address, now });
    return;
  }
  const ended = await endAttempt(transaction, outgoing, {
    state: handed.kind,
    sentAt: now,
    detail: handed.kind === 'uncertain' ? { ...detail, stage: handed.stage } : detail,
    ...(handed.kind === 'sent' && { providerId: handed.providerId }),
  });
  if (ended) await keepSentOf(transaction, batch, outgoing, now);
}

/** Surely not accepted: tried again while it is worth it, else given up; an address that does not exist is suppressed. */
async function keepNotTaken(
  transaction: WorkspaceTransaction,
  {
    batch,
    outgoing,
    handed,
    channel,
    address,
    now,
  }: {
    readonly batch: Batch;
    readonly outgoing: Outgoing;
    readonly handed: Handed & { readonly kind: 'refused' };
    readonly channel: MessageChannel;
    readonly address: string;
    readonly now: Date;
  },
): Promise<void> {
  const { invitation, attempt } = outgoing;
  const detail = { code: handed.code, reply: handed.reply.slice(0, 500) };
  if (!handed.permanent) {
    const retry = retryAfter(attempt, now, invitation.expiresAt, handed.retryAfter);
    if (retry.kind === 'retry') {
      await endAttempt(transaction, outgoing, { state: 'planned', dueAt: retry.at, detail });
      return;
    }
  }
  const isGone = handed.permanent && handed.bounce === 'hard';
  const ended = await endAttempt(transaction, outgoing, { state: isGone ? 'bounced' : 'failed', detail });
  if (!ended) return;
  if (isGone) {
    // Written out by `addressOf`, so it is one.
    const hash = addressHash(batch.workspace.addressKey, channel, address)!;
    await giveUpAddress(transaction, { channel, hash }, { reader: batch.reader, now, invitationId: invitation.id });
  } else if (outgoing.number === 0) {
    await stopInvitations(transaction, [invitation.id], { reason: 'not-sent', now });
  }
}

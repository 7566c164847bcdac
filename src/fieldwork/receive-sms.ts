import { addressKeyOf, suppressAddresses } from '../accounts/index.ts';
import { type Answering, addWordsBySms, answerBySms, askedBySms, optIn, optOut } from '../answering/index.ts';
import { addressHash, e164Of, readSmsReply, type SmsReply } from '../channels/index.ts';
import type { Store, WorkspaceTransaction } from '../store/index.ts';
import type { ScaleQuestion } from '../survey/index.ts';
import { announceEvents } from '../webhooks/index.ts';
import {
  type IncomingMeaning,
  keepIncoming,
  keepWords,
  leftIncoming,
  settleIncoming,
  storableText,
  waitingIncoming,
  wasAskedBack,
} from './incoming-store.ts';
import { askForReplies } from './reply-jobs.ts';
import { type SmsCorrespondence, type SmsInvitation, smsCorrespondence } from './sms-correspondence-store.ts';
import { type SurveyReader, surveyReader } from './survey-reader.ts';

/** What taking replies needs. */
export interface SmsReceiving {
  readonly store: Store;
  readonly answering: Answering;
  readonly clock: () => Date;
}

/** An SMS that came in. */
export interface ReceivedSms {
  /** Names the message: the same one may be told many times. */
  readonly providerId: string;
  readonly from: string;
  readonly text: string;
}

/**
 * What became of it. `known`: it was told before. `nobody`: this number was never written to, or too long ago for the words
 * to belong to anything.
 */
export type SmsEffect = 'answered' | 'asked-back' | 'comment' | 'stopped' | 'started' | 'help' | 'known' | 'nobody';

const longestText = 2_000;
const longestId = 200;

/**
 * Takes an SMS. Stop words come first, in all languages, and hold in every workspace that ever wrote to the number: it is
 * one sender. Anything else belongs to the newest open invitation that was sent to it, whichever workspace asked. It is
 * kept before it is understood, so a process that dies meanwhile loses nothing, and told ten times it is one.
 */
export async function receiveSms(
  receiving: SmsReceiving,
  sms: ReceivedSms,
  { only }: { readonly only?: string } = {},
): Promise<SmsEffect> {
  const number = e164Of(sms.from);
  const providerId = storableText(sms.providerId).slice(0, longestId);
  if (number === undefined || providerId === '') return 'nobody';
  const text = storableText(sms.text).slice(0, longestText);
  const now = receiving.clock();
  const found = await correspondences(receiving.store, { number, providerId, now, only });
  const told = found.find(({ known }) => known !== undefined);
  if (told?.known?.state === 'done') return 'known';
  if (told?.known) return takeReply(receiving, told.workspaceId, told.known.id);
  const command = readSmsReply(text).kind;
  if (command === 'stop') return stop(receiving, { number, found, now, only });
  if (command === 'start') return start(receiving.store, found, now);
  const chosen = ownerOf(found, now);
  if (!chosen) return 'nobody';
  const { workspaceId, hash, invitation } = chosen;
  const id = await receiving.store.inWorkspace(workspaceId, (transaction) =>
    keepIncoming(transaction, {
      channel: 'sms',
      providerId,
      invitationId: invitation.id,
      addressHash: hash,
      words: text,
      now,
    }),
  );
  return id === undefined ? 'known' : takeReply(receiving, workspaceId, id);
}

async function correspondences(
  store: Store,
  { only, ...about }: { number: string; providerId: string; now: Date; only: string | undefined },
): Promise<readonly SmsCorrespondence[]> {
  const ids = only === undefined ? await workspaceIds(store) : [only];
  const found: SmsCorrespondence[] = [];
  for (const id of ids) {
    const one = await store.readWorkspace(id, (transaction) => smsCorrespondence(transaction, about));
    if (one) found.push(one);
  }
  return found;
}

async function workspaceIds(store: Store): Promise<readonly string[]> {
  const rows = await store.inTransaction((connection) =>
    connection.query<{ id: string }>('select workspace_id as id from workspace_directory order by workspace_id'),
  );
  return rows.map(({ id }) => id);
}

/** Words that come later than this after the last SMS are about something else. */
const wordsWithin = 30 * 86_400_000;

/** The newest invitation that is open; where none is, the newest of all takes the words as a comment. */
function ownerOf(
  found: readonly SmsCorrespondence[],
  now: Date,
): { readonly workspaceId: string; readonly hash: Buffer; readonly invitation: SmsInvitation } | undefined {
  const all = found
    .flatMap(({ workspaceId, hash, invitations }) =>
      invitations.map((invitation) => ({ workspaceId, hash, invitation })),
    )
    .sort((a, b) => b.invitation.sentAt.getTime() - a.invitation.sentAt.getTime());
  const [newest] = all;
  const open = all.find(({ invitation }) => invitation.isOpen);
  if (open || !newest) return open;
  return now.getTime() - newest.invitation.sentAt.getTime() <= wordsWithin ? newest : undefined;
}

/** A number that nobody wrote to may object too: then it is on the list of every workspace. */
async function stop(
  { store }: SmsReceiving,
  {
    number,
    found,
    now,
    only,
  }: { number: string; found: readonly SmsCorrespondence[]; now: Date; only: string | undefined },
): Promise<'stopped'> {
  const written = found.filter(({ invitations }) => invitations.length > 0);
  for (const { workspaceId, hash, invitations } of written) {
    await store.inWorkspace(workspaceId, async (transaction) => {
      await suppressAddresses(transaction, [{ channel: 'sms', hash }], { reason: 'stop-word', now });
      for (const about of personsOf(invitations)) await optOut(transaction, about, { reason: 'stop-word', now });
    });
  }
  if (written.length > 0) return 'stopped';
  for (const workspaceId of only === undefined ? await workspaceIds(store) : [only]) {
    await store.inWorkspace(workspaceId, async (transaction) => {
      const hash = addressHash(await addressKeyOf(transaction), 'sms', number)!;
      await suppressAddresses(transaction, [{ channel: 'sms', hash }], { reason: 'stop-word', now });
    });
  }
  return 'stopped';
}

/** One for each person, with his newest invitation: several may share a telephone. */
function personsOf(invitations: readonly SmsInvitation[]) {
  const newest = new Map<string, { invitationId: string; contactId: string | null }>();
  for (const { id, contactId } of invitations) {
    const person = contactId ?? id;
    if (!newest.has(person)) newest.set(person, { invitationId: id, contactId });
  }
  return [...newest.values()];
}

async function start(store: Store, found: readonly SmsCorrespondence[], now: Date): Promise<'started' | 'nobody'> {
  const written = found.filter(({ invitations }) => invitations.length > 0);
  for (const { workspaceId, invitations } of written) {
    await store.inWorkspace(workspaceId, async (transaction) => {
      for (const about of personsOf(invitations)) await optIn(transaction, about, { lifts: 'stop-word', now });
    });
  }
  return written.length > 0 ? 'started' : 'nobody';
}

const reader = surveyReader();

/** Understands an SMS that is kept. The same again changes nothing: each step knows whether it was done. */
async function takeReply(receiving: SmsReceiving, workspaceId: string, id: string): Promise<SmsEffect> {
  const { store, answering, clock } = receiving;
  const now = clock();
  const kept = await store.readWorkspace(workspaceId, (transaction) => waitingIncoming(transaction, id));
  if (!kept) return 'known';
  const { invitationId, words, providerId } = kept;
  const question = await store.readWorkspace(workspaceId, (transaction) =>
    questionOf(transaction, reader, invitationId),
  );
  const reply = replyTo(words, question);
  const at = { workspaceId, invitationId };
  if (reply.kind === 'score') {
    const outcome = await answerBySms(answering, at, { score: reply.score, providerId, ...wordsOf(reply) }, now);
    const isComment = outcome.kind !== 'stored' || (reply.words !== undefined && !outcome.keptWords);
    await store.inWorkspace(workspaceId, async (transaction) => {
      const isOurs = await settleIncoming(transaction, id, {
        meaning: outcome.kind === 'stored' ? 'score' : 'late',
        now,
      });
      if (isComment && isOurs) await keepWords(transaction, { invitationId, words, channel: 'sms', now });
    });
    return outcome.kind === 'stored' ? 'answered' : 'comment';
  }
  if (reply.kind === 'words' && (await addWordsBySms(answering, at, { words, alongside: tellUpdated(now) }, now))) {
    await settle(store, workspaceId, id, { meaning: 'words', now });
    return 'comment';
  }
  return store.inWorkspace(workspaceId, (transaction) =>
    keepOther(transaction, { id, invitationId, words, reply, now }),
  );
}

const wordsOf = ({ words }: { readonly words?: string }) => (words === undefined ? {} : { words });

const settle = (store: Store, workspaceId: string, id: string, what: { meaning: IncomingMeaning; now: Date }) =>
  store.inWorkspace(workspaceId, (transaction) => settleIncoming(transaction, id, what));

/** A reply to a question of 1 to 5 is no score above 5; below its beginning it is asked again. */
function replyTo(words: string, question: ScaleQuestion | undefined): SmsReply {
  if (!question) {
    const reply = readSmsReply(words);
    return reply.kind === 'score' || reply.kind === 'ambiguous' ? { kind: 'words', words } : reply;
  }
  const { minimum, points } = question.scale;
  const reply = readSmsReply(words, minimum + points - 1);
  return reply.kind === 'score' && reply.score < minimum ? { kind: 'ambiguous', words } : reply;
}

/** Words, help, and what may be more than one score: asked back once while the invitation is open, else a comment. */
async function keepOther(
  transaction: WorkspaceTransaction,
  {
    id,
    invitationId,
    words,
    reply,
    now,
  }: { id: string; invitationId: string; words: string; reply: SmsReply; now: Date },
): Promise<SmsEffect> {
  if (reply.kind === 'help') {
    await settleIncoming(transaction, id, { meaning: 'help', reply: 'help', now });
    await askForReplies(transaction, now);
    return 'help';
  }
  const asksBack =
    reply.kind === 'ambiguous' &&
    (await isOpen(transaction, invitationId, now)) &&
    !(await wasAskedBack(transaction, invitationId));
  const meaning = reply.kind === 'ambiguous' ? 'ambiguous' : 'words';
  const settling = { meaning, now, ...(asksBack && { reply: 'question' as const }) } as const;
  if (!(await settleIncoming(transaction, id, settling))) return 'known';
  await keepWords(transaction, { invitationId, words, channel: 'sms', now });
  if (asksBack) await askForReplies(transaction, now);
  return asksBack ? 'asked-back' : 'comment';
}

async function isOpen({ workspaceId, query }: WorkspaceTransaction, id: string, now: Date): Promise<boolean> {
  // Locked, so that of two doubtful replies at once one asks back.
  const [open] = await query(
    `select 1 from invitation where workspace_id = $1 and id = $2 and state in ('sent', 'opened') and expires_at > $3
     for no key update`,
    [workspaceId, id, now],
  );
  return open !== undefined;
}

async function questionOf(
  transaction: WorkspaceTransaction,
  versions: SurveyReader,
  invitationId: string,
): Promise<ScaleQuestion | undefined> {
  const { workspaceId, query } = transaction;
  const [row] = await query<{ versionId: string | null }>(
    'select survey_version_id as "versionId" from invitation where workspace_id = $1 and id = $2',
    [workspaceId, invitationId],
  );
  if (!row?.versionId) return undefined;
  const version = (await versions.read(transaction, [row.versionId])).get(row.versionId);
  return version?.questionnaire && askedBySms(version.questionnaire);
}

const tellUpdated = (now: Date) => (transaction: WorkspaceTransaction, responseId: string) =>
  announceEvents(transaction, [{ event: 'response.updated', subject: responseId }], now);

/** After this an SMS that is kept and not understood was left by a process that died. */
const leftAfter = 15_000;

/** Understands what was left, in every workspace. */
export async function sweepReceivedSms(receiving: SmsReceiving): Promise<number> {
  const { store, clock } = receiving;
  const before = new Date(clock().getTime() - leftAfter);
  let taken = 0;
  for (const workspaceId of await workspaceIds(store)) {
    const left = await store.readWorkspace(workspaceId, (transaction) => leftIncoming(transaction, before));
    for (const id of left) {
      await takeReply(receiving, workspaceId, id);
      taken += 1;
    }
  }
  return taken;
}

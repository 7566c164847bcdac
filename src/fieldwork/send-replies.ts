import { suppressedHashes } from '../accounts/index.ts';
import { askedBySms } from '../answering/index.ts';
import { addressHash } from '../channels/index.ts';
import { respondentLanguage } from '../survey/index.ts';
import { addressOf } from './contact-address.ts';
import { messageWords } from './message-words.ts';
import { beginReply, type DueReply, dueReplies, endReply } from './reply-store.ts';
import type { Sending } from './send-messages.ts';
import { type AskingWorkspace, askingWorkspace } from './workspace-asking-store.ts';

class NoLongerOurs extends Error {}

/** A question back an hour later is no conversation any more. */
const worthMilliseconds = 3_600_000;

/**
 * Writes back what is due: the question once more, or who asks and how to stop. At any hour, since the person has just
 * written; never to whoever objected meanwhile, and once at most, as every message. Answers how many went.
 */
export async function sendReplies(sending: Sending, workspaceId: string): Promise<number> {
  const { store } = sending;
  const { workspace, due } = await store.inWorkspace(workspaceId, async (transaction) => ({
    workspace: await askingWorkspace(transaction),
    due: await dueReplies(transaction),
  }));
  let sent = 0;
  for (const reply of due) {
    if (await sendReply(sending, { workspaceId, workspace, reply })) sent += 1;
  }
  return sent;
}

interface Replying {
  readonly workspaceId: string;
  readonly workspace: AskingWorkspace;
  readonly reply: DueReply;
}

async function sendReply(sending: Sending, { workspaceId, workspace, reply }: Replying): Promise<boolean> {
  const { store, clock, sender, identity } = sending;
  const end = (state: Parameters<typeof endReply>[2]) =>
    store.inWorkspace(workspaceId, (transaction) => endReply(transaction, reply.id, state));
  const to = addressOf('sms', { email: null, phone: reply.phone });
  // To the number that wrote, and to no other: the person may have another one by now.
  const isHis = to !== undefined && addressHash(workspace.addressKey, 'sms', to)?.equals(reply.addressHash) === true;
  const isLate = clock().getTime() - reply.askedAt.getTime() > worthMilliseconds;
  const text = isHis && !isLate ? await textOf(sending, { workspaceId, workspace, reply }) : undefined;
  if (to === undefined || text === undefined) {
    await end('failed');
    return false;
  }
  const hooks = {
    async handingOver() {
      const begun = await store.inWorkspace(workspaceId, (transaction) => beginReply(transaction, reply.id, clock()));
      if (!begun) throw new NoLongerOurs();
    },
  };
  const kept = { workspaceId, messageId: reply.id, code: workspace.code, text, now: clock() };
  try {
    const handed = await sender.sms(kept).send({ id: reply.id, from: identity.smsFrom, to, text }, hooks);
    await end(handed.kind === 'refused' ? (handed.permanent ? 'failed' : 'due') : handed.kind);
    return handed.kind === 'sent';
  } catch (error) {
    if (error instanceof NoLongerOurs) return false;
    throw error;
  }
}

/** Undefined where nothing may or can be written. */
async function textOf(
  { store, reader }: Sending,
  { workspaceId, workspace, reply }: Replying,
): Promise<string | undefined> {
  return store.readWorkspace(workspaceId, async (transaction) => {
    const listed = await suppressedHashes(transaction, [reply.addressHash]);
    if (listed.size > 0) return undefined;
    const words = messageWords[respondentLanguage(reply.language ?? '')];
    if (reply.reply === 'help') return words.smsHelp(workspace.name);
    if (reply.versionId === null) return undefined;
    const version = (await reader.read(transaction, [reply.versionId])).get(reply.versionId);
    const question = version?.questionnaire && askedBySms(version.questionnaire);
    if (!question) return undefined;
    const { minimum, points } = question.scale;
    return words.smsAgain(minimum, minimum + points - 1);
  });
}

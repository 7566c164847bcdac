import type { OutboundClient } from '../outbound/index.ts';
import { newId, type Store } from '../store/index.ts';
import { chatWords } from './chat-words.ts';
import { handOver, type Outcome } from './hand-over.ts';
import { toldWorkspace } from './told-response-store.ts';
import { findTarget, notFound, refused } from './webhook-store.ts';

/** Refuses an address that nothing would ever be sent to, before it is kept (CND_WEBHOOK). */
export function refuseTarget(client: OutboundClient, url: string): void {
  const judged = client.judge(url);
  if (judged.kind === 'refused') throw refused('url', `${reasons[judged.reason]}`, judged.reason);
}

const reasons = {
  url: 'is no address such as https://example.com/hook',
  scheme: 'needs http or https',
  credentials: 'may hold no user and no password',
  port: 'needs the port 80 or 443, or one that CANDOR_OUTBOUND_ALLOW opens',
  address: 'is not public; an operator can allow it by CANDOR_OUTBOUND_ALLOW',
} as const;

/** Sends a test message to a webhook, also to one that is switched off, by the way of all messages. */
export async function pingWebhook(
  { store, client, clock }: { store: Store; client: OutboundClient; clock: () => Date },
  workspaceId: string,
  id: string,
): Promise<Outcome> {
  const at = clock();
  const { target, workspace } = await store.readWorkspace(workspaceId, async (transaction) => ({
    target: await findTarget(transaction, id, at),
    workspace: await toldWorkspace(transaction),
  }));
  if (!target) throw notFound();
  const standard = { type: 'ping', timestamp: at.toISOString(), data: { workspace: workspace.slug } };
  const payload = target.kind === 'chat' ? { lines: [chatWords[workspace.language].test] } : standard;
  return handOver(client, target, { message: { id: newId(), payload }, at });
}

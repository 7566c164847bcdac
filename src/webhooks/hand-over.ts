import { type OutboundClient, type OutboundReply, signatureHeaders } from '../outbound/index.ts';
import { type ChatMessage, chatBody } from './chat-message.ts';
import type { WebhookTarget } from './webhook.ts';

/** What became of one attempt. `error` is a stable word of ours. */
export type Outcome =
  | { readonly kind: 'delivered'; readonly status: number }
  | { readonly kind: 'gone'; readonly status: 410; readonly error: 'gone' }
  | {
      readonly kind: 'failed';
      readonly status?: number;
      readonly error: string;
      readonly retryAfter?: string;
    };

export interface Message {
  readonly id: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/**
 * THE way of a message to its receiver, for the test button and for every delivery alike: signed, over the one client. Of
 * the reply only the status and Retry-After are looked at.
 */
export async function handOver(
  client: OutboundClient,
  { url, kind, secrets }: WebhookTarget,
  { message, at }: { message: Message; at: Date },
): Promise<Outcome> {
  const isChat = kind === 'chat';
  const content = isChat ? chatBody(url, message.payload as unknown as ChatMessage) : message.payload;
  const body = JSON.stringify(content);
  if (!isChat && secrets.length === 0) return { kind: 'failed', error: 'secret' };
  const signed = isChat ? {} : signatureHeaders({ id: message.id, at, body, secrets });
  const headers = { 'content-type': 'application/json; charset=utf-8', ...signed };
  return outcomeOf(await client.send({ url, headers, body }));
}

function outcomeOf(reply: OutboundReply): Outcome {
  if (reply.kind !== 'answered') return { kind: 'failed', error: reply.reason };
  const { status, headers } = reply;
  if (status >= 200 && status < 300) return { kind: 'delivered', status };
  if (status === 410) return { kind: 'gone', status, error: 'gone' };
  const retryAfter = headers['retry-after'];
  return {
    kind: 'failed',
    status,
    error: status >= 300 && status < 400 ? 'redirect' : 'status',
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
}

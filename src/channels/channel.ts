import type { BounceKind } from './bounce-kind.ts';

/**
 * What became of one message that a channel was asked to send. Nothing else is possible:
 *
 * - `sent`: the other side said that it has the message.
 * - `refused`: the message was surely not accepted. It may be tried again unless `permanent`.
 * - `uncertain`: it may or may not have been accepted, and nobody can find out by asking. An invitation that is
 *   uncertain is never sent again by itself.
 */
export type Handed = SentMessage | RefusedMessage | UncertainMessage;

export interface SentMessage {
  readonly kind: 'sent';
  /** How the other side names the message: queue id of a mail server, SID of an SMS gateway, else our own id. */
  readonly providerId: string;
  readonly reply: string;
}

export interface RefusedMessage {
  readonly kind: 'refused';
  /** True where another attempt with the same message would end the same way. */
  readonly permanent: boolean;
  /** The reply code of the other side ("550", "21610"), a code of the catalogue, or how the connection failed. */
  readonly code: string;
  readonly reply: string;
  /** What the refusal says of the recipient: the same classes as for a report that comes later by mail. */
  readonly bounce: BounceKind;
  /** Seconds after which the other side asks to be tried again. */
  readonly retryAfter?: number;
}

export interface UncertainMessage {
  readonly kind: 'uncertain';
  /** How far it came: the message was being handed over, or it was and no reply came. */
  readonly stage: 'handing-over' | 'awaiting-reply';
  readonly reply: string;
}

export interface HandOverHooks {
  /**
   * Awaited after the other side agreed to take the message and before it gets anything of it: the place to commit
   * "from here on it is uncertain". If it throws, nothing is sent and `send` throws the same error.
   */
  readonly handingOver: () => Promise<void>;
}

/** One way to reach people. `send` throws only what a hook threw. */
export interface Channel<Message> {
  readonly kind: 'email' | 'sms';
  readonly send: (message: Message, hooks: HandOverHooks) => Promise<Handed>;
  /** Ends what is open; messages that are being sent end first. Afterwards every message is refused for now. */
  readonly close: () => Promise<void>;
}

/** A refusal for a reason of our own, before anybody else was asked. */
export function refusedHere(code: string, reply: string, permanent: boolean): RefusedMessage {
  return { kind: 'refused', permanent, code, reply, bounce: permanent ? 'policy' : 'unknown' };
}

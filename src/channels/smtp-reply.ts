import { bounceKindOf, statusIn } from './bounce-kind.ts';
import type { RefusedMessage } from './channel.ts';

/** The fields of a failure that the SMTP library tells (its types name more). */
export interface SmtpFailure {
  readonly message: string;
  readonly code?: string | undefined;
  /** The code of the system or of TLS, where the library gave the failure one of its own. */
  readonly originalCode?: string | undefined;
  readonly command?: string | undefined;
  readonly response?: string | undefined;
  readonly responseCode?: number | undefined;
}

/** How a failure without a reply is called. */
const withoutReply: Readonly<Record<string, string>> = {
  ECLOSED: 'closed',
  ETLS: 'tls',
  EAUTH: 'auth',
  ETIMEDOUT: 'timeout',
  EDNS: 'dns',
  EENVELOPE: 'envelope',
};

/**
 * A failure before the message was handed over, or after it with a reply: surely not accepted. It is permanent only
 * where the server judged this message (MAIL, RCPT or DATA with 5xx): a refused connection or sign-in is a setting to
 * be mended, and the message is tried again.
 */
export function refusedBySmtp(failure: SmtpFailure): RefusedMessage {
  const { code, command, responseCode } = failure;
  const reply = (failure.response ?? failure.message).slice(0, 1000);
  if (responseCode === undefined || code === 'ETLS') return withoutAnyReply(failure, reply);
  const judged = code === 'EENVELOPE' || code === 'EMESSAGE';
  const permanent = judged && responseCode >= 500;
  const kind = bounceKindOf(statusIn(reply), reply);
  // Only the reply to RCPT and to the whole message is about the recipient.
  const aboutRecipient = judged && command !== 'MAIL FROM';
  const passing = !permanent && kind === 'hard' ? 'soft' : kind;
  return { kind: 'refused', permanent, code: String(responseCode), reply, bounce: aboutRecipient ? passing : 'policy' };
}

function withoutAnyReply(failure: SmtpFailure, reply: string): RefusedMessage {
  // The server names the largest message it takes, so the library did not even offer this one.
  const tooLarge = failure.code === 'EMESSAGE' && failure.command === 'MAIL FROM';
  const distrust = /CERT|SELF_SIGNED|UNABLE_TO|ERR_(TLS|SSL)/.test(failure.originalCode ?? '');
  const code = tooLarge ? 'size' : distrust ? 'tls' : (withoutReply[failure.code ?? ''] ?? 'connection');
  return { kind: 'refused', permanent: tooLarge, code, reply, bounce: tooLarge ? 'policy' : 'unknown' };
}

/** The queue id that a server names when it accepts: `250 2.0.0 Ok: queued as 4F2Qx`, `250 OK id=1rX`. */
export function queueIdOf(reply: string): string | undefined {
  return /\b(?:queued as|id[=:]|message-id:?|internalid=)\s*<?([A-Za-z0-9._@=+/-]{4,200})>?/i.exec(reply)?.[1];
}

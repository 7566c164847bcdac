/**
 * What leaves this server by HTTP: one client that reaches public addresses only (an operator may allow more), and the
 * signatures by which receivers know that a message is ours. Nothing else in Candor opens a connection to an address that
 * a user wrote down.
 */
export { type AllowedTarget, isPublicAddress } from './address-rule.ts';
export type { OutboundReply, OutboundRequest } from './exchange.ts';
export { type OutboundClient, type OutboundOptions, outboundClient } from './outbound-client.ts';
export { newWebhookSecret, type SignedMessage, signatureHeaders } from './standard-webhooks.ts';
export type { JudgedTarget, TargetRefusal } from './target.ts';

/**
 * Webhooks: who outside is told what happened. What happens is announced in its own transaction, a job makes one message
 * for each webhook that listens, and another delivers them, signed, in the order of their subject, for 75 hours at most.
 */
export { type Announcement, announceEvents, announceResponses, forgetListening } from './announce.ts';
export { deliverJob } from './deliver-job.ts';
export { deliveriesOf, type Replay, replayDeliveries } from './delivery-store.ts';
export type { Outcome } from './hand-over.ts';
export { type DeliveryContext, sweepOldDeliveries, sweepWebhooks, webhookHandlers } from './jobs.ts';
export { pingWebhook, refuseTarget } from './ping.ts';
export {
  type Delivery,
  type DeliveryState,
  deliveryStates,
  type Webhook,
  type WebhookEvent,
  type WebhookKind,
  webhookEvents,
  webhookKinds,
} from './webhook.ts';
export {
  changeWebhook,
  createWebhook,
  type NewWebhook,
  removeWebhook,
  renewSecret,
  type WebhookChange,
  webhooksOf,
} from './webhook-store.ts';

/** What can be told to somebody outside. A name is never given another meaning. */
export const webhookEvents = ['response.created', 'response.updated', 'invitation.refused'] as const;

export type WebhookEvent = (typeof webhookEvents)[number];

/** `standard` is signed JSON for programs (Standard Webhooks), `chat` is a message for people in Slack, Teams and their kin. */
export const webhookKinds = ['standard', 'chat'] as const;

export type WebhookKind = (typeof webhookKinds)[number];

/** People in a channel are told of answers; a refused invitation is for programs. */
export const chatEvents: readonly WebhookEvent[] = ['response.created', 'response.updated'];

/** Who is told what. Its secret is not part of it: that is answered once, when it is made. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly kind: WebhookKind;
  readonly events: readonly WebhookEvent[];
  readonly includesWords: boolean;
  readonly createdAt: Date;
  /** Since when nothing is sent; null while it works. */
  readonly disabledAt: Date | null;
  /** `gone`: the receiver answered 410. `by-hand`: a member switched it off. */
  readonly disabledReason: 'gone' | 'by-hand' | null;
  /** Until when the secret before the present one signs too. */
  readonly oldSecretUntil: Date | null;
}

/** What a webhook needs to be written to. */
export interface WebhookTarget {
  readonly url: string;
  readonly kind: WebhookKind;
  /** Newest first. */
  readonly secrets: readonly string[];
}

/** `waiting` and `failed` are tried (again) when they are due, `claimed` is under way, the other two are ends. */
export const deliveryStates = ['waiting', 'claimed', 'delivered', 'failed', 'given-up'] as const;

export type DeliveryState = (typeof deliveryStates)[number];

/** One message to one webhook, and what became of it. */
export interface Delivery {
  readonly id: string;
  readonly event: string;
  readonly subject: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly createdAt: Date;
  readonly dueAt: Date;
  readonly deliveredAt: Date | null;
  /** Of the last reply; null where none came. */
  readonly lastStatus: number | null;
  /** Why the last attempt failed, by a stable word; nothing of what the receiver wrote. */
  readonly lastError: string | null;
}

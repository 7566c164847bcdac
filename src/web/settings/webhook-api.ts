import type { WebhookWords } from './webhook-words.ts';

export interface ShownWebhook {
  readonly id: string;
  readonly url: string;
  readonly kind: keyof WebhookWords['kinds'];
  readonly events: readonly (keyof WebhookWords['event'])[];
  readonly includesWords: boolean;
  readonly disabledAt: string | null;
  readonly disabledReason: 'gone' | 'by-hand' | null;
  readonly oldSecretUntil: string | null;
  /** Messages that are not tried any more. */
  readonly givenUp: number;
}

export interface ShownDelivery {
  readonly id: string;
  readonly event: string;
  readonly state: keyof WebhookWords['states'];
  readonly attempts: number;
  readonly createdAt: string;
  readonly dueAt: string;
  readonly lastStatus: number | null;
  readonly lastError: string | null;
}

/** Why an attempt failed, in words: by the status where one came. */
export function whyText(
  { status, error }: { status: number | null; error: string | null },
  words: Pick<WebhookWords, 'why' | 'status'>,
): string {
  const why = error === null ? undefined : words.why[error];
  return [status === null ? undefined : words.status(status), why].filter(Boolean).join(', ') || (error ?? '');
}

export type MessageState =
  | 'planned'
  | 'claimed'
  | 'handing-over'
  | 'sent'
  | 'uncertain'
  | 'failed'
  | 'bounced'
  | 'cancelled';

export const messageStates: readonly MessageState[] = [
  'planned',
  'claimed',
  'handing-over',
  'sent',
  'uncertain',
  'failed',
  'bounced',
  'cancelled',
];

export interface ListedMessage {
  readonly id: string;
  readonly invitationId: string;
  readonly kind: 'invitation' | 'reminder';
  readonly number: number;
  readonly channel: string;
  readonly state: MessageState;
  readonly programme: string;
  readonly contact: string | null;
  readonly dueAt: string;
  readonly sentAt: string | null;
  readonly reason: string | null;
  readonly reply: string | null;
  readonly stage: string | null;
  readonly isOpen: boolean;
  readonly keptId: string | null;
}

export interface MessagePage {
  readonly messages: readonly ListedMessage[];
  readonly before?: string;
  readonly counts: readonly { readonly state: MessageState; readonly count: number }[];
}

export interface KeptMessage {
  readonly id: string;
  readonly channel: 'email' | 'sms';
  readonly recipient: string;
  readonly subject: string | null;
  readonly content: string;
  readonly keptAt: string;
  readonly kind: 'invitation' | 'reminder' | null;
  readonly number: number | null;
  readonly programme: string | null;
  readonly invitationId: string | null;
  readonly invitationState: string | null;
}

export interface OpenedMessage extends KeptMessage {
  readonly mail?: {
    readonly html: string;
    readonly text: string;
    readonly headers: readonly { readonly name: string; readonly value: string }[];
  };
  readonly sms?: {
    readonly encoding: 'gsm-7' | 'ucs-2';
    readonly segments: number;
    readonly units: number;
    readonly left: number;
    readonly outsideGsm: readonly string[];
  };
}

/** So often the list looks for what a worker has done meanwhile, in milliseconds. */
export const lookEvery = 3_000;

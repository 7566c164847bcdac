/** What the rules look at: plain facts, gathered by whoever keeps them. Instants are epoch milliseconds. */

export const channels = ['email', 'sms', 'link', 'qr', 'widget', 'kiosk', 'phone', 'api'] as const;
export type Channel = (typeof channels)[number];

/** Channels that go to a person. They need an address and a legal basis, and keep the quiet hours. */
export const addressedChannels: readonly Channel[] = ['email', 'sms', 'phone'];

export const respondentRoles = ['contact-person', 'payer', 'end-user', 'decision-maker'] as const;
export type RespondentRole = (typeof respondentRoles)[number];

/** Those whose view decides whether an account stays. */
export const decidingRoles: readonly RespondentRole[] = ['payer', 'decision-maker'];

/** Why a person may be written to on a channel (GDPR art. 6, ePrivacy art. 13). */
export const legalBases = ['consent', 'soft-opt-in', 'contract', 'legitimate-interest'] as const;
export type LegalBasis = (typeof legalBases)[number];

export type AttributeValue = string | number | boolean;
export type Attributes = Readonly<Record<string, AttributeValue>>;

/** How one channel stands for a contact. */
export interface ChannelStanding {
  readonly hasAddress: boolean;
  readonly basis?: LegalBasis;
  /** The address is on the suppression list: bounced, complained, or stopped by its owner. */
  readonly isSuppressed?: boolean;
}

export interface ContactFacts {
  readonly id: string;
  readonly roles: readonly RespondentRole[];
  readonly language?: string;
  readonly timeZone?: string;
  readonly channels: { readonly [Name in Channel]?: ChannelStanding };
  /** Works for the organisation that asks. */
  readonly isStaff?: boolean;
  readonly isErased?: boolean;
  readonly hasOptedOut?: boolean;
}

export interface AccountFacts {
  readonly id: string;
  readonly segment?: string;
  /** Yearly revenue; absent where it is not known. */
  readonly revenue?: number;
  readonly language?: string;
  readonly timeZone?: string;
  readonly attributes?: Attributes;
}

export interface EncounterFacts {
  readonly kind: 'encounter';
  readonly id: string;
  readonly touchpoint: string;
  readonly eventType?: string;
  readonly state: 'open' | 'closed' | 'withdrawn';
  /** When it ended; when it happened if it has no end. */
  readonly occurredAt: number;
  readonly attributes?: Attributes;
}

/** One person of a wave, as `waveSample` chose or did not choose him. */
export interface WaveMemberFacts {
  readonly kind: 'wave-member';
  readonly waveId: string;
  readonly opensAt: number;
  readonly closesAt: number;
  readonly isChosen: boolean;
  /** With which probability he was in the wave. */
  readonly probability: number;
}

export type AskedAbout = EncounterFacts | WaveMemberFacts;

export const invitationStates = [
  'planned',
  'sending',
  'uncertain',
  'sent',
  'opened',
  'partial',
  'completed',
  'expired',
  'opted-out',
  'bounced',
  'cancelled',
  'refused',
] as const;
export type InvitationState = (typeof invitationStates)[number];

/** An earlier invitation of any programme to a person or to somebody else of his account. */
export interface PastInvitation {
  readonly id: string;
  readonly programmeId: string;
  readonly level: 'encounter' | 'relationship';
  readonly contactId: string;
  readonly accountId?: string;
  /** The encounter or wave that it asked about. */
  readonly aboutId: string;
  readonly metrics: readonly string[];
  readonly state: InvitationState;
  /** When it was sent; when it is to be sent while it is planned. */
  readonly askedAt: number;
  readonly expiresAt: number;
  /** What answering costs. */
  readonly seconds: number;
  readonly questions: number;
}

/** The questionnaire, as far as asking goes. */
export interface SurveyFacts {
  readonly id: string;
  readonly isPublished: boolean;
  /** BCP 47 tags; the first is the one it was written in. */
  readonly languages: readonly string[];
  readonly metrics: readonly string[];
  readonly seconds: number;
  readonly questions: number;
}

export interface ProgrammeFacts {
  readonly id: string;
  readonly state: 'draft' | 'running' | 'paused' | 'ended';
}

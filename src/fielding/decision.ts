import type {
  AccountFacts,
  AskedAbout,
  Channel,
  ContactFacts,
  PastInvitation,
  ProgrammeFacts,
  RespondentRole,
  SurveyFacts,
} from './facts.ts';
import type { ProgrammeRules } from './programme-rules.ts';
import type { QuotaCell } from './quota.ts';
import type { RefusalDetail, RefusalReason } from './refusal.ts';

/** All that a decision depends on. Nothing else does: no clock, no chance, no store. */
export interface DecisionInput {
  readonly rules: ProgrammeRules;
  readonly programme: ProgrammeFacts;
  readonly survey: SurveyFacts;
  readonly about: AskedAbout;
  readonly contact?: ContactFacts;
  readonly account?: AccountFacts;
  /** Invitations of all programmes to the person and to others of his account, in any order. */
  readonly history: readonly PastInvitation[];
  /** How many invitations each quota cell has had, by its key; absent: none. */
  readonly quotasUsed: Readonly<Record<string, number>>;
  /** The time zone of the workspace: that of its quarters and quotas, and of a person whose own is not known. */
  readonly timeZone: string;
  /** Public holidays beside those of the rules. */
  readonly holidays?: readonly string[];
  readonly now: number;
  /** Makes the draws; kept secret, nobody can choose to be in a sample. */
  readonly seed: string;
}

export interface Allowed {
  readonly kind: 'allowed';
  readonly channel: Channel;
  readonly sendAt: number;
  readonly expiresAt: number;
  /** With which probability somebody like him is asked: his answer weighs 1 / probability. */
  readonly probability: number;
  readonly variant?: string;
  readonly language: string;
  readonly timeZone: string;
  /** The role in which he is asked. */
  readonly role?: RespondentRole;
  /** The counters to add one to, under a lock, in the transaction that keeps the invitation. */
  readonly quotaCells: readonly QuotaCell[];
}

export interface Refused {
  readonly kind: 'refused';
  readonly reason: RefusalReason;
  readonly detail: RefusalDetail;
}

export type Decision = Allowed | Refused;

import type { RuleOutcome } from '../../fielding/index.ts';

/** Any JSON value, as the rules are while they are edited. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

export type ProgrammeState = 'draft' | 'running' | 'paused' | 'ended';

export interface ListedProgramme {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly level: 'encounter' | 'relationship';
  readonly state: ProgrammeState;
  readonly surveyId: string;
  readonly rules?: JsonObject;
  readonly updatedAt: string | null;
}

export interface Rate {
  readonly value: number;
  readonly n: number;
  readonly low: number;
  readonly high: number;
}

export interface ListedFigures {
  readonly id: string;
  readonly survey: string;
  readonly isPublished: boolean;
  readonly sentInWeek: number;
  readonly notAskedInWeek: number;
  readonly rate?: Rate;
}

export interface Activity {
  readonly days: readonly { readonly day: string; readonly state: string; readonly count: number }[];
  readonly ahead: {
    readonly planned: number;
    readonly open: number;
    readonly reminders: number;
    readonly nextAt?: string;
  };
}

export interface ReasonCount {
  readonly reason: string;
  readonly count: number;
}

export interface OutcomePart {
  readonly dispositions: Readonly<Record<string, number>>;
  readonly asked: number;
  readonly notAsked: number;
  readonly rates: Readonly<Record<string, Rate>>;
}

export interface Outcome extends OutcomePart {
  readonly refusals: readonly ReasonCount[];
  readonly byRole: readonly (OutcomePart & { readonly value: string })[];
  readonly byChannel: readonly (OutcomePart & { readonly value: string })[];
}

export interface DryRunResult {
  readonly encounters: number;
  readonly isCut: boolean;
  readonly asked: number;
  readonly refusals: readonly ReasonCount[];
}

export interface DecidedInvitation {
  readonly id: string;
  readonly programmeId: string;
  readonly contact: string | null;
  readonly account: string | null;
  readonly encounter: string | null;
  readonly touchpoint: string | null;
  readonly occurredAt: string | null;
  readonly channel: string;
  readonly state:
    | 'planned'
    | 'refused'
    | 'sent'
    | 'opened'
    | 'completed'
    | 'expired'
    | 'opted-out'
    | 'bounced'
    | 'cancelled';
  readonly reason: string | null;
  readonly stopReason: string | null;
  readonly decidedAt: string;
  readonly plannedAt: string;
  readonly sentAt: string | null;
  readonly isUncertain: boolean;
  readonly rules: readonly RuleOutcome[];
}

export type LegalBases = Readonly<Partial<Record<'email' | 'sms', string>>>;

import type { RefusalReason } from '../../fielding/index.ts';
import type { Comparison, Estimate } from '../../inference/index.ts';
import type { MetricDefinition } from '../../metrics/index.ts';

export interface RelationshipProgramme {
  readonly id: string;
  readonly name: string;
  readonly level: 'encounter' | 'relationship';
  readonly state: 'draft' | 'running' | 'paused' | 'ended';
  readonly rules?: { readonly hasIncentive?: boolean; readonly waves?: { readonly everyMonths: number } };
}

/** Why no payer or decision maker of an account can be heard. */
export type Silence = 'no-deciding-contact' | RefusalReason;

export interface SilentCount {
  readonly why: Silence;
  readonly accounts: number;
  readonly revenue?: number;
}

export interface WaveDraw {
  readonly accounts: number;
  readonly persons: number;
  readonly drawnAccounts: number;
  readonly drawnPersons: number;
  readonly responseShare: number;
  readonly responseFrom: number;
  readonly expected: {
    readonly revenue?: number;
    readonly accounts: number;
    readonly reachable?: number;
    readonly isReached: boolean;
  };
}

export interface ListedWave {
  readonly id: string;
  readonly programmeId: string;
  readonly number: number;
  readonly state: 'waiting' | 'drawing' | 'planning' | 'open' | 'closed';
  readonly opensAt: string;
  readonly closesAt: string;
  readonly closedAt: string | null;
  readonly goal?: { readonly coverage: number; readonly by: 'revenue' | 'accounts' };
  readonly draw?: WaveDraw;
}

export interface Heard {
  readonly accounts: number;
  readonly heardBefore: number;
  readonly heardNow: number;
  readonly revenueBefore?: number;
  readonly revenueNow?: number;
}

export interface ShownRate {
  readonly value: number;
  readonly n: number;
  readonly low: number;
  readonly high: number;
}

export interface ResponsePart {
  readonly value: string;
  readonly dispositions: Readonly<Record<string, number>>;
  readonly asked: number;
  readonly notAsked: number;
  readonly rates: Readonly<Record<string, ShownRate>>;
}

export interface ShownWave extends ListedWave {
  readonly heard: Heard;
  readonly heardBySegment: readonly (Heard & { readonly segment: string })[];
  readonly response: Omit<ResponsePart, 'value'> & {
    readonly byRole: readonly ResponsePart[];
    readonly byChannel: readonly ResponsePart[];
    readonly bySegment: readonly ResponsePart[];
  };
  readonly refusals: readonly { readonly reason: Silence; readonly count: number }[];
  readonly silent: readonly SilentCount[];
  readonly undecided: number;
}

export interface WaveDryRun {
  readonly number: number;
  readonly draw: WaveDraw;
  readonly drawnRevenue?: number;
  readonly silent: readonly SilentCount[];
  readonly silentAccounts: readonly { readonly id: string; readonly name: string; readonly why: Silence }[];
  readonly refusals: readonly { readonly reason: Silence; readonly count: number }[];
}

type Beside = Comparison & { readonly adjustedPValue: number };

export interface PersuadedGroups {
  readonly groups: readonly { readonly group: string; readonly estimate: Estimate; readonly comparison?: Beside }[];
  readonly hidden: number;
}

export interface Persuasion {
  readonly score?: {
    readonly metric: string;
    readonly definition: MetricDefinition;
    readonly answers: number;
    readonly isCut: boolean;
    readonly all: Estimate;
    readonly unreminded?: Estimate;
    readonly earlyDays: number;
    readonly timing: PersuadedGroups;
    readonly steps: PersuadedGroups;
    readonly channels: PersuadedGroups;
    readonly intents?: PersuadedGroups & { readonly both: Estimate };
  };
  readonly variants?: {
    readonly judged: readonly { readonly name: string; readonly estimate: Estimate; readonly comparison?: Beside }[];
    readonly open: number;
  };
}

export interface IncentiveDraw {
  readonly id: string;
  readonly name: string;
  readonly winners: number;
  readonly entrants: number;
  readonly listHash: string;
  readonly madeAt: string;
  readonly seed: string | null;
  readonly drawnAt: string | null;
}

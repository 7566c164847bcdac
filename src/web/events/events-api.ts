import type { SourceKind } from './events-words-shape.ts';

export interface ListedEvent {
  readonly id: string;
  readonly source: string;
  readonly eventId: string;
  readonly type: string;
  readonly receivedAt: string;
  readonly state: 'waiting' | 'done' | 'refused';
  readonly reason: string | null;
  readonly field: string | null;
  readonly encounterId: string | null;
  readonly encounter: string | null;
  readonly data?: unknown;
}

export interface EventPage {
  readonly events: readonly ListedEvent[];
  readonly cursor?: string;
  readonly waiting: number;
  readonly refused: readonly { readonly reason: string; readonly count: number }[];
}

export interface Touchpoint {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

export interface TypeRule {
  readonly type: string;
  readonly source?: string;
  readonly ignore?: true;
  readonly touchpoint?: string;
  readonly happened?: 'closed' | 'opened' | 'reopened' | 'withdrawn';
  readonly fields?: Readonly<Record<string, string>>;
}

export interface EventMapping {
  readonly create?: boolean;
  readonly touchpoints?: Readonly<Record<string, string>>;
  readonly types?: readonly TypeRule[];
}

export interface Trial {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly data: unknown;
  readonly outcome: 'told' | 'ignored' | 'refused';
  readonly told?: { readonly happened: string; readonly encounter: string; readonly at: string };
  readonly reason?: string;
  readonly field?: string;
  readonly names: readonly { readonly field: string; readonly name: string; readonly isKnown: boolean }[];
}

export interface SourceSettings {
  readonly kind: SourceKind;
  readonly everySeconds: number;
  readonly mapping: {
    readonly columns?: Readonly<Record<string, string>>;
    readonly values?: Readonly<Record<string, string>>;
  };
  readonly [name: string]: unknown;
}

export interface EventSource {
  readonly id: string;
  readonly key: string;
  readonly settings: SourceSettings;
  readonly state: 'running' | 'paused';
  readonly hasSecret: boolean;
  readonly lastReadAt: string | null;
  readonly lastError: string | null;
  readonly readTo: string | null;
  readonly files: number;
  readonly filesWithProblems: number;
}

/** So often the list looks for what came meanwhile, in milliseconds. */
export const lookEvery = 3_000;

import type { CloudEvent } from './cloud-event.ts';

/** How far a source was read: a plain value that only the source understands. */
export type SourceCursor = Readonly<Record<string, unknown>>;

/** One row of a source: an event, or why it is none. */
export type SourceRecord =
  | { readonly kind: 'event'; readonly line: number; readonly event: CloudEvent }
  | { readonly kind: 'problem'; readonly line: number; readonly reason: string; readonly field: string };

/** What became of a record. */
export interface RecordOutcome {
  readonly line: number;
  readonly outcome: 'taken' | 'known' | 'refused';
  readonly reason: string;
  readonly field: string;
  /** Of the event in the store. */
  readonly id: string;
}

/** A file that was pulled: its name, and SHA-256 of its bytes. */
export interface PulledFile {
  readonly name: string;
  readonly hash: Buffer;
  /** Why no row of it could be read. */
  readonly refused?: { readonly reason: string; readonly message: string };
}

export interface Pulled {
  /** In batches, in the order of the source. */
  readonly records: AsyncIterable<readonly SourceRecord[]>;
  /** To be kept when all records are stored; asked after the last of them. */
  readonly cursor: () => SourceCursor;
  /** Whether there is more to be pulled now. */
  readonly more: boolean;
  readonly file?: PulledFile;
  /** Told of every batch when it is stored. */
  readonly settle?: (outcomes: readonly RecordOutcome[]) => Promise<void>;
  /** Called when the cursor is kept. */
  readonly finish?: () => Promise<void>;
}

/** Where events are fetched from. What was pulled twice is known by source and id of its events, so nothing is counted twice. */
export interface Source {
  pull(cursor: SourceCursor): Promise<Pulled>;
  close(): Promise<void>;
}

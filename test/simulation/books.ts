import type { PlannedEvent } from './event-plan.ts';

/** A message that a server or gateway really got: the truth, whatever the store believes. */
export interface Delivery {
  /** Where in the order of all transactions it was marked as being handed over. */
  readonly sequence: number;
  /** Where its worker had begun: facts are as old as this at most. */
  readonly begun: number;
  readonly at: number;
  readonly messageId: string;
  readonly number: number;
  readonly channel: 'email' | 'sms';
  readonly to: string;
  readonly answerToken: string;
  readonly stopToken: string;
}

export type StopKind =
  | 'unsubscribed'
  | 'opted-out-elsewhere'
  | 'complained'
  | 'bounced'
  | 'basis-withdrawn'
  | 'answered'
  | 'reminders-stopped';

/** From this place in the order of things on nothing may go to this person, or about this invitation. */
export interface Stop {
  readonly kind: StopKind;
  readonly sequence: number;
  /** Key of the person, or token of the invitation. */
  readonly whose: string;
  readonly channel?: 'email' | 'sms';
}

/** A fact that holds from a place in the order of things until the next one. */
interface Since<Value> {
  readonly sequence: number;
  readonly value: Value;
}

/** The values of one thing over the year. */
export class History<Value> {
  private readonly held: Since<Value>[] = [];

  set(sequence: number, value: Value): void {
    this.held.push({ sequence, value });
  }

  /** What held at this place. */
  at(sequence: number): Value | undefined {
    return this.held.findLast((one) => one.sequence <= sequence)?.value;
  }

  /** All that held at any time between. */
  between(from: number, until: number): readonly Value[] {
    const first = this.held.findLastIndex((one) => one.sequence <= from);
    return this.held.filter((one, i) => i >= first && one.sequence <= until).map(({ value }) => value);
  }

  get all(): readonly Since<Value>[] {
    return this.held;
  }
}

export type NaiveState = 'open' | 'closed' | 'withdrawn';

export interface EncounterBook {
  readonly state: History<NaiveState>;
  /** Times at which events say that it ended. */
  readonly closings: number[];
  readonly told: PlannedEvent[];
}

/** Everything that truly happened in a year, written by whoever made it happen and never read from the store. */
export class Books {
  readonly deliveries: Delivery[] = [];
  /** Messages of which the worker was not told whether they were taken. */
  readonly unheard = new Set<string>();
  /** Every hand-over with its worker, who may have died before it could say how it ended. */
  readonly handedBy: { readonly messageId: string; readonly isDead: () => boolean }[] = [];
  readonly stops = new Map<string, Stop[]>();
  readonly acknowledged = new Map<string, PlannedEvent>();
  readonly encounters = new Map<string, EncounterBook>();
  readonly rules = new Map<string, History<Record<string, never>>>();
  readonly states = new Map<string, History<'running' | 'paused' | 'ended'>>();
  readonly zones = new Map<string, History<string | undefined>>();
  /** Answers that were acknowledged, by the token of their invitation. */
  readonly answers = new Map<string, { readonly score: number; readonly sequence: number }>();
  readonly partials = new Map<string, { readonly at: number; readonly sequence: number }[]>();
  private untaken: { readonly sequence: number; readonly event: PlannedEvent }[] = [];

  /** Messages whose end the store need not know. */
  get mayBeUncertain(): ReadonlySet<string> {
    return new Set([
      ...this.unheard,
      ...this.handedBy.filter(({ isDead }) => isDead()).map(({ messageId }) => messageId),
    ]);
  }

  stop(stop: Stop): void {
    const held = this.stops.get(stop.whose);
    if (held) held.push(stop);
    else this.stops.set(stop.whose, [stop]);
  }

  acknowledge(events: readonly PlannedEvent[], sequence: number): void {
    for (const event of events) {
      if (this.acknowledged.has(event.id)) continue;
      this.acknowledged.set(event.id, event);
      this.untaken.push({ sequence, event });
    }
  }

  /** Events were read by the transaction of this place: what their encounters are now, by the latest that was told. */
  taken(sequence: number): void {
    const read = this.untaken.filter((one) => one.sequence < sequence);
    this.untaken = this.untaken.filter((one) => one.sequence >= sequence);
    for (const { event } of read) {
      const book = this.encounters.get(event.encounter) ?? { state: new History(), closings: [], told: [] };
      this.encounters.set(event.encounter, book);
      book.told.push(event);
      if (event.happened === 'closed') book.closings.push(event.at);
    }
    for (const key of new Set(read.map(({ event }) => event.encounter))) {
      const book = this.encounters.get(key)!;
      const latest = book.told.reduce((a, b) => (b.at > a.at ? b : a));
      const state = latest.happened === 'closed' ? 'closed' : latest.happened === 'withdrawn' ? 'withdrawn' : 'open';
      if (book.state.all.at(-1)?.value !== state) book.state.set(sequence, state);
    }
  }
}

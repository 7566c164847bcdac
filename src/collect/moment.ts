import { dateKind, localDays, localInstants, readDate, unpackTriple } from '../tables/index.ts';

/** A point in time as a file tells it: the instant, and the calendar day in the zone of the workspace. */
export interface Moment {
  readonly instant: Date;
  /** ISO date. */
  readonly day: string;
}

export interface MomentOptions {
  /** Zone in which days are cut. */
  readonly timeZone: string;
  /** Zone of times without an offset. */
  readonly fileZone: string;
  readonly order: 'dmy' | 'mdy' | 'ymd';
}

const dayMilliseconds = 86_400_000;
/** LimeSurvey writes 1980-01-01 for anonymised answers. */
const anonymousDay = '1980-01-01';

/** Reads the cells of a date column. A date alone is that day, at its midnight; undefined where it is no date. */
export function momentReader(options: MomentOptions): (cell: string) => Moment | undefined {
  const localDay = localDays(options.timeZone);
  const instantOf = localInstants(options.fileZone);
  const sameZone = options.timeZone === options.fileZone;
  const out = { kind: dateKind.empty, value: 0 } as Parameters<typeof readDate>[1];
  const isoDays = new Map<number, string>();
  const isoDay = (day: number): string => {
    let text = isoDays.get(day);
    if (text === undefined) {
      text = new Date(day * dayMilliseconds).toISOString().slice(0, 10);
      isoDays.set(day, text);
    }
    return text;
  };
  return (cell) => {
    readDate(cell, out, true);
    if (out.kind === dateKind.empty || out.kind === dateKind.unreadable) return undefined;
    const packed = out.kind === dateKind.triple || out.kind === dateKind.instantTriple;
    const value = packed ? unpackTriple(out.value, options.order) : out.value;
    if (!Number.isFinite(value)) return undefined;
    const isInstant = out.kind === dateKind.instant || out.kind === dateKind.instantTriple;
    const instant = isInstant ? value : instantOf(value);
    // A date without a time is that day wherever it is read.
    const dateAlone = !isInstant && value % dayMilliseconds === 0;
    const day = isoDay(!isInstant && (sameZone || dateAlone) ? Math.floor(value / dayMilliseconds) : localDay(instant));
    return day === anonymousDay ? undefined : { instant: new Date(instant), day };
  };
}

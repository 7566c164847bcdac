import * as z from 'zod';
import { isoDay, weekdayOf, type ZoneClock, zoneClock } from '../calendar/index.ts';

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const minuteMilliseconds = 60_000;
const dayMilliseconds = 86_400_000;
/** A year of rest days in a row is no calendar: there the search ends. */
const daysSearched = 370;

export const clockTime = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'needs a time such as 09:00');
const day = z.iso.date('needs a date such as 2026-12-24');

/**
 * When people are left in peace, by the clock where they are. 09-20 lies inside the hours of every calling law we know
 * (the narrowest of the common ones is 08-21); Sundays and public holidays begin at noon.
 */
export const quietHours = z.strictObject({
  from: clockTime.default('20:00'),
  until: clockTime.default('09:00'),
  restDaysUntil: clockTime.default('12:00'),
  restDays: z.array(z.enum(weekdays)).max(7).default(['sunday']),
  /** Public holidays, as dates. They are data: no list of ours would be right next year. */
  holidays: z.array(day).max(2000).default([]),
});

/** Working days and hours to send in, by the clock where the person is; absent: any day. */
export const sendWindow = z.strictObject({
  days: z.array(z.enum(weekdays)).min(1).default(['monday', 'tuesday', 'wednesday', 'thursday', 'friday']),
  from: clockTime.default('08:00'),
  until: clockTime.default('18:00'),
});

export interface SendHours {
  readonly quietHours: z.infer<typeof quietHours>;
  readonly sendWindow?: z.infer<typeof sendWindow> | undefined;
}

export interface SendTimeOptions {
  /** Further public holidays, as dates, beside those of the rules. */
  readonly holidays?: readonly string[];
  /** The last instant at which sending still makes sense. */
  readonly latest?: number;
  /** Not before this time of the day: that of a variant. */
  readonly from?: string;
}

export type SendTime =
  | { readonly kind: 'at'; readonly at: number }
  | { readonly kind: 'refused'; readonly reason: 'outside-window'; readonly until?: number };

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/**
 * When may a message be handed over? The first instant at or after `after` (epoch milliseconds) whose wall clock in the
 * zone lies inside the send window and outside the quiet hours. Exact where clocks change: an opening that does not
 * exist moves forward to the first time that does, one that exists twice counts once, the first. Refused where nothing
 * fits before `latest`; `until` then is the instant that would have been next. Refuses a name that is no time zone
 * (`CND_TIME_ZONE`). Decide again at the hand-over: `sendTime(now, …).at === now`.
 */
export function sendTime(after: number, hours: SendHours, timeZone: string, options: SendTimeOptions = {}): SendTime {
  const clock = zoneClock(timeZone);
  const holidays = new Set([...hours.quietHours.holidays, ...(options.holidays ?? [])]);
  const spanOf = (localDay: number) => openSpan(localDay, hours, holidays, options.from);
  const at = firstOpen(after, clock, spanOf);
  if (at === undefined) return { kind: 'refused', reason: 'outside-window' };
  if (options.latest !== undefined && at > options.latest) {
    return { kind: 'refused', reason: 'outside-window', until: at };
  }
  return { kind: 'at', at };
}

/** Minutes of a day between which may be sent, half-open. */
interface Span {
  readonly from: number;
  readonly until: number;
}

type SpanOf = (localDay: number) => Span | undefined;

function openSpan(localDay: number, hours: SendHours, holidays: ReadonlySet<string>, from = '00:00'): Span | undefined {
  const { quietHours: quiet, sendWindow: window } = hours;
  const weekday = weekdays[weekdayOf(localDay)]!;
  if (window && !window.days.includes(weekday)) return undefined;
  const isRestDay = quiet.restDays.includes(weekday) || holidays.has(isoDay(localDay));
  const opens = [quiet.until, from, ...(window ? [window.from] : []), ...(isRestDay ? [quiet.restDaysUntil] : [])];
  const closes = [quiet.from, ...(window ? [window.until] : [])];
  const span = { from: Math.max(...opens.map(minutesOf)), until: Math.min(...closes.map(minutesOf)) };
  return span.from < span.until ? span : undefined;
}

function firstOpen(after: number, clock: ZoneClock, spanOf: SpanOf): number | undefined {
  if (isOpen(after, clock, spanOf)) return after;
  const today = clock.day(after);
  for (let localDay = today - 1; localDay < today + daysSearched; localDay += 1) {
    // A clock that goes back over midnight shows a day twice, so the next day is looked at with this one.
    const found = [localDay, localDay + 1].flatMap((one) => openingsOf(one, clock, spanOf)).filter((at) => at > after);
    if (found.length > 0) return Math.min(...found);
  }
  return undefined;
}

/** Where a day can open: at its opening time, as often as that exists, and where the clocks jump into the span. */
function openingsOf(localDay: number, clock: ZoneClock, spanOf: SpanOf): number[] {
  const span = spanOf(localDay);
  if (!span) return [];
  const changes = [localDay - 1, localDay, localDay + 1]
    .map(clock.change)
    // A change of the next day would overtake its opening.
    .filter((at): at is number => at !== undefined && clock.day(at) === localDay);
  const openings = clock.instants(localDay * dayMilliseconds + span.from * minuteMilliseconds);
  return [...openings, ...changes].filter((at) => isOpen(at, clock, spanOf));
}

function isOpen(at: number, clock: ZoneClock, spanOf: SpanOf): boolean {
  const local = clock.local(at);
  const localDay = Math.floor(local / dayMilliseconds);
  const span = spanOf(localDay);
  if (!span) return false;
  const minutes = (local - localDay * dayMilliseconds) / minuteMilliseconds;
  return minutes >= span.from && minutes < span.until;
}

/** Is there a day at all on which may be sent? Rules that leave none are refused when they are written. */
export function hasOpenHours(hours: SendHours, from?: string): boolean {
  return weekdays.some((_, i) => {
    const span = openSpan(i - 3, { ...hours, quietHours: { ...hours.quietHours, restDays: [] } }, new Set(), from);
    return span !== undefined;
  });
}

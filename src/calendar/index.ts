/** Days and wall clock times of a time zone, by the time zone database of the platform. */
export { type CalendarPeriod, calendarPeriods, isoDay, periodStart, weekdayOf } from './period-start.ts';
export { localDays, localInstants, type ZoneClock, zoneClock } from './zone-clock.ts';

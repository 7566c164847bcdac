import { localDays } from '../tables/index.ts';

const zones = new Map<string, (instant: number) => number>();

/** On which day of this time zone was it (ISO date)? Every response is counted under a day that was cut here. */
export function dayIn(timeZone: string, instant: Date): string {
  const days = zones.get(timeZone) ?? localDays(timeZone);
  zones.set(timeZone, days);
  return new Date(days(instant.getTime()) * 86_400_000).toISOString().slice(0, 10);
}

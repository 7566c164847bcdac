/** The wall clock of a zone at an instant, by `Intl` alone: written apart from the production code that it judges. */
export interface WallClock {
  readonly date: string;
  readonly minutes: number;
  readonly weekday: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

export function wallClock(at: number, timeZone: string): WallClock {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      weekday: 'long',
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
  }
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return {
    date: `${parts.year}-${parts.month}-${parts.day}`,
    minutes: Number(parts.hour) * 60 + Number(parts.minute),
    weekday: parts.weekday!.toLowerCase(),
  };
}

export const quarterOf = (at: number, timeZone: string): string => {
  const { date } = wallClock(at, timeZone);
  return `${date.slice(0, 4)} ${Math.floor((Number(date.slice(5, 7)) - 1) / 3)}`;
};

export const monthOf = (at: number, timeZone: string): string => wallClock(at, timeZone).date.slice(0, 7);

/** Days of each month; February has its leap day looked at apart. */
const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const pattern = /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2}):(\d{2})(\.\d{1,30})?([Zz]|[+-]\d{2}:\d{2})$/;

/**
 * Which instant a timestamp of RFC 3339 means, to the millisecond: date, time and offset are all needed, the date exists,
 * and a leap second is the second after it. Undefined where the text is none, and for the year 0, which PostgreSQL has
 * not.
 */
export function instantOfText(text: string): Date | undefined {
  const parts = pattern.exec(text);
  if (!parts) return undefined;
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (year === 0 || month < 1 || month > 12 || day < 1 || day > monthDays[month - 1]!) return undefined;
  if (month === 2 && day === 29 && !isLeapYear) return undefined;
  if (hour > 23 || minute > 59 || second > 60) return undefined;
  const offset = offsetMinutes(parts[8]!);
  if (offset === undefined) return undefined;
  const milliseconds = Math.trunc(Number(parts[7] ?? 0) * 1000);
  const local = new Date(0);
  // Not Date.UTC, for which the years 0 to 99 are those of the last century.
  local.setUTCFullYear(year, month - 1, day);
  local.setUTCHours(hour, minute, second, milliseconds);
  return new Date(local.getTime() - offset * 60_000);
}

function offsetMinutes(text: string): number | undefined {
  if (/^z$/i.test(text)) return 0;
  const [hours, minutes] = [Number(text.slice(1, 3)), Number(text.slice(4))];
  if (hours > 23 || minutes > 59) return undefined;
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

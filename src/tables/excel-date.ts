const dayMilliseconds = 86_400_000;
const epoch1900 = Date.UTC(1899, 11, 30);
const epoch1904 = Date.UTC(1904, 0, 1);
/** Serial number of 9999-12-31. */
const lastSerial = 2_958_465;

/**
 * A serial day number as ISO text, to the second: "2026-03-01" or "2026-03-01T14:30:00". Excel's 1900 calendar has a
 * 29 February 1900 that never was, so serials below 61 count from one day later. A time without a day, or a number
 * outside the calendar, stays a number.
 */
export function excelDateText(serial: number, calendar: 1900 | 1904): string {
  if (!(serial >= 1 && serial < lastSerial + 1)) return String(serial);
  const epoch = calendar === 1904 ? epoch1904 : serial < 60 ? epoch1900 + dayMilliseconds : epoch1900;
  const seconds = Math.round(serial * 86_400);
  const text = new Date(epoch + seconds * 1000).toISOString();
  return seconds % 86_400 === 0 ? text.slice(0, 10) : text.slice(0, 19);
}

/** Whether a number format shows a day: built-in formats by number, others by their letters outside quotes. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return true;
  if (code === undefined) return false;
  const letters = code
    .slice(0, 255)
    .replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '')
    .toLowerCase();
  return /[dy]/.test(letters) && !/general/.test(letters);
}

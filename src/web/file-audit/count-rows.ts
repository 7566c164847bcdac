/**
 * How many rows does a text file have, roughly? Counts line ends while the file is being sent, so that the page can
 * say how much is being judged. A workbook is compressed: its rows cannot be counted here.
 */
export async function countRows(file: File, signal: AbortSignal): Promise<number | undefined> {
  if (/\.xlsx$/i.test(file.name)) return undefined;
  const reader = file.stream().getReader();
  let rows = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Math.max(0, rows - 1);
    if (signal.aborted) {
      await reader.cancel();
      return undefined;
    }
    for (const byte of value) if (byte === 10) rows++;
  }
}

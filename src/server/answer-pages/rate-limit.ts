/** More addresses at once than this begin anew: a limit that is too kind for a moment, and memory that stays small. */
const mostAddresses = 20_000;

/** Counts what an address asks for in a window of time, in this process; says whether one more is allowed. */
export function rateLimit(most: number, windowMilliseconds: number): (address: string, now: Date) => boolean {
  const windows = new Map<string, { readonly since: number; count: number }>();
  return (address, now) => {
    const at = now.getTime();
    const open = windows.get(address);
    if (open && at - open.since < windowMilliseconds) {
      open.count += 1;
      return open.count <= most;
    }
    if (windows.size >= mostAddresses) windows.clear();
    windows.set(address, { since: at, count: 1 });
    return true;
  };
}

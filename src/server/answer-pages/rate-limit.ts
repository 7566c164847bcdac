/** More addresses at once than this begin anew: a limit that is too kind for a moment, and memory that stays small. */
const mostAddresses = 20_000;

/** How often an address did something in a window of time, in this process. */
interface Counter {
  /** How often it was in the window that is open, without this time. */
  count(address: string, now: Date): number;
  add(address: string, now: Date): void;
}

export function addressCounter(windowMilliseconds: number): Counter {
  const windows = new Map<string, { readonly since: number; count: number }>();
  const openOf = (address: string, now: Date) => {
    const open = windows.get(address);
    return open && now.getTime() - open.since < windowMilliseconds ? open : undefined;
  };
  return {
    count: (address, now) => openOf(address, now)?.count ?? 0,
    add(address, now) {
      const open = openOf(address, now);
      if (open) {
        open.count += 1;
        return;
      }
      if (windows.size >= mostAddresses) windows.clear();
      windows.set(address, { since: now.getTime(), count: 1 });
    },
  };
}

/** Counts what an address asks for in a window of time, in this process; says whether one more is allowed. */
export function rateLimit(most: number, windowMilliseconds: number): (address: string, now: Date) => boolean {
  const counter = addressCounter(windowMilliseconds);
  return (address, now) => {
    counter.add(address, now);
    return counter.count(address, now) <= most;
  };
}

/** Remembers what was found for a short time, in this process. Whoever changes what is remembered forgets it at once. */
export interface ShortMemory<Found> {
  recall(key: string, now: Date): Found | undefined;
  keep(key: string, found: Found, now: Date): void;
  drop(key: string): void;
  forget(): void;
}

/** `milliseconds` is how long another process may have changed it unseen; `most` bounds what is held. */
export function shortMemory<Found>(milliseconds: number, most = 1_000): ShortMemory<Found> {
  const held = new Map<string, { readonly found: Found; readonly at: number }>();
  return {
    recall(key, now) {
      const one = held.get(key);
      if (one && Math.abs(now.getTime() - one.at) < milliseconds) return one.found;
      held.delete(key);
      return undefined;
    },
    keep(key, found, now) {
      if (held.size >= most) held.clear();
      held.set(key, { found, at: now.getTime() });
    },
    drop: (key) => held.delete(key),
    forget: () => held.clear(),
  };
}

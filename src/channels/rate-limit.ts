/** Lets callers through at most so many a second, in the order they came. Without a limit nobody waits. */
export function paceOf(perSecond: number | undefined): () => Promise<void> {
  if (perSecond === undefined) return async () => undefined;
  const gap = 1000 / perSecond;
  let next = 0;
  return async () => {
    // Not the clock of the world: a step of it must not stop the mail for an hour.
    const now = performance.now();
    const at = Math.max(now, next);
    next = at + gap;
    if (at > now) await new Promise((resolve) => setTimeout(resolve, at - now));
  };
}

/**
 * One lookup at a time for a key: those who come while one runs share the next, which begins after they came. Nobody
 * reads what was true before he asked, and a hundred who ask at once cost two lookups.
 */
export function gatheredLookup<Item, Found>(
  look: (key: string, items: readonly Item[]) => Promise<Found>,
): (key: string, item: Item) => Promise<Found> {
  const next = new Map<string, { items: Item[]; found: Promise<Found> }>();
  const running = new Map<string, Promise<unknown>>();
  return (key, item) => {
    const open = next.get(key);
    if (open) {
      open.items.push(item);
      return open.found;
    }
    const items = [item];
    const before = running.get(key) ?? Promise.resolve();
    const found = before.then(() => {
      // Taken away before the first wait: whoever comes later opens the next.
      next.delete(key);
      return look(key, items);
    });
    next.set(key, { items, found });
    const done: Promise<unknown> = found.then(forget, forget);
    function forget() {
      if (running.get(key) === done) running.delete(key);
    }
    running.set(key, done);
    return found;
  };
}

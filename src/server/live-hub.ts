import { responsesChanged, type Store } from '../store/index.ts';

/** Tells the open pages of a workspace that responses came or went. Every web process has one; the store joins them. */
export interface LiveHub {
  /** Calls `changed` after a change, at most once in 250 ms and always after the last one. Answers how to leave. */
  subscribe(workspaceId: string, changed: () => void): () => void;
  close(): Promise<void>;
}

const quietMilliseconds = 250;

export async function openLiveHub(store: Store): Promise<LiveHub> {
  const pages = new Map<string, Set<() => void>>();
  const tell = (workspaceId: string) => {
    for (const changed of pages.get(workspaceId) ?? []) changed();
  };
  const stop = await store.listen(responsesChanged, {
    heard: tell,
    missed: () => {
      for (const workspaceId of pages.keys()) tell(workspaceId);
    },
  });
  return {
    subscribe(workspaceId, changed) {
      const open = pages.get(workspaceId) ?? new Set();
      pages.set(workspaceId, open);
      const gathered = gather(changed);
      open.add(gathered.tell);
      return () => {
        gathered.stop();
        open.delete(gathered.tell);
        if (open.size === 0) pages.delete(workspaceId);
      };
    },
    close: stop,
  };
}

/** The first change is told at once; those of the next 250 ms together at their end. */
function gather(changed: () => void): { tell: () => void; stop: () => void } {
  let quiet: NodeJS.Timeout | undefined;
  let waiting = false;
  const tell = () => {
    if (quiet) {
      waiting = true;
      return;
    }
    changed();
    quiet = setTimeout(() => {
      quiet = undefined;
      if (!waiting) return;
      waiting = false;
      tell();
    }, quietMilliseconds);
  };
  return { tell, stop: () => clearTimeout(quiet) };
}

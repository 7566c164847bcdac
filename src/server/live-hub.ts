import { type Today, todayOf } from '../collect/index.ts';
import { responsesChanged, type Store } from '../store/index.ts';

/** Tells the open pages of a workspace that responses came or went. Every web process has one; the store joins them. */
export interface LiveHub {
  /** Calls `changed` after changes: at most once in 250 ms, and always after the last one. Answers how to leave. */
  subscribe(workspaceId: string, changed: (today: Today) => void): () => void;
  /** How the day stands now. */
  now(workspaceId: string): Promise<Today>;
  /** How many pages listen. */
  pages(): number;
  /** Aborted when this process stops: open pages are let go, and come back to the next one. */
  readonly closed: AbortSignal;
  close(): Promise<void>;
}

const quietMilliseconds = 250;

interface Room {
  readonly pages: Set<(today: Today) => void>;
  tell(): void;
  stop(): void;
}

export async function openLiveHub(store: Store, clock: () => Date): Promise<LiveHub> {
  const closing = new AbortController();
  const rooms = new Map<string, Room>();
  const now = (workspaceId: string) => store.inWorkspace(workspaceId, (transaction) => todayOf(transaction, clock()));
  const stop = await store.listen(responsesChanged, {
    heard: (workspaceId) => rooms.get(workspaceId)?.tell(),
    missed: () => {
      for (const room of rooms.values()) room.tell();
    },
  });
  const enter = (workspaceId: string): Room => {
    const pages: Room['pages'] = new Set();
    // Asked once for all pages of the workspace, however many are open.
    const told = gather(async () => {
      const today = await now(workspaceId);
      for (const page of pages) page(today);
    });
    const room = { pages, ...told };
    rooms.set(workspaceId, room);
    return room;
  };
  return {
    now,
    subscribe(workspaceId, changed) {
      const room = rooms.get(workspaceId) ?? enter(workspaceId);
      room.pages.add(changed);
      return () => {
        room.pages.delete(changed);
        if (room.pages.size > 0) return;
        room.stop();
        if (rooms.get(workspaceId) === room) rooms.delete(workspaceId);
      };
    },
    pages: () => [...rooms.values()].reduce((total, room) => total + room.pages.size, 0),
    closed: closing.signal,
    async close() {
      closing.abort();
      await stop();
    },
  };
}

/** The first change is told at once; those of the next 250 ms together at their end. */
function gather(changed: () => Promise<void>): { tell: () => void; stop: () => void } {
  let quiet: NodeJS.Timeout | undefined;
  let waiting = false;
  const tell = () => {
    if (quiet) {
      waiting = true;
      return;
    }
    quiet = setTimeout(() => {
      quiet = undefined;
      if (!waiting) return;
      waiting = false;
      tell();
    }, quietMilliseconds);
    // A store that is away for a moment: the listener says so when it is back.
    changed().catch(() => undefined);
  };
  return { tell, stop: () => clearTimeout(quiet) };
}

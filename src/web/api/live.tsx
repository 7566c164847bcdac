import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { meKey } from './client.ts';

/** What the server says about today; `lastAt` is an instant. */
export interface LiveDay {
  readonly n: number;
  readonly lastAt?: string;
}

export interface LiveState {
  readonly connection: 'connecting' | 'open' | 'lost';
  readonly today?: LiveDay;
  readonly lostAt?: Date;
}

const Live = createContext<LiveState>({ connection: 'connecting' });

export const useLive = (): LiveState => useContext(Live);

/** Queries under this key show what answers change; they are asked again when one comes. */
export const liveKey = (workspace: string) => ['live', workspace] as const;

/** A page that nobody looks at gives its connection back: browsers allow six to one server. */
const restAfter = 30_000;
const longestWait = 30_000;

/** Keeps the figures of a workspace true: one stream of events, asked for again when it breaks. */
export function LiveProvider(props: { readonly workspace: string; readonly children: ReactNode }): ReactNode {
  const { workspace } = props;
  const client = useQueryClient();
  const [state, setState] = useState<LiveState>({ connection: 'connecting' });
  useEffect(() => {
    setState({ connection: 'connecting' });
    return listen({ workspace, client, onState: setState });
  }, [workspace, client]);
  return <Live value={state}>{props.children}</Live>;
}

interface Listening {
  readonly workspace: string;
  readonly client: QueryClient;
  readonly onState: (change: (before: LiveState) => LiveState) => void;
}

/** Listens until the returned function is called. */
function listen({ workspace, client, onState }: Listening): () => void {
  let source: EventSource | undefined;
  let wait = 1_000;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refresh = refresher(client, workspace);
  const open = () => {
    clearTimeout(timer);
    source?.close();
    source = new EventSource(`/api/workspaces/${encodeURIComponent(workspace)}/live`);
    source.onopen = () => {
      wait = 1_000;
      // Whatever came while nobody listened.
      onState((before) => {
        if (before.connection === 'lost') refresh();
        const { lostAt: _lost, ...rest } = before;
        return { ...rest, connection: 'open' };
      });
    };
    const tell = (event: MessageEvent<string>) => {
      const today = readDay(event.data);
      if (today) onState((before) => ({ ...before, connection: 'open', today }));
    };
    source.addEventListener('state', tell);
    source.addEventListener('changed', (event) => {
      tell(event);
      refresh();
    });
    source.onerror = () => {
      onState((before) =>
        before.connection === 'lost' ? before : { ...before, connection: 'lost', lostAt: new Date() },
      );
      if (source?.readyState !== EventSource.CLOSED) return; // The browser tries again by itself.
      client.invalidateQueries({ queryKey: meKey });
      timer = setTimeout(open, wait);
      wait = Math.min(longestWait, wait * 2);
    };
  };
  const rest = () => {
    clearTimeout(timer);
    if (document.visibilityState === 'visible') {
      if (source && source.readyState !== EventSource.CLOSED) return;
      refresh();
      open();
    } else {
      timer = setTimeout(() => {
        source?.close();
        source = undefined;
      }, restAfter);
    }
  };
  open();
  document.addEventListener('visibilitychange', rest);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', rest);
    source?.close();
  };
}

/** Asks again once more after a refetch during which something changed: never two at once, never the last one missed. */
function refresher(client: QueryClient, workspace: string): () => void {
  let running = false;
  let again = false;
  const run = async () => {
    running = true;
    do {
      again = false;
      await client.invalidateQueries({ queryKey: liveKey(workspace) });
    } while (again);
    running = false;
  };
  return () => {
    again = true;
    if (!running) void run();
  };
}

function readDay(data: string): LiveDay | undefined {
  try {
    const { today, lastAt } = JSON.parse(data) as { today?: unknown; lastAt?: unknown };
    if (typeof today !== 'number') return undefined;
    return typeof lastAt === 'string' ? { n: today, lastAt } : { n: today };
  } catch {
    return undefined;
  }
}

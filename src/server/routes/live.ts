import { createRoute } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import type { Today } from '../../collect/index.ts';
import { inWorkspace, stillMay } from '../guard.ts';
import { newRoutes, noQuery, workspaceParams } from '../route.ts';

const heartbeatMilliseconds = 15_000;

const live = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/live',
  summary: 'Server-sent events: `state` at the start and `changed` after responses came or went, { today, lastAt }',
  ...inWorkspace('view-figures'),
  request: { params: workspaceParams, query: noQuery },
  responses: { 200: { description: 'A stream of events', content: { 'text/event-stream': {} } } },
});

export function liveRoutes() {
  const routes = newRoutes();
  routes.openapi(live, async (c) => {
    const { live: hub } = c.var.context;
    const { id } = c.var.access.workspace;
    const state = await hub.now(id);
    return streamSSE(c, async (stream) => {
      const send = (event: string, data: Today) => stream.writeSSE({ event, data: JSON.stringify(data) });
      const leave = hub.subscribe(id, (today) => void send('changed', today));
      stream.onAbort(leave);
      const end = () => void stream.close();
      hub.closed.addEventListener('abort', end, { once: true });
      try {
        await send('state', state);
        while (!stream.aborted && !stream.closed) {
          await stream.sleep(heartbeatMilliseconds);
          // Whoever is no member any more hears no more.
          if (stream.aborted || stream.closed || !(await stillMay(c, 'view-figures'))) break;
          await stream.write(': heartbeat\n\n');
        }
      } finally {
        leave();
        hub.closed.removeEventListener('abort', end);
      }
    });
  });
  return routes;
}

import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A line between browser and server that can be cut, or that loses replies after the server has done its work. */
export interface BadLine {
  readonly address: string;
  /** `lossy`: of two calls that bring answers, one is taken and its reply is lost. */
  state: 'good' | 'lossy' | 'cut';
  /** Replies that were lost although the server had taken what was sent. */
  readonly lost: () => number;
  close(): void;
}

export async function badLine(target: string, chance: () => number): Promise<BadLine> {
  let lost = 0;
  const line = {
    state: 'good' as BadLine['state'],
    address: '',
    lost: () => lost,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  const handle = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    if (line.state === 'cut') return void incoming.socket.destroy();
    const url = new URL(incoming.url ?? '/', target);
    const forward = request(
      url,
      { method: incoming.method, headers: { ...incoming.headers, host: new URL(line.address).host } },
      (reply) => {
        const isLost = line.state === 'lossy' && incoming.method === 'POST' && chance() < 0.5;
        if (isLost && reply.statusCode === 200) {
          lost += 1;
          reply.resume();
          reply.once('end', () => incoming.socket.destroy());
          return;
        }
        outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
        reply.pipe(outgoing);
      },
    );
    forward.once('error', () => outgoing.destroy());
    incoming.pipe(forward);
  };
  const server: Server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  line.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return line;
}

import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { Transform } from 'node:stream';

/** What is wrong with the line at the moment. */
export type LineFault =
  | { readonly kind: 'none' }
  /** Every piece comes later, in both directions. */
  | { readonly kind: 'latency'; readonly milliseconds: number }
  /** So many bytes a second in each direction. */
  | { readonly kind: 'bandwidth'; readonly bytesPerSecond: number }
  /** Connections are ended in good order, and new ones are refused. */
  | { readonly kind: 'cut' }
  /** Nothing arrives any more and nobody is told: a firewall that forgot the connection, a cable that was pulled. */
  | { readonly kind: 'half-open' }
  /** Connections break at once (RST), and so does every new one. */
  | { readonly kind: 'reset' }
  /** The name of the server leads nowhere: nobody listens there. */
  | { readonly kind: 'no-name' };

export interface TcpProxy {
  readonly port: number;
  /** Changes the line; what is open feels it at once. Connections that went dead stay dead when the line is mended. */
  set(fault: LineFault): Promise<void>;
  readonly connections: () => number;
  close(): Promise<void>;
}

interface Pair {
  readonly near: Socket;
  readonly far: Socket;
  isDead: boolean;
}

/** A line to a server on this machine that can be damaged while it is in use. */
export async function tcpProxy(target: { readonly host: string; readonly port: number }): Promise<TcpProxy> {
  const pairs = new Set<Pair>();
  let fault: LineFault = { kind: 'none' };
  const all = new Set<Socket>();
  const take = (near: Socket) => {
    all.add(near);
    near.on('close', () => all.delete(near));
    near.on('error', () => undefined);
    if (fault.kind === 'reset') return near.resetAndDestroy();
    if (fault.kind === 'cut') return void near.end();
    const far = connect({ ...target, allowHalfOpen: true });
    far.on('error', () => near.resetAndDestroy());
    const pair: Pair = { near, far, isDead: fault.kind === 'half-open' };
    pairs.add(pair);
    near.on('close', () => {
      pairs.delete(pair);
      far.destroy();
    });
    near.on('error', () => far.resetAndDestroy());
    far.on('close', () => near.destroy());
    near.pipe(damage(pair)).pipe(far);
    far.pipe(damage(pair)).pipe(near);
  };
  const damage = (pair: Pair) =>
    new Transform({
      transform(piece: Buffer, _encoding, give) {
        if (pair.isDead) return give();
        const wait =
          fault.kind === 'latency'
            ? fault.milliseconds
            : fault.kind === 'bandwidth'
              ? (piece.length * 1000) / fault.bytesPerSecond
              : 0;
        // What was on its way when the line went dead is lost too.
        if (wait === 0) return give(null, piece);
        setTimeout(() => (pair.isDead ? give() : give(null, piece)), wait);
      },
    });
  const listen = async (port: number) => {
    const server = createServer({ allowHalfOpen: true }, take);
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return server;
  };
  let server = await listen(0);
  const { port } = server.address() as AddressInfo;
  const breakAll = (how: 'end' | 'reset') => {
    for (const near of all) {
      if (how === 'reset') near.resetAndDestroy();
      else near.destroy();
    }
    for (const { far } of pairs) far.destroy();
  };
  return {
    port,
    connections: () => pairs.size,
    async set(next) {
      fault = next;
      if (next.kind === 'half-open') for (const pair of pairs) pair.isDead = true;
      if (next.kind === 'cut' || next.kind === 'no-name') breakAll('end');
      if (next.kind === 'reset') breakAll('reset');
      if (next.kind === 'no-name') server.close();
      else if (!server.listening) server = await listen(port);
    },
    async close() {
      breakAll('end');
      server.close();
    },
  };
}

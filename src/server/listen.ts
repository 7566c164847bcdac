import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Config } from '../config/index.ts';
import { CandorError } from '../errors/index.ts';

export type Fetch = Parameters<typeof serve>[0]['fetch'];
export type HttpServer = ReturnType<typeof serve>;

/** Listens, or refuses in one line where the port is taken or the address is not ours. */
export function listen({ host, port }: Pick<Config, 'host' | 'port'>, fetch: Fetch): Promise<HttpServer> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname: host, port }, () => resolve(server));
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, host, port)));
  });
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') return new CandorError('CND_PORT_TAKEN', `port ${port} is taken`, { port });
  if (error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new CandorError('CND_PORT_TAKEN', `${host}:${port} cannot be served (${error.code})`, { port, host });
  }
  return error;
}

/** The address as a person opens it. */
export function shownAddress(server: HttpServer, { host, baseUrl }: Pick<Config, 'host' | 'baseUrl'>): string {
  const { port } = server.address() as AddressInfo;
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return baseUrl ?? `http://${name}:${port}`;
}

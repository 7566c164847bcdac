import { once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { certificate } from './certificate.ts';

export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

/** How the receiver answers: a status, or its own way. */
export type Answer =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
  | ((response: http.ServerResponse, request: ReceivedRequest) => void);

/** A receiver on this machine that keeps what it got and answers as it is told. */
export interface Receiver {
  readonly port: number;
  readonly url: string;
  readonly received: ReceivedRequest[];
  answer: (request: ReceivedRequest, number: number) => Answer;
  close(): Promise<void>;
}

export async function openReceiver(options: { host?: string; tls?: boolean } = {}): Promise<Receiver> {
  const { host = '127.0.0.1', tls = false } = options;
  const take: http.RequestListener = (request, response) => {
    const parts: Buffer[] = [];
    request.on('error', () => undefined);
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request;
      const received = { method, path, headers, body: Buffer.concat(parts).toString() };
      receiver.received.push(received);
      const answer = receiver.answer(received, receiver.received.length);
      if (typeof answer === 'function') return answer(response, received);
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
  };
  const server = tls ? https.createServer(certificate, take) : http.createServer(take);
  server.on('clientError', () => undefined);
  server.on('tlsClientError', () => undefined);
  server.listen(0, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const receiver: Receiver = {
    port,
    url: `${tls ? 'https' : 'http'}://${host}:${port}/hook`,
    received: [],
    answer: () => ({ status: 204 }),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return receiver;
}

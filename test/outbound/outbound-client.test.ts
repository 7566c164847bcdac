import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AllowedTarget, outboundClient } from '../../src/outbound/index.ts';
import { hostileNames, hostileUrls } from './hostile-urls.ts';
import { openReceiver, type Receiver } from './receiver.ts';

let receiver: Receiver;
let secure: Receiver;
beforeAll(async () => {
  [receiver, secure] = await Promise.all([openReceiver(), openReceiver({ tls: true })]);
});
afterAll(() => Promise.all([receiver.close(), secure.close()]));
beforeEach(() => {
  receiver.received.length = 0;
  receiver.answer = () => ({ status: 204 });
});

const allowed = (): AllowedTarget[] =>
  [receiver, secure].map(({ port }) => ({ kind: 'network', host: '127.0.0.1/32', port }));
const client = (more = {}) => outboundClient({ allowed: allowed(), milliseconds: 500, ...more });

describe('the client refuses', () => {
  it('is tried with more than sixty forms', () => expect(hostileUrls.length).toBeGreaterThan(60));

  it.each(hostileUrls)('%s (%s)', async (url, reason) => {
    const sent = await outboundClient({ resolve: hostileNames, milliseconds: 500 }).send({ url });
    expect(sent).toEqual({ kind: 'refused', reason });
  });

  it('a name that changes from a public to a private address between two looks, and looks once for each request', async () => {
    const looks: string[] = [];
    const resolve = async (hostname: string) => {
      looks.push(hostname);
      // 240.0.0.1 cannot be reached by anybody; the rule stands for a public one.
      return [looks.length === 1 ? '240.0.0.1' : '127.0.0.1'];
    };
    const rules: AllowedTarget[] = [{ kind: 'network', host: '240.0.0.1/32', port: receiver.port }];
    const rebinding = outboundClient({ allowed: rules, resolve, milliseconds: 500 });
    const url = `http://rebind.example:${receiver.port}/`;
    expect(await rebinding.send({ url })).toMatchObject({ kind: 'failed', reached: false });
    expect(looks).toEqual(['rebind.example']);
    expect(await rebinding.send({ url })).toEqual({ kind: 'refused', reason: 'address' });
    expect(receiver.received).toEqual([]);
  });

  it('to leave the judged address for the one that a second look would give', async () => {
    const other = await openReceiver({ host: '127.0.0.2' });
    try {
      let looks = 0;
      const resolve = async () => (++looks === 1 ? ['127.0.0.1'] : ['127.0.0.2']);
      const sent = await client({ resolve }).send({ url: `http://rebind.example:${receiver.port}/` });
      expect(sent).toMatchObject({ kind: 'answered', status: 204 });
      expect([receiver.received.length, other.received.length, looks]).toEqual([1, 0, 1]);
      expect(receiver.received[0]!.headers.host).toBe(`rebind.example:${receiver.port}`);
    } finally {
      await other.close();
    }
  });

  it('to follow a redirect, wherever it leads', async () => {
    for (const status of [301, 302, 303, 307, 308]) {
      receiver.answer = () => ({ status, headers: { location: `${receiver.url}/next` } });
      expect(await client().send({ url: receiver.url, body: '{}' })).toMatchObject({ kind: 'answered', status });
    }
    expect(receiver.received.map(({ path }) => path)).toEqual(Array(5).fill('/hook'));
  });

  it('a certificate that nobody signed, also where the environment does not mind', async () => {
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
    try {
      const resolve = async () => ['127.0.0.1'];
      const url = `https://receiver.example:${secure.port}/`;
      expect(await client({ resolve }).send({ url })).toEqual({ kind: 'failed', reason: 'tls', reached: false });
      expect(secure.received).toEqual([]);
    } finally {
      delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    }
  });

  it('to send more than a quarter of a megabyte', async () => {
    await expect(client().send({ url: receiver.url, body: 'x'.repeat(262_145) })).rejects.toMatchObject({
      code: 'CND_ARGUMENT',
    });
  });
});

describe('the client', () => {
  it('sends what it is given and nothing that tells of this machine', async () => {
    receiver.answer = () => ({ status: 200, headers: { 'x-mine': 'yes' }, body: 'thanks' });
    const sent = await client().send({
      url: `${receiver.url}?a=1#part`,
      headers: { 'content-type': 'application/json' },
      body: '{"ä":1}',
    });
    expect(sent).toMatchObject({ kind: 'answered', status: 200, isWhole: true });
    expect(sent.kind === 'answered' && [sent.body.toString(), sent.headers['x-mine']]).toEqual(['thanks', 'yes']);
    expect(receiver.received).toEqual([
      {
        method: 'POST',
        path: '/hook?a=1',
        body: '{"ä":1}',
        headers: {
          host: `127.0.0.1:${receiver.port}`,
          'user-agent': 'Candor',
          'content-type': 'application/json',
          'content-length': '8',
          connection: 'close',
        },
      },
    ]);
  });

  it('reaches by name what an operator allows, and only at that port', async () => {
    const byName = outboundClient({
      allowed: [{ kind: 'name', host: 'hooks.internal', port: receiver.port }],
      resolve: async () => ['127.0.0.1'],
      milliseconds: 500,
    });
    expect(await byName.send({ url: `http://HOOKS.internal:${receiver.port}/` })).toMatchObject({ status: 204 });
    expect(await byName.send({ url: 'http://hooks.internal/' })).toEqual({ kind: 'refused', reason: 'address' });
    expect(await byName.send({ url: `http://other.internal:${receiver.port}/` })).toEqual({
      kind: 'refused',
      reason: 'address',
    });
  });

  it('keeps a part of a reply that is too long or too slow, and its status', async () => {
    receiver.answer = () => ({ status: 200, body: 'x'.repeat(200_000) });
    const long = await client().send({ url: receiver.url });
    expect(long).toMatchObject({ kind: 'answered', status: 200, isWhole: false });
    expect(long.kind === 'answered' && long.body.length).toBe(65_536);
    receiver.answer = () => (response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(drip));
    };
    const began = Date.now();
    expect(await client({ milliseconds: 200 }).send({ url: receiver.url })).toMatchObject({
      status: 200,
      isWhole: false,
    });
    expect(Date.now() - began).toBeLessThan(2_000);
  });

  it('gives up a receiver that never answers, and says that it may have got the message', async () => {
    receiver.answer = () => () => undefined;
    const sent = await client({ milliseconds: 200 }).send({ url: receiver.url });
    expect(sent).toEqual({ kind: 'failed', reason: 'time', reached: true });
    const slowHead = () => (response: import('node:http').ServerResponse) => {
      const socket = response.socket!;
      const drip = setInterval(() => socket.write('H'), 20);
      socket.on('close', () => clearInterval(drip));
    };
    receiver.answer = slowHead;
    expect(await client({ milliseconds: 200 }).send({ url: receiver.url })).toMatchObject({ kind: 'failed' });
  });

  it('says that nothing arrived where there was nobody, no name, or a resolver that hangs', async () => {
    const gone = await openReceiver();
    await gone.close();
    const rules: AllowedTarget[] = [{ kind: 'network', host: '127.0.0.1/32', port: gone.port }];
    expect(await outboundClient({ allowed: rules }).send({ url: gone.url })).toEqual({
      kind: 'failed',
      reason: 'connection',
      reached: false,
    });
    const unknown = client({ resolve: () => Promise.reject(new Error('ENOTFOUND')) });
    expect(await unknown.send({ url: 'http://nowhere.example/' })).toEqual({
      kind: 'failed',
      reason: 'name',
      reached: false,
    });
    const hanging = client({ resolve: () => new Promise(() => undefined), milliseconds: 50 });
    expect(await hanging.send({ url: 'http://slow.example/' })).toEqual({
      kind: 'failed',
      reason: 'time',
      reached: false,
    });
  });

  it('tells apart a receiver that cuts and one that does not speak HTTP', async () => {
    receiver.answer = () => (response) => response.socket!.destroy();
    expect(await client().send({ url: receiver.url })).toEqual({ kind: 'failed', reason: 'connection', reached: true });
    receiver.answer = () => (response) => response.socket!.end('220 mail.example ESMTP\r\n');
    expect(await client().send({ url: receiver.url })).toEqual({ kind: 'failed', reason: 'reply', reached: true });
  });

  it('sends no header that would be two', async () => {
    const sent = await client().send({ url: receiver.url, headers: { 'x-name': 'a\r\nx-evil: 1' } });
    expect(sent).toMatchObject({ kind: 'failed', reached: false });
    expect(receiver.received).toEqual([]);
  });
});

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import {
  developmentChannel,
  developmentSmsChannel,
  logChannel,
  smsChannel,
  smtpChannel,
  twilioChannel,
} from '../../src/channels/index.ts';
import { keepsTheContract } from './channel-contract.ts';
import { mailWith, smsWith } from './messages.ts';
import { keepsTheOpenContract } from './open-contract.ts';
import { openWays } from './open-place.ts';

const hopelessMail = () => mailWith('x', { subject: 'Hello\r\nBcc: everybody@example.org' });
const hopelessSms = () => smsWith('x', { to: '040 123' });

keepsTheContract('SMTP', async () => {
  const mails: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    // A machine without a name system would wait for it.
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      let text = '';
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString('latin1');
      });
      stream.on('end', () => {
        mails.push(text);
        done(null);
      });
    },
  });
  // A client that goes away makes it throw otherwise.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    channel: smtpChannel({ host: '127.0.0.1', port, security: 'none' }),
    message: mailWith,
    hopeless: hopelessMail,
    arrived: async () => mails,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
});

keepsTheContract('the development outbox for mail', async () => {
  const kept: string[] = [];
  return {
    channel: developmentChannel(async (raw) => {
      kept.push(raw.toString('latin1'));
    }),
    message: mailWith,
    hopeless: hopelessMail,
    arrived: async () => kept,
    stop: async () => undefined,
  };
});

keepsTheContract('the development outbox for SMS', async () => {
  const kept: string[] = [];
  return {
    channel: developmentSmsChannel(async (raw) => {
      kept.push(raw.toString());
    }),
    message: smsWith,
    hopeless: hopelessSms,
    arrived: async () => kept,
    stop: async () => undefined,
  };
});

const logged = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'candor-log-'));
  const file = join(folder, 'messages.jsonl');
  return {
    file,
    arrived: async () => (await readFile(file, 'utf8').catch(() => '')).split('\n').filter((line) => line !== ''),
    stop: () => rm(folder, { recursive: true }),
  };
};

keepsTheContract('a log of mail', async () => {
  const log = await logged();
  return { channel: logChannel('email', log.file), message: mailWith, hopeless: hopelessMail, ...log };
});

keepsTheContract('a log of SMS', async () => {
  const log = await logged();
  return { channel: logChannel('sms', log.file), message: smsWith, hopeless: hopelessSms, ...log };
});

/** An HTTP gateway that keeps what it gets. */
async function startGateway(reply: string) {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      bodies.push(body);
      response.writeHead(201, { 'content-type': 'application/json' }).end(reply);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrived: async () => bodies,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

keepsTheContract('any HTTP gateway', async () => {
  const gateway = await startGateway('{"messages":[{"id":"m-1"}]}');
  const settings = {
    url: `${gateway.url}/send`,
    method: 'POST',
    encoding: 'json',
    fields: { to: ['{{to}}'], sender: '{{from}}', body: { text: '{{text}}' }, reference: '{{id}}' },
    idPath: 'messages.0.id',
  } as const;
  return { channel: smsChannel(settings, fetch), message: smsWith, hopeless: hopelessSms, ...gateway };
});

keepsTheContract('a gateway that speaks the interface of Twilio', async () => {
  const gateway = await startGateway('{"sid":"SM1","status":"queued"}');
  const settings = { url: gateway.url, accountSid: 'AC1', authToken: 'secret' };
  return { channel: twilioChannel(settings, fetch), message: smsWith, hopeless: hopelessSms, ...gateway };
});

for (const way of openWays) keepsTheOpenContract(way);

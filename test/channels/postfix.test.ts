import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Inbound,
  messageIdOf,
  readInbound,
  returnPath,
  sealedInvitation,
  smtpChannel,
} from '../../src/channels/index.ts';
import { mailWith } from './messages.ts';
import { postfixIsThere, type RunningPostfix, startPostfix } from './postfix.ts';

const secret = 'a secret of at least 32 characters';

/** How the server of the recipients answers, by the local part; what is not named here is taken. */
const answers: Readonly<Record<string, readonly [code: number, text: string, kind: string]>> = {
  unknown: [550, '5.1.1 Recipient address rejected: User unknown', 'hard'],
  uncoded: [550, 'No such user here', 'hard'],
  moved: [551, '5.1.6 User has moved', 'hard'],
  disabled: [550, '5.2.1 Mailbox disabled', 'hard'],
  full: [552, '5.2.2 Mailbox full', 'soft'],
  greylisted: [450, '4.2.0 Greylisted, try again later', 'soft'],
  spam: [554, '5.7.1 Message refused as spam', 'policy'],
  blocked: [554, 'Your host is on a blocklist', 'policy'],
};

describe.skipIf(!postfixIsThere)('through a real Postfix', () => {
  const delivered: { to: string; raw: Buffer }[] = [];
  let postfix: RunningPostfix;
  let remote: SMTPServer;
  beforeAll(async () => {
    remote = new SMTPServer({
      authOptional: true,
      // A machine without a name system would wait for it.
      disableReverseLookup: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo({ address }, _session, done) {
        const answer = answers[address.split('@')[0]!.split('-')[0]!];
        done(answer ? Object.assign(new Error(answer[1]), { responseCode: answer[0] }) : null);
      },
      onData(stream, { envelope }, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          delivered.push({ to: envelope.rcptTo[0]!.address, raw: Buffer.concat(chunks) });
          done(null);
        });
      },
    });
    remote.on('error', () => undefined);
    await new Promise<void>((resolve) => remote.listen(0, '127.0.0.1', resolve));
    postfix = await startPostfix((remote.server.address() as AddressInfo).port);
  });
  afterAll(async () => {
    postfix?.stop();
    await new Promise<void>((resolve) => remote.close(() => resolve()));
  });

  it('every mail arrives once, and every failure comes back to its invitation', async () => {
    const channel = smtpChannel({ host: '127.0.0.1', port: postfix.port, security: 'none' });
    const sent = new Map<string, { name: string; invitationId: string; workspaceId: string }>();
    for (const name of [...Object.keys(answers), 'anna', 'berta']) {
      for (let i = 0; i < 3; i++) {
        const reference = { workspaceId: randomUUID(), invitationId: randomUUID() };
        const address = `${name}-${i}@customer.example`;
        const path = returnPath(reference, secret, 'bounce.candor.example');
        const mail = mailWith('x', { id: messageIdOf(reference, 0, secret), returnPath: path, to: { address } });
        const handed = await channel.send(mail, { handingOver: async () => undefined });
        expect(handed, postfix.log()).toMatchObject({
          kind: 'sent',
          providerId: expect.stringMatching(/^[0-9A-Za-z]{8,}$/),
        });
        sent.set(path, { name, ...reference });
      }
    }
    await channel.close();
    const failing = [...sent.values()].filter(({ name }) => name in answers).length;
    await expect
      .poll(() => delivered.length, { timeout: 60_000, interval: 200, message: postfix.log() })
      .toBe(sent.size);
    const [reports, mails] = [
      delivered.filter(({ to }) => to.startsWith('b+')),
      delivered.filter(({ to }) => !to.startsWith('b+')),
    ];
    expect([reports.length, mails.length]).toEqual([failing, sent.size - failing]);
    for (const { to, raw } of reports) {
      const inbound: Inbound = await readInbound(raw, {
        recipient: to,
        verify: (address) => sealedInvitation(address, secret),
      });
      const { name, workspaceId, invitationId } = sent.get(to)!;
      expect(inbound, `${name}\n${raw}`).toMatchObject({
        kind: 'delivery-report',
        report: { kind: answers[name]![2], invitation: { workspaceId, invitationId } },
      });
    }
  });
});

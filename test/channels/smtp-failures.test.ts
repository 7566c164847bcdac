import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type Handed, type SmtpSettings, smtpChannel } from '../../src/channels/index.ts';
import { mailWith } from './messages.ts';
import { type SmtpDouble, type SmtpScript, startSmtpDouble } from './smtp-double.ts';

let double: SmtpDouble | undefined;
afterEach(async () => {
  await double?.stop();
  double = undefined;
});

const timeouts = { connect: 2000, greeting: 400, silence: 400, message: 5000, idle: 1000 };

async function attempt(script: SmtpScript, settings: Partial<SmtpSettings> = {}, mails = 1) {
  double = await startSmtpDouble(script);
  const channel = smtpChannel({ host: '127.0.0.1', port: double.port, security: 'none', timeouts, ...settings });
  const commits: string[] = [];
  const results: Handed[] = [];
  for (let i = 0; i < mails; i++) {
    const mark = randomUUID();
    results.push(await channel.send(mailWith(mark), { handingOver: async () => void commits.push(mark) }));
  }
  await channel.close();
  return { handed: results[0]!, results, commits, double };
}

/** A small seeded stream of [0, 1): a failing run is the same again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const refused = (permanent: boolean, code: string, bounce?: string) => ({
  kind: 'refused',
  permanent,
  code,
  ...(bounce && { bounce }),
});

describe('the twelve ways in which a mail server fails', () => {
  const rows: readonly [name: string, script: SmtpScript, expected: object, committed: boolean][] = [
    ['no banner', { greeting: 'silent' }, refused(false, 'timeout'), false],
    ['421 as a banner', { greeting: '421 4.3.2 closing' }, refused(false, '421', 'policy'), false],
    ['421 at RCPT', { replies: { RCPT: '421 4.7.0 slow down' } }, refused(false, '421', 'policy'), false],
    [
      '450 at RCPT',
      { replies: { RCPT: '450 4.2.0 greylisted, try again later' } },
      refused(false, '450', 'soft'),
      false,
    ],
    ['451 at RCPT', { replies: { RCPT: '451 4.3.0 lookup failure' } }, refused(false, '451', 'soft'), false],
    ['451 at the end', { afterDot: '451 4.3.0 try again' }, refused(false, '451', 'soft'), true],
    ['452 at MAIL', { replies: { MAIL: '452 4.3.1 insufficient storage' } }, refused(false, '452', 'policy'), false],
    ['552 at RCPT', { replies: { RCPT: '552 5.2.2 mailbox full' } }, refused(true, '552', 'soft'), false],
    ['554 at the end', { afterDot: '554 5.7.1 spam' }, refused(true, '554', 'policy'), true],
    ['554 as a banner', { greeting: '554 5.7.1 you are blocked' }, refused(false, '554', 'policy'), false],
    ['550 at RCPT', { replies: { RCPT: '550 5.1.1 no such user' } }, refused(true, '550', 'hard'), false],
    ['550 without a code', { replies: { RCPT: '550 User unknown' } }, refused(true, '550', 'hard'), false],
    ['550 at MAIL', { replies: { MAIL: '550 5.1.8 domain not found' } }, refused(true, '550', 'policy'), false],
    ['a drop before DATA', { dropAt: 'RCPT' }, refused(false, 'connection'), false],
    ['a drop after the dot', { afterDot: 'drop' }, { kind: 'uncertain', stage: 'awaiting-reply' }, true],
    ['a hang after the dot', { afterDot: 'hang' }, { kind: 'uncertain', stage: 'awaiting-reply' }, true],
    ['421 after the dot', { afterDot: '421 4.3.2 shutting down' }, refused(false, '421', 'soft'), true],
  ];

  it.each(rows)('%s', async (_, script, expected, committed) => {
    const { handed, commits, double } = await attempt(script);
    expect(handed).toMatchObject(expected);
    expect(commits.length).toBe(committed ? 1 : 0);
    // Whatever went wrong, the server has seen the message at most once.
    expect(double.received.length).toBe(committed ? 1 : 0);
  });

  it('200 mails through all of them: each is kept at most once, and none is lost without a word', {
    timeout: 60_000,
  }, async () => {
    double = await startSmtpDouble();
    const quick = { ...timeouts, silence: 60, greeting: 60 };
    const channel = smtpChannel({ host: '127.0.0.1', port: double.port, security: 'none', timeouts: quick });
    const stream = seeded(20260305);
    const passing = rows
      .map(([, script]) => script)
      .filter(({ replies, afterDot }) => !JSON.stringify([replies, afterDot]).includes('"5'));
    const kept = (mark: string) => double!.kept.filter((text) => text.includes(`${mark}.0@`)).length;
    const fates: Record<string, number> = { sent: 0, uncertain: 0 };
    for (let i = 0; i < 200; i++) {
      const mark = randomUUID();
      let handed: Handed = { kind: 'refused', permanent: false, code: '', reply: '', bounce: 'unknown' };
      // As a worker does: what was refused for now is tried again, what is uncertain is not.
      for (let attempts = 0; handed.kind === 'refused' && attempts < 20; attempts++) {
        const script = passing[Math.floor(stream() * passing.length)]!;
        double.script = stream() < 0.4 ? { ...script, times: 1 } : {};
        handed = await channel.send(mailWith(mark), { handingOver: async () => undefined });
        if (handed.kind === 'refused') expect(kept(mark)).toBe(0);
      }
      fates[handed.kind] = (fates[handed.kind] ?? 0) + 1;
      expect(kept(mark)).toBeLessThanOrEqual(1);
      if (handed.kind === 'sent') expect(kept(mark)).toBe(1);
    }
    await channel.close();
    expect(Object.keys(fates).sort()).toEqual(['sent', 'uncertain']);
    expect(fates.sent).toBeGreaterThan(150);
    expect(fates.uncertain).toBeGreaterThan(0);
  });

  it('a server that knows no EHLO, and one whose banner is late', async () => {
    expect((await attempt({ replies: { EHLO: '502 5.5.1 not implemented' } })).handed.kind).toBe('sent');
    await double!.stop();
    expect((await attempt({ bytesPerSecond: 100, greeting: `220 ${'x'.repeat(25)}` })).handed.kind).toBe('sent');
  });

  it('a refused connection', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const channel = smtpChannel({ host: '127.0.0.1', port, security: 'none', timeouts });
    const handed = await channel.send(mailWith(randomUUID()), {
      handingOver: () => Promise.reject(new Error('never')),
    });
    expect(handed).toMatchObject(refused(false, 'connection'));
    await channel.close();
  });

  it('slow, 100 bytes a second: the mail arrives', async () => {
    const { handed, double } = await attempt({ bytesPerSecond: 100 });
    expect(handed).toMatchObject({ kind: 'sent' });
    expect(double.received.length).toBe(1);
  });

  it('so slow that the whole message takes too long: refused while nothing has left', async () => {
    const { handed, commits } = await attempt(
      { bytesPerSecond: 20 },
      { timeouts: { ...timeouts, greeting: 4000, message: 300 } },
    );
    expect(handed).toMatchObject(refused(false, 'timeout'));
    expect(commits).toEqual([]);
  });

  it('a drop in the middle of the mail is uncertain, since the dot may have been on its way', async () => {
    const { handed, double } = await attempt({ dropAfterBytes: 1 });
    expect(handed.kind).toBe('uncertain');
    expect(double.received).toEqual([]);
  });

  it('a reply in the middle of the commit hands nothing over', async () => {
    double = await startSmtpDouble({ replies: { DATA: '354 go on\r\n451 4.3.0 changed my mind' } });
    const channel = smtpChannel({ host: '127.0.0.1', port: double.port, security: 'none', timeouts });
    const handed = await channel.send(mailWith(randomUUID()), {
      handingOver: () => new Promise((resolve) => setTimeout(resolve, 100)),
    });
    expect(handed).toMatchObject(refused(false, '451'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    // The mail itself would arrive as commands, since the double takes no content here.
    expect(double.commands.filter((line) => /^(Subject|From|Message-ID)/i.test(line))).toEqual([]);
    await channel.close();
  });

  it('a connection that breaks during the commit hands nothing over, and the commit is awaited', async () => {
    double = await startSmtpDouble({});
    const channel = smtpChannel({ host: '127.0.0.1', port: double.port, security: 'none', timeouts });
    let committed = false;
    const handed = await channel.send(mailWith(randomUUID()), {
      handingOver: async () => {
        await double!.stop();
        await new Promise((resolve) => setTimeout(resolve, 150));
        committed = true;
      },
    });
    expect(handed).toMatchObject(refused(false, 'connection'));
    expect([committed, double.received, double.partial]).toEqual([true, [], []]);
    await channel.close();
  });
});

describe('connections', () => {
  it('are used again, also after a refused recipient', async () => {
    const { results, double } = await attempt({ replies: { RCPT: '550 5.1.1 no' }, times: 1 }, {}, 4);
    expect(results.map(({ kind }) => kind)).toEqual(['refused', 'sent', 'sent', 'sent']);
    expect([double.connections(), double.received.length]).toEqual([1, 3]);
  });

  it('are opened anew after a mail whose fate is uncertain', async () => {
    const { results, double } = await attempt({ afterDot: 'drop', times: 1 }, {}, 3);
    expect(results.map(({ kind }) => kind)).toEqual(['uncertain', 'sent', 'sent']);
    expect([double.connections(), double.received.length]).toEqual([2, 3]);
  });

  it('that the server closed while idle cost no mail', async () => {
    double = await startSmtpDouble({});
    const channel = smtpChannel({ host: '127.0.0.1', port: double.port, security: 'none', timeouts });
    const hooks = { handingOver: async () => undefined };
    expect((await channel.send(mailWith(randomUUID()), hooks)).kind).toBe('sent');
    double.script = { replies: { MAIL: '421 4.4.2 idle too long' }, times: 1 };
    expect((await channel.send(mailWith(randomUUID()), hooks)).kind).toBe('sent');
    expect([double.connections(), double.received.length]).toEqual([2, 2]);
    await channel.close();
  });

  it('a new one that says 421 is believed', async () => {
    const { results } = await attempt({ replies: { MAIL: '421 4.4.2 no' }, times: 1 }, {}, 2);
    expect(results.map(({ kind }) => kind)).toEqual(['refused', 'sent']);
  });

  it('end after as many messages as were set', async () => {
    const { double } = await attempt({}, { messagesPerConnection: 2 }, 5);
    expect([double.connections(), double.received.length]).toEqual([3, 5]);
  });

  it('are never more than were set', async () => {
    double = await startSmtpDouble({});
    const channel = smtpChannel({ host: '127.0.0.1', port: double.port, security: 'none', timeouts, connections: 2 });
    const hooks = { handingOver: () => new Promise<void>((resolve) => setTimeout(resolve, 20)) };
    await Promise.all(Array.from({ length: 12 }, () => channel.send(mailWith(randomUUID()), hooks)));
    expect([double.connections(), double.received.length]).toEqual([2, 12]);
    await channel.close();
  });

  it('keep the pace that was set', async () => {
    double = await startSmtpDouble({});
    const channel = smtpChannel({ host: '127.0.0.1', port: double.port, security: 'none', timeouts, perSecond: 20 });
    const started = performance.now();
    const hooks = { handingOver: async () => undefined };
    await Promise.all(Array.from({ length: 6 }, () => channel.send(mailWith(randomUUID()), hooks)));
    // Five gaps of 50 ms; timers may be up to a millisecond early.
    expect(performance.now() - started).toBeGreaterThan(240);
    await channel.close();
  });
});

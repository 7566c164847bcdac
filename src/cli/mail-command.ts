import { Command } from 'commander';
import { readConfig, serverSecret } from '../config/index.ts';
import { isCandorError } from '../errors/index.ts';
import type { MailEffect } from '../fieldwork/index.ts';
import { errorLine } from './error-line.ts';
import { writeOut } from './output.ts';

interface Flags {
  readonly recipient?: string;
  readonly json?: boolean;
}

/** What mail servers take for "try again later" (sysexits.h EX_TEMPFAIL): the mail stays in their queue. */
const tryAgain = 75;
/** Of a larger mail the rest says nothing that is read. */
const mostBytes = 1024 * 1024;

export function mailCommand(): Command {
  const receive = new Command('receive')
    .description('Take one mail that came back or in from standard input: a bounce, a complaint, a reply.')
    .option('--recipient <address>', 'to whom the mail server delivers it; else the headers of the mail say so')
    .option('--json', 'print the result as JSON and nothing else')
    .addHelpText(
      'after',
      `\nExample:\n  candor mail receive < message.eml\nExit code ${tryAgain} while the store cannot be reached, so that a mail server keeps the mail.\n`,
    )
    .action((flags: Flags) => takeMail(flags));
  return new Command('mail').description('Take what comes back to the sender of invitations.').addCommand(receive);
}

async function takeMail({ recipient, json }: Flags): Promise<void> {
  const config = readConfig(process.env);
  const raw = await standardInput();
  try {
    const effect = await takeInProcess(config, raw, recipient);
    await writeOut(json ? `${JSON.stringify({ effect }, null, 2)}\n` : `${sentences[effect]}\n`);
  } catch (error) {
    // A mail server makes a bounce of every other exit code, and the mail would be lost.
    if (!isCandorError(error) || json) process.stderr.write('candor: the mail could not be taken now.\n');
    else process.stderr.write(`${errorLine(error, 'en')}\n`);
    process.exitCode = tryAgain;
  }
}

async function takeInProcess(
  config: ReturnType<typeof readConfig>,
  raw: Buffer,
  recipient: string | undefined,
): Promise<MailEffect> {
  const [{ openStore }, { receiveMail, surveyReader }] = await Promise.all([
    import('../store/index.ts'),
    import('../fieldwork/index.ts'),
  ]);
  const store = await openStore(config.store, { connections: 2 });
  try {
    const receiving = { store, clock: () => new Date(), reader: surveyReader(), secret: serverSecret(config) };
    return await receiveMail(receiving, raw, recipient);
  } finally {
    await store.close();
  }
}

async function standardInput(): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of process.stdin) {
    // Read to its end all the same: a pipe that closes early is an error of delivery to a mail server.
    if (length < mostBytes) parts.push(Buffer.from(part as Uint8Array));
    length += (part as Uint8Array).length;
  }
  return Buffer.concat(parts).subarray(0, mostBytes);
}

const sentences: Readonly<Record<MailEffect, string>> = {
  'gave-up-address': 'A bounce: the address is not written to again.',
  'soft-bounce': 'A bounce that may pass: noted.',
  'sender-fault': 'Refused for policy: noted against the sender, the address is kept.',
  delivered: 'A report of delivery: noted.',
  complaint: 'A complaint: this person is not written to again.',
  comment: 'A reply: kept as a comment.',
  unsubscribed: 'A reply that says stop: this person is not written to again.',
  ignored: 'Nothing that decides anything: ignored.',
  known: 'It was taken before.',
  'not-ours': 'It belongs to no invitation of this server: ignored.',
  unreadable: 'It cannot be read: ignored.',
};

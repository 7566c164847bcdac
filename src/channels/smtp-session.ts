import { Readable } from 'node:stream';
import type SmtpConnection from 'nodemailer/lib/smtp-connection';
import type { Handed, HandOverHooks } from './channel.ts';
import type { ComposedEmail } from './email-message.ts';
import { queueIdOf, refusedBySmtp, type SmtpFailure } from './smtp-reply.ts';
import type { SmtpSettings, SmtpTimeouts } from './smtp-settings.ts';

/** One connection to a mail server, signed in. */
export interface SmtpSession {
  readonly send: (mail: ComposedEmail, hooks: HandOverHooks) => Promise<SessionResult>;
  /** Whether another message may follow on it. */
  readonly usable: () => boolean;
  readonly sent: () => number;
  readonly quit: () => void;
}

export interface SessionResult {
  readonly handed: Handed;
  /** The connection broke, or ended with 421, before the hook was asked: another connection may do better. */
  readonly mayTryAnother: boolean;
}

/** Connects, starts TLS as the settings say, and signs in. Rejects with a `SmtpFailure`. */
export async function openSession(settings: SmtpSettings, timeouts: SmtpTimeouts): Promise<SmtpSession> {
  const { default: Connection } = await import('nodemailer/lib/smtp-connection');
  const connection = new Connection(connectionOptions(settings, timeouts));
  // Errors reach whoever waits for a reply; without a listener of its own one that nobody waits for ends the process.
  connection.on('error', () => undefined);
  const limit = deadline(timeouts.connect + timeouts.greeting + timeouts.silence);
  try {
    await Promise.race([connected(connection), limit.passed]);
    if (settings.auth) await Promise.race([signedIn(connection, settings), limit.passed]);
  } catch (failure) {
    connection.close();
    throw failure;
  } finally {
    limit.clear();
  }
  return sessionOver(connection, timeouts);
}

function connectionOptions(settings: SmtpSettings, timeouts: SmtpTimeouts) {
  const { security, certificateAuthority: ca, helloName } = settings;
  return {
    host: settings.host,
    port: settings.port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    opportunisticTLS: security === 'opportunistic',
    tls: { ...(ca !== undefined && { ca }), ...(security === 'opportunistic' && { rejectUnauthorized: false }) },
    ...(helloName !== undefined && { name: helloName }),
    connectionTimeout: timeouts.connect,
    greetingTimeout: timeouts.greeting,
    socketTimeout: timeouts.silence,
    socketCloseTimeout: 0,
  };
}

function connected(connection: SmtpConnection): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.once('error', reject);
    connection.connect((error) => (error ? reject(error) : resolve()));
  });
}

function signedIn(connection: SmtpConnection, { auth, security }: SmtpSettings): Promise<void> {
  if (!connection.secure && security === 'opportunistic') {
    const failure: SmtpFailure = { code: 'ETLS', message: 'the server offers no TLS, so the password is not sent' };
    return Promise.reject(failure);
  }
  return new Promise((resolve, reject) => {
    connection.once('error', reject);
    connection.login({ user: auth!.user, pass: auth!.password }, (error) => (error ? reject(error) : resolve()));
  });
}

function sessionOver(connection: SmtpConnection, timeouts: SmtpTimeouts): SmtpSession {
  let sent = 0;
  return {
    usable: () => !connection.destroyed,
    sent: () => sent,
    quit: () => (connection.destroyed ? undefined : connection.quit()),
    async send(mail, hooks) {
      sent++;
      const result = await sendOver(connection, mail, hooks, timeouts.message);
      // A server that refused a recipient still holds the sender; without its word it is not to be trusted further.
      if (result.handed.kind === 'refused' && !(await wasReset(connection))) connection.close();
      return result;
    },
  };
}

function wasReset(connection: SmtpConnection): Promise<boolean> {
  if (connection.destroyed) return Promise.resolve(false);
  return new Promise((resolve) => {
    const ended = () => resolve(false);
    connection.once('end', ended);
    connection.reset((error) => {
      connection.removeListener('end', ended);
      resolve(!error);
    });
  });
}

/**
 * One message. The library reads the body only after the server said 354, so the first read is the moment to commit that
 * the message is being handed over; not one byte of it leaves before. Error fields alone do not tell how far it came: a
 * server that hangs after it has everything looks like one that was never reached. The stage recorded here does.
 */
async function sendOver(
  connection: SmtpConnection,
  mail: ComposedEmail,
  hooks: HandOverHooks,
  milliseconds: number,
): Promise<SessionResult> {
  const body = stagedBody(mail.raw, hooks);
  const limit = deadline(milliseconds);
  try {
    const reply = await Promise.race([dialogue(connection, mail, body.stream), limit.passed]);
    if (body.stage() !== 'awaiting-reply') throw beforeTheEnd(reply);
    return { handed: { kind: 'sent', providerId: queueIdOf(reply) ?? mail.messageId, reply }, mayTryAnother: false };
  } catch (error) {
    const failure = error as SmtpFailure;
    const inStep = failure.responseCode !== undefined && failure.responseCode !== 421;
    // A reply in the middle of the message leaves both sides at different places.
    if (!inStep || !['not-asked', 'awaiting-reply'].includes(body.stage() as string)) connection.close();
    body.stream.destroy();
    // The commit may still be under way; whoever is told the result must find it done.
    await body.settled();
    return outcomeOf(failure, body.stage());
  } finally {
    limit.clear();
  }
}

/** A server that accepts what it has not got yet has lost its place. */
function beforeTheEnd(reply: string): SmtpFailure {
  return { code: 'EPROTOCOL', message: `a reply before the end of the message: ${reply}` };
}

/** How far the body came. `asked`: the hook was called and the connection broke before it was done, so nothing left. */
type BodyStage = 'not-asked' | 'asked' | { readonly hookFailed: unknown } | 'handing-over' | 'awaiting-reply';

function outcomeOf(failure: SmtpFailure, stage: BodyStage): SessionResult {
  if (typeof stage === 'object') throw stage.hookFailed;
  const { responseCode } = failure;
  if ((stage === 'handing-over' || stage === 'awaiting-reply') && responseCode === undefined) {
    return { handed: { kind: 'uncertain', stage, reply: failure.message.slice(0, 1000) }, mayTryAnother: false };
  }
  const connectionLost = responseCode === undefined || responseCode === 421;
  return { handed: refusedBySmtp(failure), mayTryAnother: connectionLost && stage === 'not-asked' };
}

function dialogue(connection: SmtpConnection, mail: ComposedEmail, body: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    const envelope = { ...mail.envelope, size: mail.raw.length };
    connection.send(envelope, body, (error, info) => (error ? reject(error) : resolve(info?.response ?? '')));
  });
}

function stagedBody(raw: Buffer, hooks: HandOverHooks) {
  let stage: BodyStage = 'not-asked';
  let commit: Promise<void> | undefined;
  const handOver = async (): Promise<void> => {
    stage = 'asked';
    try {
      await hooks.handingOver();
    } catch (error) {
      stage = { hookFailed: error };
      stream.destroy(new Error('the hand-over was not committed'));
      return;
    }
    if (stream.destroyed) return;
    stage = 'handing-over';
    stream.push(raw);
    stream.push(null);
  };
  const stream = new Readable({
    read() {
      commit ??= handOver();
    },
  });
  stream.on('end', () => {
    stage = 'awaiting-reply';
  });
  stream.on('error', () => undefined);
  return { stream, stage: () => stage, settled: async () => commit };
}

function deadline(milliseconds: number): { readonly passed: Promise<never>; readonly clear: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const passed = new Promise<never>((_, reject) => {
    const failure: SmtpFailure = { code: 'ETIMEDOUT', message: `not done within ${milliseconds / 1000} s` };
    timer = setTimeout(() => reject(failure), milliseconds);
  });
  passed.catch(() => undefined);
  return { passed, clear: () => clearTimeout(timer) };
}

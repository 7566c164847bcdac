import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';

/** One way in which a mail server can fail, and when. */
export interface SmtpScript {
  /** Says this instead of a greeting of 220; `silent` says nothing at all. */
  readonly greeting?: string;
  /** The replies to these commands instead of the usual ones. */
  readonly replies?: Readonly<Partial<Record<'EHLO' | 'MAIL' | 'RCPT' | 'DATA' | 'RSET', string>>>;
  /** The reply to the final dot; `drop` ends the connection, `hang` says nothing. */
  readonly afterDot?: string;
  /** Ends the connection after this many bytes of the message. */
  readonly dropAfterBytes?: number;
  /** Ends the connection instead of a reply to this command. */
  readonly dropAt?: 'RCPT' | 'MAIL';
  /** Bytes a second in which replies are written; at once without it. */
  readonly bytesPerSecond?: number;
  /** Only the first so many messages fail so; the others are taken. */
  readonly times?: number;
}

export interface SmtpDouble {
  readonly port: number;
  /** Every message whose final dot came, in order, whatever was replied to it. */
  readonly received: string[];
  /** Those of them that a server would have kept: accepted, or lost sight of after the final dot. */
  readonly kept: string[];
  /** Bytes of message content that came without a final dot. */
  readonly partial: string[];
  /** Every command line. */
  readonly commands: string[];
  readonly connections: () => number;
  script: SmtpScript;
  readonly stop: () => Promise<void>;
}

/** A mail server that fails as it is told. It takes one command after another, so it needs no pipelining. */
export async function startSmtpDouble(script: SmtpScript = {}): Promise<SmtpDouble> {
  const sockets = new Set<Socket>();
  let count = 0;
  const double = {
    port: 0,
    received: [] as string[],
    kept: [] as string[],
    partial: [] as string[],
    commands: [] as string[],
    connections: () => count,
    script,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  const server: Server = createServer((socket) => {
    count++;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // A client that is killed resets the connection.
    socket.on('error', () => undefined);
    serve(socket, double);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  double.port = (server.address() as AddressInfo).port;
  return double;
}

interface Kept {
  received: string[];
  kept: string[];
  partial: string[];
  commands: string[];
  script: SmtpScript;
}

function serve(socket: Socket, kept: Kept): void {
  // Those that are still to fail are counted down over all connections.
  const active = (): SmtpScript => {
    const { times } = kept.script;
    return times === undefined || times > 0 ? kept.script : {};
  };
  const failed = (): void => {
    if (kept.script.times !== undefined) kept.script = { ...kept.script, times: kept.script.times - 1 };
  };
  const say = speaker(socket, () => active().bytesPerSecond);
  let buffer = '';
  let content: string | undefined;
  const { greeting = '220 double.test ESMTP' } = active();
  const refusing = /^[45]/.test(greeting);
  if (greeting !== 'silent') say(greeting, refusing);
  if (refusing) failed();
  socket.on('close', () => {
    if (content !== undefined && content !== '') kept.partial.push(content);
  });
  socket.on('data', (chunk) => {
    buffer += chunk.toString('latin1');
    for (;;) {
      if (content !== undefined) {
        if (!takeContent()) return;
        continue;
      }
      const end = buffer.indexOf('\r\n');
      if (end < 0) return;
      const line = buffer.slice(0, end);
      buffer = buffer.slice(end + 2);
      kept.commands.push(line);
      obey(line);
    }
  });

  function obey(line: string): void {
    const verb = line.slice(0, 4).toUpperCase() as 'EHLO' | 'MAIL' | 'RCPT' | 'DATA' | 'RSET' | 'QUIT';
    if (verb === 'QUIT') {
      say('221 2.0.0 bye', true);
      return;
    }
    if (active().dropAt === verb) {
      failed();
      socket.destroy();
      return;
    }
    const scripted = active().replies?.[verb];
    if (scripted !== undefined) {
      failed();
      say(scripted, scripted.startsWith('421'));
    } else if (verb === 'DATA') {
      content = '';
      say('354 go on');
    } else say('250 2.0.0 Ok');
  }

  /** Whether the message is complete. */
  function takeContent(): boolean {
    content += buffer;
    buffer = '';
    const { dropAfterBytes } = active();
    if (dropAfterBytes !== undefined && content!.length >= dropAfterBytes) {
      failed();
      socket.destroy();
      return false;
    }
    const end = content!.indexOf('\r\n.\r\n');
    if (end < 0) return false;
    kept.received.push(content!.slice(0, end + 2));
    buffer = content!.slice(end + 5);
    content = undefined;
    const { afterDot = `250 2.0.0 Ok: queued as Q${kept.received.length}000` } = active();
    if (!/^[45]/.test(afterDot)) kept.kept.push(kept.received.at(-1)!);
    if (active().afterDot !== undefined) failed();
    if (afterDot === 'drop') socket.destroy();
    else if (afterDot !== 'hang') say(afterDot, afterDot.startsWith('421'));
    return true;
  }
}

/** Writes lines whole, or byte by byte at the pace asked for, in their order; ends the connection after the last one. */
function speaker(socket: Socket, pace: () => number | undefined): (line: string, last?: boolean) => void {
  let said = Promise.resolve();
  const write = async (text: string): Promise<void> => {
    const rate = pace();
    if (rate === undefined) {
      if (!socket.destroyed) socket.write(text);
      return;
    }
    for (const byte of text) {
      if (socket.destroyed) return;
      socket.write(byte);
      await new Promise((resolve) => setTimeout(resolve, 1000 / rate));
    }
  };
  return (line, last = false) => {
    said = said.then(async () => {
      await write(`${line}\r\n`);
      if (last) socket.end();
    });
  };
}

import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type SmtpSettings, smtpChannel } from '../../src/channels/index.ts';
import { mailWith } from './messages.ts';

let folder: string;
let key: string;
let cert: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-tls-'));
  const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')];
  const name = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...name, ...files], {
    stdio: 'ignore',
  });
  key = readFileSync(join(folder, 'key.pem'), 'utf8');
  cert = readFileSync(join(folder, 'cert.pem'), 'utf8');
});
afterAll(() => rmSync(folder, { recursive: true }));

let server: SMTPServer | undefined;
afterEach(async () => {
  await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  server = undefined;
});

interface Seen {
  secure: boolean;
  user: unknown;
}

async function attempt(options: SMTPServerOptions, settings: Partial<SmtpSettings>) {
  const seen: Seen[] = [];
  const passwords: string[] = [];
  server = new SMTPServer({
    key,
    cert,
    authOptional: true,
    // A machine without a name system would wait for it.
    disableReverseLookup: true,
    onAuth(auth, _session, done) {
      passwords.push(auth.password ?? '');
      if (auth.username === 'candor' && auth.password === 'right') done(null, { user: 'candor' });
      else done(new Error('Invalid username or password'));
    },
    onData(stream, session, done) {
      stream.resume().on('end', () => {
        seen.push({ secure: session.secure, user: session.user });
        done(null);
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const timeouts = { connect: 2000, greeting: 2000, silence: 2000 };
  const channel = smtpChannel({ host: 'localhost', port, security: 'starttls', timeouts, ...settings });
  const handed = await channel.send(mailWith(randomUUID()), { handingOver: async () => undefined });
  await channel.close();
  return { handed, seen, passwords };
}

const auth = { user: 'candor', password: 'right' };
const noTls = { disabledCommands: ['STARTTLS'] };

describe('TLS', () => {
  it('required and trusted: sent over it, signed in', async () => {
    const { handed, seen } = await attempt({}, { certificateAuthority: cert, auth });
    expect(handed.kind).toBe('sent');
    expect(seen).toEqual([{ secure: true, user: 'candor' }]);
  });

  it('from the first byte', async () => {
    const { handed, seen } = await attempt({ secure: true }, { security: 'tls', certificateAuthority: cert, auth });
    expect(handed.kind).toBe('sent');
    expect(seen[0]!.secure).toBe(true);
  });

  it('required and not offered: nothing sent, no password told', async () => {
    const { handed, seen, passwords } = await attempt(noTls, { certificateAuthority: cert, auth });
    expect(handed).toMatchObject({ kind: 'refused', permanent: false, code: 'tls' });
    expect([seen, passwords]).toEqual([[], []]);
  });

  it('required with a certificate of nobody: nothing sent, no password told', async () => {
    const { handed, seen, passwords } = await attempt({}, { auth });
    expect(handed).toMatchObject({ kind: 'refused', permanent: false, code: 'tls' });
    expect([seen, passwords]).toEqual([[], []]);
  });

  it('opportunistic takes any certificate, and goes without', async () => {
    expect((await attempt({}, { security: 'opportunistic' })).seen[0]).toMatchObject({ secure: true });
    expect((await attempt(noTls, { security: 'opportunistic' })).seen[0]).toMatchObject({ secure: false });
  });

  it('opportunistic never tells a password in the open', async () => {
    const { handed, passwords } = await attempt(noTls, { security: 'opportunistic', auth });
    expect(handed).toMatchObject({ kind: 'refused', permanent: false, code: 'tls' });
    expect(passwords).toEqual([]);
  });

  it('is not used where it was switched off', async () => {
    expect((await attempt({}, { security: 'none' })).seen[0]).toMatchObject({ secure: false });
  });
});

describe('signing in', () => {
  it('with a wrong password: nothing sent, tried again later, the password not in the reply', async () => {
    const wrong = { user: 'candor', password: 'wrong-secret' };
    const { handed, seen } = await attempt({}, { certificateAuthority: cert, auth: wrong });
    expect(handed).toMatchObject({ kind: 'refused', permanent: false, code: '535', bounce: 'policy' });
    expect(JSON.stringify(handed)).not.toContain('wrong-secret');
    expect(seen).toEqual([]);
  });
});

import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A real Postfix of its own, beside any other on the machine, that relays everything to one port. Needs root. */
export interface RunningPostfix {
  readonly port: number;
  readonly log: () => string;
  readonly stop: () => void;
}

/** Postfix starts only as root; elsewhere these tests are skipped. */
export const postfixIsThere = process.getuid?.() === 0 && existsSync('/usr/sbin/postfix');

export async function startPostfix(relayPort: number): Promise<RunningPostfix> {
  const folder = mkdtempSync(join(tmpdir(), 'candor-postfix-'));
  const port = await freePort();
  chmodSync(folder, 0o755);
  const uid = Number(execFileSync('id', ['-u', 'postfix'], { encoding: 'utf8' }));
  for (const name of ['queue', 'data']) mkdirSync(join(folder, name));
  chownSync(join(folder, 'data'), uid, 0);
  writeFileSync(join(folder, 'main.cf'), mainSettings(folder, relayPort));
  writeFileSync(join(folder, 'master.cf'), services(port));
  const run = (command: string) => execFileSync('/usr/sbin/postfix', ['-c', folder, command], { stdio: 'ignore' });
  run('start');
  const logFile = join(folder, 'log');
  return {
    port,
    log: () => (existsSync(logFile) ? readFileSync(logFile, 'utf8') : ''),
    stop: () => {
      try {
        run('stop');
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

function mainSettings(folder: string, relayPort: number): string {
  return Object.entries({
    compatibility_level: '3.6',
    queue_directory: join(folder, 'queue'),
    data_directory: join(folder, 'data'),
    maillog_file: join(folder, 'log'),
    maillog_file_prefixes: tmpdir(),
    mail_owner: 'postfix',
    setgid_group: 'postdrop',
    myhostname: 'mail.candor.test',
    mydestination: '',
    mynetworks: '127.0.0.0/8',
    inet_interfaces: '127.0.0.1',
    inet_protocols: 'ipv4',
    relayhost: `[127.0.0.1]:${relayPort}`,
    smtpd_relay_restrictions: 'permit_mynetworks, reject',
    // A mail that is refused for now comes back after the first attempt instead of after five days.
    maximal_queue_lifetime: '0',
    bounce_queue_lifetime: '1h',
    alias_maps: '',
    alias_database: '',
    smtp_tls_security_level: '',
    smtpd_tls_security_level: '',
  })
    .map(([name, value]) => `${name} = ${value}\n`)
    .join('');
}

/** master.cf: all services outside a chroot. */
function services(port: number): string {
  const row = (name: string, type: string, isPrivate: string, wakeup: string, most: string, command: string) =>
    `${name} ${type} ${isPrivate} - n ${wakeup} ${most} ${command}\n`;
  // Those that must be one, and those that may be any number; it refuses to start otherwise.
  const limits: Readonly<Record<string, string>> = {
    scache: '1',
    anvil: '1',
    verify: '1',
    bounce: '0',
    defer: '0',
    trace: '0',
  };
  return [
    row(`127.0.0.1:${port}`, 'inet', 'n', '-', '-', 'smtpd'),
    row('pickup', 'unix', 'n', '60', '1', 'pickup'),
    row('cleanup', 'unix', 'n', '-', '0', 'cleanup'),
    row('qmgr', 'unix', 'n', '300', '1', 'qmgr'),
    row('postlog', 'unix-dgram', 'n', '-', '1', 'postlogd'),
    ...[
      'rewrite:trivial-rewrite',
      'bounce',
      'defer:bounce',
      'trace:bounce',
      'verify',
      'proxymap',
      'smtp',
      'relay:smtp',
      'error',
      'retry:error',
      'discard',
      'anvil',
      'scache',
    ].map((pair) => {
      const [name, command = name] = pair.split(':') as [string, string?];
      return row(name, 'unix', '-', '-', limits[name] ?? '-', command);
    }),
  ].join('');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

import { isIP } from 'node:net';
import { addressesOf, ask, type DnsAnswer, type DnsResolver } from './dns-resolver.ts';
import { bad, good, type MailCheck, type MailSetup, silent } from './mail-check.ts';
import { checkDmarc, checkKey, checkSender } from './mail-identity-checks.ts';
import { openSession } from './smtp-session.ts';
import { type SmtpSettings, smtpTimeouts } from './smtp-settings.ts';

/** Connects and signs in, and hands nothing over; rejects with what went wrong. */
export type ServerProbe = (settings: SmtpSettings) => Promise<void>;

export const probeServer: ServerProbe = async (settings) => {
  const session = await openSession(settings, { ...smtpTimeouts, ...settings.timeouts });
  session.quit();
};

/**
 * Whether mail set up so arrives: the server can be reached, its addresses may send for the return path (SPF), the key in
 * DNS is ours (DKIM), both are aligned with From (DMARC), failures come back (MX), the addresses have names (PTR). DNS that
 * does not answer is said to be unknown, never to be wrong. Sends nothing.
 */
export async function mailDoctor(
  setup: MailSetup,
  resolver: DnsResolver,
  probe: ServerProbe = probeServer,
): Promise<MailCheck[]> {
  const addresses = await publicAddresses(setup, resolver);
  return Promise.all([
    checkServer(setup.smtp, probe),
    checkSender(setup, addresses, resolver),
    checkKey(setup, resolver),
    checkDmarc(setup, resolver),
    checkBounces(setup, resolver),
    checkNames(addresses, resolver),
    Promise.resolve(checkOneClick(setup)),
  ]);
}

async function checkServer(smtp: SmtpSettings, probe: ServerProbe): Promise<MailCheck> {
  const where = `${smtp.host}:${smtp.port}`;
  try {
    await probe(smtp);
  } catch (error) {
    const said = (error as { message?: unknown }).message ?? error;
    return bad(
      'server',
      `${where}: ${said}`,
      'Check host, port, TLS, user and password of the SMTP server, and that a firewall lets this machine out.',
    );
  }
  const local = /^(localhost|127\.|::1$)/.test(smtp.host);
  if (smtp.security === 'tls' || smtp.security === 'starttls' || local)
    return good('server', `${where} takes mail${local ? '' : ' over TLS'}`);
  return bad(
    'server',
    `${where} takes mail, but TLS is not required (${smtp.security})`,
    'Require TLS: smtps:// for port 465, or starttls for port 587.',
  );
}

async function checkBounces({ returnPathDomain: domain }: MailSetup, resolver: DnsResolver): Promise<MailCheck> {
  const answer: DnsAnswer<{ exchange: string }> = await ask(() => resolver.resolveMx(domain));
  if (answer.kind === 'no-answer') return silent('bounces', answer.reason);
  const hosts = answer.kind === 'found' ? answer.values.map(({ exchange }) => exchange) : [];
  const reachable = (await Promise.all(hosts.map((host) => addressesOf(resolver, host)))).flat();
  if (reachable.length > 0) return good('bounces', `failures come back to ${hosts.join(', ')}`);
  return bad(
    'bounces',
    `${domain} has no mail server, so failures are lost`,
    `Add an MX record for ${domain} to the server whose mail Candor reads.`,
  );
}

async function checkNames(addresses: readonly string[], resolver: DnsResolver): Promise<MailCheck> {
  if (addresses.length === 0)
    return bad(
      'reverse-name',
      'from which address mail leaves is not known',
      'Tell the public address of the sending server.',
    );
  for (const address of addresses) {
    const answer = await ask(() => resolver.reverse(address));
    if (answer.kind === 'no-answer') return silent('reverse-name', answer.reason);
    const names = answer.kind === 'found' ? answer.values : [];
    const back = (await Promise.all(names.map((name) => addressesOf(resolver, name)))).flat();
    if (!back.includes(address)) {
      const about = names.length === 0 ? 'has no name' : `is called ${names.join(', ')}, which leads elsewhere`;
      return bad(
        'reverse-name',
        `${address} ${about}`,
        'Let the owner of the address set a PTR record whose name leads back to it.',
      );
    }
  }
  return good('reverse-name', `${addresses.join(', ')}: names lead there and back`);
}

function checkOneClick({ baseUrl }: MailSetup): MailCheck {
  if (baseUrl?.startsWith('https://')) return good('one-click', 'unsubscribing by one click works');
  return bad(
    'one-click',
    `the base address is ${baseUrl ?? 'not set'}, so mail carries no one-click unsubscribing`,
    'Set CANDOR_BASE_URL to an https address; large providers demand it (RFC 8058).',
  );
}

async function publicAddresses(
  { smtp, sendingAddresses }: MailSetup,
  resolver: DnsResolver,
): Promise<readonly string[]> {
  const known = sendingAddresses ?? (isIP(smtp.host) ? [smtp.host] : await addressesOf(resolver, smtp.host));
  return known.filter(
    (address) => !/^(127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd]|fe80)/i.test(address),
  );
}

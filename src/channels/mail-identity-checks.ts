import { createPublicKey } from 'node:crypto';
import type { DkimKey } from './dkim.ts';
import { type DnsAnswer, type DnsResolver, recordsOf } from './dns-resolver.ts';
import { asciiDomain } from './email-address.ts';
import { bad, good, type MailCheck, type MailSetup, silent } from './mail-check.ts';
import { checkSpf, type SpfResult } from './spf.ts';

export async function checkSender(
  setup: MailSetup,
  addresses: readonly string[],
  resolver: DnsResolver,
): Promise<MailCheck> {
  const domain = setup.returnPathDomain;
  if (addresses.length === 0) {
    const answer = await recordsOf(resolver, domain, /^v=spf1( |$)/i);
    if (answer.kind === 'no-answer') return silent('spf', answer.reason);
    const about = answer.kind === 'found' ? 'has an SPF record' : 'has no SPF record';
    return bad(
      'spf',
      `${domain} ${about}; from which address mail leaves is not known`,
      'Tell the public address of the sending server.',
    );
  }
  const results = await Promise.all(
    addresses.map(async (address) => ({ address, result: await checkSpf(resolver, domain, address) })),
  );
  const failing = results.find(({ result }) => result.kind !== 'pass');
  return failing
    ? spfTrouble(domain, failing.address, failing.result)
    : good('spf', `${domain} lets ${addresses.join(', ')} send`);
}

function spfTrouble(domain: string, address: string, result: SpfResult): MailCheck {
  const mechanism = address.includes(':') ? `ip6:${address}` : `ip4:${address}`;
  switch (result.kind) {
    case 'no-answer':
      return silent('spf', result.reason);
    case 'absent':
      return bad(
        'spf',
        `${domain} has no SPF record`,
        `Add TXT ${domain} "v=spf1 ${mechanism} -all", with all others who send for it.`,
      );
    case 'broken':
      return bad(
        'spf',
        `the SPF record of ${domain} is broken: ${result.reason}`,
        'Mend the record; until then receivers treat it as none.',
      );
    default:
      return bad(
        'spf',
        `${domain} does not let ${address} send (${result.kind})`,
        `Add ${mechanism}, or the include of your provider, to its SPF record.`,
      );
  }
}

export async function checkKey({ smtp: { dkim }, from }: MailSetup, resolver: DnsResolver): Promise<MailCheck> {
  if (!dkim)
    return bad(
      'dkim',
      'mail is not signed here',
      'Set a DKIM key (docs/guides/mail.md), unless the SMTP server signs for the From domain.',
    );
  const name = `${dkim.selector}._domainkey.${dkim.domain}`;
  const answer = await recordsOf(resolver, name, /(^|;)\s*p=/i);
  if (answer.kind === 'no-answer') return silent('dkim', answer.reason);
  const own = publicKeyOf(dkim);
  if (own === undefined)
    return bad('dkim', 'the DKIM key is not a private RSA key in PEM form', 'Make one as docs/guides/mail.md says.');
  if (own.bits < 1024) return bad('dkim', `the DKIM key has ${own.bits} bits`, 'Make one of 2048 bits.');
  if (answer.kind === 'absent')
    return bad('dkim', `${name} is not in DNS`, `Add TXT ${name} "v=DKIM1; k=rsa; p=${own.base64}".`);
  const published = /(?:^|;)\s*p=([^;]*)/i.exec(answer.values[0]!)?.[1]?.replace(/\s/g, '');
  if (published !== own.base64)
    return bad('dkim', `${name} holds another key`, `Change it to "v=DKIM1; k=rsa; p=${own.base64}".`);
  if (!aligned(dkim.domain, domainOf(from)))
    return bad(
      'dkim',
      `${dkim.domain} signs for ${domainOf(from)}`,
      'Sign with the domain of the From address, or DMARC does not count it.',
    );
  return good('dkim', `${name} holds the key that signs`);
}

function publicKeyOf(key: DkimKey): { readonly base64: string; readonly bits: number } | undefined {
  try {
    const own = createPublicKey(key.privateKey);
    if (own.asymmetricKeyType !== 'rsa') return undefined;
    return {
      base64: own.export({ type: 'spki', format: 'der' }).toString('base64'),
      bits: own.asymmetricKeyDetails?.modulusLength ?? 0,
    };
  } catch {
    return undefined;
  }
}

export async function checkDmarc(setup: MailSetup, resolver: DnsResolver): Promise<MailCheck> {
  const domain = domainOf(setup.from);
  const answer = await dmarcRecords(resolver, domain);
  if (answer.kind === 'no-answer') return silent('dmarc', answer.reason);
  if (answer.kind === 'absent') {
    return bad(
      'dmarc',
      `${domain} has no DMARC record`,
      `Add TXT _dmarc.${domain} "v=DMARC1; p=none; rua=mailto:dmarc@${domain}"; large providers refuse bulk mail without one.`,
    );
  }
  if (answer.values.length > 1)
    return bad('dmarc', `${domain} has ${answer.values.length} DMARC records`, 'Leave one.');
  const strict = /;\s*aspf\s*=\s*s/i.test(answer.values[0]!);
  const spf = strict ? setup.returnPathDomain === domain : aligned(setup.returnPathDomain, domain);
  const dkim = setup.smtp.dkim !== undefined && aligned(setup.smtp.dkim.domain, domain);
  const policy = /;\s*p\s*=\s*(\w+)/i.exec(answer.values[0]!)?.[1] ?? 'none';
  if (!spf && !dkim)
    return bad(
      'dmarc',
      `neither the return path ${setup.returnPathDomain} nor a key belongs to ${domain}`,
      `Use a return path below ${domain}, or sign with its key.`,
    );
  return good(
    'dmarc',
    `${domain} (p=${policy}) is aligned by ${[spf && 'SPF', dkim && 'DKIM'].filter(Boolean).join(' and ')}`,
  );
}

function domainOf(address: string): string {
  return asciiDomain(address.slice(address.lastIndexOf('@') + 1)) ?? '';
}

/** The record of the domain itself or of the nearest one above it, down to two labels (the tree walk of DMARC). */
async function dmarcRecords(resolver: DnsResolver, domain: string): Promise<DnsAnswer<string>> {
  const answer = await recordsOf(resolver, `_dmarc.${domain}`, /^v=DMARC1\b/i);
  const above = domain.split('.').slice(1);
  return answer.kind === 'absent' && above.length >= 2 ? dmarcRecords(resolver, above.join('.')) : answer;
}

/**
 * Relaxed alignment, as far as it can be told without the list of public suffixes: the same domain, or one below the
 * other. Two sisters below one domain are aligned too, but that is not said here.
 */
function aligned(one: string, other: string): boolean {
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);
}

import { domainToASCII } from 'node:url';
import { CandorError } from '../errors/index.ts';

export interface EmailAddress {
  readonly local: string;
  /** Lower case, IDNA 2008 in ASCII. */
  readonly domain: string;
  /** What goes into the envelope: the local part as it was written, since only its own server may judge it. */
  readonly address: string;
}

/** The characters of an unquoted local part (RFC 5322 3.2.3). Quoted ones are refused: no provider gives them out. */
const dotAtom = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const domainLabel = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * An address as it can be sent to; undefined where it is none. Domains are made ASCII (`müller.de` is
 * `xn--mller-kva.de`). Refused: quoted and non-ASCII local parts (SMTPUTF8), domains without a dot, IP literals, more
 * than 64 characters before the @ or 254 in all (RFC 5321 4.5.3.1, erratum 1690).
 */
export function parseAddress(text: string): EmailAddress | undefined {
  const trimmed = text.trim();
  const at = trimmed.lastIndexOf('@');
  const local = trimmed.slice(0, at);
  const domain = asciiDomain(trimmed.slice(at + 1));
  if (at < 1 || domain === undefined || local.length > 64 || !dotAtom.test(local)) return undefined;
  const address = `${local}@${domain}`;
  return address.length > 254 ? undefined : { local, domain, address };
}

/** As `parseAddress`; what is no address is refused (`CND_ADDRESS`), naming the field it stood in. */
export function requireAddress(text: string, field: string): EmailAddress {
  const parsed = parseAddress(text);
  if (parsed) return parsed;
  throw new CandorError('CND_ADDRESS', `${field} needs an e-mail address, got ${JSON.stringify(text.slice(0, 80))}`, {
    field,
  });
}

/** A domain in lower-case ASCII; undefined where it is none that mail can be sent to. */
export function asciiDomain(text: string): string | undefined {
  // URL rules would take a port, a path or an IPv4 number in any spelling; none of them is a mail domain.
  if (!/^[^\s/:?#@\\[\]<>()"',;%]+$/.test(text)) return undefined;
  const ascii = domainToASCII(text.replace(/\.$/, '')).toLowerCase();
  const labels = ascii.split('.');
  if (ascii.length > 253 || labels.length < 2 || !labels.every((label) => domainLabel.test(label))) return undefined;
  return /^\d+$/.test(labels.at(-1)!) ? undefined : ascii;
}

export interface PersonKeyRules {
  /** Whether `anna+survey@` is the person of `anna@`. */
  readonly tags: 'ignored' | 'kept';
  /** Whether dots before the @ are ignored where the provider ignores them (gmail.com, googlemail.com). */
  readonly gmailDots: 'ignored' | 'kept';
}

const sameInbox: PersonKeyRules = { tags: 'ignored', gmailDots: 'ignored' };
const dotless = new Set(['gmail.com', 'googlemail.com']);

/**
 * One key for all spellings of one inbox, for contact rules and suppression; never an address to send to. Lower case in
 * both parts: no provider of size tells Anna@ from anna@. Not an address: `CND_ADDRESS`.
 */
export function personKeyOf(text: string, rules: PersonKeyRules = sameInbox): string {
  const { local, domain } = requireAddress(text, 'address');
  const small = local.toLowerCase();
  const plus = small.indexOf('+', 1);
  const untagged = rules.tags === 'ignored' && plus > 0 ? small.slice(0, plus) : small;
  const plain = rules.gmailDots === 'ignored' && dotless.has(domain);
  return `${plain ? untagged.replaceAll('.', '') : untagged}@${plain ? 'gmail.com' : domain}`;
}

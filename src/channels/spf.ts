import { BlockList, isIPv6 } from 'node:net';
import { addressesOf, ask, type DnsResolver, recordsOf } from './dns-resolver.ts';

export type SpfResult =
  | { readonly kind: 'pass' | 'fail' | 'softfail' | 'neutral' }
  | { readonly kind: 'absent' }
  /** The record breaks a rule, so receivers treat it as none. */
  | { readonly kind: 'broken'; readonly reason: string }
  | { readonly kind: 'no-answer'; readonly reason: string };

/** RFC 7208 4.6.4. */
const mostLookups = 10;

/**
 * Whether a domain lets an address send in its name (RFC 7208): ip4, ip6, a, mx, include, redirect and all. `exists`,
 * `ptr` and macros, which need the very mail, count as no match.
 */
export async function checkSpf(resolver: DnsResolver, domain: string, address: string): Promise<SpfResult> {
  return evaluate(domain, { resolver, address, lookups: { count: 0 } });
}

interface Check {
  readonly resolver: DnsResolver;
  readonly address: string;
  readonly lookups: { count: number };
}

async function evaluate(domain: string, check: Check): Promise<SpfResult> {
  const answer = await recordsOf(check.resolver, domain, /^v=spf1( |$)/i);
  if (answer.kind !== 'found') return answer;
  if (answer.values.length > 1)
    return { kind: 'broken', reason: `${domain} has ${answer.values.length} SPF records, one is allowed` };
  const terms = answer.values[0]!.split(/\s+/)
    .slice(1)
    .filter((term) => term !== '');
  for (const term of terms) {
    const [, sign = '+', name = '', rest = ''] = /^([+?~-]?)([a-z0-9]+)(.*)$/i.exec(term) ?? [];
    if (rest.startsWith('=')) continue;
    const matched = await matches(name.toLowerCase(), rest, domain, check);
    if (typeof matched === 'object') return matched;
    if (matched) return { kind: verdicts[sign === '' ? '+' : sign]! };
  }
  const redirect = terms.map((term) => /^redirect=(.+)$/i.exec(term)?.[1]).find((target) => target !== undefined);
  if (redirect === undefined) return { kind: 'neutral' };
  return tooMany(check) ?? required(await evaluate(redirect, check), redirect);
}

const verdicts: Readonly<Record<string, 'pass' | 'fail' | 'softfail' | 'neutral'>> = {
  '+': 'pass',
  '-': 'fail',
  '~': 'softfail',
  '?': 'neutral',
};

async function matches(name: string, rest: string, domain: string, check: Check): Promise<boolean | SpfResult> {
  const [, target = domain, bits] = /^(?::([^/]+))?(?:\/(\d+))?/.exec(rest) ?? [];
  if (name === 'all') return true;
  if (name === 'ip4' || name === 'ip6') return inBlock(rest.slice(1), check.address);
  const broken = tooMany(check);
  if (broken) return broken;
  if (name === 'a') return anyIn(await addressesOf(check.resolver, target), bits, check.address);
  if (name === 'mx') return anyIn(await mxAddresses(check.resolver, target), bits, check.address);
  if (name === 'include') {
    const inner = required(await evaluate(target, check), target);
    return inner.kind === 'broken' || inner.kind === 'no-answer' ? inner : inner.kind === 'pass';
  }
  if (['exists', 'ptr'].includes(name)) return false;
  return { kind: 'broken', reason: `${domain} has the unknown term "${name}${rest}"` };
}

function tooMany({ lookups }: Check): SpfResult | undefined {
  lookups.count++;
  return lookups.count > mostLookups ? { kind: 'broken', reason: `more than ${mostLookups} look-ups` } : undefined;
}

function required(result: SpfResult, target: string): SpfResult {
  return result.kind === 'absent' ? { kind: 'broken', reason: `${target} has no SPF record` } : result;
}

async function mxAddresses(resolver: DnsResolver, name: string): Promise<readonly string[]> {
  const answer = await ask(() => resolver.resolveMx(name));
  const hosts = answer.kind === 'found' ? answer.values.slice(0, 10) : [];
  return (await Promise.all(hosts.map(({ exchange }) => addressesOf(resolver, exchange)))).flat();
}

function anyIn(addresses: readonly string[], bits: string | undefined, address: string): boolean {
  return addresses.some((one) => inBlock(bits === undefined ? one : `${one}/${bits}`, address));
}

function inBlock(block: string, address: string): boolean {
  const [network = '', bits] = block.split('/');
  const family = isIPv6(network) ? 'ipv6' : 'ipv4';
  if ((family === 'ipv6') !== isIPv6(address)) return false;
  try {
    const list = new BlockList();
    list.addSubnet(network, bits === undefined ? (family === 'ipv6' ? 128 : 32) : Number(bits), family);
    return list.check(address, family);
  } catch {
    // Not an address or not a length: matches nobody.
    return false;
  }
}

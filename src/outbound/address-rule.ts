import ipaddr from 'ipaddr.js';

/** What an operator allows beyond public addresses at the ports 80 and 443 (`CANDOR_OUTBOUND_ALLOW`). */
export interface AllowedTarget {
  readonly kind: 'name' | 'network' | 'public';
  readonly host: string;
  readonly port?: number;
}

/** Where a request would go. */
export interface TargetAddress {
  /** As it stands in the address, lower case, without brackets and final dot. */
  readonly hostname: string;
  readonly port: number;
  /** One of the addresses that the name stands for. */
  readonly address: string;
}

const usualPorts = [80, 443];

/** The whole of the global unicast space of IPv6; what lies outside is for special use, also where no table says so. */
const globalSixth = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number];

/**
 * Whether an address belongs to the public network. `ipaddr.js` calls everything else by another name: loopback, private,
 * link-local with the metadata of clouds, carrier NAT, and IPv4 wrapped into IPv6 (mapped, NAT64, 6to4, Teredo).
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || (parsed as ipaddr.IPv6).match(globalSixth);
}

/** Whether a request may go there: a public address at a usual port, or what an operator allows. */
export function mayReach(target: TargetAddress, allowed: readonly AllowedTarget[]): boolean {
  const isPublic = isPublicAddress(target.address);
  const isUsual = usualPorts.includes(target.port);
  if (isPublic && isUsual) return true;
  return allowed.some(
    (rule) => (rule.port === undefined ? isUsual : rule.port === target.port) && covers(rule, target, isPublic),
  );
}

/** Whether any rule opens this port, so that it is worth to look a name up at all. */
export function isPortOpen(port: number, allowed: readonly AllowedTarget[]): boolean {
  return usualPorts.includes(port) || allowed.some((rule) => rule.port === port);
}

function covers({ kind, host }: AllowedTarget, { hostname, address }: TargetAddress, isPublic: boolean): boolean {
  if (kind === 'public') return isPublic;
  if (kind === 'name') return host === hostname;
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  const [network, prefix] = ipaddr.parseCIDR(host);
  return parsed.kind() === network.kind() && parsed.match(network, prefix);
}

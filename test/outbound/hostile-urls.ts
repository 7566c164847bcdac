/** Addresses that must never be written to, each with the reason. Some come from the reports on other survey tools. */
export const hostileUrls: readonly (readonly [url: string, reason: string])[] = [
  // no address at all
  ['', 'url'],
  ['example.com/hook', 'url'],
  ['//example.com/hook', 'url'],
  ['http://', 'url'],
  ['http://[::1', 'url'],
  ['http://exa mple.com/', 'url'],
  ['http://1.2.3.4.5/', 'url'],
  ['http://256.1.1.1/', 'url'],
  [`https://example.com/${'x'.repeat(2_000)}`, 'url'],
  // other schemes
  ['file:///etc/passwd', 'scheme'],
  ['ftp://example.com/', 'scheme'],
  ['gopher://example.com/', 'scheme'],
  ['javascript:alert(1)', 'scheme'],
  ['data:text/plain,x', 'scheme'],
  ['ws://example.com/', 'scheme'],
  ['unix:/var/run/docker.sock', 'scheme'],
  // credentials
  ['https://user@example.com/', 'credentials'],
  ['https://user:pass@example.com/', 'credentials'],
  ['https://example.com@127.0.0.1/', 'credentials'],
  ['https://:pass@example.com/', 'credentials'],
  // ports
  ['http://example.com:22/', 'port'],
  ['http://example.com:25/', 'port'],
  ['http://example.com:5432/', 'port'],
  ['http://example.com:6379/', 'port'],
  ['https://example.com:8443/', 'port'],
  ['http://example.com:0/', 'port'],
  // loopback in every writing
  ['http://127.0.0.1/', 'address'],
  ['http://127.0.0.1:443/', 'address'],
  ['http://127.1/', 'address'],
  ['http://127.255.255.254/', 'address'],
  ['http://2130706433/', 'address'],
  ['http://0x7f000001/', 'address'],
  ['http://0x7f.0x0.0x0.0x1/', 'address'],
  ['http://0177.0.0.1/', 'address'],
  ['http://017700000001/', 'address'],
  ['http://１２７.０.０.１/', 'address'],
  ['http://①②⑦.0.0.1/', 'address'],
  ['http://127。0。0。1/', 'address'],
  ['http://%31%32%37.0.0.1/', 'address'],
  ['http://127.0.0.1./', 'address'],
  ['http://0/', 'address'],
  ['http://0.0.0.0/', 'address'],
  ['http://[::]/', 'address'],
  ['http://[::1]/', 'address'],
  ['http://[0:0:0:0:0:0:0:1]/', 'address'],
  // IPv4 inside IPv6
  ['http://[::ffff:127.0.0.1]/', 'address'],
  ['http://[::ffff:7f00:1]/', 'address'],
  ['http://[::ffff:8.8.8.8]/', 'address'],
  ['http://[::127.0.0.1]/', 'address'],
  ['http://[64:ff9b::127.0.0.1]/', 'address'],
  ['http://[64:ff9b:1::7f00:1]/', 'address'],
  ['http://[2002:7f00:1::]/', 'address'],
  ['http://[2001:0:7f00:1::]/', 'address'],
  // private, shared, link-local with the metadata of clouds, reserved
  ['http://10.0.0.1/', 'address'],
  ['http://172.16.0.1/', 'address'],
  ['http://172.31.255.255/', 'address'],
  ['http://192.168.1.1/', 'address'],
  ['http://100.64.0.1/', 'address'],
  ['http://169.254.169.254/latest/meta-data/', 'address'],
  ['http://[fd00:ec2::254]/latest/meta-data/', 'address'],
  ['http://[fe80::1]/', 'address'],
  ['http://[fec0::1]/', 'address'],
  ['http://192.0.0.1/', 'address'],
  ['http://192.0.2.1/', 'address'],
  ['http://198.18.0.1/', 'address'],
  ['http://203.0.113.1/', 'address'],
  ['http://224.0.0.1/', 'address'],
  ['http://240.0.0.1/', 'address'],
  ['http://255.255.255.255/', 'address'],
  ['http://[ff02::1]/', 'address'],
  ['http://[2001:db8::1]/', 'address'],
  ['http://[3fff::1]/', 'address'],
  ['http://[5f00::1]/', 'address'],
  ['http://[100::1]/', 'address'],
  // names that stand for this machine, by the resolver
  ['http://localhost/', 'address'],
  ['http://localhost./', 'address'],
  ['http://LOCALHOST/', 'address'],
  ['http://loop.example/', 'address'],
  ['http://half.example/', 'address'],
];

/** A resolver that knows a few names; `half.example` has one public address and one that is not. */
export async function hostileNames(hostname: string): Promise<readonly string[]> {
  if (hostname === 'localhost') return ['127.0.0.1', '::1'];
  if (hostname === 'loop.example') return ['127.0.0.1'];
  if (hostname === 'half.example') return ['93.184.216.34', '10.0.0.7'];
  throw new Error(`nobody may look for ${hostname}`);
}

import { BlockList, isIP } from 'node:net';

/**
 * What no request of ours may reach in IPv4: IANA's special-purpose registry (RFC 6890 and its successors), multicast,
 * the future, and 168.63.129.16, where Azure's machines ask about themselves at a public number.
 */
const SPECIAL_IPV4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** Within the global unicast range 2000::/3: protocol assignments with Teredo, documentation, 6to4, AS112. */
const SPECIAL_IPV6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
];

const special = new BlockList();
for (const [net, prefix] of SPECIAL_IPV4) special.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of SPECIAL_IPV6) special.addSubnet(net, prefix, 'ipv6');

const global = new BlockList();
global.addSubnet('2000::', 3, 'ipv6');

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/**
 * Whether an IP address is one of the open internet's, so that asking it gives no more than anybody has. An IPv4 address
 * within an IPv6 one (`::ffff:10.0.0.1`, or NAT64's `64:ff9b::a00:1`) counts as what it carries. False for what is no
 * address.
 */
export function isPublicAddress(address: string): boolean {
  const carried = carriedIpv4(address);
  if (carried) return isPublicAddress(carried);
  if (isIP(address) === 4) return !special.check(address, 'ipv4');
  // A zone (`fe80::1%eth0`) belongs to one link only.
  if (isIP(address) !== 6 || address.includes('%')) return false;
  return global.check(address, 'ipv6') && !special.check(address, 'ipv6');
}

/** Whether an IP address is this machine itself, however it is written. */
export function isLoopbackAddress(address: string): boolean {
  const carried = carriedIpv4(address);
  if (carried) return isLoopbackAddress(carried);
  const family = isIP(address);
  return family !== 0 && loopback.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/** The IPv4 address within `::ffff:0:0/96` (RFC 4291 2.5.5.2) or `64:ff9b::/96` (RFC 6052), else null. */
function carriedIpv4(address: string): string | null {
  if (isIP(address) !== 6 || address.includes('%')) return null;
  // URL writes every form of an IPv6 address in one way: in hexadecimals, shortened (RFC 5952).
  const written = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const found = /^(?:::ffff|64:ff9b:):(?:([0-9a-f]{1,4}):)?([0-9a-f]{1,4})$/.exec(written);
  if (!found) return null;
  const [high, low] = [Number.parseInt(found[1] ?? '0', 16), Number.parseInt(found[2] ?? '0', 16)];
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

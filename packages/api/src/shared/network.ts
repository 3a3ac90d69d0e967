import ipaddr from 'ipaddr.js';

/**
 * The key under which rate limits count an address: an IPv4 address itself, or the /64 of an IPv6 address, which
 * is one customer's network. Anything else is returned as it is.
 */
export function networkOf(address: string): string {
  const bare = address.replace(/%.*$/, '');
  if (!ipaddr.isValid(bare)) return address;
  const parsed = ipaddr.process(bare);
  if (parsed instanceof ipaddr.IPv4) return parsed.toString();
  const prefix = parsed.parts.slice(0, 4).map((part) => part.toString(16));
  return `${prefix.join(':')}::/64`;
}

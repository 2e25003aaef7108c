import { parseIp } from '../domain/ip.ts';

/** The name under which the reverse zone speaks of an address: `1.2.0.192.in-addr.arpa`. Null for text that is none. */
export function reverseName(address: string): string | null {
  const ip = parseIp(address);
  if (!ip) return null;
  const digits = ip.value.toString(16).padStart(ip.version === 4 ? 8 : 32, '0');
  if (ip.version === 6) return `${Array.from(digits).toReversed().join('.')}.ip6.arpa`;
  const octets = Array.from({ length: 4 }, (_, index) => Number.parseInt(digits.slice(index * 2, index * 2 + 2), 16));
  return `${octets.toReversed().join('.')}.in-addr.arpa`;
}

/** The zone of a file by how it is called: `db.example.com`, `example.com.zone`, `0.0.10.in-addr.arpa`. */
export function zoneOfFileName(file: string): string {
  const base = file.replaceAll('\\', '/').split('/').at(-1) ?? '';
  return base.replace(/^db\./i, '').replace(/\.(zone|db|dns|txt|hosts|tst)$/i, '');
}

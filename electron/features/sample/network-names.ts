import { reverseName } from '../../../shared/rules/zone-file-names.ts';
import type { SampleAddress } from './network-addresses.ts';
import { SHARED_ADDRESS } from './network-addresses.ts';
import { keyOf, sampleRow, type SampleRow } from './sample-row.ts';

const ZONE = 'shop.example';
const REVERSE_ZONE = '113.0.203.in-addr.arpa';
/** Left without a PTR record, so that the checks have something to tell. */
const FORGOTTEN = 'fra1-web-22';

interface NamePlan {
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly zone: string;
  readonly address?: string;
}

const FIXED: readonly NamePlan[] = [
  { name: ZONE, type: 'NS', value: `ns1.${ZONE}`, zone: ZONE },
  { name: ZONE, type: 'MX', value: `10 mail.${ZONE}`, zone: ZONE },
  { name: ZONE, type: 'TXT', value: '"v=spf1 mx -all"', zone: ZONE },
  { name: `ns1.${ZONE}`, type: 'A', value: SHARED_ADDRESS, zone: ZONE, address: SHARED_ADDRESS },
  { name: `www.${ZONE}`, type: 'A', value: SHARED_ADDRESS, zone: ZONE, address: SHARED_ADDRESS },
  { name: `shop.${ZONE}`, type: 'CNAME', value: `www.${ZONE}`, zone: ZONE },
  { name: `status.${ZONE}`, type: 'CNAME', value: `old-status.${ZONE}`, zone: ZONE },
  { name: reverseName(SHARED_ADDRESS) ?? '', type: 'PTR', value: `www.${ZONE}`, zone: REVERSE_ZONE },
];

/** The names of the web servers, forward and reverse, and those of the shop. */
export function nameRows(addresses: readonly SampleAddress[]): SampleRow[] {
  const hosts = addresses.flatMap(({ address, compute }): NamePlan[] => {
    if (compute === null || !/^(?:203|2001|198)/.test(address)) return [];
    const name = `${compute}.${ZONE}`;
    const forward = { name, type: address.includes(':') ? 'AAAA' : 'A', value: address, zone: ZONE, address };
    const reverse = { name: reverseName(address) ?? '', type: 'PTR', value: name, zone: REVERSE_ZONE };
    return address.startsWith('203') && compute !== FORGOTTEN ? [forward, reverse] : [forward];
  });
  return [...FIXED, ...hosts].map(({ name, type, value, zone, address }) =>
    sampleRow('dnsRecord', `${name} ${type} ${value}`, {
      name,
      type,
      value,
      zone,
      ipAddressId: address ? keyOf('ipAddress', address) : null,
    }),
  );
}

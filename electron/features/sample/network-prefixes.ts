import { readBlock, keyRange } from '../../../shared/rules/ip-math.ts';
import { keyOf, sampleRow, type SampleRow } from './sample-row.ts';

interface PrefixPlan {
  readonly cidr: string;
  readonly purpose: string;
  readonly site?: 'fra1' | 'ams1';
  readonly vlan?: number;
  readonly gateway?: string;
  readonly provider?: string;
  readonly region?: string;
  readonly vrf?: string;
}

/** The third octet, and the VLAN above 100, of the network of each role; those of `fra1` begin with 10.20, of `ams1` with 10.30. */
const ROLES = [
  'web',
  'app',
  'database',
  'search',
  'stream',
  'cache',
  'hypervisor',
  'ci',
  'kubernetes',
  'gpu',
  'storage',
  'archive',
  'batch',
  'staging',
  'lab',
  'monitoring',
  'edge',
  'oob',
];

const SITES = [
  ['fra1', 20],
  ['ams1', 30],
] as const;

export const OUT_OF_BAND_VRF = 'out-of-band';

/** The network of a role at a site: `10.20.3`, to which the last octet is added. */
export function roleNetwork(site: string, role: string): string {
  const second = SITES.find(([name]) => name === site)?.[1] ?? 20;
  return `10.${second}.${ROLES.indexOf(role) + 1}`;
}

const DNS_SERVERS = '10.20.16.11, 10.30.16.11';

const SITE_PREFIXES: readonly PrefixPlan[] = SITES.flatMap(([site, second]) => [
  { cidr: `10.${second}.0.0/16`, purpose: 'Servers', site },
  ...ROLES.map((role, index): PrefixPlan => {
    const network = `10.${second}.${index + 1}`;
    return { cidr: `${network}.0/24`, purpose: role, site, vlan: 101 + index, gateway: `${network}.1` };
  }),
]);

const PUBLIC_PREFIXES: readonly PrefixPlan[] = [
  { cidr: '203.0.113.0/25', purpose: 'Public', site: 'fra1', vlan: 20, gateway: '203.0.113.1' },
  { cidr: '203.0.113.0/28', purpose: 'Load balancers', site: 'fra1', vlan: 21, gateway: '203.0.113.1' },
  { cidr: '198.51.100.0/26', purpose: 'Public', site: 'ams1', vlan: 30, gateway: '198.51.100.1' },
  { cidr: '2001:db8:20::/48', purpose: 'Public', site: 'fra1' },
  { cidr: '2001:db8:20:1::/64', purpose: 'web', site: 'fra1', vlan: 101, gateway: '2001:db8:20:1::1' },
  { cidr: '192.0.2.0/26', purpose: 'Rented servers', provider: 'Hetzner Cloud', region: 'hel1' },
  { cidr: '10.20.0.0/22', purpose: 'Management cards', site: 'fra1', vrf: OUT_OF_BAND_VRF, gateway: '10.20.3.254' },
];

/** VRFs and prefixes, those around others first. */
export function prefixRows(): SampleRow[] {
  const vrf = sampleRow('vrf', OUT_OF_BAND_VRF, {
    name: OUT_OF_BAND_VRF,
    routeDistinguisher: '65020:99',
    description: 'Management cards and console servers; it meets no other network.',
  });
  return [vrf, ...[...SITE_PREFIXES, ...PUBLIC_PREFIXES].map(prefixRow)];
}

function prefixRow({ cidr, purpose, site, vlan, gateway, provider, region, vrf }: PrefixPlan): SampleRow {
  return sampleRow('prefix', `${vrf ?? ''}${cidr}`, {
    cidr,
    purpose,
    siteId: site ? keyOf('site', site) : null,
    vlan: vlan ?? null,
    gateway: gateway ?? null,
    dnsServers: site && !vrf ? DNS_SERVERS : null,
    provider: provider ?? null,
    region: region ?? null,
    vrfId: vrf ? keyOf('vrf', vrf) : null,
    ...keyRange(readBlock(cidr)),
  });
}

import type { BareMetal } from './bare-metal.ts';
import { addressRows, sampleAddresses, type SampleAddress } from './network-addresses.ts';
import { nameRows } from './network-names.ts';
import { prefixRows } from './network-prefixes.ts';
import { ruleRows } from './network-rules.ts';
import { keyOf, sampleRow, type SampleRow } from './sample-row.ts';

const SHOP = 'storefront-web';
const SHOP_PORTS = [80, 443];

/** The shop's pages on the public IPv4 address of each web server that runs them. */
function portRows(addresses: readonly SampleAddress[], assigned: ReadonlySet<string>): SampleRow[] {
  return addresses.flatMap(({ address, compute, isPrimary }) => {
    const assignment = keyOf('assignment', `${SHOP}@${compute ?? ''}`);
    if (isPrimary || address.includes(':') || !assigned.has(assignment)) return [];
    return SHOP_PORTS.map((port) =>
      sampleRow('portAssignment', `${address}:${port}`, {
        assignmentId: assignment,
        ipAddressId: keyOf('ipAddress', address),
        port,
        protocol: 'tcp',
        servicePort: port,
      }),
    );
  });
}

/** Prefixes, addresses, names, ports and firewall rules of the sample; `assignments` are the rows of what runs where. */
export function networkRows(metal: readonly BareMetal[], assignments: readonly SampleRow[]): SampleRow[] {
  const addresses = sampleAddresses(metal);
  return [
    ...prefixRows(),
    ...addressRows(addresses),
    ...nameRows(addresses),
    ...portRows(addresses, new Set(assignments.map(({ key }) => key))),
    ...ruleRows(metal),
  ];
}

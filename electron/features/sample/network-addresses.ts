import { ipSortKey, parseIp } from '../../../shared/domain/ip.ts';
import { typeOfAddress } from '../../../shared/rules/ip-math.ts';
import type { BareMetal } from './bare-metal.ts';
import { roleNetwork } from './network-prefixes.ts';
import { keyOf, sampleRow, type SampleRow } from './sample-row.ts';

/** An address and who has it; without a compute it is reserved. */
export interface SampleAddress {
  readonly address: string;
  readonly cidr: string;
  readonly gateway: string | null;
  readonly compute: string | null;
  readonly interfaceName: string | null;
  readonly isPrimary: boolean;
  readonly shared?: true;
  readonly notes?: string;
}

const FIRST_HOST = 11;

/** The place of a compute among those of its role at its site, from 0. */
function numbersInRole(metal: readonly BareMetal[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  return new Map(
    metal.map(({ name, group, rack }) => {
      const network = roleNetwork(rack.hall.site, group.role);
      const number = counts.get(network) ?? 0;
      counts.set(network, number + 1);
      return [name, number];
    }),
  );
}

function ownAddress({ name, group, rack }: BareMetal, number: number): SampleAddress {
  const network = roleNetwork(rack.hall.site, group.role);
  return {
    address: `${network}.${FIRST_HOST + number}`,
    cidr: `${network}.0/24`,
    gateway: `${network}.1`,
    compute: name,
    interfaceName: 'bond0',
    isPrimary: true,
  };
}

function publicAddresses({ name, group, rack }: BareMetal, number: number): readonly SampleAddress[] {
  if (group.role !== 'web') return [];
  const common = { compute: name, interfaceName: 'bond0.20', isPrimary: false };
  if (rack.hall.site === 'ams1')
    return [{ ...common, address: `198.51.100.${10 + number}`, cidr: '198.51.100.0/26', gateway: '198.51.100.1' }];
  return [
    { ...common, address: `203.0.113.${20 + number}`, cidr: '203.0.113.0/25', gateway: '203.0.113.1' },
    {
      ...common,
      address: `2001:db8:20:1::${(0x20 + number).toString(16)}`,
      cidr: '2001:db8:20:1::/64',
      gateway: '2001:db8:20:1::1',
    },
  ];
}

const RESERVED: readonly SampleAddress[] = ['203.0.113.100', '203.0.113.101', '10.20.3.200', '198.51.100.60'].map(
  (address): SampleAddress => {
    const cidr = address.startsWith('10.')
      ? '10.20.3.0/24'
      : address.startsWith('203.')
        ? '203.0.113.0/25'
        : '198.51.100.0/26';
    return {
      address,
      cidr,
      gateway: null,
      compute: null,
      interfaceName: null,
      isPrimary: false,
      notes: 'Kept for the move of 2027.',
    };
  },
);

/** The address that both load balancers have, and answer from whichever is up. */
export const SHARED_ADDRESS = '203.0.113.5';
const SHARED_BY = ['fra1-edge-01', 'fra1-edge-02'];

/** The addresses of the sample, each once. */
export function sampleAddresses(metal: readonly BareMetal[]): readonly SampleAddress[] {
  const numbers = numbersInRole(metal);
  const own = metal.flatMap((compute) => {
    const number = numbers.get(compute.name) ?? 0;
    return [ownAddress(compute, number), ...publicAddresses(compute, number)];
  });
  return [...own, ...RESERVED];
}

export function addressRows(addresses: readonly SampleAddress[]): SampleRow[] {
  const rows = addresses.flatMap((entry) => [addressRow(entry), ...assignmentRow(entry)]);
  const shared = addressRow({
    address: SHARED_ADDRESS,
    cidr: '203.0.113.0/28',
    gateway: '203.0.113.1',
    compute: SHARED_BY[0] ?? null,
    interfaceName: null,
    isPrimary: false,
    shared: true,
    notes: 'Virtual address of the load balancers.',
  });
  const sharedBy = SHARED_BY.map((compute) => pairRow(compute, SHARED_ADDRESS, 'lo', false));
  return [...rows, shared, ...sharedBy];
}

function addressRow({ address, cidr, gateway, compute, shared, notes }: SampleAddress): SampleRow {
  const ip = parseIp(address);
  return sampleRow('ipAddress', address, {
    address,
    type: typeOfAddress(address),
    cidr,
    gateway,
    state: compute === null ? 'reserved' : 'assigned',
    shared: shared ?? false,
    sortKey: ip ? ipSortKey(ip) : null,
    notes: notes ?? null,
  });
}

function assignmentRow({ address, compute, interfaceName, isPrimary }: SampleAddress): SampleRow[] {
  return compute === null ? [] : [pairRow(compute, address, interfaceName, isPrimary)];
}

function pairRow(compute: string, address: string, interfaceName: string | null, isPrimary: boolean): SampleRow {
  return sampleRow('ipAssignment', `${address}@${compute}`, {
    computeId: keyOf('compute', compute),
    ipAddressId: keyOf('ipAddress', address),
    interfaceName,
    isPrimary,
  });
}

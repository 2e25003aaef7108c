import type { PowerFeed } from '../../shared/domain/power-feed.ts';
import type { TemporaryWorkspace } from './temporary-workspace.ts';

/** Types that the tests of racks, ports and cables build with. */
const TYPES = [
  {
    manufacturer: 'Acme',
    model: 'Switch 48',
    templates: {
      interfaces: Array.from({ length: 48 }, (_, index) => ({ name: `Ethernet${index + 1}`, type: '1000base-t' })),
      'console-ports': [{ name: 'Console', type: 'rj-45' }],
      'power-ports': [{ name: 'PSU1', type: 'iec-60320-c14' }],
    },
  },
  {
    manufacturer: 'Acme',
    model: 'Server 2U',
    heightHalfU: 4,
    powerWatts: 400,
    templates: {
      interfaces: [
        { name: 'eth1', type: '1000base-t' },
        { name: 'eth2', type: '1000base-t' },
      ],
      'console-ports': [{ name: 'Serial', type: 'de-9' }],
      'power-ports': [
        { name: 'PSU1', type: 'iec-60320-c14' },
        { name: 'PSU2', type: 'iec-60320-c14' },
      ],
    },
  },
  {
    manufacturer: 'Acme',
    model: 'PDU',
    heightHalfU: 0,
    templates: {
      'power-ports': [{ name: 'Inlet', type: 'iec-60309-3p-n-e-6h', maximum_draw: 11_000 }],
      'power-outlets': Array.from({ length: 6 }, (_, index) => ({
        name: `Outlet ${index + 1}`,
        type: 'iec-60320-c13',
        power_port: 'Inlet',
        feed_leg: ['A', 'B', 'C'][index % 3],
      })),
    },
  },
  {
    manufacturer: 'Acme',
    model: 'Console 16',
    templates: {
      'console-server-ports': Array.from({ length: 16 }, (_, index) => ({ name: `Port ${index + 1}`, type: 'rj-45' })),
    },
  },
  {
    manufacturer: 'Acme',
    model: 'Panel 24',
    fullDepth: false,
    templates: {
      'rear-ports': [{ name: 'Trunk', type: 'mpo', positions: 24 }],
      'front-ports': Array.from({ length: 24 }, (_, index) => ({
        name: `F${index + 1}`,
        type: 'lc',
        rear_port: 'Trunk',
        rear_port_position: index + 1,
      })),
    },
  },
  {
    manufacturer: 'Acme',
    model: 'Blade chassis',
    heightHalfU: 20,
    subdeviceRole: 'parent' as const,
    templates: { 'device-bays': Array.from({ length: 4 }, (_, index) => ({ name: `Bay ${index + 1}` })) },
  },
  { manufacturer: 'Acme', model: 'Blade', heightHalfU: 0, subdeviceRole: 'child' as const, weightGrams: 7000 },
];

/** Feeds A and B of 230 V, 16 A, one phase, 80 %: 2,944 W each. */
export const TWO_FEEDS: readonly PowerFeed[] = ['A', 'B'].map((name) => ({
  name,
  volts: 230,
  amps: 16,
  phases: 1,
  deratingPercent: 80,
}));

/** One site with a hall and two racks of 45 units, rack101 and rack102, and the types above. */
export async function withRacks({ client }: TemporaryWorkspace): Promise<void> {
  await client.site.create({ record: { name: 'fra1' } });
  await client.room.create({ record: { name: 'Hall 1', siteId: 'fra1' } });
  for (const name of ['rack101', 'rack102'])
    await client.rack.create({ record: { name, roomId: 'Hall 1', heightU: 45 } });
  for (const record of TYPES) await client.deviceType.create({ record });
}

/** A bare metal compute of 2U with two network ports and two power inlets. */
export async function server({ client }: TemporaryWorkspace, name: string, rest: Record<string, string> = {}) {
  return client.compute.create({ record: { name, type: 'baremetal', deviceTypeId: 'Acme Server 2U', ...rest } });
}

/** A bare metal compute that goes into a bay of an `Acme Blade chassis` and takes no units. */
export async function blade({ client }: TemporaryWorkspace, name: string, rest: Record<string, string> = {}) {
  return client.compute.create({ record: { name, type: 'baremetal', deviceTypeId: 'Acme Blade', ...rest } });
}

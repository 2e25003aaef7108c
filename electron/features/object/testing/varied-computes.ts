import fc from 'fast-check';
import { plant } from '../../../testing/plant.ts';
import { temporaryWorkspace, type TemporaryWorkspace } from '../../../testing/temporary-workspace.ts';

const NAMES = ['web', 'Web', 'db_', 'ÄÖ-', 'é', 'x[1]', '50%', "o'", 'a"b', 'ß', '\u212A', 'z z'];
const TEXTS = ['OVH', 'ovh', 'Hetzner', 'Ünal', 'a_b', 'a%b', '[x]', "it's"];

/** Values of one compute; null leaves a field empty. */
export const variedCompute = fc.record({
  name: fc.constantFrom(...NAMES),
  type: fc.constantFrom('baremetal', 'vps', 'vm'),
  state: fc.constantFrom('active', 'inactive', 'maintenance'),
  provider: fc.option(fc.constantFrom(...TEXTS)),
  region: fc.option(fc.constantFrom(...TEXTS)),
  serial: fc.option(fc.constantFrom('S-1', 's-1', 'S-2', 'é9')),
  statedCores: fc.option(fc.nat(6)),
  monthlyCost: fc.option(fc.constantFrom('0', '9.99', '10.00', '100', '99.5')),
  contractEnd: fc.option(fc.constantFrom('2026-01-31', '2026-12-31', '2027-01-01')),
  tags: fc.dictionary(fc.constantFrom('env', 'Env', 'role'), fc.constantFrom('web', 'WEB', '', 'é')),
  custom: fc.record({
    units: fc.constantFrom(null, '3', '-2.5', '10'),
    leased: fc.constantFrom(null, 'yes', 'no'),
    seen: fc.constantFrom(null, '2026-02-28', '2027-01-01'),
    contact: fc.constantFrom(null, 'Ada', 'ÄDA'),
  }),
  place: fc.option(fc.constantFrom('R1', 'R2', 'É3')),
  runs: fc.boolean(),
});

export type VariedCompute = typeof variedCompute extends fc.Arbitrary<infer Value> ? Value : never;

/** A workspace with these computes, numbered so that their names differ, in racks of two sites and with a service. */
export async function workspaceOf(computes: readonly VariedCompute[]): Promise<TemporaryWorkspace> {
  const workspace = temporaryWorkspace();
  workspace.session.workspace.writer?.pragma('synchronous = OFF');
  const { client } = workspace;
  for (const [key, kind] of [
    ['units', 'number'],
    ['leased', 'flag'],
    ['seen', 'date'],
    ['contact', 'text'],
  ] as const)
    await plant(client, 'customField', { noun: 'compute', key, label: `Custom ${key}`, kind });
  for (const [rack, room, site] of [
    ['R1', 'Hall', 'Berlin'],
    ['R2', 'Hall', 'Paris'],
    ['É3', 'Süd', 'Paris'],
  ] as const) {
    const siteId = (await client.site.upsert({ record: { name: site } })).id;
    const roomId = (await client.room.upsert({ record: { name: room, siteId } })).id;
    await client.rack.create({ record: { name: rack, roomId } });
  }
  await client.service.create({ record: { name: 'Shop' } });
  for (const [index, { tags, custom, place, runs, name, ...rest }] of computes.entries()) {
    const { id } = await client.compute.create({ record: { ...rest, name: `${name}${index}` }, tags, custom });
    if (place !== null)
      await client.placement.create({
        record: { objectId: id, rackId: place, positionHalfU: (index * 2) % 80, heightHalfU: 2 },
      });
    if (runs)
      await client.assignment.create({
        record: { serviceId: 'Shop', computeId: id, allocated: {}, overrideReason: 'for the test' },
      });
  }
  return workspace;
}

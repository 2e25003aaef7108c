import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dumpOf } from '../../db/testing/databases.ts';
import { FailureError } from '../../../shared/contract/failure.ts';
import { failureIn } from '../../testing/failures.ts';
import { aServer, catalogue, type TestClient } from '../../testing/hardware.ts';
import { temporaryWorkspace, type TemporaryWorkspace } from '../../testing/temporary-workspace.ts';
import { CapacityReader } from '../capacity/repository.ts';

const COMPUTES = ['a', 'b'];
const COMPONENTS = ['Samsung PM9A3', 'Kioxia CD8', 'Samsung M321R4GA3BB6', 'Delta DPS-800'];
const SLOTS = ['Bay 0', 'Bay 1', 'Bay 2', 'Bay 3', 'DIMM0', 'PSU1'];

const compute = fc.constantFrom(...COMPUTES);
const component = fc.constantFrom(...COMPONENTS);
const slot = fc.constantFrom(...SLOTS);
const serial = fc.integer({ min: 1, max: 12 }).map((number) => `S${number}`);
const destination = fc.oneof(
  fc.constant({ kind: 'spare' as const, shelf: 'Shelf' }),
  fc.constant({ kind: 'rma' as const }),
  fc.constant({ kind: 'scrap' as const }),
  fc.record({ kind: fc.constant('compute' as const), compute, slot }),
);

/** What a person does; a refusal is an answer like any other. */
type Action = (client: TestClient) => Promise<unknown>;

const action: fc.Arbitrary<Action> = fc.oneof(
  fc
    .record({
      compute,
      component,
      quantity: fc.integer({ min: 1, max: 4 }),
      serials: fc.array(serial, { maxLength: 4 }),
    })
    .map(
      (given): Action =>
        (client) =>
          assign(client, given),
    ),
  fc.record({ compute, slot, newSerial: serial, newComponent: component, oldGoesTo: destination }).map(
    (given): Action =>
      (client) =>
        client.part.swap(given),
  ),
  fc.record({ part: serial, to: destination }).map(
    (given): Action =>
      (client) =>
        client.part.move(given),
  ),
  fc
    .record({
      compute,
      level: fc.constantFrom(0, 1, 5, 6, 10),
      from: fc.nat(3),
      count: fc.nat(4),
      name: fc.constantFrom('x', 'y'),
    })
    .map(
      (given): Action =>
        (client) =>
          saveGroup(client, given),
    ),
  fc.record({ compute, at: fc.nat(5) }).map(
    (given): Action =>
      (client) =>
        failDisk(client, given),
  ),
);

interface Fit {
  readonly compute: string;
  readonly component: string;
  readonly quantity: number;
  readonly serials: string[];
}

async function assign(client: TestClient, { compute: name, quantity, serials, ...given }: Fit) {
  await client.component.assign({ ...given, computes: [name], quantity, serials: serials.slice(0, quantity) });
}

async function disksIn(client: TestClient, ref: string) {
  const { groups, loose } = await client.storage.groups({ compute: ref });
  const disks = [...loose, ...groups.flatMap(({ members, hotSpares }) => [...members, ...hotSpares])];
  return disks.map(({ assignmentId, unit }) => ({ assignment: assignmentId, unit }));
}

async function saveGroup(
  client: TestClient,
  given: { compute: string; level: number; from: number; count: number; name: string },
) {
  const disks = (await disksIn(client, given.compute)).slice(given.from, given.from + given.count);
  const { compute: ref, level, name } = given;
  await client.storage.saveGroup({ compute: ref, name, level, members: disks.slice(0, 3), hotSpares: disks.slice(3) });
}

async function failDisk(client: TestClient, given: { compute: string; at: number }) {
  const disk = (await disksIn(client, given.compute))[given.at];
  if (disk) await client.storage.markFailed({ compute: given.compute, disk });
}

async function attempt(act: Action, client: TestClient): Promise<void> {
  try {
    await act(client);
  } catch (error) {
    // Anything but a refusal is a fault and ends the run.
    if (failureIn(error).code === 'E_INTERNAL') throw new FailureError(failureIn(error));
  }
}

async function holdInvariants({ client, session }: TemporaryWorkspace): Promise<void> {
  const reader = new CapacityReader(session.read);
  const { items } = await client.compute.list({});
  for (const { record, name, derived } of items) {
    const map = await client.componentAssignment.slotMap({ compute: name });
    // Nothing stands in a slot twice, in a slot that is not there, or that does not take it.
    expect(map.problems.filter(({ code }) => code !== 'SLOTS_EXCEEDED')).toEqual([]);
    for (const { units, quantity } of map.assignments) expect(units).toHaveLength(quantity);
    expect(derived['nvme']).toBe(reader.totals(record.id).nvme);
    const { totalGb, groups, loose } = await client.storage.groups({ compute: name });
    expect(totalGb).toBe(derived['nvme']);
    const disks = [...loose, ...groups.flatMap(({ members, hotSpares }) => [...members, ...hotSpares])];
    const raw = disks.reduce((sum, { capacityGb }) => sum + capacityGb, 0);
    expect(totalGb).toBeLessThanOrEqual(raw);
  }
  const parts = await client.part.list({ limit: 1000 });
  const shown = new Set<string>();
  for (const name of COMPUTES)
    for (const { units } of (await client.componentAssignment.slotMap({ compute: name })).assignments)
      for (const { partId } of units) {
        if (partId === null) continue;
        expect(shown.has(partId)).toBe(false);
        shown.add(partId);
      }
  // Every fitted part is a unit of one assignment, and no other part is.
  expect([...shown].toSorted()).toEqual(
    parts.items
      .filter(({ record }) => record.status === 'fitted')
      .map(({ record }) => record.id)
      .toSorted(),
  );
}

test('whatever is fitted, swapped, moved and grouped: one place per part, no slot twice, and undo restores', async () => {
  let done = 0;
  const property = fc.asyncProperty(fc.array(action, { minLength: 6, maxLength: 14, size: 'max' }), async (actions) => {
    const workspace = temporaryWorkspace();
    const { client, session } = workspace;
    await catalogue(client);
    for (const name of COMPUTES) await aServer(client, name);
    await client.spareShelf.create({ record: { name: 'Shelf' } });
    for (const name of COMPUTES)
      await assign(client, { compute: name, component: 'Samsung PM9A3', quantity: 3, serials: [`S1`, `S2-${name}`] });
    const start = dumpOf(session.read);
    const groups = async () => (await client.history.groups({ limit: 500 })).length;
    const before = await groups();
    for (const act of actions) {
      await attempt(act, client);
      await holdInvariants(workspace);
    }
    const end = dumpOf(session.read);
    const commands = (await groups()) - before;
    done += commands;
    for (let step = 0; step < commands; step++) await client.history.undo();
    expect(dumpOf(session.read)).toEqual(start);
    for (let step = 0; step < commands; step++) await client.history.redo();
    expect(dumpOf(session.read)).toEqual(end);
  });
  await fc.assert(property, { numRuns: 25 });
  // Not a run of refusals: more than one command a run on average, where three are usual.
  expect(done).toBeGreaterThan(25);
});

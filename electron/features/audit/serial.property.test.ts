import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dumpOf } from '../../db/testing/databases.ts';
import { catalogue } from '../../testing/hardware.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';

const SERVERS = 3;
const BAYS = 4;
const COMPONENTS = ['Samsung PM9A3', 'Kioxia CD8'] as const;
const SLOTS = Array.from({ length: BAYS }, (_, index) => ({ name: `Bay ${index}`, kind: 'bay' as const }));

/** `null`: an empty bay; a number below `RECORDED`: that recorded disk; any other: one that nobody has recorded. */
type Standing = readonly (readonly (number | null)[])[];

const RECORDED = SERVERS * (BAYS - 1);
const STRANGERS = 3;

/** Which disk is in which bay: those that are left over are lost, and strangers may be among those that are not. */
const halls: fc.Arbitrary<{ standing: Standing; withSlots: boolean }> = fc
  .tuple(
    fc.shuffledSubarray(
      Array.from({ length: RECORDED + STRANGERS }, (_, index) => index),
      { minLength: 3, maxLength: SERVERS * BAYS },
    ),
    fc.infiniteStream(fc.boolean()),
    fc.boolean(),
  )
  .map(([disks, empty, withSlots]) => {
    const left = [...disks];
    const spare = SERVERS * BAYS - disks.length;
    let gaps = spare;
    const standing = Array.from({ length: SERVERS }, () =>
      Array.from({ length: BAYS }, () => {
        if (left.length === 0 || (gaps > 0 && empty.next().value)) {
          gaps -= 1;
          return null;
        }
        return left.pop() ?? null;
      }),
    );
    return { standing, withSlots };
  });

const serialOf = (disk: number) => (disk < RECORDED ? `DISK-${disk}` : `STRANGER-${disk}`);

/** Three servers with disks in their first three bays: two of one kind as one RAID 1, one of the other kind. */
async function recordedHall() {
  const workspace = temporaryWorkspace();
  const { client, session } = workspace;
  session.workspace.writer?.pragma('synchronous = OFF');
  await client.site.create({ record: { name: 'fra1' } });
  await client.room.create({ record: { name: 'Hall 1', siteId: 'fra1' } });
  await client.rack.create({ record: { name: 'A1', roomId: 'Hall 1', heightU: 45 } });
  await client.deviceType.create({ record: { manufacturer: 'Acme', model: 'Server', heightHalfU: 4 } });
  await catalogue(client);
  for (let server = 0; server < SERVERS; server += 1) {
    const name = `srv-${server}`;
    await client.compute.create({
      record: { name, serial: `SN-${server}`, deviceTypeId: 'Acme Server', slots: SLOTS },
    });
    await client.rack.mount({ device: name, rack: 'A1', positionHalfU: server * 4 });
    const first = server * (BAYS - 1);
    const serials = [serialOf(first), serialOf(first + 1)];
    const raid = { raidLevel: '1', raidGroup: 'data' } as const;
    const pair = { computes: [name], component: COMPONENTS[0], quantity: 2, slot: 'Bay 0-1', serials };
    await client.component.assign({ ...pair, ...raid });
    const third = { computes: [name], component: COMPONENTS[1], slot: 'Bay 2', serials: [serialOf(first + 2)] };
    await client.component.assign(third);
  }
  return workspace;
}

/** Each server, then what is in its bays, from one with the bay's name before it. */
function readings(standing: Standing, withSlots: boolean): string {
  const lines = standing.flatMap((bays, server) => [
    `srv-${server}`,
    ...bays.flatMap((disk, bay) => (disk === null ? [] : [...(withSlots ? [`Bay ${bay}`] : []), serialOf(disk)])),
  ]);
  return ['A1', ...lines].join('\n');
}

test('at level serial accepting everything makes the next audit find nothing, and one undo restores the dump', async () => {
  await fc.assert(
    fc.asyncProperty(halls, async ({ standing, withSlots }) => {
      const { client, session } = await recordedHall();
      const scope = { kind: 'room', room: 'Hall 1' } as const;
      const walk = async (name: string) => {
        const { id } = await client.audit.start({ name, scope, level: 'serial' });
        await client.audit.scanMany({ session: id, text: readings(standing, withSlots) });
        await client.audit.finishRack({ session: id, rack: 'A1' });
        return { id, discrepancies: (await client.audit.discrepancies({ session: id })).discrepancies };
      };
      const spring = await walk('Spring');
      const decisions = spring.discrepancies.map(({ key, needs }) => ({
        discrepancy: key,
        decision: 'accept' as const,
        target: needs.includes('component') ? { component: COMPONENTS[1] } : {},
      }));
      const before = dumpOf(session.read);
      if (decisions.length > 0) {
        const { outcomes } = await client.audit.decide({ session: spring.id, decisions });
        expect(outcomes.filter(({ problem }) => problem !== null)).toEqual([]);
      }
      await client.audit.sign({ session: spring.id });
      const after = dumpOf(session.read);
      await client.history.undo();
      expect(dumpOf(session.read)).toEqual(before);
      await client.history.redo();
      expect(dumpOf(session.read)).toEqual(after);
      expect((await walk('Autumn')).discrepancies.map(({ key }) => key)).toEqual([]);
    }),
    { numRuns: 25 },
  );
}, 180_000);

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dumpOf } from '../../db/testing/databases.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';
import { plantHall, recordedAs, walkPast, type Thing } from './testing/planted-hall.ts';

const DEVICES = 24;
/** The places of the devices, and four more in each of the two racks. */
const PLACES: readonly Pick<Thing, 'rack' | 'unit'>[] = [
  ...Array.from({ length: DEVICES }, (_, index) => recordedAs(index)),
  ...[41, 43, 45, 47].flatMap((unit) => [
    { rack: 'A1', unit },
    { rack: 'A2', unit },
  ]),
];

type Fate = 'stays' | 'goes elsewhere' | 'is missing' | 'bears another number';

const fates = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.constant<Fate>('stays') },
    { weight: 3, arbitrary: fc.constant<Fate>('goes elsewhere') },
    { weight: 1, arbitrary: fc.constant<Fate>('is missing') },
    { weight: 1, arbitrary: fc.constant<Fate>('bears another number') },
  ),
  { minLength: DEVICES, maxLength: DEVICES },
);

/** A hall as chance left it: who stays stands where it is recorded, the others and two strangers in what places are left. */
const halls = fc
  .tuple(fates, fc.array(fc.nat(10_000), { minLength: PLACES.length, maxLength: PLACES.length }))
  .map(([chosen, order]): Thing[] => {
    const label = (index: number) =>
      chosen[index] === 'bears another number' ? `NEW-${index}` : recordedAs(index).label;
    const indexes = chosen.map((_, index) => index);
    const staying = indexes.filter((index) => chosen[index] === 'stays' || chosen[index] === 'bears another number');
    const going = indexes.filter((index) => chosen[index] === 'goes elsewhere').map(label);
    const left = PLACES.map((place, index) => ({ place, by: order[index] ?? 0 }))
      .filter((_, index) => !staying.includes(index))
      .toSorted((one, other) => one.by - other.by);
    const others = [...going, 'STRANGER-1', 'STRANGER-2'].flatMap((text, index) => {
      const place = left[index]?.place;
      return place ? [{ ...place, label: text }] : [];
    });
    return [...staying.map((index) => ({ ...recordedAs(index), label: label(index) })), ...others];
  });

test('accepting everything makes the next audit find nothing, and one undo restores the identical dump', async () => {
  await fc.assert(
    fc.asyncProperty(halls, async (standing) => {
      const workspace = temporaryWorkspace();
      const { client, session } = workspace;
      session.workspace.writer?.pragma('synchronous = OFF');
      await plantHall(client, DEVICES);
      const scope = { kind: 'room', room: 'Hall 1' } as const;
      const { id: first } = await client.audit.start({ name: 'Spring', scope });
      await walkPast(client, first, standing);
      const { discrepancies } = await client.audit.discrepancies({ session: first });
      const before = dumpOf(session.read);
      if (discrepancies.length > 0) {
        const decisions = discrepancies.map(({ key }) => ({ discrepancy: key, decision: 'accept' as const }));
        const { outcomes } = await client.audit.decide({ session: first, decisions });
        expect(outcomes.filter(({ problem }) => problem !== null)).toEqual([]);
      }
      await client.audit.sign({ session: first });
      const after = dumpOf(session.read);
      await client.history.undo();
      expect(dumpOf(session.read)).toEqual(before);
      await client.history.redo();
      expect(dumpOf(session.read)).toEqual(after);

      const { id: second } = await client.audit.start({ name: 'Autumn', scope });
      await walkPast(client, second, standing);
      expect((await client.audit.discrepancies({ session: second })).discrepancies.map(({ key }) => key)).toEqual([]);
    }),
    { numRuns: 15 },
  );
}, 180_000);

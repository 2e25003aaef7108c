import { expect, test } from 'vitest';
import { dumpOf } from '../../db/testing/databases.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';
import { plantHall, recordedAs, walkPast, type Thing } from './testing/planted-hall.ts';

/** What stands in the hall in place of what is recorded. */
const FAULTS: readonly (readonly [index: number, stands: Partial<Thing> | null])[] = [
  // Moved: to units from 41 on, which are free in every rack.
  [3, { rack: 'A5', unit: 41 }],
  [47, { rack: 'A1', unit: 43 }],
  [120, { rack: 'A9', unit: 45 }],
  // In another unit of the same rack.
  [8, { unit: 47 }],
  [199, { unit: 49 }],
  // Missing.
  [15, null],
  [77, null],
  [150, null],
  // The number on it is another one than recorded.
  [60, { label: 'NEW-BOARD-60' }],
  // Read by its asset tag, because its recorded number is that of 33.
  [90, { label: 'TAG-90' }],
];

const STRANGERS: readonly Thing[] = [
  { rack: 'A2', unit: 41, label: 'STRANGER-1' },
  { rack: 'A7', unit: 43, label: 'STRANGER-2' },
];

async function hallWithFaults() {
  const workspace = temporaryWorkspace();
  const { client } = workspace;
  await plantHall(client);
  const twin = await client.compute.get({ ref: 'node-090' });
  await client.compute.update({ ref: 'node-090', version: twin.version, patch: { serial: recordedAs(33).label } });
  const faults = new Map(FAULTS);
  const standing = Array.from({ length: 200 }, (_, index) => index).flatMap((index) => {
    const fault = faults.get(index);
    return fault === null ? [] : [{ ...recordedAs(index), ...fault }];
  });
  return { workspace, client, standing: [...standing, ...STRANGERS] };
}

test('of 200 devices with 12 planted faults exactly these 12 are found; accepting all makes the next audit find none', async () => {
  const { workspace, client, standing } = await hallWithFaults();
  const { id: session } = await client.audit.start({ name: 'Spring', scope: { kind: 'room', room: 'Hall 1' } });
  await walkPast(client, session, standing);

  const { discrepancies, counts } = await client.audit.discrepancies({ session });
  expect(discrepancies.map(({ kind, name }) => `${kind} ${name}`).toSorted()).toEqual(
    [
      'moved node-003',
      'moved node-047',
      'moved node-120',
      'wrong-slot node-008',
      'wrong-slot node-199',
      'missing node-015',
      'missing node-077',
      'missing node-150',
      'unknown STRANGER-1',
      'unknown STRANGER-2',
      'duplicate-serial SERIAL-1033',
      'changed-serial node-060',
    ].toSorted(),
  );
  expect(counts.map(({ count }) => count)).toEqual([3, 2, 3, 2, 1, 1]);

  const before = dumpOf(workspace.session.read);
  const decisions = discrepancies.map(({ key }) => ({ discrepancy: key, decision: 'accept' as const }));
  const { outcomes, undecided } = await client.audit.decide({ session, decisions });
  expect(outcomes.filter(({ problem }) => problem !== null)).toEqual([]);
  expect(undecided).toBe(0);
  await client.audit.sign({ session });
  expect((await client.compute.get({ ref: 'node-060' })).record.serial).toBe('NEW-BOARD-60');
  expect((await client.compute.get({ ref: 'node-090' })).record.serial).toBeNull();

  const { id: again } = await client.audit.start({ name: 'Autumn', scope: { kind: 'room', room: 'Hall 1' } });
  await walkPast(client, again, standing);
  expect((await client.audit.discrepancies({ session: again })).discrepancies).toEqual([]);
  await client.auditSession.remove({ refs: [again] });

  const { undo } = await client.history.next();
  expect(undo?.label).toBe('Delete audit session Autumn');
  await client.history.undo();
  for (;;) {
    const { label } = await client.history.undo();
    if (label === 'Undo: Sign audit Spring and the change before it') break;
  }
  expect(dumpOf(workspace.session.read)).toEqual(before);
}, 120_000);

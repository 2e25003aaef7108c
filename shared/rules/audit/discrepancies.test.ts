import { describe, expect, test } from 'vitest';
import { findDiscrepancies } from './discrepancies.ts';
import { aDevice, aRack, Auditing } from './testing/audit-builders.ts';

const RACKS = [
  aRack('A', 0, [aDevice('a1', 1), aDevice('a2', 5), aDevice('a3', 9)]),
  aRack('B', 1, [aDevice('b1', 1)]),
];

function keys(auditing: Auditing): string[] {
  return findDiscrepancies(auditing.state).map(({ key }) => key);
}

function everythingRead(): Auditing {
  const auditing = new Auditing(RACKS);
  for (const [text, rack] of [
    ['SN-a1', 'A'],
    ['TAG-a2', 'A'],
    ['a3', 'A'],
    ['sn-b1', 'B'],
  ] as const)
    auditing.take({ text, rack });
  auditing.finish('A', 'B');
  return auditing;
}

test('where everything is where it is recorded, nothing differs', () => {
  expect(keys(everythingRead())).toEqual([]);
});

test('what was not seen is missing only once its rack is finished', () => {
  const auditing = new Auditing(RACKS);
  auditing.take({ text: 'SN-a1', rack: 'A' });
  expect(keys(auditing)).toEqual([]);
  auditing.finish('A');
  expect(keys(auditing)).toEqual(['missing:a2', 'missing:a3']);
});

test('a device seen in another rack is moved and not missing, with the unit that was read', () => {
  const auditing = new Auditing(RACKS);
  auditing.take({ text: 'SN-a1', rack: 'B', unit: 7 });
  auditing.finish('A');
  const [moved] = findDiscrepancies(auditing.state);
  expect(moved).toMatchObject({
    key: 'moved:a1',
    expected: { rackId: 'r-A', positionHalfU: 0 },
    observed: { rackId: 'r-B', positionHalfU: 12 },
  });
});

test('any unit that a device takes is its own; another is the wrong one', () => {
  const auditing = everythingRead();
  // 2U at U5: U5 and U6 are its own, U7 is not.
  auditing.take({ text: 'SN-a2', rack: 'A', unit: 6 });
  expect(keys(auditing)).toEqual([]);
  const other = new Auditing(RACKS);
  other.take({ text: 'SN-a2', rack: 'A', unit: 7 });
  expect(keys(other)).toEqual(['wrong-slot:a2']);
});

test('one label in two places is a duplicate', () => {
  const auditing = everythingRead();
  auditing.take({ text: 'SN-a1', rack: 'B' });
  expect(keys(auditing)).toEqual(['duplicate-serial:a1']);
});

test('one number on two records is a duplicate once it was read, by which label its bearers ever were seen', () => {
  const twins = [aRack('A', 0, [aDevice('a1', 1, { serial: 'TWIN' }), aDevice('a2', 5, { serial: ' twin ' })])];
  const auditing = new Auditing(twins);
  auditing.take({ text: 'TAG-a1', rack: 'A' });
  auditing.take({ text: 'TAG-a2', rack: 'A' });
  expect(keys(auditing)).toEqual([]);
  auditing.take({ text: 'TWIN', rack: 'A', unit: 1 });
  expect(findDiscrepancies(auditing.state)).toMatchObject([{ key: 'duplicate-serial:twin', objectIds: ['a1', 'a2'] }]);
});

test('a placeholder makes no duplicate, and each reading of one is something unknown of its own', () => {
  const boards = [
    aRack('A', 0, [aDevice('a1', 1, { serial: 'Default string' }), aDevice('a2', 5, { serial: 'Default string' })]),
  ];
  const auditing = new Auditing(boards);
  auditing.take({ text: 'Default string', rack: 'A' });
  auditing.take({ text: 'Default string', rack: 'A' });
  expect(keys(auditing)).toEqual(['unknown:default string@000001', 'unknown:default string@000002']);
});

describe('an unknown number', () => {
  test('at the unit of a device that was not seen is its changed number, and nothing else', () => {
    const auditing = new Auditing(RACKS);
    auditing.take({ text: 'NEW-1', rack: 'A', unit: 1 });
    expect(findDiscrepancies(auditing.state)).toMatchObject([
      { key: 'changed-serial:a1', expected: { serial: 'SN-a1' }, observed: { serial: 'NEW-1' } },
    ]);
    auditing.finish('A');
    expect(keys(auditing)).toEqual(['missing:a2', 'missing:a3', 'changed-serial:a1']);
  });

  test('read beside the tag of a device is its changed number, beside its own number it is unknown', () => {
    const auditing = new Auditing(RACKS);
    auditing.take({ text: 'TAG-a1', rack: 'A' });
    auditing.take({ text: 'NEW-1', rack: 'A', unit: 1 });
    expect(keys(auditing)).toEqual(['changed-serial:a1']);
    auditing.take({ text: 'SN-a1', rack: 'A' });
    expect(keys(auditing)).toEqual(['unknown:new-1']);
  });

  test('at a unit without a number of its own, or at none, stays unknown', () => {
    const auditing = new Auditing(RACKS);
    auditing.take({ text: 'NEW-1', rack: 'A', unit: 30 });
    auditing.take({ text: 'NEW-2', rack: 'A' });
    auditing.take({ text: 'new-2 ', rack: 'B' });
    expect(keys(auditing)).toEqual(['unknown:new-1', 'unknown:new-2']);
  });

  test('beside another at the same unit leaves doubt, so that all of it is told', () => {
    const auditing = new Auditing(RACKS);
    auditing.take({ text: 'NEW-1', rack: 'A', unit: 1 });
    auditing.take({ text: 'NEW-2', rack: 'A', unit: 2 });
    expect(keys(auditing)).toEqual(['unknown:new-1', 'unknown:new-2']);
  });
});

test('a part read in another device moved; one that was not read is missing when its device was seen', () => {
  const part = (id: string) => ({ id, component: 'Disk', serial: `DISK-${id}`, assetTag: null, slot: null });
  const racks = [
    aRack('A', 0, [aDevice('a1', 1, { parts: [part('p1'), part('p2')] }), aDevice('a2', 5, { parts: [part('p3')] })]),
  ];
  const auditing = new Auditing(racks);
  auditing.take({ text: 'SN-a1', rack: 'A' });
  expect(auditing.take({ text: 'DISK-p1', rack: 'A' }).class).toBe('here');
  expect(auditing.take({ text: 'DISK-p3', rack: 'A' }).class).toBe('moved');
  expect(auditing.take({ text: 'disk-p1', rack: 'A' }).class).toBe('already-seen');
  auditing.finish('A');
  expect(keys(auditing)).toEqual(['moved-part:p3', 'missing-part:p2', 'missing:a2']);
});

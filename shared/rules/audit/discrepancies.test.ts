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

describe('at level serial', () => {
  const part = (id: string, slot: string | null = null) => ({
    id,
    component: 'Disk',
    componentId: 'c-disk',
    serial: `DISK-${id}`,
    assetTag: null,
    slot,
  });

  function inside(more: Parameters<typeof aDevice>[2] = {}): Auditing {
    const parts = [part('p1', 'Bay 1'), part('p2', 'Bay 2')];
    const racks = [aRack('A', 0, [aDevice('a1', 1, { parts, ...more }), aDevice('a2', 5, { parts: [part('p3')] })])];
    const auditing = new Auditing(racks, 'serial');
    auditing.take({ text: 'SN-a1', rack: 'A' });
    return auditing;
  }

  test('a part read in another device moved; one that was not read is missing when its device was seen', () => {
    const auditing = inside();
    expect(auditing.take({ text: 'DISK-p1', rack: 'A' }).class).toBe('here');
    expect(auditing.take({ text: 'DISK-p3', rack: 'A' }).class).toBe('moved');
    expect(auditing.take({ text: 'disk-p1', rack: 'A' }).class).toBe('already-seen');
    auditing.finish('A');
    expect(keys(auditing)).toEqual(['moved-part:p3', 'missing-part:p2', 'missing:a2']);
  });

  test('two parts that changed slots are in the wrong slot; one without a recorded slot is where it is read', () => {
    const auditing = inside();
    expect(auditing.take({ text: 'DISK-p1', rack: 'A', bay: 'bay 2' }).class).toBe('wrong-slot');
    auditing.take({ text: 'DISK-p2', rack: 'A', bay: 'Bay 1' });
    auditing.take({ text: 'SN-a2', rack: 'A' });
    expect(auditing.take({ text: 'DISK-p3', rack: 'A', bay: 'Bay 7' }).class).toBe('here');
    auditing.finish('A');
    expect(findDiscrepancies(auditing.state)).toMatchObject([
      { key: 'wrong-slot-part:p1', expected: { bay: 'Bay 1' }, observed: { bay: 'bay 2', inDeviceId: 'a1' } },
      { key: 'wrong-slot-part:p2', expected: { bay: 'Bay 2' }, observed: { bay: 'Bay 1' } },
    ]);
  });

  test('an unknown number in the slot of a part that was not read stands in its place', () => {
    const auditing = inside();
    auditing.take({ text: 'NEW-2', rack: 'A', bay: 'Bay 2' });
    auditing.take({ text: 'DISK-p1', rack: 'A' });
    expect(findDiscrepancies(auditing.state)).toMatchObject([
      { key: 'changed-serial-part:p2', observed: { serial: 'NEW-2', inDeviceId: 'a1', bay: 'Bay 2' } },
    ]);
  });

  test('without slots one number stands for the one part that is left of a finished rack; two leave doubt', () => {
    const auditing = inside();
    auditing.take({ text: 'DISK-p1', rack: 'A' });
    auditing.take({ text: 'NEW-2', rack: 'A' });
    auditing.take({ text: 'SN-a2', rack: 'A' });
    auditing.take({ text: 'DISK-p3', rack: 'A' });
    expect(keys(auditing)).toEqual(['unknown-part:a1:new-2']);
    auditing.finish('A');
    expect(keys(auditing)).toEqual(['changed-serial-part:p2']);
    auditing.take({ text: 'NEW-3', rack: 'A', inDevice: 'a1' });
    expect(keys(auditing)).toEqual(['missing-part:p2', 'unknown-part:a1:new-2', 'unknown-part:a1:new-3']);
  });

  test('a number that may belong to a unit without one leaves doubt too', () => {
    const auditing = inside({ unnumbered: [{ componentId: 'c-disk', slot: null }] });
    auditing.take({ text: 'DISK-p1', rack: 'A' });
    auditing.take({ text: 'NEW-2', rack: 'A' });
    auditing.take({ text: 'SN-a2', rack: 'A' });
    auditing.take({ text: 'DISK-p3', rack: 'A' });
    auditing.finish('A');
    expect(keys(auditing)).toEqual(['missing-part:p2', 'unknown-part:a1:new-2']);
  });

  test('a unit read before an unknown number says that it is a device', () => {
    const auditing = inside();
    auditing.take({ text: 'NEW-9', rack: 'A', unit: 30 });
    expect(keys(auditing)).toEqual(['unknown:new-9']);
  });

  test('one number on parts of two devices is a duplicate once both were read, however they were written down', () => {
    const twin = (id: string, serial: string) => [{ ...part(id, 'Bay 1'), serial }];
    const auditing = new Auditing(
      [
        aRack('A', 0, [
          aDevice('a1', 1, { parts: twin('p1', 'TWIN') }),
          aDevice('a2', 5, { parts: twin('p2', ' twin ') }),
        ]),
      ],
      'serial',
    );
    auditing.take({ text: 'SN-a1', rack: 'A' });
    expect(auditing.take({ text: 'TWIN', rack: 'A' }).class).toBe('here');
    auditing.take({ text: 'SN-a2', rack: 'A' });
    expect(keys(auditing)).toEqual([]);
    expect(auditing.take({ text: 'twin', rack: 'A', bay: 'Bay 1' }).class).toBe('here');
    expect(findDiscrepancies(auditing.state)).toMatchObject([
      { key: 'duplicate-serial-parts:twin', about: 'part', partId: null, name: ' twin ', objectIds: ['a1', 'a2'] },
    ]);
  });

  test('a placeholder on parts of two devices makes no duplicate, and neither do twins in one device', () => {
    const twins = [part('p1', 'Bay 1'), part('p2', 'Bay 2')].map((one) => ({ ...one, serial: 'TWIN' }));
    const blank = (id: string) => ({ ...part(id), serial: '--' });
    const racks = [
      aRack('A', 0, [aDevice('a1', 1, { parts: [...twins, blank('p3')] }), aDevice('a2', 5, { parts: [blank('p4')] })]),
    ];
    const auditing = new Auditing(racks, 'serial');
    for (const text of ['SN-a1', 'TWIN', 'TWIN', 'SN-a2']) auditing.take({ text, rack: 'A' });
    expect(keys(auditing)).toEqual([]);
  });

  test('at level presence an unknown number is never one of a part', () => {
    const auditing = new Auditing([aRack('A', 0, [aDevice('a1', 1)])]);
    auditing.take({ text: 'SN-a1', rack: 'A' });
    auditing.take({ text: 'NEW-2', rack: 'A' });
    expect(keys(auditing)).toEqual(['unknown:new-2']);
  });
});

describe('a blade', () => {
  const blade = (id: string, bay: string, parentId: string) =>
    aDevice(id, 1, { parentId, bay, positionHalfU: null, at: `bay ${bay}` });

  function twoChassis(): Auditing {
    return new Auditing([
      aRack('A', 0, [aDevice('ch1', 1, { heightHalfU: 20 }), blade('b1', '1', 'ch1'), blade('b2', '2', 'ch1')]),
      aRack('B', 1, [aDevice('ch2', 1, { heightHalfU: 20 }), blade('b3', '1', 'ch2')]),
    ]);
  }

  test('in another bay of its chassis is in the wrong slot', () => {
    const auditing = twoChassis();
    expect(auditing.take({ text: 'SN-b1', rack: 'A', bay: '3', inDevice: 'ch1' }).class).toBe('wrong-slot');
    expect(auditing.take({ text: 'SN-b2', rack: 'A', bay: '2', inDevice: 'ch1' }).class).toBe('here');
    expect(findDiscrepancies(auditing.state)).toMatchObject([
      { key: 'wrong-slot:b1', observed: { bay: '3', inDeviceId: 'ch1' } },
    ]);
  });

  test('in a chassis of another rack moved there, with its bay', () => {
    const auditing = twoChassis();
    expect(auditing.take({ text: 'SN-b1', rack: 'B', bay: '4', inDevice: 'ch2' }).class).toBe('moved');
    auditing.finish('A');
    expect(findDiscrepancies(auditing.state)[0]).toMatchObject({
      key: 'moved:b1',
      expected: { rackId: 'r-A', bay: '1', inDeviceId: 'ch1' },
      observed: { rackId: 'r-B', bay: '4', inDeviceId: 'ch2' },
    });
  });

  test('that went with its chassis is where it is recorded; one of another chassis is not', () => {
    const auditing = twoChassis();
    auditing.take({ text: 'SN-ch1', rack: 'B', unit: 21 });
    auditing.take({ text: 'SN-b1', rack: 'B' });
    auditing.take({ text: 'SN-b2', rack: 'B', bay: '2', inDevice: 'ch1' });
    auditing.take({ text: 'SN-b3', rack: 'A' });
    expect(keys(auditing)).toEqual(['moved:b3', 'moved:ch1']);
  });
});

import { describe, expect, it } from 'vitest';
import { byMachine, EMPTY_INTAKE, nextPart, readIntake } from './intake-draft.ts';

const DRAFT = { ...EMPTY_INTAKE, deviceType: 'dt1', namesPattern: 'srv[01-40]' };

const BUILD = [
  { component: 'Xeon', quantity: 2 },
  { component: 'DIMM', quantity: 24 },
  { component: 'Disk', quantity: 1 },
];
const NOT_THE_XEONS = [0];

describe('byMachine', () => {
  it('cuts the scans into lists of one machine each, the last one as far as it was scanned', () => {
    expect(byMachine(['a', 'b', 'c'], [{ component: 'Disk', quantity: 2 }])).toEqual([['a', 'b'], ['c']]);
    expect(byMachine(['a'], [])).toEqual([]);
  });

  it('leaves units that are not scanned empty', () => {
    // Two processors without a serial number, then DIMMs.
    expect(byMachine(['d1', 'd2'], BUILD, NOT_THE_XEONS)).toEqual([['', '', 'd1', 'd2']]);
    expect(byMachine(['x'], BUILD, [0, 1, 2])).toEqual([]);
  });
});

describe('nextPart', () => {
  it('counts machines and units from 1', () => {
    // 2 + 24 + 1 = 27 units each
    expect(nextPart(0, BUILD)).toEqual({ machine: 1, unit: 1, units: 27, component: 'Xeon' });
    expect(nextPart(26, BUILD)).toMatchObject({ machine: 1, unit: 27, component: 'Disk' });
    expect(nextPart(27, BUILD)).toMatchObject({ machine: 2, unit: 1 });
    expect(nextPart(25, BUILD, NOT_THE_XEONS)).toEqual({ machine: 2, unit: 1, units: 25, component: 'DIMM' });
    expect(nextPart(0, [])).toBeNull();
  });
});

describe('readIntake', () => {
  it('leaves the unit of a rack to the rack, which knows how it counts', () => {
    const reading = readIntake({ ...DRAFT, racks: [{ rack: 'r1', unit: ' U12 ', count: '20' }] }, []);
    expect(reading.ok && reading.input.positions).toEqual([{ rack: 'r1', unit: 'U12', count: 20 }]);
  });

  it('leaves the number of machines to the scans where none is said', () => {
    const reading = readIntake({ ...DRAFT, serials: ['S1', 'S2'] }, []);
    expect(reading.ok && 'count' in reading.input).toBe(false);
    expect(reading.ok && reading.input.serials).toEqual(['S1', 'S2']);
  });

  it('takes tags with a key and asset tags as they were scanned', () => {
    const tags = [
      { key: 'batch', value: '11' },
      { key: ' ', value: 'lost' },
    ];
    const reading = readIntake({ ...DRAFT, tags, assetTags: ['A1'] }, []);
    expect(reading.ok && [reading.input.tags, reading.input.assetTags]).toEqual([{ batch: '11' }, ['A1']]);
  });

  it.each([
    [{ deviceType: '' }, 'Choose the device type that arrived.'],
    [{ namesPattern: ' ' }, 'Say how the machines are named: srv[001-040].'],
    [{ count: 'many' }, 'How many must be a whole number such as 40.'],
    [{ racks: [{ rack: 'r1', unit: ' ', count: '2' }] }, 'Say the first unit in the rack, such as 12.'],
  ])('refuses %j', (change, message) => {
    expect(readIntake({ ...DRAFT, ...change }, [])).toEqual({ ok: false, message });
  });
});

import { describe, expect, it } from 'vitest';
import { byMachine, EMPTY_INTAKE, nextPart, readIntake } from './intake-draft.ts';

const DRAFT = { ...EMPTY_INTAKE, deviceType: 'dt1', namesPattern: 'srv[01-40]' };

describe('byMachine', () => {
  it('cuts the scans into lists of one machine each, the last one as far as it was scanned', () => {
    expect(byMachine(['a', 'b', 'c'], 2)).toEqual([['a', 'b'], ['c']]);
    expect(byMachine(['a'], 0)).toEqual([]);
  });
});

describe('nextPart', () => {
  it('counts machines and units from 1', () => {
    expect([0, 25, 26].map((scanned) => nextPart(scanned, 26))).toEqual([
      { machine: 1, unit: 1 },
      { machine: 1, unit: 26 },
      { machine: 2, unit: 1 },
    ]);
    expect(nextPart(0, 0)).toBeNull();
  });
});

describe('readIntake', () => {
  it('counts units of a rack in halves from the floor', () => {
    const reading = readIntake({ ...DRAFT, racks: [{ rack: 'r1', unit: '12', count: '20' }] }, 0);
    expect(reading.ok && reading.input.positions).toEqual([{ rack: 'r1', positionHalfU: 22, count: 20 }]);
  });

  it('leaves the number of machines to the scans where none is said', () => {
    const reading = readIntake({ ...DRAFT, serials: ['S1', 'S2'] }, 0);
    expect(reading.ok && 'count' in reading.input).toBe(false);
    expect(reading.ok && reading.input.serials).toEqual(['S1', 'S2']);
  });

  it.each([
    [{ deviceType: '' }, 'Choose the device type that arrived.'],
    [{ namesPattern: ' ' }, 'Say how the machines are named: srv[001-040].'],
    [{ count: 'many' }, 'How many must be a whole number such as 40.'],
    [{ racks: [{ rack: 'r1', unit: 'U', count: '2' }] }, 'The first unit must be a whole number such as 12.'],
  ])('refuses %j', (change, message) => {
    expect(readIntake({ ...DRAFT, ...change }, 0)).toEqual({ ok: false, message });
  });
});

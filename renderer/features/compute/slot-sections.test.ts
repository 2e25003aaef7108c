import { describe, expect, it } from 'vitest';
import type { SlotMapView } from '../../../shared/contract/component.ts';
import { shortName, slotSections, spokenRest } from './slot-sections.ts';

function aMap(change: Partial<SlotMapView> = {}): SlotMapView {
  const memory = {
    id: 'a1',
    componentId: 'c1',
    component: 'Micron MTA18 64GB',
    type: 'ram',
    specs: { capacity_gb: 64 },
    quantity: 2,
    slot: 'DIMM1-2',
    raidLevel: null,
    raidGroup: null,
    hotSpare: false,
    failed: false,
    installedAt: null,
    warrantyEnd: null,
    notes: null,
    units: [
      { slot: 'DIMM1', partId: 'p1', serial: 'SN1', assetTag: null },
      { slot: 'DIMM2', partId: null, serial: null, assetTag: null },
    ],
  };
  return {
    declared: true,
    slots: [
      { name: 'PSU1', kind: 'psu', assignmentId: null, unit: null },
      { name: 'DIMM1', kind: 'dimm', assignmentId: 'a1', unit: memory.units[0] ?? null },
      { name: 'DIMM2', kind: 'dimm', assignmentId: 'a1', unit: memory.units[1] ?? null },
      { name: 'DIMM3', kind: 'dimm', assignmentId: null, unit: null },
    ],
    assignments: [memory],
    problems: [],
    ...change,
  };
}

describe('slotSections', () => {
  it('groups slots by kind, memory before power supplies, and counts the free ones', () => {
    const sections = slotSections(aMap());
    expect(sections.map(({ kind, cells, free }) => [kind, cells.length, free])).toEqual([
      ['dimm', 3, 1],
      ['psu', 1, 1],
    ]);
  });

  it('keeps the banks of a board apart', () => {
    const slots = ['A1', 'B1', 'A2'].map((name) => ({ name, kind: 'dimm' as const, assignmentId: null, unit: null }));
    const [section] = slotSections(aMap({ slots, assignments: [] }));
    expect(section?.banks.map((bank) => bank.map(({ name }) => name))).toEqual([['A1', 'A2'], ['B1']]);
  });

  it('knows which unit of the assignment is in a slot', () => {
    expect(slotSections(aMap())[0]?.cells.map(({ unitIndex }) => unitIndex)).toEqual([0, 1, -1]);
  });

  it('marks a failed part failed, even where it also does not fit', () => {
    const map = aMap();
    const problems = [{ code: 'SLOT_MISFIT', message: 'It is too tall.', assignmentIds: ['a1'], slot: 'dimm1' }];
    const failed = map.assignments.map((assignment) => ({ ...assignment, failed: true }));
    expect(slotSections(aMap({ problems }))[0]?.cells.map(({ mark }) => mark)).toEqual(['misfit', 'occupied', 'free']);
    expect(slotSections(aMap({ problems, assignments: failed }))[0]?.cells[0]?.mark).toBe('failed');
  });
});

describe('shortName', () => {
  it.each([
    ['ram', { capacity_gb: 64 }, '64 GB'],
    ['storage', { capacity_gb: 3840 }, '3.84 TB'],
    ['psu', { watts: 800 }, '800 W'],
    ['cpu', { cores: 32 }, 'Gold 6430'],
  ])('of a %s part', (type, specs, short) => {
    expect(shortName({ type, specs, component: 'Intel Gold 6430' })).toBe(short);
  });
});

describe('spokenRest', () => {
  it('says the state, the whole name of the part and whether its serial number is known', () => {
    const spoken = slotSections(aMap())[0]?.cells.map(spokenRest);
    expect(spoken).toEqual([
      'occupied, Micron MTA18 64GB, serial number recorded',
      'occupied, Micron MTA18 64GB, no serial number',
      '',
    ]);
  });
});

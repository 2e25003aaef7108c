import { describe, expect, test } from 'vitest';
import { slotsOfCompute, slotsOfDeviceType } from './device-slots.ts';

function kindsOf(kind: 'module-bays' | 'device-bays', names: readonly string[]) {
  const slots = slotsOfDeviceType({ templates: { [kind]: names.map((name) => ({ name })) } });
  return slots.map((slot) => [slot.name, slot.kind, slot.fits?.types ?? null]);
}

describe('bays become slots by their names', () => {
  test.each([
    ['PSU 1', 'psu'],
    ['PS-A', 'psu'],
    ['PEM0', 'psu'],
    ['PWR2', 'psu'],
    ['Power Supply Module 1', 'psu'],
    ['PCIe3', 'pcie'],
    ['Riser 1 - PCIe slot 2', 'pcie'],
    ['PCI-E 4', 'pcie'],
    ['M.2 1', 'm2'],
    ['FlexLOM', 'ocp'],
    ['OCP 3.0', 'ocp'],
    ['CPU1', 'cpu'],
    ['DIMM A1', 'dimm'],
    ['Bay 3', 'bay'],
    ['Drive Bay 3', 'bay'],
  ])('%s is a %s slot', (name, kind) => {
    expect(kindsOf('module-bays', [name])).toEqual([[name, kind, null]]);
  });

  test.each(['FAN1', 'Fan Tray 2', 'Fan Module 0', 'LTO_Drive_1'])('%s takes only other parts', (name) => {
    expect(kindsOf('module-bays', [name])).toEqual([[name, 'other', ['other']]]);
  });

  test.each(['Slot 1', 'FPC 3', 'Network Module', 'SmartSlot', 'Supervisor'])('%s takes modules', (name) => {
    expect(kindsOf('module-bays', [name])).toEqual([[name, 'other', ['nic', 'gpu', 'storage', 'other']]]);
  });

  test('a device bay without a telling name is for devices', () => {
    expect(kindsOf('device-bays', ['Node 1', 'PCIe-Gen3 1'])).toEqual([
      ['Node 1', 'other', ['other']],
      ['PCIe-Gen3 1', 'pcie', null],
    ]);
  });
});

test('a declared slot stands for the bay of the same name, and bays are named once', () => {
  const templates = { 'module-bays': [{ name: 'psu1' }, { name: 'PSU2' }, { name: 'PSU2' }] };
  const slots = slotsOfDeviceType({ slots: [{ name: 'PSU1', kind: 'psu', fits: { forms: ['CRPS'] } }], templates });
  expect(slots.map(({ name }) => name)).toEqual(['PSU1', 'PSU2']);
  expect(slots[0]?.fits?.forms).toEqual(['CRPS']);
});

test('a compute has its own slots, else those of its type, else none', () => {
  const type = { slots: [{ name: 'A', kind: 'dimm' as const }] };
  expect(slotsOfCompute([{ name: 'B', kind: 'cpu' }], type).map(({ name }) => name)).toEqual(['B']);
  expect(slotsOfCompute(null, type).map(({ name }) => name)).toEqual(['A']);
  expect(slotsOfCompute([], type)).toEqual([]);
  expect(slotsOfCompute(null, null)).toEqual([]);
});

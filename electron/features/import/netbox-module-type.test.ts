import { describe, expect, it } from 'vitest';
import { component } from '../../../shared/domain/component.ts';
import { ethernetSpeedGbps } from './netbox-module-type.ts';
import { readNetBoxFile } from './netbox-read.ts';

const HEAD = 'manufacturer: Acme\nmodel: M1\n';

function draftOf(text: string): unknown {
  const read = readNetBoxFile(text, 'file.yaml');
  if (read.kind !== 'component') throw new Error(JSON.stringify(read));
  expect(component.schema.safeParse(read.draft).error).toBeUndefined();
  return read.draft;
}

describe('the type of a module', () => {
  it.each([
    ['power-ports', 'psu'],
    ['interfaces', 'nic'],
    ['console-ports', 'other'],
    ['module-bays', 'other'],
  ])('with %s only is %s', (kind, type) => {
    expect(draftOf(`${HEAD}${kind}:\n  - name: a\n`)).toMatchObject({ type });
  });

  it('is other without ports, and with ports of two kinds', () => {
    expect(draftOf(HEAD)).toEqual({
      type: 'other',
      manufacturer: 'Acme',
      model: 'M1',
      specs: {},
      templates: {},
      extra: {},
    });
    expect(draftOf(`${HEAD}interfaces:\n  - name: a\npower-ports:\n  - name: b\n`)).toMatchObject({ type: 'other' });
  });

  it('does not count an empty list', () => {
    expect(draftOf(`${HEAD}interfaces: []\npower-ports:\n  - name: a\n`)).toMatchObject({ type: 'psu' });
  });
});

describe('a module', () => {
  it('that is a power supply states the sum of its maximum draws', () => {
    const text = `${HEAD}part_number: 845398\nweight: 2\nweight_unit: lb\ncomments: Hot-swap\ndescription: 600 W
power-ports:
  - name: PSU {module}
    type: iec-60320-c14
    maximum_draw: 600
`;
    expect(draftOf(text)).toEqual({
      type: 'psu',
      manufacturer: 'Acme',
      model: 'M1',
      partNumber: '845398',
      weightGrams: 907, // 2 × 453.59237
      notes: 'Hot-swap',
      specs: { watts: 600 },
      templates: { 'power-ports': [{ name: 'PSU {module}', type: 'iec-60320-c14', maximum_draw: 600 }] },
      extra: { description: '600 W' },
    });
  });

  it('that is a power supply of unstated draw has no watts', () => {
    expect(draftOf(`${HEAD}power-ports:\n  - name: a\n`)).toMatchObject({ specs: {} });
    expect(draftOf(`${HEAD}power-ports:\n  - name: a\n    maximum_draw: 0\n`)).toMatchObject({ specs: {} });
  });

  it('that is a network card counts its ports and has their common speed', () => {
    const two = '  - name: a\n    type: 10gbase-t\n  - name: b\n    type: 10gbase-x-sfpp\n';
    expect(draftOf(`${HEAD}interfaces:\n${two}`)).toMatchObject({ specs: { ports: 2, speed_gbps: 10 } });
  });

  it('with ports of several speeds, or of none that is known, has no speed', () => {
    const mixed = '  - name: a\n    type: 10gbase-t\n  - name: b\n    type: 1000base-t\n';
    expect(draftOf(`${HEAD}interfaces:\n${mixed}`)).toMatchObject({ specs: { ports: 2 } });
    const unknown = '  - name: a\n    type: 32gfc-sfp28\n  - name: b\n';
    expect(draftOf(`${HEAD}interfaces:\n${unknown}`)).toMatchObject({ specs: { ports: 2 } });
  });

  it('with more ports than the spec allows keeps them all and states no number', () => {
    const ports = Array.from({ length: 513 }, (_, index) => `  - name: p${index}\n    type: 1000base-t\n`).join('');
    const draft = draftOf(`${HEAD}interfaces:\n${ports}`);
    expect(draft).toMatchObject({ type: 'nic', specs: { speed_gbps: 1 } });
    expect(draft).toHaveProperty('templates.interfaces.length', 513);
    expect(draft).not.toHaveProperty('specs.ports');
  });

  it('is refused like a device type', () => {
    expect(readNetBoxFile(`${HEAD}interfaces: many\n`, 'file.yaml')).toEqual({
      kind: 'refused',
      line: 3,
      reason: 'interfaces must be a list of maps; "many" was given.',
    });
  });
});

it.each([
  ['100base-tx', 0.1],
  ['1000base-t', 1],
  ['2.5gbase-t', 2.5],
  ['10gbase-x-sfpp', 10],
  ['100gbase-x-qsfp28', 100],
  ['800gbase-x-osfp', 800],
  ['ieee802.11ac', null],
  ['8gfc-sfpp', null],
  ['virtual', null],
  [undefined, null],
])('the speed of %s is %s Gbps', (type, speed) => {
  expect(ethernetSpeedGbps(type)).toBe(speed);
});

import { describe, expect, it } from 'vitest';
import { deviceType } from '../../../shared/domain/device-type.ts';
import { readNetBoxFile } from './netbox-read.ts';

const MINIMAL = 'manufacturer: Acme\nmodel: R1\nslug: acme-r1\n';

const FULL = `---
manufacturer: Acme
model: Rocket 2000
slug: acme-rocket-2000
part_number: 0042
u_height: 1.5
is_full_depth: false
weight: 19.4
weight_unit: kg
airflow: front-to-rear
subdevice_role: parent
front_image: true
is_powered: true
comments: |
  [Data sheet](https://example.com/rocket.pdf)
interfaces:
  - name: 08
    type: 1000base-t
    mgmt_only: true
    rf_role: ap
power-ports:
  - name: PSU1
    type: iec-60320-c14
    maximum_draw: 750
  - name: PSU2
    type: iec-60320-c14
    maximum_draw: 750
  - name: PSU3
device-bays: []
`;

function draftOf(text: string): unknown {
  const read = readNetBoxFile(text, 'file.yaml');
  if (read.kind !== 'deviceType') throw new Error(JSON.stringify(read));
  return read.draft;
}

function refusalOf(text: string): unknown {
  const read = readNetBoxFile(text, 'file.yaml');
  return read.kind === 'refused' ? [read.line, read.reason] : read;
}

describe('a device type', () => {
  it('is read whole', () => {
    expect(draftOf(FULL)).toEqual({
      manufacturer: 'Acme',
      model: 'Rocket 2000',
      slug: 'acme-rocket-2000',
      partNumber: '0042',
      heightHalfU: 3,
      fullDepth: false,
      weightGrams: 19_400,
      airflow: 'front-to-rear',
      subdeviceRole: 'parent',
      // 750 W + 750 W; PSU3 states nothing.
      powerWatts: 1500,
      comments: '[Data sheet](https://example.com/rocket.pdf)\n',
      templates: {
        interfaces: [{ name: '08', type: '1000base-t', mgmt_only: true, rf_role: 'ap' }],
        'power-ports': [
          { name: 'PSU1', type: 'iec-60320-c14', maximum_draw: 750 },
          { name: 'PSU2', type: 'iec-60320-c14', maximum_draw: 750 },
          { name: 'PSU3' },
        ],
        'device-bays': [],
      },
      extra: { front_image: true, is_powered: true },
    });
  });

  it('leaves out what the file does not give, and is valid by the noun', () => {
    const draft = draftOf(`${MINIMAL}part_number: ''\nairflow:\ninterfaces: ~\n`);
    expect(draft).toEqual({ manufacturer: 'Acme', model: 'R1', slug: 'acme-r1', templates: {}, extra: {} });
    expect(deviceType.schema.parse(draft)).toMatchObject({ heightHalfU: 2, fullDepth: true, weightGrams: null });
  });

  it.each([
    ['0', 0],
    ['0.5', 1],
    ['1', 2],
    ['1.0', 2],
    ['1.5', 3],
    ['50', 100],
  ])('u_height %s is %i half U', (height, heightHalfU) => {
    expect(draftOf(`${MINIMAL}u_height: ${height}\n`)).toMatchObject({ heightHalfU });
  });

  it.each([
    // 1 lb = 453.59237 g and 1 oz = 28.349523125 g, both exactly; 10 lb = 4535.9237 g, 2.5 oz = 70.8738 g.
    ['28.6', 'kg', 28_600],
    ['19.4', 'kg', 19_400],
    ['143', 'g', 143],
    ['10', 'lb', 4536],
    ['2.5', 'oz', 71],
    ['0', 'kg', 0],
  ])('%s %s weighs %i g', (weight, unit, weightGrams) => {
    expect(draftOf(`${MINIMAL}weight: ${weight}\nweight_unit: ${unit}\n`)).toMatchObject({ weightGrams });
  });

  it('keeps a weight unit without a weight among the other keys', () => {
    expect(draftOf(`${MINIMAL}weight_unit: kg\n`)).toMatchObject({ extra: { weight_unit: 'kg' } });
  });

  it('keeps a key named __proto__ as data', () => {
    const draft = draftOf(`${MINIMAL}__proto__: {polluted: true}\ninterfaces:\n  - name: a\n    __proto__: {x: 1}\n`);
    expect(JSON.stringify(draft)).toContain('"extra":{"__proto__":{"polluted":true}}');
    expect(JSON.stringify(draft)).toContain('{"name":"a","__proto__":{"x":1}}');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

describe('a device type is refused', () => {
  it.each([
    ['slug: x\nmodel: R1\n', 1, 'manufacturer must be text of 1 to 100 characters; nothing was given.'],
    ['manufacturer: A\nmodel:\nslug: x\n', 2, 'model must be text of 1 to 200 characters; nothing was given.'],
    ['manufacturer: A\nmodel: [1]\nslug: x\n', 2, 'model must be text of 1 to 200 characters; [1] was given.'],
    [
      'manufacturer: true\nmodel: R1\nslug: x\n',
      1,
      'manufacturer must be text of 1 to 100 characters; true was given.',
    ],
    [`${MINIMAL}u_height: "2"\n`, 4, 'u_height must be a multiple of 0.5 from 0 to 100; "2" was given.'],
    [`${MINIMAL}u_height: 1.3\n`, 4, 'u_height must be a multiple of 0.5 from 0 to 100; 1.3 was given.'],
    [`${MINIMAL}u_height: -1\n`, 4, 'u_height must be a multiple of 0.5 from 0 to 100; -1 was given.'],
    [`${MINIMAL}u_height: 100.5\n`, 4, 'u_height must be a multiple of 0.5 from 0 to 100; 100.5 was given.'],
    [`${MINIMAL}is_full_depth: no\n`, 4, 'is_full_depth must be true or false; "no" was given.'],
    [`${MINIMAL}weight: heavy\n`, 4, 'weight must be a number from 0 to 10,000,000; "heavy" was given.'],
    [
      `${MINIMAL}weight: 5\n`,
      4,
      'weight_unit must be one of kg, g, lb, oz where a weight is given; nothing was given.',
    ],
    [`${MINIMAL}weight: 5\nweight_unit: stone\n`, 5, 'weight_unit must be one of kg, g, lb, oz; "stone" was given.'],
    [`${MINIMAL}weight: 10000.1\nweight_unit: kg\n`, 4, 'weight must be at most 10,000 kg; 10000.1 kg was given.'],
    [`${MINIMAL}subdevice_role: twin\n`, 4, 'subdevice_role must be one of parent, child; "twin" was given.'],
    [`${MINIMAL}interfaces: eth0\n`, 4, 'interfaces must be a list of maps; "eth0" was given.'],
    [`${MINIMAL}interfaces: {name: a}\n`, 4, 'interfaces must be a list of maps; {"name":"a"} was given.'],
    [
      `${MINIMAL}interfaces:\n  - name: a\n  - eth1\n`,
      6,
      'Entry 2 of interfaces must be a map with a name; "eth1" was given.',
    ],
    [
      `${MINIMAL}interfaces:\n  - name: a\n  - type: other\n`,
      6,
      'Entry 2 of interfaces: name must be text of 1 to 200 characters; nothing was given.',
    ],
    [
      `${MINIMAL}power-ports:\n  - name: a\n    maximum_draw: 75 W\n`,
      6,
      'Entry 1 of power-ports: maximum_draw must be a whole number from 0 to 100,000,000; "75 W" was given.',
    ],
    [
      `${MINIMAL}power-ports:\n  - name: a\n    maximum_draw: 1000001\n`,
      4,
      'The maximum_draw of all power-ports must add up to at most 1,000,000 W; 1000001 was given.',
    ],
    [
      `${MINIMAL}interfaces:\n  - name: a\n    mgmt_only: "true"\n`,
      6,
      'Entry 1 of interfaces: mgmt_only must be true or false; "true" was given.',
    ],
  ])('%j', (text, line, reason) => {
    expect(refusalOf(text)).toEqual([line, reason]);
  });

  it('for an airflow that NetBox does not know, naming those it does', () => {
    expect(refusalOf(`${MINIMAL}airflow: sideways\n`)).toEqual([
      4,
      'airflow must be one of front-to-rear, rear-to-front, left-to-right, right-to-left, side-to-rear, ' +
        'rear-to-side, bottom-to-top, top-to-bottom, passive, mixed; "sideways" was given.',
    ]);
  });
});

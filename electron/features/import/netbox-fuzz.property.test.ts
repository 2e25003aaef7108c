import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { component } from '../../../shared/domain/component.ts';
import { deviceType } from '../../../shared/domain/device-type.ts';
import { mutated, mutation } from '../../testing/mutated-files.ts';
import { decodeUtf8 } from './file-text.ts';
import { readNetBoxFile } from './netbox-read.ts';

const SEEDS = [
  `---
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
comments: |
  Two lines
  of text
interfaces: &ports
  - name: eth0
    type: 1000base-t
    mgmt_only: true
power-ports:
  - {name: PSU1, type: "iec-60320-c14", maximum_draw: 750}
console-ports: *ports
`,
  `manufacturer: Acme
model: 'NIC 2x10G'
weight: 0.26
weight_unit: lb
interfaces:
  - name: et-{module}/0/0
    type: 10gbase-x-sfpp
  - name: et-{module}/0/1
    type: 10gbase-x-sfpp
`,
];

/** What is wrong with the outcome of reading `bytes`, null when it is one of the allowed ones. */
function wrongOutcome(bytes: Buffer): unknown {
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) return decoded.line === null ? decoded : null;
  const read = readNetBoxFile(decoded.text, 'seed.yaml');
  if (read.kind === 'deviceType') return deviceType.schema.safeParse(read.draft).error ?? null;
  if (read.kind === 'component') return component.schema.safeParse(read.draft).error ?? null;
  if (read.kind === 'ignored') return null;
  const inside = read.line >= 1 && read.line <= decoded.text.split('\n').length;
  return inside && /^[^\n\r]{5,400}\.$/.test(read.reason) ? null : read;
}

describe('a mutated file', () => {
  it.each(SEEDS.map((seed, index) => [index + 1, seed] as const))(
    'made from seed %i is valid by the noun, ignored or refused with line and sentence',
    (_index, seed) => {
      const original = Buffer.from(seed);
      fc.assert(
        fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (changes) => {
          expect(wrongOutcome(changes.reduce(mutated, original))).toBeNull();
        }),
        { numRuns: 2500 },
      );
      expect(Object.keys(Object.prototype)).toEqual([]);
    },
  );

  it('has seeds that are read', () => {
    expect(SEEDS.map((seed) => readNetBoxFile(seed, 'seed.yaml').kind)).toEqual(['deviceType', 'component']);
  });
});

import { describe, expect, test } from 'vitest';
import type { ResourceSpec } from '../../shared/domain/service.ts';
import type { Slot } from '../../shared/domain/slot.ts';
import { groupSlots, type CatalogueChassis, type CataloguePart, type FreeSlots } from './catalogue.ts';
import { purchaseFor } from './purchase.ts';
import { aCompute, aFleet, aRequest, gb, rankOn } from './testing/builders.ts';
import { upgradesFor } from './upgrades.ts';
import { wholeOf } from './turns.ts';

const cpu = (id: string, cores: number, socket: string, price: string): CataloguePart => {
  return { id, name: id, kind: 'cpu', form: socket, provides: { cores }, powerWatts: 200, price };
};
const dimm = (id: string, size: number, generation: string, price: string): CataloguePart => {
  return { id, name: id, kind: 'ram', form: 'RDIMM', generation, provides: { memory: gb(size) }, powerWatts: 5, price };
};
const disk = (id: string, size: number, form: string, price: string): CataloguePart => {
  return { id, name: id, kind: 'storage', form, provides: { nvme: size }, powerWatts: 6, price };
};

/** The cheaper part of each pair is of the older generation. */
const PARTS = [
  cpu('xeon-4189', 16, 'LGA4189', '700'),
  cpu('xeon-4677', 16, 'LGA4677', '900'),
  dimm('ddr4-32', 32, 'DDR4', '90'),
  dimm('ddr5-32', 32, 'DDR5', '150'),
  disk('sata-25', 1000, '2.5"', '100'),
  disk('m2-1000', 1000, 'M.2 2280', '80'),
];

function slots(kind: Slot['kind'], names: readonly string[], fits?: Slot['fits']): Slot[] {
  return names.map((name) => ({ name, kind, ...(fits ? { fits } : {}) }));
}

describe('parts added to a machine that is there', () => {
  const fleet = aFleet([aCompute('host', { cores: 16, memory: gb(64), nvme: 1000 })]);
  /** Two sockets of which CPU1 is taken, eight memory slots of which A1 and A2 are taken, a bay and an M.2 slot. */
  const free: FreeSlots = {
    groups: groupSlots([
      ...slots('cpu', ['CPU2'], { forms: ['LGA4677'] }),
      ...slots('dimm', ['A3', 'A4', 'B1', 'B2', 'B3', 'B4'], { generations: ['DDR5'] }),
      ...slots('bay', ['Bay 1']),
      ...slots('m2', ['M2 1']),
    ]),
    sockets: 2,
    memorySlots: 8,
    cpus: 1,
    dimms: 2,
    cpuName: null,
  };
  const upgrade = (need: ResourceSpec, spares: Record<string, number> = {}) =>
    wholeOf(
      upgradesFor(rankOn(fleet, need), {
        parts: PARTS,
        spares: new Map(Object.entries(spares)),
        freeSlots: () => free,
      }),
    )[0];

  test('24 cores on 16: one CPU for the free socket at 900, not the one at 700 for another socket', () => {
    expect(upgrade({ cores: 24 })).toMatchObject({
      parts: [{ partId: 'xeon-4677', quantity: 1, slots: ['CPU2'], source: 'catalogue' }],
      price: '900.00',
    });
  });

  test('128 GB on 64 lack 64: 2 × 32 GB of DDR5 (300) into A3 and A4, not DDR4 (180)', () => {
    expect(upgrade({ memory: gb(128) })).toMatchObject({
      parts: [{ partId: 'ddr5-32', quantity: 2, slots: ['A3', 'A4'] }],
      price: '300.00',
    });
  });

  test('one CPU of two opens 8 · 1 / 2 = 4 memory slots, 2 are taken: 3 × 32 GB do not go in', () => {
    expect(upgrade({ memory: gb(160) })).toBeUndefined();
  });

  test('a second CPU opens all 8: with it, 3 × 32 GB for 160 GB go into A3, A4, B1 for 900 + 450', () => {
    expect(upgrade({ cores: 24, memory: gb(160) })).toMatchObject({
      parts: [
        { partId: 'xeon-4677', slots: ['CPU2'] },
        { partId: 'ddr5-32', quantity: 3, slots: ['A3', 'A4', 'B1'] },
      ],
      price: '1350.00',
    });
  });

  test('1,800 GB on 1,000 lack 800: the M.2 disk (80) goes into the M.2 slot', () => {
    expect(upgrade({ nvme: 1800 })).toMatchObject({ parts: [{ partId: 'm2-1000', slots: ['M2 1'] }] });
  });

  test('2,800 GB lack 1,800: of two M.2 disks only one finds a slot, the other goes into the bay for 100; more do not go in', () => {
    const parts = [
      { partId: 'sata-25', quantity: 1, slots: ['Bay 1'] },
      { partId: 'm2-1000', quantity: 1, slots: ['M2 1'] },
    ];
    expect(upgrade({ nvme: 2800 })).toMatchObject({ parts, price: '180.00' });
    expect(upgrade({ nvme: 3800 })).toBeUndefined();
  });

  test('beside a CPU only its like goes in', () => {
    const beside = (cpuName: string) =>
      wholeOf(
        upgradesFor(rankOn(fleet, { cores: 24 }), {
          parts: [...PARTS, cpu('xeon-4677-big', 32, 'LGA4677', '800')],
          spares: new Map(),
          freeSlots: () => ({ ...free, cpuName }),
        }),
      )[0];
    expect(beside('xeon-4677')).toMatchObject({ parts: [{ partId: 'xeon-4677' }] });
    expect(beside('another')).toBeUndefined();
  });

  test('144 GB on 64 lack 80, two slots are open: a spare of 32 GB and one of 64 GB to buy (280), not two of 64 (560)', () => {
    const parts = [...PARTS, dimm('ddr5-64', 64, 'DDR5', '280')];
    const [found] = wholeOf(
      upgradesFor(rankOn(fleet, { memory: gb(144) }), {
        parts,
        spares: new Map([['ddr5-32', 1]]),
        freeSlots: () => free,
      }),
    );
    expect(found).toMatchObject({
      parts: [
        { partId: 'ddr5-32', quantity: 1, source: 'spare' },
        { partId: 'ddr5-64', quantity: 1, source: 'catalogue' },
      ],
      price: '280.00',
    });
    expect(found?.parts.flatMap(({ slots: into }) => into).toSorted()).toEqual(['A3', 'A4']);
  });

  test('one of two modules lies on the shelf: one spare, and 150 for the other', () => {
    expect(upgrade({ memory: gb(128) }, { 'ddr5-32': 1, 'ddr4-32': 8 })).toMatchObject({
      parts: [
        { partId: 'ddr5-32', quantity: 1, source: 'spare', slots: ['A3'], price: null },
        { partId: 'ddr5-32', quantity: 1, source: 'catalogue', slots: ['A4'], price: '150' },
      ],
      price: '150.00',
    });
  });

  test('where it is not known which slots are free, none is named', () => {
    const unnamed = { ...free, groups: free.groups.map((group) => ({ ...group, names: null })) };
    const [found] = wholeOf(
      upgradesFor(rankOn(fleet, { memory: gb(128) }), {
        parts: PARTS,
        spares: new Map(),
        freeSlots: () => unnamed,
      }),
    );
    expect(found?.parts).toMatchObject([{ partId: 'ddr5-32', quantity: 2, slots: [] }]);
  });
});

describe('a server to buy', () => {
  const chassis = (id: string, price: string, own: readonly Slot[]): CatalogueChassis => {
    const counted = groupSlots(own, false);
    return { id, name: id, heightHalfU: 2, slots: counted, powerWatts: 60, maxPowerWatts: null, price };
  };
  const bays = slots('bay', ['0', '1', '2', '3']);
  const memory = ['A1', 'A2', 'A3', 'A4', 'B1', 'B2', 'B3', 'B4'];
  const gen4 = chassis('gen4', '1500', [
    ...slots('cpu', ['CPU1', 'CPU2'], { forms: ['LGA4189'] }),
    ...slots('dimm', memory, { forms: ['RDIMM'], generations: ['DDR4'] }),
    ...bays,
  ]);
  const gen5 = chassis('gen5', '1600', [
    ...slots('cpu', ['CPU1', 'CPU2'], { forms: ['LGA4677'] }),
    ...slots('dimm', memory, { forms: ['RDIMM'], generations: ['DDR5'] }),
    ...bays,
  ]);
  const silent = chassis('silent', '1000', [...slots('cpu', ['CPU1']), ...slots('dimm', memory), ...bays]);
  const buy = (own: readonly CatalogueChassis[], need: ResourceSpec = { cores: 8, memory: gb(64) }, parts = PARTS) =>
    wholeOf(purchaseFor(aRequest(need), { chassis: own, parts, currency: 'EUR' }));
  const partsOf = (offer: ReturnType<typeof buy>) =>
    offer?.servers[0]?.offer.parts.map(({ quantity, part }) => `${quantity} × ${part}`);

  // 8 / 0.7 = 11.4 cores: one CPU of 16. 64 / 0.7 = 91.4 GB: three modules of 32.
  test('its own socket and memory: 1600 + 900 + 3 · 150 = 2950, though the older parts are cheaper', () => {
    expect(partsOf(buy([gen5]))).toEqual(['1 × xeon-4677', '3 × ddr5-32']);
    expect(buy([gen5])?.price).toBe('2950.00');
  });

  test('the cheaper whole of the two: 1500 + 700 + 3 · 90 = 2470', () => {
    expect(partsOf(buy([gen4, gen5]))).toEqual(['1 × xeon-4189', '3 × ddr4-32']);
    expect(buy([gen4, gen5])?.price).toBe('2470.00');
  });

  test('nothing where no CPU of the catalogue goes into the socket', () => {
    expect(
      buy(
        [gen5],
        { cores: 8, memory: gb(64) },
        PARTS.filter(({ id }) => id !== 'xeon-4677'),
      ),
    ).toBeNull();
  });

  test('a chassis that does not say: memory that runs with the CPU, 1000 + 700 + 3 · 90 = 1970, and the doubt is told', () => {
    const offer = buy([silent]);
    expect(partsOf(offer)).toEqual(['1 × xeon-4189', '3 × ddr4-32']);
    expect(offer?.price).toBe('1970.00');
    expect(offer?.notes).toContain('Whether xeon-4189 fits the socket of silent is not on record; check it.');
    expect(buy([gen5])?.notes.filter((note) => note.includes('on record'))).toEqual([]);
  });

  test('disks that go into its bays: 400 / 0.7 → 572 GB, mirrored 2 × 1,000 GB at 100, not M.2 at 80', () => {
    const offer = buy([gen5], { cores: 8, memory: gb(64), nvme: 400 });
    expect(partsOf(offer)).toEqual(['1 × xeon-4677', '3 × ddr5-32', '2 × sata-25']);
    expect(offer?.price).toBe('3150.00');
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planBatch } from './batch.ts';
import type { Catalogue, CatalogueChassis, CataloguePart, PartKind } from './catalogue.ts';
import { purchaseFor } from './purchase.ts';
import { aCompute, aFleet, aRequest, gb, slotCounts } from './testing/builders.ts';
import { wholeOf } from './turns.ts';

function part(
  id: string,
  kind: PartKind,
  provides: CataloguePart['provides'],
  powerWatts: number,
  price: string | null,
): CataloguePart {
  return { id, name: id, kind, provides, powerWatts, price };
}

function chassis(id: string, heightU: number, sockets: number, price: string | null): CatalogueChassis {
  const slots = slotCounts({ cpu: sockets, ram: 8 * sockets, storage: 8, gpu: heightU > 1 ? 4 : 0 });
  return { id, name: id, heightHalfU: heightU * 2, slots, powerWatts: 60 + 40 * sockets, maxPowerWatts: 1_600, price };
}

/** Four of each, as the specification's scenario 15 asks for; prices are ours. */
const catalogue: Catalogue = {
  currency: 'EUR',
  chassis: [
    chassis('1U-1S', 1, 1, '1900'),
    chassis('1U-2S', 1, 2, '2600'),
    chassis('2U-2S', 2, 2, '3100'),
    chassis('2U-1S', 2, 1, '2300'),
  ],
  parts: [
    part('cpu-16', 'cpu', { cores: 16 }, 150, '1400'),
    part('cpu-32', 'cpu', { cores: 32 }, 225, '2900'),
    part('cpu-48', 'cpu', { cores: 48 }, 290, '3900'),
    part('cpu-64', 'cpu', { cores: 64 }, 360, '6200'),
    part('dimm-16', 'ram', { memory: gb(16) }, 3, '80'),
    part('dimm-32', 'ram', { memory: gb(32) }, 4, '140'),
    part('dimm-64', 'ram', { memory: gb(64) }, 4, '255'),
    part('dimm-128', 'ram', { memory: gb(128) }, 8, '700'),
    part('nvme-960', 'storage', { nvme: 960 }, 6, '130'),
    part('nvme-1920', 'storage', { nvme: 1_920 }, 6, '230'),
    part('nvme-3840', 'storage', { nvme: 3_840 }, 6, '410'),
    part('nvme-7680', 'storage', { nvme: 7_680 }, 8, '800'),
    part('gpu-24', 'gpu', { gpu: 1, vram: gb(24) }, 150, '2500'),
    part('gpu-48', 'gpu', { gpu: 1, vram: gb(48) }, 300, '7000'),
    part('gpu-80', 'gpu', { gpu: 1, vram: gb(80) }, 350, '24000'),
  ],
};

const withoutPrices: Catalogue = {
  ...catalogue,
  chassis: catalogue.chassis.map((entry) => ({ ...entry, price: null })),
  parts: catalogue.parts.map((entry) => ({ ...entry, price: null })),
};

const twelve = aRequest({ cores: 8, memory: gb(64), nvme: 400 }, { quantity: 12, placement: { spreadMax: 4 } });

describe('scenario 15: 12 instances of 8c / 64 GB / 400 GB, target 0.70, spread 4, mirrored pair', () => {
  const purchase = wholeOf(purchaseFor(twelve, catalogue));

  test('4 per server need 32/0.7 → 46 cores, 256/0.7 → 366 GB, 1600/0.7 → 2286 GB: 1900 + 3900 + 6·255 + 2·410 = 8150', () => {
    expect(purchase?.servers).toMatchObject([
      { quantity: 3, offer: { chassis: '1U-1S', instances: 4, price: '8150.00' } },
    ]);
    expect(purchase?.servers[0]?.offer.parts).toEqual([
      { partId: 'cpu-48', part: 'cpu-48', kind: 'cpu', quantity: 1, raid: null },
      { partId: 'dimm-64', part: 'dimm-64', kind: 'ram', quantity: 6, raid: null },
      { partId: 'nvme-3840', part: 'nvme-3840', kind: 'storage', quantity: 2, raid: 'raid1' },
    ]);
  });
  test('three of them cost 24450 and draw 100 + 290 + 6·4 + 2·6 = 426 W each', () => {
    expect(purchase).toMatchObject({
      machines: 3,
      price: '24450.00',
      currency: 'EUR',
      powerWatts: 3 * 426,
      heightHalfU: 6,
      objective: 'price',
    });
    expect(purchase?.servers[0]?.offer.powerWatts).toBe(426);
  });
  test('the bound is 12 times the best price per instance, 8150 / 4, and it is reached', () => {
    expect(purchase?.bound).toEqual({ value: '24450.00', of: 'price' });
  });
});

test('without prices: fewest machines, then height, then watts, and it says so', () => {
  const purchase = wholeOf(purchaseFor(twelve, withoutPrices));
  expect(purchase).toMatchObject({
    machines: 3,
    price: null,
    heightHalfU: 6,
    objective: 'machines-then-U-then-watts',
    bound: { value: '3', of: 'machines' },
  });
  expect(purchase?.notes[0]).toMatch(/^No prices are known/);
});

test('a part without a price is left out while the rest can be priced, and that is said', () => {
  const parts = catalogue.parts.map((entry) => (entry.id === 'cpu-48' ? { ...entry, price: null } : entry));
  const purchase = wholeOf(purchaseFor(twelve, { ...catalogue, parts }));
  expect(purchase?.servers.flatMap(({ offer }) => offer.parts.map((entry) => entry.partId))).not.toContain('cpu-48');
  expect(purchase?.notes[0]).toBe('Cheapest by list price; items without a price were left out.');
});

test('whole GPUs get no headroom: 2 cards of 48 GB for 2 instances of 1 card and 40 GB', () => {
  const request = aRequest({ cores: 4, memory: gb(16), gpu: 1, vram: gb(40) }, { quantity: 2 });
  const purchase = wholeOf(purchaseFor(request, catalogue));
  expect(
    purchase?.servers.flatMap(({ quantity, offer }) =>
      offer.parts.filter((entry) => entry.kind === 'gpu').map((entry) => quantity * entry.quantity),
    ),
  ).toEqual([2]);
});

test('a power supply that binds changes the choice: 21 cores need 30; 2 × 16 (2800) draw 60 + 300 + 4 W, 1 × 32 (2900) only 60 + 225 + 4', () => {
  const request = aRequest({ cores: 21, memory: gb(16) });
  const fitted = (maxPowerWatts: number | null) => {
    const feed = { ...chassis('1U-2S', 1, 2, '2600'), powerWatts: 60, maxPowerWatts };
    return wholeOf(purchaseFor(request, { ...catalogue, chassis: [feed] }))?.servers[0]?.offer;
  };
  expect(fitted(null)).toMatchObject({
    powerWatts: 364,
    parts: [{ partId: 'cpu-16', quantity: 2 }, { partId: 'dimm-32' }],
  });
  expect(fitted(300)).toMatchObject({
    powerWatts: 289,
    parts: [{ partId: 'cpu-32', quantity: 1 }, { partId: 'dimm-32' }],
  });
  expect(fitted(200)).toBeUndefined();
});

test('nothing is offered when not one instance fits into any chassis', () => {
  expect(wholeOf(purchaseFor(aRequest({ cores: 1_000 }), catalogue))).toBeNull();
});

describe('20: invariants of a purchase', () => {
  const requests = fc
    .record({
      cores: fc.integer({ min: 1, max: 30 }),
      memory: fc.integer({ min: 1, max: 200 }).map(gb),
      nvme: fc.constantFrom(0, 100, 900),
      quantity: fc.integer({ min: 1, max: 15 }),
      spreadMax: fc.constantFrom(0, 1, 3, 5),
      gpu: fc.constantFrom(0, 0, 1),
    })
    .map(({ quantity, spreadMax, ...min }) => aRequest(min, { quantity, placement: { spreadMax } }));
  const stocks = fc
    .subarray([...catalogue.parts.keys()], { minLength: 6 })
    .map((kept) => ({ ...catalogue, parts: kept.flatMap((index) => catalogue.parts[index] ?? []) }));

  test('the machines bought take the whole quantity when planned, and the price is at least the bound', () => {
    fc.assert(
      fc.property(requests, fc.constantFrom(catalogue, withoutPrices), (request, stock) => {
        const purchase = wholeOf(purchaseFor(request, stock));
        if (!purchase) return;
        const computes = purchase.servers.flatMap(({ quantity, offer }, group) =>
          Array.from({ length: quantity }, (_, index) => aCompute(`new-${group}-${index}`, offer.provides)),
        );
        expect(computes.length).toBe(purchase.machines);
        expect(planBatch(aFleet(computes), [request])).toMatchObject({ feasible: true, placed: request.quantity });
        expect(purchase.price === null ? purchase.machines : Number(purchase.price)).toBeGreaterThanOrEqual(
          Number(purchase.bound.value),
        );
      }),
      { numRuns: 1_000 },
    );
  });

  test('a larger catalogue never makes it dearer', () => {
    fc.assert(
      fc.property(requests, stocks, (request, smaller) => {
        const [few, all] = [wholeOf(purchaseFor(request, smaller)), wholeOf(purchaseFor(request, catalogue))];
        if (few?.price === null || few === null) return;
        expect(Number(all?.price)).toBeLessThanOrEqual(Number(few.price));
      }),
      { numRuns: 1_000 },
    );
  });
});

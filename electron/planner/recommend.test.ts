import { describe, expect, test } from 'vitest';
import type { PlanService } from '../../shared/domain/plan.ts';
import { NO_PLACEMENT_RULES } from '../../shared/domain/placement-rule.ts';
import type { CataloguePart } from './catalogue.ts';
import { columnsFingerprint } from './columns-fingerprint.ts';
import { movesFor } from './moves.ts';
import { rank } from './rank.ts';
import { recommendationsOf } from './recommend.ts';
import { relaxationsOf } from './relaxations.ts';
import { aCompute, aFleet, aRequest, booked, freeSlots, gb, rankOn, slotCounts } from './testing/builders.ts';
import { upgradesFor, type UpgradeStock } from './upgrades.ts';
import { wholeOf } from './turns.ts';

const aService = (id: string, rest: Partial<PlanService> = {}): PlanService => {
  return { id, name: id, min: {}, max: {}, placement: { ...NO_PLACEMENT_RULES }, ...rest };
};

describe('relaxations', () => {
  test('one per smallest set of rules, fewest changes first, each with the least number that helps', () => {
    const fleet = aFleet(
      [
        aCompute('busy', { cores: 16 }, { tags: { zone: 'a' } }),
        aCompute('resting', { cores: 16 }, { state: 'maintenance', tags: { zone: 'a' } }),
        aCompute('elsewhere', { cores: 16 }, { tags: { zone: 'b' } }),
      ],
      [booked('busy', { cores: 10 })],
    );
    const relaxations = wholeOf(
      relaxationsOf(rankOn(fleet, { cores: 8 }, { placement: { affinity: [{ matchLabels: { zone: 'a' } }] } })),
    );
    expect(relaxations.map(({ compute, steps }) => [compute, ...steps])).toEqual([
      [
        'elsewhere',
        {
          kind: 'dropRule',
          rule: { code: 'AFFINITY_NOT_MATCHED', rule: 'affinity[0].matchLabels.zone', about: 'zone' },
        },
      ],
      ['resting', { kind: 'activate', computeId: 'resting', compute: 'resting', state: 'maintenance' }],
      ['busy', { kind: 'lowerNeed', resource: 'cores', from: 8, to: 6 }],
    ]);
  });

  test('a buffer in the way is lowered: 16 - 10 = 6 free, 4 asked, so (6 - 4) / 16 = 0.125 may be kept', () => {
    const fleet = aFleet([aCompute('host', { cores: 16 })], [booked('host', { cores: 10 })]);
    const [relaxation] = wholeOf(relaxationsOf(rankOn(fleet, { cores: 4 }, { buffer: { cores: 0.3 } })));
    expect(relaxation?.steps).toEqual([{ kind: 'lowerBuffer', resource: 'cores', from: 0.3, to: 0.125 }]);
  });

  test('too many at once: 3 of 5 instances of 4 cores fit on the largest compute of 14, and the spread may be raised', () => {
    const fleet = aFleet([aCompute('small', { cores: 6 }), aCompute('large', { cores: 14 })]);
    const [fewer] = wholeOf(relaxationsOf(rankOn(fleet, { cores: 4 }, { quantity: 5 })));
    expect(fewer).toMatchObject({ compute: 'large', steps: [{ kind: 'lowerQuantity', from: 5, to: 3 }] });
    const spread = wholeOf(relaxationsOf(rankOn(fleet, { cores: 4 }, { quantity: 3, placement: { spreadMax: 2 } })));
    expect(spread.map(({ steps }) => steps)).toContainEqual([{ kind: 'raiseSpread', from: 2, to: 3 }]);
  });
});

describe('moves', () => {
  const fleet = () =>
    aFleet(
      [aCompute('full', { cores: 16 }, { tags: { gpu: 'yes' } }), aCompute('half', { cores: 16 }, { tags: {} })],
      [
        booked('full', { cores: 4 }, { serviceId: 'web', quantity: 2 }),
        booked('full', { cores: 6 }, { serviceId: 'pinned' }),
        booked('half', { cores: 8 }, { serviceId: 'web' }),
      ],
    );
  const services = new Map([
    ['web', aService('web')],
    [
      'pinned',
      aService('pinned', {
        placement: { ...NO_PLACEMENT_RULES, affinity: [{ matchLabels: { gpu: 'yes' }, matchExpressions: [] }] },
      }),
    ],
  ]);
  const request = aRequest({ cores: 8 }, { placement: { affinity: [{ matchLabels: { gpu: 'yes' } }] } });

  test('8 cores fit on full (16 - 14 = 2 free) once web (2 × 4) has moved to half (8 free); pinned may not move there', () => {
    const columns = fleet();
    const before = columnsFingerprint(columns);
    const moves = wholeOf(movesFor(rank(columns, request), services));
    expect(moves).toMatchObject([
      { compute: 'full', move: { service: 'web', quantity: 2, toCompute: 'half' }, candidate: { compute: 'full' } },
    ]);
    expect(columnsFingerprint(columns)).toBe(before);
  });

  test('none where nothing that runs there frees enough', () => {
    expect(wholeOf(movesFor(rank(fleet(), aRequest({ cores: 17 })), services))).toEqual([]);
  });
});

describe('upgrades', () => {
  const dimm = (id: string, sizeGb: number, price: string | null): CataloguePart => {
    return { id, name: id, kind: 'ram', provides: { memory: gb(sizeGb) }, powerWatts: 5, price };
  };
  const fleet = aFleet([
    aCompute('host', { cores: 32, memory: gb(64) }),
    aCompute('sealed', { cores: 32, memory: gb(90) }),
  ]);
  const stock: UpgradeStock = {
    parts: [dimm('dimm-16', 16, '90'), dimm('dimm-32', 32, '150'), dimm('dimm-64', 64, '255')],
    spares: new Map([['dimm-16', 1]]),
    freeSlots: (computeId) => (computeId === 'host' ? freeSlots({ ram: 2, storage: 4 }) : freeSlots({})),
  };

  test('100 GB on 64 lack 36: 3 × 16 exceed the 2 slots, 1 × 64 (255.00) beats 2 × 32 (300.00); a spare of 16 beside one of 32 beats both (150.00)', () => {
    const [bought, ...others] = wholeOf(
      upgradesFor(rankOn(fleet, { memory: gb(100) }), { ...stock, parts: stock.parts.slice(1), spares: new Map() }),
    );
    expect(others).toEqual([]);
    expect(bought).toMatchObject({
      compute: 'host',
      price: '255.00',
      parts: [{ partId: 'dimm-64', quantity: 1, slot: 'ram', source: 'catalogue' }],
    });
    expect(bought?.candidate.resources).toContainEqual(
      expect.objectContaining({ resource: 'memory', total: gb(128), usedAfter: gb(100) }),
    );
    const [upgrade] = wholeOf(upgradesFor(rankOn(fleet, { memory: gb(100) }), stock));
    expect(upgrade).toMatchObject({
      price: '150.00',
      parts: [
        { partId: 'dimm-16', quantity: 1, source: 'spare' },
        { partId: 'dimm-32', quantity: 1, source: 'catalogue' },
      ],
    });
  });

  test('a spare costs nothing: 2 × 16 GB from the shelf for 96 GB on 64', () => {
    const spares = new Map([['dimm-16', 2]]);
    const [upgrade] = wholeOf(upgradesFor(rankOn(fleet, { memory: gb(96) }), { ...stock, spares }));
    expect(upgrade).toMatchObject({ price: '0.00', parts: [{ partId: 'dimm-16', quantity: 2, source: 'spare' }] });
  });

  test('an unknown price is listed as unknown, and cores are not found in DIMMs', () => {
    const unpriced = { ...stock, parts: [dimm('dimm-64', 64, null)], spares: new Map<string, number>() };
    expect(wholeOf(upgradesFor(rankOn(fleet, { memory: gb(100) }), unpriced))).toMatchObject([{ price: null }]);
    expect(wholeOf(upgradesFor(rankOn(fleet, { cores: 33 }), stock))).toEqual([]);
  });
});

test('recommendations come as relaxations, moves, upgrades, purchase; none when something fits', () => {
  const columns = aFleet(
    [aCompute('host', { cores: 8, memory: gb(16) })],
    [booked('host', { cores: 8 }, { serviceId: 'web' })],
  );
  const cpu: CataloguePart = {
    id: 'cpu',
    name: 'CPU',
    kind: 'cpu',
    provides: { cores: 32 },
    powerWatts: 200,
    price: null,
  };
  const ram: CataloguePart = {
    id: 'ram',
    name: 'DIMM',
    kind: 'ram',
    provides: { memory: gb(64) },
    powerWatts: 5,
    price: null,
  };
  const chassis = {
    id: 'ch',
    name: '1U',
    heightHalfU: 2,
    slots: slotCounts({ cpu: 1, ram: 8, storage: 4 }),
    powerWatts: 60,
    maxPowerWatts: null,
    price: null,
  };
  const stock: UpgradeStock = {
    parts: [cpu],
    spares: new Map(),
    freeSlots: () => freeSlots({ cpu: 1 }),
  };
  const sources = {
    services: new Map([['web', aService('web')]]),
    stock,
    catalogue: { chassis: [chassis], parts: [cpu, ram], currency: null },
  };
  const kinds = wholeOf(recommendationsOf(rankOn(columns, { cores: 2 }), sources)).map((entry) => entry.kind);
  expect(kinds).toEqual(['relax', 'upgrade', 'buy']);
  expect(wholeOf(recommendationsOf(rankOn(columns, { memory: 1 }), sources))).toEqual([]);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkBayFit, freeBays, withChildren } from './bay-fit.ts';
import { bayName } from './bay-name.ts';
import type { RackDevice, StandsIn } from './rack-model.ts';
import { applyMoves, bayPlace, checkMoves, invertMoves, planMove, planSwap, type MountedRack } from './rack-moves.ts';
import { aDevice, aRack } from './testing/rack-builders.ts';

function aBlade(id: string, bay: string | null, change: Partial<RackDevice> = {}): RackDevice {
  const place = { positionHalfU: null, side: null, widthParts: 1, widthOffset: 0, widthSpan: 1 };
  return { ...aDevice(id, 1, 0), ...place, parentId: null, bay, standsIn: 'bays', ...change };
}

function aChassis(id: string, children: readonly RackDevice[], change: Partial<RackDevice> = {}): RackDevice {
  const inside = children.map((child) => ({ ...child, parentId: id }));
  return { ...aDevice(id, 1, 4), bays: ['Bay 1', 'Bay 2', 'Bay 3'], children: inside, ownPowerWatts: null, ...change };
}

describe('checkBayFit', () => {
  const chassis = aChassis('c', [aBlade('x', 'Bay 1')]);

  test.each<[string, string | null, StandsIn | undefined, string | null]>([
    ['a free bay', 'Bay 2', 'bays', null],
    ['a free bay, of a type that is not known', 'Bay 2', 'either', null],
    ['its own bay', 'Bay 3', 'bays', null],
    ['a taken bay', 'Bay 1', 'bays', 'Bay 1 of c is taken by x.'],
    ['a bay it has not', 'Bay 9', 'bays', 'c has no bay "Bay 9"; allowed are Bay 1, Bay 2, Bay 3.'],
    ['no bay', null, 'bays', 'c has no bay ""; allowed are Bay 1, Bay 2, Bay 3.'],
    [
      'a server',
      'Bay 2',
      undefined,
      'b fits no bay of c: its type stands in rack units; a bay takes device types with the chassis role "Fits a device bay".',
    ],
  ])('judges %s', (_, bay, standsIn, message) => {
    const candidate = aBlade('b', bay, { standsIn });
    const { fits, problems } = checkBayFit(chassis, candidate);
    expect([fits, problems[0]?.message ?? null]).toEqual([message === null, message]);
  });

  test('a switch has no bays', () => {
    expect(checkBayFit(aDevice('sw', 1, 1), aBlade('b', 'Bay 1')).problems[0]?.message).toBe(
      'sw has no bays; its device type declares none.',
    );
  });

  test('free bays are those that take the device', () => {
    expect(freeBays(chassis, aBlade('b', null))).toEqual(['Bay 2', 'Bay 3']);
    expect(freeBays(chassis, aBlade('s', null, { standsIn: 'units' }))).toEqual([]);
  });
});

test.each([
  ['3', 'bay 3'],
  ['Bay 3', 'bay 3'],
  ['Device Bay 3', 'bay 3'],
  ['Slot 3', 'bay Slot 3'],
])('the bay %s is read as %s', (bay, said) => {
  expect(bayName(bay)).toBe(said);
});

test('a chassis weighs what is in it: 100 − 7 + 5 + 6 kg, and draws what its blades do where it states nothing', () => {
  const before = aChassis('c', [aBlade('x', 'Bay 1', { weightGrams: 7000 })], { weightGrams: 100_000 });
  const children = [5000, 6000].map((weightGrams, index) =>
    aBlade(`b${index}`, null, { weightGrams, powerWatts: 300 }),
  );
  expect(withChildren(before, children)).toMatchObject({ weightGrams: 104_000, powerWatts: 600 });
  expect(withChildren({ ...before, ownPowerWatts: 2000 }, children).powerWatts).toBe(2000);
  expect(withChildren({ ...before, weightGrams: null }, []).weightGrams).toBeNull();
});

test('a blade too heavy for the rack is refused in its bay', () => {
  const rack = { ...aRack({ heightU: 10 }), maximumWeightGrams: 105_000 };
  const racks = [{ rack, devices: [aChassis('c', [], { weightGrams: 100_000 })] }];
  const blade = aBlade('b', null, { weightGrams: 6000 });
  const move = { deviceId: 'b', from: null, to: bayPlace(rack.id, 'c', 'Bay 1', blade) };
  expect(checkMoves(racks, [move], { arriving: [blade] }).problems[0]?.message).toBe(
    'With b, rack101 would carry 106 kg; its limit is 105 kg.',
  );
  const light = { ...blade, weightGrams: 5000 };
  expect(checkMoves(racks, [move], { arriving: [light] }).fits).toBe(true);
});

const BAYS = ['Bay 1', 'Bay 2', 'Bay 3'];
const bladesIn = (prefix: string) =>
  fc
    .subarray(BAYS)
    .map((bays) => bays.map((bay, index) => aBlade(`${prefix}${index}`, bay, { weightGrams: 5000, powerWatts: 300 })));

/** Two racks with a chassis each, filled anyhow. */
const scenes: fc.Arbitrary<MountedRack[]> = fc.tuple(bladesIn('a'), bladesIn('b')).map((sets) =>
  sets.map((blades, index) => {
    const empty = aChassis(`c${index}`, [], { weightGrams: 100_000 });
    const filled = withChildren(
      empty,
      blades.map((blade) => ({ ...blade, parentId: empty.id })),
    );
    return { rack: aRack({ id: `r${index}`, name: `r${index}`, heightU: 10 }), devices: [filled] };
  }),
);

test('never two in one bay; move then undo is identity, and so is swap then undo', () => {
  const target = fc.record({ chassis: fc.nat({ max: 1 }), bay: fc.constantFrom(...BAYS), pick: fc.nat({ max: 5 }) });
  fc.assert(
    fc.property(scenes, target, (before, { chassis, bay, pick }) => {
      const blades = before.flatMap(({ devices }) => devices.flatMap(({ children = [] }) => children));
      const blade = blades[pick % Math.max(1, blades.length)];
      const other = blades[(pick + 1) % Math.max(1, blades.length)];
      fc.pre(blade !== undefined && other !== undefined && other.id !== blade.id);
      if (!blade || !other) return;
      const to = bayPlace(`r${chassis}`, `c${chassis}`, bay, blade);
      for (const plan of [planMove(before, [{ deviceId: blade.id, to }]), planSwap(before, blade.id, other.id)]) {
        const after = applyMoves(before, plan.moves);
        expect(applyMoves(after, invertMoves(plan.moves))).toEqual(before);
        const taken = after.flatMap(({ devices }) =>
          devices.flatMap(({ id, children = [] }) => children.map((child) => `${id} ${child.bay}`)),
        );
        if (plan.ok) expect(new Set(taken).size).toBe(taken.length);
        else expect(plan.problems[0]?.occupantId).toBeDefined();
      }
    }),
  );
});

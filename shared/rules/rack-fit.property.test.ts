import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkRackFit } from './rack-fit.ts';
import { freePositions } from './rack-free-space.ts';
import type { RackDevice, RackSpace } from './rack-model.ts';
import { applyMoves, invertMoves, planMove, planSwap, type MountedRack } from './rack-moves.ts';
import { planShift } from './rack-shift.ts';
import { rackUnitNumber } from './rack-units.ts';

const ROWS = 24;

/** A 12U rack with up to two reservations, in either numbering. */
const racks: fc.Arbitrary<RackSpace> = fc.record({
  id: fc.constant('rack'),
  name: fc.constant('rack'),
  heightU: fc.constant(ROWS / 2),
  numbering: fc.constantFrom('bottom' as const, 'top' as const),
  startUnit: fc.constantFrom(0, 1),
  widthInches: fc.constant(19),
  depthMm: fc.constantFrom(null, 1000),
  reservations: fc.array(
    fc.record({
      positionHalfU: fc.nat({ max: ROWS - 2 }),
      heightHalfU: fc.integer({ min: 1, max: 2 }),
      face: fc.constantFrom('front' as const, 'rear' as const, 'both' as const),
      reservedFor: fc.constant('team blue'),
    }),
    { maxLength: 2 },
  ),
});

const widths = fc
  .integer({ min: 1, max: 4 })
  .chain((widthParts) =>
    fc
      .nat({ max: widthParts - 1 })
      .chain((widthOffset) =>
        fc
          .integer({ min: 1, max: widthParts - widthOffset })
          .map((widthSpan) => ({ widthParts, widthOffset, widthSpan })),
      ),
  );

/** One device of the given number, wherever it may stand. */
function device(id: number): fc.Arbitrary<RackDevice> {
  return fc
    .record({
      positionHalfU: fc.integer({ min: 0, max: ROWS + 1 }),
      heightHalfU: fc.integer({ min: 1, max: 6 }),
      face: fc.constantFrom('front' as const, 'rear' as const, 'both' as const),
      depthMm: fc.constantFrom(null, 400, 700),
      width: fc.oneof(
        { weight: 2, arbitrary: fc.constant({ widthParts: 1, widthOffset: 0, widthSpan: 1 }) },
        { weight: 1, arbitrary: widths },
      ),
    })
    .map(({ width, ...rest }) => ({
      id: `d${id}`,
      name: `d${id}`,
      side: null,
      parentId: null,
      bay: null,
      ...rest,
      ...width,
    }));
}

/** Up to eight devices with ids d0, d1, …; nothing promises that they fit. */
const devices: fc.Arbitrary<RackDevice[]> = fc
  .nat({ max: 8 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, id) => device(id))));

/** Thirds and quarters of the width meet in twelfths. */
const TWELFTHS = 12;

/** Every cell (face, half unit, twelfth of the width) of a device, by counting, independent of the rule. */
function cells({ positionHalfU, heightHalfU, face, widthParts, widthOffset, widthSpan }: RackDevice): string[] {
  const faces = face === 'both' ? ['front', 'rear'] : [face];
  const unit = TWELFTHS / (widthParts ?? 1);
  const first = (widthOffset ?? 0) * unit;
  const columns = Array.from({ length: (widthSpan ?? 1) * unit }, (_, index) => first + index);
  const rows = Array.from({ length: heightHalfU }, (_, index) => (positionHalfU ?? 0) + index);
  return faces.flatMap((side) => rows.flatMap((row) => columns.map((column) => `${side} ${row} ${column}`)));
}

/** Places the devices one after another wherever the rule lets them. */
function filled(rack: RackSpace, candidates: readonly RackDevice[]): MountedRack {
  const mounted: RackDevice[] = [];
  for (const candidate of candidates) if (checkRackFit(rack, mounted, candidate).fits) mounted.push(candidate);
  return { rack, devices: mounted };
}

function expectNoOverlap({ devices: mounted }: MountedRack): void {
  const taken = mounted.flatMap(cells);
  expect(new Set(taken).size).toBe(taken.length);
  expect(mounted.every(({ positionHalfU, heightHalfU }) => (positionHalfU ?? 0) + heightHalfU <= ROWS)).toBe(true);
}

test('never two things in one place, and nothing outside the rack', () => {
  fc.assert(
    fc.property(racks, devices, (rack, candidates) => {
      expectNoOverlap(filled(rack, candidates));
    }),
  );
});

test('whatever is refused for its place meets an occupant, a reservation, a depth or the end of the rack', () => {
  fc.assert(
    fc.property(racks, devices, (rack, candidates) => {
      const bare = { ...rack, reservations: [], depthMm: null };
      const { devices: mounted } = filled(bare, candidates);
      const taken = new Set(mounted.flatMap(cells));
      for (const candidate of candidates.filter((entry) => !mounted.includes(entry))) {
        const outside = (candidate.positionHalfU ?? 0) + candidate.heightHalfU > ROWS;
        expect(outside || cells(candidate).some((cell) => taken.has(cell))).toBe(true);
      }
    }),
  );
});

test('move then undo is identity, and so is swap then undo', () => {
  fc.assert(
    fc.property(racks, devices, fc.nat({ max: ROWS }), (rack, candidates, positionHalfU) => {
      const before = [filled(rack, candidates)];
      const ids = before.flatMap(({ devices: mounted }) => mounted.map(({ id }) => id));
      const [first = 'none', second = 'none'] = ids;
      const to = { rackId: rack.id, positionHalfU, face: 'both' as const };
      const moves = planMove(before, ids.includes(first) ? [{ deviceId: first, to }] : []).moves;
      for (const plan of [moves, planSwap(before, first, second).moves]) {
        expect(applyMoves(applyMoves(before, plan), invertMoves(plan))).toEqual(before);
      }
    }),
  );
});

test('top and bottom numbering mirror: same verdict, same unit numbers', () => {
  fc.assert(
    fc.property(racks, devices, (rack, candidates) => {
      const mirror = <Item extends { positionHalfU: number | null; heightHalfU: number }>(item: Item) => ({
        ...item,
        positionHalfU: ROWS - (item.positionHalfU ?? 0) - item.heightHalfU,
      });
      const inside = candidates.filter(({ positionHalfU, heightHalfU }) => (positionHalfU ?? 0) + heightHalfU <= ROWS);
      const bottom: RackSpace = { ...rack, numbering: 'bottom' };
      const top: RackSpace = { ...rack, numbering: 'top', reservations: (rack.reservations ?? []).map(mirror) };
      expect(filled(top, inside.map(mirror)).devices).toEqual(filled(bottom, inside).devices.map(mirror));
      for (const entry of inside) {
        const there = mirror(entry);
        expect(rackUnitNumber(top, there.positionHalfU, there.heightHalfU)).toBe(
          rackUnitNumber(bottom, entry.positionHalfU ?? 0, entry.heightHalfU),
        );
      }
    }),
  );
});

const directions = fc.constantFrom('up' as const, 'down' as const);

test('a shift leaves no overlap and pushes whole units in its direction only', () => {
  fc.assert(
    fc.property(racks, devices, device(99), directions, (rack, candidates, inserted, direction) => {
      const before = filled(rack, candidates);
      const plan = planShift(before, inserted, direction);
      fc.pre(plan.ok);
      applyMoves([before], plan.moves, [inserted]).forEach(expectNoOverlap);
      for (const { from, to } of plan.moves.slice(0, -1)) {
        const step = (to?.positionHalfU ?? 0) - (from?.positionHalfU ?? 0);
        expect(direction === 'up' ? step : -step).toBeGreaterThan(0);
        expect(Math.abs(step) % 2).toBe(0);
      }
    }),
  );
});

test('inserting where there is room moves nothing else', () => {
  fc.assert(
    fc.property(racks, devices, device(99), directions, (rack, candidates, inserted, direction) => {
      const before = filled(rack, candidates);
      fc.pre(checkRackFit(rack, before.devices, inserted).fits);
      expect(planShift(before, inserted, direction)).toMatchObject({ ok: true, moves: [{ deviceId: inserted.id }] });
    }),
  );
});

test('freePositions are exactly the positions that the fit rule accepts', () => {
  fc.assert(
    fc.property(racks, devices, device(99), (rack, candidates, wanted) => {
      const { devices: mounted } = filled(rack, candidates);
      const accepted = Array.from({ length: ROWS }, (_, positionHalfU) => positionHalfU).filter(
        (positionHalfU) => checkRackFit(rack, mounted, { ...wanted, positionHalfU }).fits,
      );
      expect(freePositions(rack, mounted, wanted, { stepHalfU: 1 })).toEqual(accepted);
    }),
  );
});

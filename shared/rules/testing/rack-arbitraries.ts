import fc from 'fast-check';
import type { RackDevice, RackSpace } from '../rack-model.ts';

export const ROWS = 24;

/** A 12U rack with up to two reservations, in either numbering. */
export const racks: fc.Arbitrary<RackSpace> = fc.record({
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
export function device(id: number): fc.Arbitrary<RackDevice> {
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
    .map(({ width, ...rest }) => ({ id: `d${id}`, name: `d${id}`, side: null, ...rest, ...width }));
}

/** Up to eight devices with ids d0, d1, …; nothing promises that they fit. */
export const devices: fc.Arbitrary<RackDevice[]> = fc
  .nat({ max: 8 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, id) => device(id))));

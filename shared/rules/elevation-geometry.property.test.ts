import fc from 'fast-check';
import { expect, test } from 'vitest';
import { elevation } from './elevation-geometry.ts';
import { hitTest, snapPosition } from './elevation-hit.ts';
import { checkRackFit } from './rack-fit.ts';
import type { RackDevice } from './rack-model.ts';
import { aDevice, aRack } from './testing/rack-builders.ts';

const sizes = { unitHeight: 20, labelWidth: 30, sideWidth: 60, frame: 20 };

const faces = fc.constantFrom('front' as const, 'rear' as const, 'both' as const);

/** Devices at any half unit of 12U, from half a unit to 3U high, one to three side by side. */
const device: fc.Arbitrary<RackDevice> = fc
  .tuple(
    fc.uuid(),
    fc.nat({ max: 20 }),
    fc.integer({ min: 1, max: 6 }),
    faces,
    fc.integer({ min: 1, max: 3 }),
    fc.nat({ max: 2 }),
  )
  .map(([id, positionHalfU, halfUnits, face, widthParts, part]) =>
    aDevice(id, 1, halfUnits / 2, { positionHalfU, face, widthParts, widthOffset: part % widthParts }),
  );

test('free cells and what stands on a face cover the opening exactly once', () => {
  fc.assert(
    fc.property(
      fc.array(device, { maxLength: 10 }),
      fc.constantFrom('front' as const, 'rear' as const),
      (candidates, face) => {
        const rack = aRack({ heightU: 12 });
        const mounted: RackDevice[] = [];
        for (const candidate of candidates) if (checkRackFit(rack, mounted, candidate).fits) mounted.push(candidate);
        const { cells, opening } = elevation({ rack, mounted, face, sizes });
        const area = cells.reduce((sum, { width, height }) => sum + width * height, 0);
        expect(area).toBeCloseTo(opening.width * opening.height, 3);
      },
    ),
  );
});

test('the point in the middle of any unit hits that unit, whatever the size', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 2, max: 80 }),
      fc.nat(),
      (heightU, unitHeight, pick) => {
        const drawing = elevation({
          rack: aRack({ heightU }),
          mounted: [],
          face: 'front',
          sizes: { ...sizes, unitHeight },
        });
        const row = pick % (heightU * 2);
        const y = drawing.opening.y + (heightU * 2 - row - 0.5) * (unitHeight / 2);
        expect(hitTest(drawing, drawing.opening.x + 1, y)).toMatchObject({ positionHalfU: row });
        expect(snapPosition(drawing, y - unitHeight / 4, 1, 1)).toBe(row);
      },
    ),
  );
});

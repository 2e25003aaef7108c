import fc from 'fast-check';
import { expect, test } from 'vitest';
import { elevation } from './elevation-geometry.ts';
import { hitTest, snapPosition } from './elevation-hit.ts';
import { checkRackFit } from './rack-fit.ts';
import type { RackDevice } from './rack-model.ts';
import { devices, racks } from './testing/rack-arbitraries.ts';
import { aRack } from './testing/rack-builders.ts';

const sizes = { unitHeight: 20, labelWidth: 30, sideWidth: 60, frame: 20 };

test('free cells and what stands or is reserved on a face cover the opening exactly once', () => {
  fc.assert(
    fc.property(racks, devices, fc.constantFrom('front' as const, 'rear' as const), (rack, candidates, face) => {
      const mounted: RackDevice[] = [];
      const plain = { ...rack, reservations: [] };
      for (const candidate of candidates) if (checkRackFit(plain, mounted, candidate).fits) mounted.push(candidate);
      const { cells, opening } = elevation({ rack: plain, mounted, face, sizes });
      const area = cells.reduce((sum, { width, height }) => sum + width * height, 0);
      expect(area).toBeCloseTo(opening.width * opening.height, 3);
    }),
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

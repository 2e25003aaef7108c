import type { Elevation, ElevationCell, Rectangle, SideDevice } from './elevation-model.ts';

export type ElevationHit =
  | {
      readonly region: 'units';
      /** The half unit under the point, from the rack floor. */
      readonly positionHalfU: number;
      /** Share of the opening's width, 0 to 1, seen from the front of the rack. */
      readonly widthShare: number;
      readonly cell: ElevationCell | null;
    }
  | { readonly region: 'side'; readonly side: 'left' | 'right'; readonly device: SideDevice | null }
  | { readonly region: 'outside' };

function contains(rectangle: Rectangle, x: number, y: number): boolean {
  return (
    x >= rectangle.x && x < rectangle.x + rectangle.width && y >= rectangle.y && y < rectangle.y + rectangle.height
  );
}

function rowsOf({ labels }: Elevation): number {
  return labels.length * 2;
}

/** What lies under a point of the drawing. Of cells that overlap, the one drawn last is hit; a candidate never is. */
export function hitTest(drawing: Elevation, x: number, y: number): ElevationHit {
  const { opening, left, right, face } = drawing;
  if (contains(opening, x, y)) {
    const fromTop = Math.floor(((y - opening.y) / opening.height) * rowsOf(drawing));
    const share = (x - opening.x) / opening.width;
    const cell = drawing.cells.findLast((entry) => entry.state !== 'candidate' && contains(entry, x, y)) ?? null;
    return {
      region: 'units',
      positionHalfU: rowsOf(drawing) - 1 - fromTop,
      widthShare: face === 'front' ? share : 1 - share,
      cell,
    };
  }
  const strip = contains(left, x, y) ? 'left' : contains(right, x, y) ? 'right' : null;
  if (!strip) return { region: 'outside' };
  const mirrored = strip === 'left' ? 'right' : 'left';
  const device = drawing.sides.find((entry) => contains(entry, x, y)) ?? null;
  return { region: 'side', side: face === 'front' ? strip : mirrored, device };
}

/**
 * The position of a dragged device whose upper edge is drawn at `y`: the nearest whole unit (or half unit with
 * `stepHalfU` 1) that keeps it inside the rack.
 */
export function snapPosition(drawing: Elevation, y: number, heightHalfU: number, stepHalfU: 1 | 2 = 2): number {
  const rows = rowsOf(drawing);
  const lowerEdge = rows - ((y - drawing.opening.y) / drawing.opening.height) * rows - heightHalfU;
  const highest = Math.floor((rows - heightHalfU) / stepHalfU) * stepHalfU;
  return Math.min(Math.max(0, highest), Math.max(0, Math.round(lowerEdge / stepHalfU) * stepHalfU));
}

/** Where a slot is drawn: its middle, in px. */
export interface SlotSpot {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

const SAME_LINE_PX = 4;

function vertical(spots: readonly SlotSpot[], from: SlotSpot, sign: 1 | -1): SlotSpot | undefined {
  const beyond = spots.filter(({ y }) => (y - from.y) * sign > SAME_LINE_PX);
  const nearestLine = Math.min(...beyond.map(({ y }) => Math.abs(y - from.y)));
  const line = beyond.filter(({ y }) => Math.abs(y - from.y) <= nearestLine + SAME_LINE_PX);
  return line.toSorted((left, right) => Math.abs(left.x - from.x) - Math.abs(right.x - from.x))[0];
}

/**
 * The slot that an arrow key, Home or End leads to, by where the slots are drawn: left and right follow their order, up
 * and down go to the nearest one of the next line. Null for other keys and at the edge.
 */
export function walkedSlot(spots: readonly SlotSpot[], current: string, key: string): string | null {
  const index = spots.findIndex(({ name }) => name === current);
  const from = spots[index];
  if (!from) return null;
  switch (key) {
    case 'ArrowRight':
      return spots[index + 1]?.name ?? null;
    case 'ArrowLeft':
      return spots[index - 1]?.name ?? null;
    case 'ArrowDown':
      return vertical(spots, from, 1)?.name ?? null;
    case 'ArrowUp':
      return vertical(spots, from, -1)?.name ?? null;
    case 'Home':
      return spots[0]?.name ?? null;
    case 'End':
      return spots.at(-1)?.name ?? null;
    default:
      return null;
  }
}

import type { Rectangle } from './elevation-model.ts';
import type { RackDevice, RackFace } from './rack-model.ts';

/** A bay as it is drawn in its chassis. */
export interface BayCell extends Rectangle {
  readonly bay: string;
}

/** More bays than this lie in two rows. */
const ONE_ROW = 8;
/** Lower chassis have their bays beside the name, not under it. Units. */
const UNDER_THE_NAME_FROM = 1.6;

/** How many bays lie side by side. */
export function bayColumns(count: number): number {
  return count > ONE_ROW ? Math.ceil(count / 2) : count;
}

/** The face that shows the bays of a chassis. */
export function bayFace({ face }: Pick<RackDevice, 'face'>): RackFace {
  return face === 'rear' ? 'rear' : 'front';
}

/** The part of a chassis drawn in `box` that its bays take. */
export function bayRoom(box: Rectangle, unitHeight: number): Rectangle {
  const right = box.x + box.width - unitHeight * 0.25;
  if (box.height < unitHeight * UNDER_THE_NAME_FROM) {
    const x = box.x + box.width * 0.45;
    return { x, y: box.y + box.height * 0.14, width: right - x, height: box.height * 0.74 };
  }
  const x = box.x + Math.min(unitHeight * 0.8, box.width * 0.16) + unitHeight * 0.3;
  return { x, y: box.y + unitHeight, width: right - x, height: box.height - unitHeight * 1.2 };
}

/** The bays of a chassis drawn in `box`, in their order: from the left, the upper row first. */
export function bayCells(bays: readonly string[], box: Rectangle, unitHeight: number): readonly BayCell[] {
  const columns = bayColumns(bays.length);
  const room = bayRoom(box, unitHeight);
  const [width, height] = [room.width / columns, room.height / Math.ceil(bays.length / Math.max(1, columns))];
  return bays.map((bay, index) => ({
    bay,
    x: room.x + (index % columns) * width,
    y: room.y + Math.floor(index / columns) * height,
    width: Math.max(1, width - 2),
    height: Math.max(1, height - 2),
  }));
}

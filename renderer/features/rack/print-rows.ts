import type { ElevationCell, Elevation } from '../../../shared/rules/elevation-model.ts';

/** One line of an audit sheet beside the drawing: a device, and how far below the drawing's upper edge it is written. */
export interface PrintRow {
  readonly deviceId: string;
  readonly y: number;
}

const MM_PER_INCH = 25.4;
const CSS_PX_PER_INCH = 96;
const UNIT_MM = 44.45;

/** The height of one unit in CSS pixels that is `1:scale` on paper. */
export function unitPxAt(scale: number): number {
  return ((UNIT_MM / scale) * CSS_PX_PER_INCH) / MM_PER_INCH;
}

function isDevice(cell: ElevationCell): cell is ElevationCell & { deviceId: string } {
  return cell.state === 'occupied' && cell.deviceId !== undefined;
}

/**
 * The devices of a face from the top down, each written at its own height, and under a chassis what is in its bays. Where
 * lines would meet, those after the first are pushed down by `lineHeight`, and none begins above the one before it. Devices
 * on the sides come last.
 *
 * @param inBays the devices in the bays of a device, in the order of its bays
 */
export function printRows(
  drawing: Elevation,
  lineHeight: number,
  inBays: (deviceId: string) => readonly string[],
): readonly PrintRow[] {
  const rows: PrintRow[] = [];
  let free = 0;
  const write = (deviceId: string, y: number) => {
    const at = Math.max(y, free);
    rows.push({ deviceId, y: at });
    free = at + lineHeight;
  };
  for (const { deviceId, y } of drawing.cells.filter(isDevice)) {
    write(deviceId, y);
    for (const inside of inBays(deviceId)) write(inside, y);
  }
  for (const { deviceId } of drawing.sides) write(deviceId, drawing.height + lineHeight / 2);
  return rows;
}

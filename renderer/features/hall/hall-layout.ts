import type { HallRack } from '../../../shared/contract/hall.ts';
import type { Rectangle } from '../../../shared/rules/elevation-model.ts';

/** World units of one rack unit; everything of the hall is laid out in world units and scaled by the camera. */
export const UNIT = 10;
const UNIT_MM = 44.45;
const MM_PER_INCH = 25.4;
const FRAME = 2.5;
const SIDE = 7;
const GAP = 10;
/** Above a rack, for its name. */
const NAME_STRIP = 55;
/** Left of a row, for its name. */
const ROW_LABEL = 110;
const ROOM_HEADING = 130;
const LONGEST_LINE = 60;
const BETWEEN_ROOMS = 60;
const WINDOW_ASPECT = 1.7;

export interface PlacedRack extends Rectangle {
  /** Index into the racks of the hall. */
  readonly index: number;
  /** Between the rails, where units are. */
  readonly opening: Rectangle;
  /** Width of the strip for 0U devices at each side of the frame. */
  readonly sideWidth: number;
}

/** A name written into the hall: of a room above its rows, of a row beside its racks. */
export interface HallSign extends Rectangle {
  readonly kind: 'room' | 'row';
  readonly text: string;
  /** What is written where the text has no room. */
  readonly short: string;
}

export interface HallLayout {
  readonly racks: readonly PlacedRack[];
  readonly signs: readonly HallSign[];
  readonly width: number;
  readonly height: number;
}

function placed(rack: HallRack, index: number, x: number, floor: number): PlacedRack {
  const inside = (rack.widthInches * MM_PER_INCH * UNIT) / UNIT_MM;
  const height = rack.heightU * UNIT;
  const opening = { x: x + SIDE + FRAME, y: floor - FRAME - height, width: inside, height };
  const width = inside + 2 * (SIDE + FRAME);
  return { index, x, y: opening.y - FRAME, width, height: height + 2 * FRAME, opening, sideWidth: SIDE };
}

function chunks<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}

interface Block {
  readonly racks: readonly PlacedRack[];
  readonly signs: readonly HallSign[];
  readonly width: number;
  readonly height: number;
}

type Indexed = { readonly rack: HallRack; readonly index: number };

/** One room from its own corner: heading, then row under row, a long row in several lines. */
function roomBlock(inRoom: readonly Indexed[]): Block {
  const first = inRoom[0]?.rack;
  const heading = first ? `${first.site} · ${first.room}` : '';
  const signs: HallSign[] = [
    { kind: 'room', text: heading, short: '', x: ROW_LABEL, y: 0, width: 0, height: ROOM_HEADING },
  ];
  const racks: PlacedRack[] = [];
  let y = ROOM_HEADING;
  let width = 0;
  for (const [row, inRow] of Map.groupBy(inRoom, ({ rack }) => rack.row ?? '')) {
    for (const line of chunks(inRow, LONGEST_LINE)) {
      const tallest = Math.max(...line.map(({ rack }) => rack.heightU)) * UNIT + 2 * FRAME;
      const floor = y + NAME_STRIP + tallest;
      const text = row === '' ? '' : `Row ${row}`;
      signs.push({ kind: 'row', text, short: row, x: 0, y: y + NAME_STRIP, width: ROW_LABEL, height: tallest });
      let x = ROW_LABEL;
      for (const { rack, index } of line) {
        const stands = placed(rack, index, x, floor);
        racks.push(stands);
        x += stands.width + GAP;
      }
      width = Math.max(width, x - GAP);
      y = floor + GAP;
    }
  }
  return { racks, signs, width, height: y };
}

function moved<Item extends Rectangle>(item: Item, x: number, y: number): Item {
  return { ...item, x: item.x + x, y: item.y + y };
}

function movedRack(rack: PlacedRack, x: number, y: number): PlacedRack {
  return { ...moved(rack, x, y), opening: moved(rack.opening, x, y) };
}

/** The width at which blocks laid out like words in lines come nearest to the form of a window. */
function pageWidth(blocks: readonly Block[]): number {
  const area = blocks.reduce((sum, { width, height }) => sum + width * height, 0);
  return Math.max(Math.sqrt(area * WINDOW_ASPECT), ...blocks.map(({ width }) => width));
}

/**
 * Racks stand side by side on the floor of their row, rows under each other; rooms follow each other like words, in the
 * order given. A row of more than 60 racks goes on in a further line.
 */
export function hallLayout(racks: readonly HallRack[]): HallLayout {
  const indexed = racks.map((rack, index) => ({ rack, index }));
  const blocks = [...Map.groupBy(indexed, ({ rack }) => rack.roomId).values()].map(roomBlock);
  const limit = pageWidth(blocks);
  const all: { racks: PlacedRack[]; signs: HallSign[] } = { racks: [], signs: [] };
  let [x, y, lineHeight, width] = [0, 0, 0, 0];
  for (const block of blocks) {
    if (x > 0 && x + block.width > limit) [x, y, lineHeight] = [0, y + lineHeight + BETWEEN_ROOMS, 0];
    all.racks.push(...block.racks.map((rack) => movedRack(rack, x, y)));
    all.signs.push(...block.signs.map((sign) => moved(sign, x, y)));
    width = Math.max(width, x + block.width);
    lineHeight = Math.max(lineHeight, block.height);
    x += block.width + BETWEEN_ROOMS;
  }
  return { ...all, width, height: y + lineHeight };
}

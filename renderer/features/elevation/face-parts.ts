import type { Rectangle } from '../../../shared/rules/elevation-model.ts';

interface CellForm {
  /** Width : height. */
  readonly aspect: number;
  /** Height of a cell at most. */
  readonly largest: number;
}

interface Grid {
  readonly columns: number;
  readonly width: number;
  readonly height: number;
}

/** Cells of about the given form, as large as `count` of them can be in the room. */
function gridOf(count: number, room: Rectangle, { aspect, largest }: CellForm): Grid {
  const rows = Math.max(1, Math.round(Math.sqrt((count * room.height * aspect) / room.width)));
  const columns = Math.ceil(count / rows);
  const height = Math.min(room.height / rows, room.width / columns / (aspect * 0.6), largest);
  return { columns, width: Math.min(room.width / columns, height * aspect), height };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

const GAP = 0.18;
const SMALLEST_PX = 1.6;

/** `count` cells from the right edge of the room as one path; empty where they would be too small to be seen. */
export function cellsPath(count: number, room: Rectangle, form: CellForm): string {
  if (count === 0) return '';
  const { columns, width, height } = gridOf(count, room, form);
  if (width < SMALLEST_PX || height < SMALLEST_PX) return '';
  const rows = Math.ceil(count / columns);
  const left = room.x + room.width - columns * width;
  const top = room.y + (room.height - rows * height) / 2;
  const across = round(width * (1 - GAP));
  const down = round(height * (1 - GAP));
  return Array.from({ length: count }, (_, index) => {
    const x = round(left + (index % columns) * width);
    const y = round(top + Math.floor(index / columns) * height);
    return `M${x} ${y}h${across}v${down}h-${across}z`;
  }).join('');
}

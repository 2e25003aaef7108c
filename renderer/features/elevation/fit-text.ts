let context: CanvasRenderingContext2D | null = null;
const widths = new Map<string, number>();

/** Width of a text in the unit of the font size. */
export function textWidth(text: string, fontSize: number): number {
  return emWidth(text) * fontSize;
}

/** The font is read once: asking for the style of the page between two texts would have it laid out each time. */
function measuringContext(): CanvasRenderingContext2D | null {
  const made = document.createElement('canvas').getContext('2d');
  if (made) made.font = `500 100px ${getComputedStyle(document.body).fontFamily}`;
  return made;
}

/** Width of a text in em of the interface font. */
function emWidth(text: string): number {
  const known = widths.get(text);
  if (known !== undefined) return known;
  context ??= measuringContext();
  if (!context) return text.length * 0.56;
  const width = context.measureText(text).width / 100;
  if (widths.size > 20_000) widths.clear();
  widths.set(text, width);
  return width;
}

const TAIL = 3;

function shortened(text: string, kept: number): string {
  // Names of a series differ at their end, so the end stays.
  const tail = kept > TAIL + 2 ? TAIL : 0;
  return `${text.slice(0, kept - tail).trimEnd()}…${tail > 0 ? text.slice(-tail) : ''}`;
}

/** The text, shortened in the middle to what fits in `width`; empty where not even two letters do. Same unit for both. */
export function fitText(text: string, width: number, fontSize: number): string {
  const room = width / fontSize;
  if (emWidth(text) <= room) return text;
  let kept = Math.max(0, Math.floor((text.length * room) / emWidth(text)));
  while (kept > 1 && emWidth(shortened(text, kept)) > room) kept -= 1;
  return kept < 2 ? '' : shortened(text, kept);
}

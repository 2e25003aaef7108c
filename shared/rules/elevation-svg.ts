import { elevation, UNIT_MM } from './elevation-geometry.ts';
import type { Elevation, ElevationCell, ElevationSizes, Rectangle } from './elevation-model.ts';
import type { FitOptions, RackDevice, RackFace, RackSpace } from './rack-model.ts';
import { rackSpanLabel } from './rack-units.ts';

/** What is written in, and how is coloured, the box of a device. */
export interface DeviceLook {
  readonly lines: readonly string[];
  /** `#rrggbb`; absent: white. */
  readonly fill?: string | undefined;
}

export interface ElevationSvgInput extends FitOptions {
  readonly rack: RackSpace;
  readonly mounted: readonly RackDevice[];
  readonly faces: readonly RackFace[];
  /** Height of one unit in the drawing's unit; in millimetres `UNIT_MM` is true size. Default 8 mm. */
  readonly unitHeight?: number | undefined;
  /** Default: the device's name. */
  readonly lookOf?: ((device: RackDevice) => DeviceLook) | undefined;
  /** An empty box beside every device, to be ticked on paper. */
  readonly tickBoxes?: boolean | undefined;
  /** Written above, beside the rack's name. */
  readonly subtitle?: string | undefined;
}

const INK = '#1a1a1a';
const LINE = '#8a8a8a';
const RESERVED = '#e8e8e8';
const WHITE = '#ffffff';

/** Text that may stand in XML: control characters, which XML forbids, are left out. */
export function escapeXml(text: string): string {
  return Array.from(text.toWellFormed())
    .filter((character) => character >= ' ' && character !== '\u{FFFE}' && character !== '\u{FFFF}')
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function number(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

type Attributes = Readonly<Record<string, string | number>>;

function element(name: string, attributes: Attributes, children?: string): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? number(value) : escapeXml(value)}"`)
    .join('');
  return children === undefined ? `<${name}${written}/>` : `<${name}${written}>${children}</${name}>`;
}

function box({ x, y, width, height }: Rectangle, attributes: Attributes): string {
  return element('rect', { x, y, width, height, ...attributes });
}

/** About how many characters of a size fit a width; an average letter is 0.55 of its height wide. */
function fitted(text: string, width: number, size: number): string {
  const most = Math.floor(width / (size * 0.55));
  return text.length <= most ? text : most <= 1 ? '' : `${text.slice(0, most - 1)}…`;
}

function lines(area: Rectangle, texts: readonly string[], unitHeight: number): string {
  const size = Math.min(unitHeight * 0.55, (area.height / Math.max(1, texts.length)) * 0.8);
  const step = size * 1.15;
  const first = area.y + area.height / 2 - ((texts.length - 1) * step) / 2 + size * 0.35;
  return texts
    .map((text, index) =>
      element(
        'text',
        { x: area.x + size * 0.5, y: first + index * step, 'font-size': size, fill: INK },
        escapeXml(fitted(text, area.width - size, size)),
      ),
    )
    .join('');
}

const TICK_SHARE = 0.6;

function deviceCell(cell: ElevationCell, device: RackDevice, input: ElevationSvgInput, sizes: ElevationSizes): string {
  const look = input.lookOf?.(device) ?? { lines: [device.name] };
  const title = element(
    'title',
    {},
    escapeXml(`${rackSpanLabel(input.rack, cell.positionHalfU, cell.heightHalfU)} ${device.name}`),
  );
  const tick = sizes.unitHeight * TICK_SHARE;
  const tickBox = input.tickBoxes
    ? box(
        { x: cell.x + cell.width - tick * 1.4, y: cell.y + (cell.height - tick) / 2, width: tick, height: tick },
        { fill: WHITE, stroke: INK, 'stroke-width': sizes.unitHeight * 0.04 },
      )
    : '';
  const area = input.tickBoxes ? { ...cell, width: cell.width - tick * 1.6 } : cell;
  const back =
    cell.state === 'blocked'
      ? { 'stroke-dasharray': number(sizes.unitHeight * 0.15), fill: RESERVED }
      : { fill: look.fill ?? WHITE };
  const frame = box(cell, { ...back, stroke: INK, 'stroke-width': sizes.unitHeight * 0.04 });
  return element(
    'g',
    { 'data-device': device.id },
    title + frame + lines(area, look.lines, sizes.unitHeight) + tickBox,
  );
}

function cellMarkup(cell: ElevationCell, input: ElevationSvgInput, sizes: ElevationSizes): string {
  if (cell.state === 'free') return box(cell, { fill: WHITE, stroke: LINE, 'stroke-width': sizes.unitHeight * 0.02 });
  if (cell.state === 'reserved') {
    const text = lines(cell, [`Reserved for ${cell.reservedFor ?? ''}`], sizes.unitHeight);
    return box(cell, { fill: RESERVED, stroke: LINE, 'stroke-width': sizes.unitHeight * 0.02 }) + text;
  }
  const device = input.mounted.find(({ id }) => id === cell.deviceId);
  return device ? deviceCell(cell, device, input, sizes) : '';
}

function sides({ sides: hung }: Elevation, input: ElevationSvgInput, sizes: ElevationSizes): string {
  return hung
    .map(({ deviceId, x, y, width, height }) => {
      const name = input.mounted.find(({ id }) => id === deviceId)?.name ?? '';
      const size = Math.min(width * 0.6, sizes.unitHeight * 0.55);
      const turn = `translate(${number(x + width / 2 + size * 0.35)} ${number(y + height - size)}) rotate(-90)`;
      const frame = box({ x, y, width, height }, { fill: WHITE, stroke: INK, 'stroke-width': sizes.unitHeight * 0.04 });
      const text = element(
        'text',
        { transform: turn, 'font-size': size, fill: INK },
        escapeXml(fitted(name, height - size * 2, size)),
      );
      return element('g', { 'data-device': deviceId }, frame + text);
    })
    .join('');
}

function faceMarkup(drawing: Elevation, input: ElevationSvgInput, sizes: ElevationSizes): string {
  const size = sizes.unitHeight * 0.5;
  const numbers = drawing.labels.map(({ text, x, y, width, height }) =>
    element(
      'text',
      {
        x: x + width - size * 0.4,
        y: y + height / 2 + size * 0.35,
        'font-size': size,
        'text-anchor': 'end',
        fill: INK,
      },
      escapeXml(text),
    ),
  );
  const frame = box(drawing.opening, { fill: 'none', stroke: INK, 'stroke-width': sizes.unitHeight * 0.08 });
  const cells = drawing.cells.map((cell) => cellMarkup(cell, input, sizes));
  return numbers.join('') + cells.join('') + sides(drawing, input, sizes) + frame;
}

/**
 * A rack as an SVG picture in millimetres: its faces side by side, true proportions (one unit is 44.45 : 482.6 of a 19 inch
 * opening), every text escaped. At `unitHeight` 44.45 it is true size; at the default 8 it is 1 : 5.6.
 */
export function elevationSvg(input: ElevationSvgInput): string {
  const unitHeight = input.unitHeight ?? 8;
  const sizes = { unitHeight, labelWidth: unitHeight * 1.4, sideWidth: unitHeight, frame: unitHeight * 0.25 };
  const drawings = input.faces.map((face) => elevation({ ...input, face, sizes }));
  const heading = unitHeight * 1.8;
  const gap = unitHeight;
  let x = 0;
  const parts = drawings.map((drawing) => {
    const title = [input.rack.name, input.subtitle, drawing.face].filter(Boolean).join(' · ');
    const text = element(
      'text',
      { x: drawing.opening.x, y: -unitHeight * 0.4, 'font-size': unitHeight * 0.8, fill: INK },
      escapeXml(title),
    );
    const group = element(
      'g',
      { transform: `translate(${number(x)} ${number(heading)})` },
      text + faceMarkup(drawing, input, sizes),
    );
    x += drawing.width + gap;
    return group;
  });
  const width = Math.max(0, x - gap);
  const height = heading + Math.max(0, ...drawings.map((drawing) => drawing.height));
  const scale = `1 : ${number(UNIT_MM / unitHeight)}`;
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: `${number(width)}mm`,
      height: `${number(height)}mm`,
      viewBox: `0 0 ${number(width)} ${number(height)}`,
      'font-family': 'sans-serif',
      role: 'img',
    },
    element('title', {}, escapeXml(`${input.rack.name}, ${scale}`)) + parts.join(''),
  );
}

import type {
  Elevation,
  ElevationCell,
  ElevationInput,
  ElevationSizes,
  Rectangle,
  SideDevice,
  UnitLabel,
} from './elevation-model.ts';
import type { RackDevice, RackFace, RackReservation, RackSpace } from './rack-model.ts';
import { heldReservations, shareFace, takesUnits, type PlacedDevice } from './rack-occupancy.ts';
import { rackUnitNumber } from './rack-units.ts';

/** One unit of EIA-310 in millimetres. */
export const UNIT_MM = 44.45;
const MM_PER_INCH = 25.4;

interface Span {
  /** Shares of the opening's width, 0 to 1, as seen on the drawn face. */
  readonly from: number;
  readonly to: number;
}

const FULL: Span = { from: 0, to: 1 };

/** Seen from the rear, left and right change places. */
function spanOf(device: RackDevice, face: RackFace): Span {
  const parts = device.widthParts ?? 1;
  const from = (device.widthOffset ?? 0) / parts;
  const to = ((device.widthOffset ?? 0) + (device.widthSpan ?? 1)) / parts;
  return face === 'front' ? { from, to } : { from: 1 - to, to: 1 - from };
}

function openingOf(rack: RackSpace, sizes: ElevationSizes): Rectangle {
  const width = rack.widthInches * MM_PER_INCH * (sizes.unitHeight / UNIT_MM);
  const x = sizes.labelWidth + sizes.sideWidth + sizes.frame;
  return { x, y: sizes.frame, width, height: rack.heightU * sizes.unitHeight };
}

function rectangleOf(
  opening: Rectangle,
  rows: number,
  positionHalfU: number,
  heightHalfU: number,
  span: Span,
): Rectangle {
  const row = opening.height / rows;
  return {
    x: opening.x + span.from * opening.width,
    y: opening.y + (rows - positionHalfU - heightHalfU) * row,
    width: (span.to - span.from) * opening.width,
    height: heightHalfU * row,
  };
}

/** A device on the other face leaves this one free, unless its known depth reaches through the whole rack. */
function stateOn(rack: RackSpace, device: PlacedDevice, face: RackFace): 'occupied' | 'blocked' | null {
  if (shareFace(device.face, face)) return 'occupied';
  return rack.depthMm && device.depthMm && device.depthMm >= rack.depthMm ? 'blocked' : null;
}

interface Claim {
  readonly positionHalfU: number;
  readonly heightHalfU: number;
  readonly span: Span;
}

/** The stretches of one half-unit row that no claim covers. */
function gaps(claims: readonly Claim[], row: number): readonly Span[] {
  const covered = claims
    .filter(({ positionHalfU, heightHalfU }) => positionHalfU <= row && row < positionHalfU + heightHalfU)
    .map(({ span }) => span)
    .toSorted((a, b) => a.from - b.from);
  const free: Span[] = [];
  let edge = 0;
  for (const { from, to } of covered) {
    if (from - edge > 1e-9) free.push({ from: edge, to: from });
    edge = Math.max(edge, to);
  }
  return 1 - edge > 1e-9 ? [...free, { from: edge, to: 1 }] : free;
}

function sameSpans(a: readonly Span[], b: readonly Span[]): boolean {
  return a.length === b.length && a.every((span, index) => span.from === b[index]?.from && span.to === b[index]?.to);
}

function freeCells(opening: Rectangle, rows: number, claims: readonly Claim[]): ElevationCell[] {
  const cells: ElevationCell[] = [];
  const cell = (positionHalfU: number, heightHalfU: number, span: Span): ElevationCell => ({
    ...rectangleOf(opening, rows, positionHalfU, heightHalfU, span),
    state: 'free',
    positionHalfU,
    heightHalfU,
  });
  for (let unit = 0; unit < rows; unit += 2) {
    const [lower, upper] = [gaps(claims, unit), gaps(claims, unit + 1)];
    if (sameSpans(lower, upper)) cells.push(...lower.map((span) => cell(unit, 2, span)));
    else cells.push(...lower.map((span) => cell(unit, 1, span)), ...upper.map((span) => cell(unit + 1, 1, span)));
  }
  return cells;
}

function sideStrips({ mounted, face, sizes }: ElevationInput, left: Rectangle, right: Rectangle): SideDevice[] {
  return (['left', 'right'] as const).flatMap((drawn) => {
    const strip = drawn === 'left' ? left : right;
    const side = face === 'front' ? drawn : drawn === 'left' ? 'right' : 'left';
    const hung = mounted.filter((device) => device.heightHalfU === 0 && device.side === side);
    const width = sizes.sideWidth / Math.max(1, hung.length);
    return hung.map(({ id }, index) => ({ ...strip, x: strip.x + index * width, width, deviceId: id, side }));
  });
}

function labelsOf(rack: RackSpace, opening: Rectangle, sizes: ElevationSizes): UnitLabel[] {
  return Array.from({ length: rack.heightU }, (_, fromTop) => {
    const positionHalfU = (rack.heightU - 1 - fromTop) * 2;
    const y = opening.y + fromTop * sizes.unitHeight;
    const text = String(rackUnitNumber(rack, positionHalfU, 2));
    return { x: 0, y, width: sizes.labelWidth, height: sizes.unitHeight, text, positionHalfU };
  });
}

function reservedCell(opening: Rectangle, rows: number, reservation: RackReservation): ElevationCell {
  const { positionHalfU, heightHalfU, reservedFor } = reservation;
  const rectangle = rectangleOf(opening, rows, positionHalfU, heightHalfU, FULL);
  return { ...rectangle, state: 'reserved', positionHalfU, heightHalfU, reservedFor };
}

function topDown(a: ElevationCell, b: ElevationCell): number {
  return b.positionHalfU + b.heightHalfU - (a.positionHalfU + a.heightHalfU) || a.x - b.x;
}

/**
 * The geometry of one face of a rack: rectangles with a state, unit labels, side strips. One unit is 44.45 mm and the
 * opening is as wide as the rack's inches say, so 1U of a 19 inch rack is 482.6 : 44.45. Seen from the rear everything is
 * mirrored. Order: free and reserved cells and devices from the top down; a candidate comes last, above everything.
 */
export function elevation(input: ElevationInput): Elevation {
  const { rack, mounted, face, sizes, candidate } = input;
  const rows = rack.heightU * 2;
  const opening = openingOf(rack, sizes);
  const left = { x: sizes.labelWidth, y: sizes.frame, width: sizes.sideWidth, height: opening.height };
  const right = { ...left, x: opening.x + opening.width + sizes.frame };
  const reservations = heldReservations(rack, null, input).filter((reservation) => shareFace(reservation.face, face));
  const devices = mounted.filter(takesUnits).flatMap((device): ElevationCell[] => {
    const state = stateOn(rack, device, face);
    if (!state) return [];
    const { positionHalfU, heightHalfU, id: deviceId } = device;
    return [
      {
        ...rectangleOf(opening, rows, positionHalfU, heightHalfU, spanOf(device, face)),
        state,
        positionHalfU,
        heightHalfU,
        deviceId,
      },
    ];
  });
  const claims = [
    ...mounted
      .filter(takesUnits)
      .flatMap((device) => (stateOn(rack, device, face) ? [{ ...device, span: spanOf(device, face) }] : [])),
    ...reservations.map((reservation) => ({ ...reservation, span: FULL })),
  ];
  const cells = [
    ...freeCells(opening, rows, claims),
    ...reservations.map((entry) => reservedCell(opening, rows, entry)),
    ...devices,
  ];
  return {
    face,
    width: right.x + right.width,
    height: opening.height + 2 * sizes.frame,
    opening,
    left,
    right,
    labels: labelsOf(rack, opening, sizes),
    cells: [...cells.toSorted(topDown), ...candidateCell(candidate, opening, rows, face)],
    sides: sideStrips(input, left, right),
  };
}

function candidateCell(
  candidate: ElevationInput['candidate'],
  opening: Rectangle,
  rows: number,
  face: RackFace,
): ElevationCell[] {
  if (!candidate || !takesUnits(candidate.device)) return [];
  const { positionHalfU, heightHalfU, id } = candidate.device;
  const rectangle = rectangleOf(opening, rows, positionHalfU, heightHalfU, spanOf(candidate.device, face));
  return [{ ...rectangle, state: 'candidate', positionHalfU, heightHalfU, deviceId: id, fits: candidate.fits }];
}

import type { FitOptions, OccupiedFace, RackDevice, RackSpace } from './rack-model.ts';
import { heldReservations, shareFace, spaceIsFree, takesUnits } from './rack-occupancy.ts';

export interface FreeRun {
  readonly positionHalfU: number;
  readonly heightHalfU: number;
}

/** A device still to be placed. */
export type Unplaced = Omit<RackDevice, 'positionHalfU' | 'side'>;

/**
 * The positions, lowest first, where a device would find space (weight and power are the same at every position; ask
 * `checkRackFit`). Positions are whole units unless `stepHalfU` is 1.
 */
export function freePositions(
  rack: RackSpace,
  mounted: readonly RackDevice[],
  device: Unplaced,
  options: FitOptions & { readonly stepHalfU?: 1 | 2 } = {},
): readonly number[] {
  const others = mounted.filter(({ id }) => id !== device.id);
  const positions: number[] = [];
  if (device.heightHalfU < 1) return positions;
  for (
    let positionHalfU = 0;
    positionHalfU + device.heightHalfU <= rack.heightU * 2;
    positionHalfU += options.stepHalfU ?? 2
  ) {
    if (spaceIsFree(rack, others, { ...device, positionHalfU }, options)) positions.push(positionHalfU);
  }
  return positions;
}

/** Stretches free over the full width on a face (`both`: on front and rear), lowest first. */
export function freeRuns(
  rack: RackSpace,
  mounted: readonly RackDevice[],
  face: OccupiedFace,
  options: FitOptions = {},
): readonly FreeRun[] {
  const rows = rack.heightU * 2;
  const taken = new Uint8Array(rows + 1);
  taken[rows] = 1;
  const claims = [...mounted.filter(takesUnits), ...heldReservations(rack, null, options)];
  for (const { positionHalfU, heightHalfU, face: claimed } of claims) {
    if (shareFace(face, claimed))
      taken.fill(1, Math.max(0, positionHalfU), Math.min(rows, positionHalfU + heightHalfU));
  }
  const runs: FreeRun[] = [];
  let start = 0;
  for (let row = 0; row <= rows; row += 1) {
    if (!taken[row]) continue;
    if (row > start) runs.push({ positionHalfU: start, heightHalfU: row - start });
    start = row + 1;
  }
  return runs;
}

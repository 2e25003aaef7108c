import { checkRackFit } from './rack-fit.ts';
import { freePositions, type Unplaced } from './rack-free-space.ts';
import type { FitAspect, FitOptions, FitWarning, RackDevice, RackSpace } from './rack-model.ts';

export interface TogetherFit {
  /** Where the devices would stand, lowest first; empty when they do not all fit. */
  readonly positionsHalfU: readonly number[];
  /** What is missing when they do not. */
  readonly missing: FitAspect | 'space' | null;
  /** Positions for the first of them. */
  readonly positions: number;
  readonly warnings: readonly FitWarning[];
}

/**
 * Whether a rack takes `quantity` equal devices together, each placed at the lowest free position and then counted in
 * space, weight and power for the next. Equal devices at the lowest positions leave the most room above, so that no other
 * arrangement on whole units takes more.
 */
export function fitTogether(
  rack: RackSpace,
  mounted: readonly RackDevice[],
  wanted: Unplaced,
  quantity: number,
  options: FitOptions = {},
): TogetherFit {
  const placed: RackDevice[] = [...mounted];
  const positionsHalfU: number[] = [];
  let warnings: readonly FitWarning[] = [];
  const positions = freePositions(rack, placed, wanted, options).length;
  while (positionsHalfU.length < quantity) {
    const device = { ...wanted, id: `${wanted.id} ${positionsHalfU.length + 1}` };
    const [positionHalfU] = freePositions(rack, placed, device, options);
    if (positionHalfU === undefined) return { positionsHalfU: [], missing: 'space', positions, warnings: [] };
    const candidate = { ...device, positionHalfU };
    const fit = checkRackFit(rack, placed, candidate, options);
    if (!fit.fits) return { positionsHalfU: [], missing: fit.problems[0]?.aspect ?? null, positions, warnings: [] };
    warnings = fit.warnings;
    placed.push(candidate);
    positionsHalfU.push(positionHalfU);
  }
  return { positionsHalfU, missing: null, positions, warnings };
}

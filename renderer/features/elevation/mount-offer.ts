import { checkRackFit } from '../../../shared/rules/rack-fit.ts';
import { freePositions, type Unplaced } from '../../../shared/rules/rack-free-space.ts';
import type { FitOptions, OccupiedFace, RackDevice, RackFace } from '../../../shared/rules/rack-model.ts';
import type { MountedRack } from '../../../shared/rules/rack-moves.ts';

/** Where something is wanted: a free unit on a face, or anywhere. */
export interface MountWish {
  readonly positionHalfU: number | null;
  readonly face: RackFace;
}

export interface MountOffer {
  /** The device at the place offered; null where the rack has none for it. */
  readonly placed: RackDevice | null;
  /** Why it is not at the place wished for. */
  readonly problem: string | null;
}

function firstThatFits(
  { rack, devices }: MountedRack,
  candidates: readonly RackDevice[],
  options: FitOptions,
): { placed: RackDevice | null; problem: string | null } {
  let problem: string | null = null;
  for (const candidate of candidates) {
    const fit = checkRackFit(rack, devices, candidate, options);
    if (fit.fits) return { placed: candidate, problem };
    problem ??= fit.problems[0]?.message ?? null;
  }
  return { placed: null, problem };
}

/** The place wished for if the fit rule grants it, else the nearest one it grants, with what stands against the first. */
export function mountOffer(mounted: MountedRack, device: Unplaced, wish: MountWish, options: FitOptions): MountOffer {
  if (device.heightHalfU === 0) {
    const sides = (['left', 'right'] as const).map((side): RackDevice => ({ ...device, positionHalfU: null, side }));
    const taken = new Set(mounted.devices.flatMap(({ side }) => side ?? []));
    return firstThatFits(
      mounted,
      sides.toSorted((a, b) => Number(taken.has(a.side ?? 'left')) - Number(taken.has(b.side ?? 'left'))),
      options,
    );
  }
  const face: OccupiedFace = device.face === 'both' ? 'both' : wish.face;
  const wanted = wish.positionHalfU;
  const free = freePositions(mounted.rack, mounted.devices, { ...device, face }, options);
  const nearest =
    wanted === null ? free : free.toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted) || a - b);
  const positions = wanted === null || nearest[0] === wanted ? nearest : [wanted, ...nearest];
  const offer = firstThatFits(
    mounted,
    positions.map((positionHalfU): RackDevice => ({ ...device, face, positionHalfU })),
    options,
  );
  if (offer.placed || offer.problem) return offer;
  return { placed: null, problem: `${mounted.rack.name} has no gap of ${device.heightHalfU / 2} U for it.` };
}

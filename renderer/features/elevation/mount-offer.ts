import { acceptedByBays, freeBays, inBay } from '../../../shared/rules/bay-fit.ts';
import { checkRackFit } from '../../../shared/rules/rack-fit.ts';
import { freePositions, type Unplaced } from '../../../shared/rules/rack-free-space.ts';
import type { FitOptions, OccupiedFace, RackDevice, RackFace } from '../../../shared/rules/rack-model.ts';
import { bayPlace, checkMoves, type MountedRack } from '../../../shared/rules/rack-moves.ts';

/** Where something is wanted: a free unit on a face, a bay, or anywhere. */
export interface MountWish {
  readonly positionHalfU: number | null;
  readonly face: RackFace;
  readonly chassisId?: string | null;
  readonly bay?: string | null;
}

export interface MountOffer {
  /** The device at the place offered; null where the rack has none for it. */
  readonly placed: RackDevice | null;
  /** Why it is not at the place wished for. */
  readonly problem: string | null;
}

function problemOf(mounted: MountedRack, candidate: RackDevice, options: FitOptions): string | null {
  const { rack, devices } = mounted;
  if (!inBay(candidate)) return checkRackFit(rack, devices, candidate, options).problems[0]?.message ?? null;
  const to = bayPlace(rack.id, candidate.parentId ?? '', candidate.bay ?? '', candidate);
  const moves = [{ deviceId: candidate.id, from: null, to }];
  return checkMoves([mounted], moves, { ...options, arriving: [candidate] }).problems[0]?.message ?? null;
}

function firstThatFits(mounted: MountedRack, candidates: readonly RackDevice[], options: FitOptions): MountOffer {
  let problem: string | null = null;
  for (const candidate of candidates) {
    const against = problemOf(mounted, candidate, options);
    if (against === null) return { placed: candidate, problem };
    problem ??= against;
  }
  return { placed: null, problem };
}

/** The bay wished for first, then the free bays of its chassis, then those of the others. */
function bayCandidates({ devices }: MountedRack, device: Unplaced, { chassisId, bay }: MountWish): RackDevice[] {
  const inside = (parentId: string, name: string): RackDevice => ({
    ...device,
    positionHalfU: null,
    parentId,
    bay: name,
  });
  const wished = chassisId && bay ? [inside(chassisId, bay)] : [];
  if (!acceptedByBays(inside('', ''))) return wished;
  const nearFirst = devices.toSorted((a, b) => Number(b.id === chassisId) - Number(a.id === chassisId));
  const free = nearFirst.flatMap((chassis) =>
    freeBays(chassis, inside(chassis.id, '')).map((name) => inside(chassis.id, name)),
  );
  return [...wished, ...free.filter(({ parentId, bay: name }) => parentId !== chassisId || name !== bay)];
}

function bayOffer(mounted: MountedRack, device: Unplaced, wish: MountWish, options: FitOptions): MountOffer {
  const offer = firstThatFits(mounted, bayCandidates(mounted, device, wish), options);
  if (offer.placed || offer.problem) return offer;
  return { placed: null, problem: `${mounted.rack.name} has no chassis with a free bay for it.` };
}

/** The place wished for if the fit rule grants it, else the nearest one it grants, with what stands against the first. */
export function mountOffer(mounted: MountedRack, device: Unplaced, wish: MountWish, options: FitOptions): MountOffer {
  if (device.standsIn === 'bays' || wish.bay) return bayOffer(mounted, device, wish, options);
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

import type { Elevation as RackAnswer, Mounted } from '../../../shared/contract/rack.ts';
import { COMPUTE_STATES } from '../../../shared/domain/compute.ts';
import { EQUIPMENT_STATES } from '../../../shared/domain/equipment.ts';
import type { Choice } from '../../../shared/domain/field.ts';
import { formatQuantity } from '../../../shared/domain/units.ts';
import type { ElevationCell } from '../../../shared/rules/elevation-model.ts';
import type { RackDevice, RackFace, RackSpace } from '../../../shared/rules/rack-model.ts';
import { rackSpanLabel, rackUnitLabel } from '../../../shared/rules/rack-units.ts';

/** What names and places of devices are made from. */
export type PlacedDevice = Pick<
  Mounted,
  'noun' | 'name' | 'state' | 'positionHalfU' | 'heightHalfU' | 'face' | 'widthParts' | 'widthOffset' | 'side'
>;

/** The rack as the fit rule and the geometry see it. */
export function spaceOf(rack: RackAnswer['rack']): RackSpace {
  return {
    id: rack.id,
    name: rack.name,
    heightU: rack.heightU,
    numbering: rack.numbering,
    widthInches: Number(rack.widthInches),
    depthMm: rack.depthMm,
    maximumWeightGrams: rack.maximumWeightGrams,
    feeds: rack.feeds,
  };
}

export function deviceOf(mounted: Mounted): RackDevice {
  const { id, name, heightHalfU, positionHalfU, face, widthParts, widthOffset, side, powerWatts, weightGrams } =
    mounted;
  return { id, name, heightHalfU, positionHalfU, face, widthParts, widthOffset, side, powerWatts, weightGrams };
}

export function stateOf(mounted: Pick<Mounted, 'noun' | 'state'>): Choice {
  const states: readonly Choice[] = mounted.noun === 'compute' ? COMPUTE_STATES : EQUIPMENT_STATES;
  return states.find((state) => state.value === mounted.state) ?? { value: mounted.state, label: mounted.state };
}

const PARTS = ['', 'left', 'right'];

/** `U12, front, db-03, 2 U, active`: what a cell is called when it is read aloud. */
export function cellName(
  rack: RackSpace,
  face: RackFace,
  cell: ElevationCell,
  mounted: PlacedDevice | undefined,
): string {
  const unit = rackUnitLabel(rack, cell.positionHalfU, cell.heightHalfU);
  if (!mounted)
    return cell.state === 'reserved' ? `${unit}, ${face}, reserved for ${cell.reservedFor}` : `${unit}, ${face}, free`;
  const height = formatQuantity(mounted.heightHalfU, 'halfU').replace('U', ' U');
  const part =
    mounted.widthParts === 2
      ? `, ${PARTS[mounted.widthOffset + 1]} half`
      : mounted.widthParts > 2
        ? `, part ${mounted.widthOffset + 1} of ${mounted.widthParts}`
        : '';
  const behind = cell.state === 'blocked' ? ', its back' : '';
  return `${unit}, ${face}, ${mounted.name}, ${height}, ${stateOf(mounted).label.toLowerCase()}${part}${behind}`;
}

/** Where a device is, for people: `U12–U13, front and rear`, `left side`. */
export function placeText(rack: RackSpace, mounted: PlacedDevice): string {
  if (mounted.positionHalfU === null) return mounted.side ? `${mounted.side} side` : 'no position';
  const faces = mounted.face === 'both' ? 'front and rear' : mounted.face;
  return `${rackSpanLabel(rack, mounted.positionHalfU, mounted.heightHalfU)}, ${faces}`;
}

/** Half units taken on either face, no half unit counted twice. */
export function usedHalfU(rack: RackSpace, mounted: readonly PlacedDevice[]): number {
  const taken = new Set<number>();
  for (const { positionHalfU, heightHalfU } of mounted) {
    if (positionHalfU === null) continue;
    for (let row = positionHalfU; row < Math.min(positionHalfU + heightHalfU, rack.heightU * 2); row += 1)
      taken.add(row);
  }
  return taken.size;
}

import type { Mounted } from '../../../shared/contract/rack.ts';
import { elevation } from '../../../shared/rules/elevation-geometry.ts';
import type { Elevation, ElevationSizes, Rectangle } from '../../../shared/rules/elevation-model.ts';
import type { FitOptions, RackDevice, RackFace } from '../../../shared/rules/rack-model.ts';
import type { DropPlan } from './drop-plan.ts';
import { locate } from './drop-plan.ts';
import type { RackView } from './rack-view.ts';
import { walkedFace, type WalkedFace } from './walk.ts';

/** One face of one rack, laid out: what is painted, and what the keyboard walks. */
export interface FaceModel {
  readonly view: RackView;
  readonly face: RackFace;
  readonly drawing: Elevation;
  readonly walked: WalkedFace;
  readonly devices: ReadonlyMap<string, Mounted>;
  readonly sizes: ElevationSizes;
}

/** Sizes of the drawing in pixels at a height of one unit; strips and labels grow with it a little. */
export function sizesFor(unitHeight: number): ElevationSizes {
  return {
    unitHeight,
    labelWidth: Math.round(14 + unitHeight * 0.6),
    sideWidth: Math.round(8 + unitHeight * 0.4),
    frame: 5,
  };
}

export function faceModel(view: RackView, face: RackFace, sizes: ElevationSizes, options: FitOptions): FaceModel {
  const drawing = elevation({ rack: view.rack, mounted: view.devices, face, sizes, ...options });
  const devices = new Map(view.devices.map((device) => [device.id, device]));
  return { view, face, drawing, walked: walkedFace(view.rack.id, drawing, devices), devices, sizes };
}

/** The outline of a device where letting go would put it. */
export interface Ghost extends Rectangle {
  readonly deviceId: string;
  readonly name: string;
  readonly kind: 'fits' | 'refused' | 'pushed';
}

/** The outlines that a drop plan puts on one face. */
export function ghostsOn(
  model: FaceModel,
  racks: readonly RackView[],
  plan: DropPlan,
  held: readonly string[],
): readonly Ghost[] {
  const kindOf = (deviceId: string) => (plan.ok ? (held.includes(deviceId) ? 'fits' : 'pushed') : 'refused');
  const inBays = plan.moves.flatMap(({ deviceId, to }): Ghost[] => {
    const cell = model.walked.stops.find(
      ({ bay, chassisId }) => bay !== null && chassisId === to?.parentId && bay === to.bay,
    );
    const device = locate(racks, deviceId)?.device;
    if (!cell || !device) return [];
    const { x, y, width, height } = cell;
    return [{ deviceId, name: device.name, kind: kindOf(deviceId), x, y, width, height }];
  });
  const arriving = plan.moves.flatMap(({ deviceId, to }): RackDevice[] => {
    const device = to?.rackId === model.view.rack.id ? locate(racks, deviceId)?.device : undefined;
    if (!device || !to || to.parentId) return [];
    const { rackId: _rackId, ...placement } = to;
    return [{ ...device, ...placement }];
  });
  if (arriving.length === 0) return inBays;
  const rack = { ...model.view.rack, reservations: [] };
  const { cells, sides } = elevation({ rack, mounted: arriving, face: model.face, sizes: model.sizes });
  const drawn = [...cells.filter(({ state }) => state === 'occupied'), ...sides];
  const inUnits = drawn.flatMap(({ deviceId = '', x, y, width, height }): Ghost[] => {
    const name = arriving.find(({ id }) => id === deviceId)?.name;
    return name === undefined ? [] : [{ deviceId, name, kind: kindOf(deviceId), x, y, width, height }];
  });
  return [...inUnits, ...inBays];
}

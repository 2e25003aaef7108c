import type { BayChild, DrawnDevice, Elevation as RackAnswer, Mounted } from '../../../shared/contract/rack.ts';
import type { RackSpace } from '../../../shared/rules/rack-model.ts';
import type { MountedRack } from '../../../shared/rules/rack-moves.ts';
import { dayOf, type DeviceFact } from './device-fact.ts';

/** A rack as screens show it: what the fit rule needs, and what people want to read on it. */
export interface RackView extends MountedRack {
  readonly answer: RackAnswer;
  readonly devices: readonly Mounted[];
  /** Also of what is in bays. */
  readonly facts: ReadonlyMap<string, DeviceFact>;
}

function rackSpaceOf({ rack, reservations }: RackAnswer): RackSpace {
  const { id, name, heightU, numbering, startUnit, depthMm, maximumWeightGrams, feeds } = rack;
  const widthInches = Number(rack.widthInches);
  return { id, name, heightU, numbering, startUnit, widthInches, depthMm, maximumWeightGrams, feeds, reservations };
}

function factOf(mounted: DrawnDevice): DeviceFact {
  const { id, noun, name, type, state, deviceType: model, role, owner, serial, assetTag } = mounted;
  const { powerWatts, utilisation, warrantyEnd, lastAudited } = mounted;
  const days = { warrantyEndDay: dayOf(warrantyEnd), lastAuditedDay: dayOf(lastAudited) };
  return { id, noun, name, type, state, model, role, owner, serial, assetTag, powerWatts, utilisation, ...days };
}

export function rackViewOf(answer: RackAnswer): RackView {
  const all = answer.mounted.flatMap((mounted) => [mounted, ...mounted.children]);
  const facts = new Map(all.map((device) => [device.id, factOf(device)]));
  return { answer, rack: rackSpaceOf(answer), devices: answer.mounted, facts };
}

/** A device of the rack, also one in a bay. */
export function deviceIn({ devices }: RackView, id: string | null | undefined): Mounted | BayChild | undefined {
  return (
    devices.find((device) => device.id === id) ??
    devices.flatMap(({ children }) => children).find((child) => child.id === id)
  );
}

/** Units free on both faces over the full width, together and in the largest gap. */
export function freeSpace({ answer }: RackView): { readonly free: number; readonly largest: number } {
  const heights = answer.freeRuns.both.map(({ heightHalfU }) => heightHalfU / 2);
  return { free: heights.reduce((sum, height) => sum + height, 0), largest: Math.max(0, ...heights) };
}

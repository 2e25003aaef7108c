import type { Elevation as RackAnswer, Mounted } from '../../../shared/contract/rack.ts';
import type { RackSpace } from '../../../shared/rules/rack-model.ts';
import type { MountedRack } from '../../../shared/rules/rack-moves.ts';
import { dayOf, type DeviceFact } from './device-fact.ts';

/** A rack as screens show it: what the fit rule needs, and what people want to read on it. */
export interface RackView extends MountedRack {
  readonly answer: RackAnswer;
  readonly devices: readonly Mounted[];
  readonly facts: ReadonlyMap<string, DeviceFact>;
}

function rackSpaceOf({ rack, reservations }: RackAnswer): RackSpace {
  const { id, name, heightU, numbering, startUnit, depthMm, maximumWeightGrams, feeds } = rack;
  const widthInches = Number(rack.widthInches);
  return { id, name, heightU, numbering, startUnit, widthInches, depthMm, maximumWeightGrams, feeds, reservations };
}

function factOf(mounted: Mounted): DeviceFact {
  const { id, noun, name, type, state, deviceType: model, role, owner, serial, assetTag } = mounted;
  const { powerWatts, utilisation, warrantyEnd, lastAudited } = mounted;
  const days = { warrantyEndDay: dayOf(warrantyEnd), lastAuditedDay: dayOf(lastAudited) };
  return { id, noun, name, type, state, model, role, owner, serial, assetTag, powerWatts, utilisation, ...days };
}

export function rackViewOf(answer: RackAnswer): RackView {
  const facts = new Map(answer.mounted.map((mounted) => [mounted.id, factOf(mounted)]));
  return { answer, rack: rackSpaceOf(answer), devices: answer.mounted, facts };
}

/** Units free on both faces over the full width, together and in the largest gap. */
export function freeSpace({ answer }: RackView): { readonly free: number; readonly largest: number } {
  const heights = answer.freeRuns.both.map(({ heightHalfU }) => heightHalfU / 2);
  return { free: heights.reduce((sum, height) => sum + height, 0), largest: Math.max(0, ...heights) };
}

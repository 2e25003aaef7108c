import { PAINTS, paintScale, type ColourKey, type LegendEntry } from '../elevation/paint-scales.ts';
import type { KnownLabel } from '../elevation/label-fields.ts';
import type { Look } from '../elevation/look.ts';
import type { HallModel } from './hall-model.ts';

/** A hall with its colours and labels chosen: everything a painter needs besides the theme and the camera. */
export interface HallScene {
  readonly model: HallModel;
  /** Index into PAINTS, by device. */
  readonly paints: Uint8Array;
  /** 1 where the filter leaves the device out; null: no filter. */
  readonly faded: Uint8Array | null;
  /** Racks that a search for free space leaves out, by index; null: no search. */
  readonly dimmed: ReadonlySet<number> | null;
  readonly labelOf: (device: number) => string;
  readonly legend: readonly LegendEntry[];
}

export interface SceneChoice {
  readonly colour: ColourKey;
  readonly labelOf: Look['labelOf'];
  /** Days since 1970-01-01. */
  readonly today: number;
  /** Ids of the devices that match the filter; null: no filter. */
  readonly matching: ReadonlySet<string> | null;
  /** Ids of the racks found; null: no search. */
  readonly found: ReadonlySet<string> | null;
}

/** What elevations know of their devices and the hall does not, as it holds forty thousand of them. */
export const NOT_IN_HALL: ReadonlySet<KnownLabel> = new Set(['serial', 'assetTag']);

export function hallScene(model: HallModel, { colour, labelOf, today, matching, found }: SceneChoice): HallScene {
  const scale = paintScale(colour, model.facts, today);
  const paints = Uint8Array.from(model.facts, (fact) => PAINTS.indexOf(scale.shadeOf(fact).paint));
  const faded = matching ? Uint8Array.from(model.facts, ({ id }) => (matching.has(id) ? 0 : 1)) : null;
  const dimmed = found ? new Set(model.hall.racks.flatMap(({ id }, index) => (found.has(id) ? [] : [index]))) : null;
  return {
    model,
    paints,
    faded,
    dimmed,
    labelOf: (device) => {
      const fact = model.facts[device];
      return fact ? labelOf(fact) : '';
    },
    legend: scale.legend,
  };
}

import { PAINTS, paintScale, type ColourKey, type LegendEntry } from '../elevation/paint-scales.ts';
import { isKnownLabel, knownLabelOf, type KnownLabel, type LabelField } from '../elevation/label-fields.ts';
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
  readonly label: LabelField;
  /** Days since 1970-01-01. */
  readonly today: number;
  /** Ids of the devices that match the filter; null: no filter. */
  readonly matching: ReadonlySet<string> | null;
  /** Ids of the racks found; null: no search. */
  readonly found: ReadonlySet<string> | null;
}

/** The fields the hall knows of a device; others are left to the elevation. */
export const HALL_LABELS: readonly KnownLabel[] = ['name', 'type', 'model', 'owner', 'role'];

export function hallScene(model: HallModel, { colour, label, today, matching, found }: SceneChoice): HallScene {
  const scale = paintScale(colour, model.facts, today);
  const paints = Uint8Array.from(model.facts, (fact) => PAINTS.indexOf(scale.shadeOf(fact).paint));
  const faded = matching ? Uint8Array.from(model.facts, ({ id }) => (matching.has(id) ? 0 : 1)) : null;
  const dimmed = found ? new Set(model.hall.racks.flatMap(({ id }, index) => (found.has(id) ? [] : [index]))) : null;
  const field = isKnownLabel(label) && HALL_LABELS.includes(label) ? label : 'name';
  return {
    model,
    paints,
    faded,
    dimmed,
    labelOf: (device) => {
      const fact = model.facts[device];
      return fact ? knownLabelOf(fact, field) : '';
    },
    legend: scale.legend,
  };
}

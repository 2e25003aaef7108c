import type { FaceModel, Ghost } from './face-model.ts';
import type { FaceParts } from '../../../shared/rules/type-parts.ts';
import type { DeviceFact } from './device-fact.ts';
import type { PaintScale } from './paint-scales.ts';

/** How devices are painted, the same in every drawing on screen. */
export interface Look {
  readonly scale: PaintScale;
  /** What is written on a device. */
  readonly labelOf: (fact: DeviceFact) => string;
  /** Whether that is its name; otherwise the name is its second line. */
  readonly byName: boolean;
  /** Ids of devices that match the filter; null: no filter. */
  readonly matching: ReadonlySet<string> | null;
  readonly partsOf: (deviceTypeId: string | null, type: string, face: FaceModel['face']) => FaceParts | undefined;
  /** Address of the picture of a device type from this face, where there is one. */
  readonly pictureOf?: (deviceTypeId: string | null, face: FaceModel['face']) => string | undefined;
}

/** Devices called by their names, for drawings that offer no choice. */
export const BY_NAME: Pick<Look, 'labelOf' | 'byName'> = { labelOf: ({ name }) => name, byName: true };

export interface FaceDrawingProps {
  readonly model: FaceModel;
  readonly look: Look;
  readonly selected: ReadonlySet<string>;
  /** The stop that Tab reaches; null where it is on another face. */
  readonly tabStop: string | null;
  /** Devices being moved. */
  readonly leaving: readonly string[];
  readonly ghosts: readonly Ghost[];
}

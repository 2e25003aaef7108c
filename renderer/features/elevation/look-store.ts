import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { LabelField } from './label-fields.ts';
import type { ColourKey } from './paint-scales.ts';

export type ShownFaces = 'both' | 'front' | 'rear';

export interface ElevationLook {
  readonly colour: ColourKey;
  readonly label: LabelField;
  readonly faces: ShownFaces;
  /** Pixels of one unit; null: as high as the window allows. */
  readonly unitPx: number | null;
}

interface LookState extends ElevationLook {
  readonly change: (change: Partial<ElevationLook>) => void;
}

/** How racks are drawn, in elevations and in the hall; kept on this machine. */
export const useElevationLook = create<LookState>()(
  persist(
    (set) => ({
      colour: 'state',
      label: 'name',
      faces: 'both',
      unitPx: null,
      change: (change) => set(change),
    }),
    { name: 'rackwright.elevation', version: 1 },
  ),
);

import { create } from 'zustand';

export type ColourBy = 'state' | 'utilisation';

interface ElevationView {
  readonly colourBy: ColourBy;
  readonly setColourBy: (colourBy: ColourBy) => void;
}

/** How elevations are painted; the same in every rack. */
export const useElevationView = create<ElevationView>()((set) => ({
  colourBy: 'state',
  setColourBy: (colourBy) => set({ colourBy }),
}));

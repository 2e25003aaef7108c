import { create } from 'zustand';

export type Overlay = 'palette' | 'keyboard-map';

interface OverlayState {
  readonly shown: Overlay | null;
  readonly open: (overlay: Overlay) => void;
  readonly close: () => void;
}

/** The one overlay that may lie over the window. */
export const useOverlays = create<OverlayState>()((set) => ({
  shown: null,
  open: (shown) => set({ shown }),
  close: () => set({ shown: null }),
}));

import { create } from 'zustand';
import { EMPTY_DRAFT, type PlaceDraft } from './place-draft.ts';

interface PlaceStore {
  readonly draft: PlaceDraft;
  readonly change: (part: Partial<PlaceDraft>) => void;
  readonly reset: () => void;
}

/** The wizard's draft; it outlives the screen, so that looking something up elsewhere loses nothing. */
export const usePlaceDraft = create<PlaceStore>()((set) => ({
  draft: EMPTY_DRAFT,
  change: (part) => set(({ draft }) => ({ draft: { ...draft, ...part } })),
  reset: () => set({ draft: EMPTY_DRAFT }),
}));

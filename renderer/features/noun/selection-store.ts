import { create } from 'zustand';

interface SelectionState {
  readonly selected: Readonly<Record<string, ReadonlySet<string>>>;
  readonly select: (list: string, keys: ReadonlySet<string>) => void;
}

const NOTHING: ReadonlySet<string> = new Set();

const useSelections = create<SelectionState>()((set) => ({
  selected: {},
  select: (list, keys) => set((state) => ({ selected: { ...state.selected, [list]: keys } })),
}));

/** The selected rows of a list, by id; kept while the program runs. */
export function useSelection(list: string): readonly [ReadonlySet<string>, (keys: ReadonlySet<string>) => void] {
  const { selected, select } = useSelections();
  return [selected[list] ?? NOTHING, (keys) => select(list, keys)];
}

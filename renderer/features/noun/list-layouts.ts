import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { ColumnLayout } from '../../ui/table-layout.ts';
import type { NounColumn } from './columns.tsx';

interface LayoutState {
  readonly layouts: Readonly<Record<string, ColumnLayout>>;
  readonly keep: (list: string, layout: ColumnLayout) => void;
  readonly reset: (list: string) => void;
}

const useLayouts = create<LayoutState>()(
  persist(
    (set) => ({
      layouts: {},
      keep: (list, layout) => set((state) => ({ layouts: { ...state.layouts, [list]: layout } })),
      reset: (list) =>
        set((state) => ({
          layouts: Object.fromEntries(Object.entries(state.layouts).filter(([key]) => key !== list)),
        })),
    }),
    { name: 'rackwright.lists', version: 1 },
  ),
);

/** The layout kept for a list, completed for columns that came later by what their definition says. */
export function completedLayout(kept: ColumnLayout | undefined, columns: readonly NounColumn[]): ColumnLayout {
  const visibility = Object.fromEntries(
    columns.map((column) => [column.id, kept?.visibility[column.id] ?? column.shown]),
  );
  return { visibility, order: kept?.order ?? [], sizing: kept?.sizing ?? {} };
}

export function useListLayout(list: string, columns: readonly NounColumn[]) {
  const { layouts, keep, reset } = useLayouts();
  return {
    layout: completedLayout(layouts[list], columns),
    setLayout: (layout: ColumnLayout) => keep(list, layout),
    resetLayout: () => reset(list),
  };
}

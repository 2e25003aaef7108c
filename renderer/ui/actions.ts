import { useLayoutEffect } from 'react';
import { create } from 'zustand';
import { useNewest } from './use-newest.ts';

/** Something the user can do now: found in the palette, shown in the keyboard map, run by its keys. */
export interface Action {
  readonly id: string;
  readonly label: string;
  readonly group: string;
  /** `mod+k`, `n`, `/`, `delete`; `mod` is Ctrl, or Cmd on a Mac. */
  readonly keys?: string;
  readonly run: () => void;
}

interface ActionState {
  /** Later entries come from deeper in the screen and win over earlier ones with the same keys. */
  readonly layers: readonly { readonly owner: symbol; readonly actions: readonly Action[] }[];
}

const useLayers = create<ActionState>()(() => ({ layers: [] }));

/** Offers these actions while the calling component is on screen. Functions may change freely, ids and keys decide. */
export function useActions(actions: readonly Action[]): void {
  const newest = useNewest(actions);
  const shape = JSON.stringify(actions);
  useLayoutEffect(() => {
    const owner = Symbol(shape);
    const stable = newest.current.map((action) => ({
      ...action,
      run: () => newest.current.find((entry) => entry.id === action.id)?.run(),
    }));
    useLayers.setState(({ layers }) => ({ layers: [...layers, { owner, actions: stable }] }));
    return () => useLayers.setState(({ layers }) => ({ layers: layers.filter((layer) => layer.owner !== owner) }));
  }, [shape, newest]);
}

export function useAllActions(): readonly Action[] {
  return useLayers((state) => state.layers).flatMap((layer) => layer.actions);
}

/** The action that these keys mean here, the deepest first. */
export function actionFor(keys: string): Action | undefined {
  return useLayers
    .getState()
    .layers.flatMap((layer) => layer.actions)
    .findLast((action) => action.keys === keys);
}

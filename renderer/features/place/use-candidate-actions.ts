import type { Dispatch } from 'react';
import { useActions, type Action } from '../../ui/actions.ts';
import type { PlaceEvent, PlaceState, PlaceView } from './place-machine.ts';

const VIEW_LABELS: Readonly<Record<PlaceView, string>> = {
  candidates: 'Show the candidates',
  rejected: 'Show the rejected computes',
  compare: 'Show the comparison',
  advice: 'Show what would help',
};

interface CandidateActions {
  readonly state: PlaceState;
  readonly send: Dispatch<PlaceEvent>;
  readonly tabs: readonly PlaceView[];
  readonly marked: string | null;
}

/** What keys do while candidates are looked at or one is being confirmed. */
export function useCandidateActions({ state, send, tabs, marked }: CandidateActions): void {
  const views = tabs.map((view, index): Action => ({
    id: `place-view-${view}`,
    label: VIEW_LABELS[view],
    group: 'Place',
    keys: String(index + 1),
    run: () => send({ type: 'viewed', view }),
  }));
  const onMarked: readonly Action[] =
    marked === null
      ? []
      : [
          {
            id: 'place-compare',
            label: 'Compare the marked candidate, or no longer',
            group: 'Place',
            keys: 'c',
            run: () => send({ type: 'compared', computeId: marked }),
          },
          {
            id: 'place-choose',
            label: 'Go on with the marked candidate',
            group: 'Place',
            keys: 'mod+enter',
            run: () => send({ type: 'chose', computeId: marked }),
          },
        ];
  const confirming: readonly Action[] = [
    {
      id: 'place-back',
      label: 'Back to the candidates',
      group: 'Place',
      keys: 'escape',
      run: () => send({ type: 'went back' }),
    },
  ];
  useActions(state.at === 'looking' ? [...views, ...onMarked] : state.at === 'confirming' ? confirming : []);
}

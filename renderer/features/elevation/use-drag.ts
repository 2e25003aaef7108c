import { useCallback, useMemo, useReducer } from 'react';
import type { FitOptions } from '../../../shared/rules/rack-model.ts';
import { planDrop, type Drop, type DropPlan } from './drop-plan.ts';
import { dropSentence } from './drop-text.ts';
import { dragStep, IDLE, type DragEvent, type DragState } from './drag-machine.ts';
import type { RackView } from './rack-view.ts';
import { useRackWrites } from './use-drop.ts';

export interface Drag {
  readonly state: DragState;
  readonly send: (event: DragEvent) => void;
  /** What letting go now would do; null while nothing is held over a place. */
  readonly plan: DropPlan | null;
  readonly sentence: string | null;
  /** Lets go: writes the plan where it fits. Answers the drop that was written, null where nothing was. */
  readonly release: () => Promise<Drop | null>;
}

function dropOf(state: DragState): Drop | null {
  if (state.name !== 'dragging' && state.name !== 'dropping') return null;
  return state.target ? { grab: state.grab, mode: state.mode, target: state.target } : null;
}

/** The drag of an elevation: one machine for pointer and keyboard, previewed by the rule the engine decides with. */
export function useDrag(views: readonly RackView[], options: FitOptions): Drag {
  const [state, send] = useReducer(dragStep, IDLE);
  const writes = useRackWrites();
  const drop = useMemo(() => dropOf(state), [state]);
  const plan = useMemo(() => (drop ? planDrop(views, drop, options) : null), [views, drop, options]);
  const sentence = useMemo(() => (drop && plan ? dropSentence(views, drop, plan) : null), [views, drop, plan]);
  const release = useCallback(async () => {
    const fits = plan?.ok === true;
    send({ type: 'release', fits });
    if (state.name !== 'dragging' || !fits || !drop) return null;
    const written = await writes.drop(drop, plan);
    send({ type: 'settled' });
    return written ? drop : null;
  }, [state.name, drop, plan, writes]);
  return { state, send, plan, sentence, release };
}

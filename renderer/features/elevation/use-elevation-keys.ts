import type { KeyboardEvent } from 'react';
import { aimStep, startAim } from './aim.ts';
import { locate } from './drop-plan.ts';
import type { DropMode } from './drag-machine.ts';
import { aimOf, walkOf } from './elevation-keys.ts';
import type { ElevationState } from './use-elevation.ts';
import { deviceKey, walk, type Stop } from './walk.ts';

/** Everything the pointer does, by keyboard. */
export interface ElevationKeys {
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly lift: (mode: DropMode) => void;
}

function isDevice(stop: Stop | undefined): stop is Stop & { deviceId: string } {
  return stop !== undefined && stop.deviceId !== null && stop.kind !== 'blocked';
}

/** Shift keeps what is selected and adds what was walked over. */
function selectAlong(state: ElevationState, from: Stop, to: Stop): void {
  const added = [from, to].filter(isDevice).map(({ deviceId }) => deviceId);
  state.select(new Set([...state.selected, ...added]));
}

/** The element that draws a stop; null while it is not on screen. */
export function stopElement(key: string): SVGElement | null {
  return document.querySelector<SVGElement>(`[data-stop="${CSS.escape(key)}"]`);
}

function focusStop(key: string): void {
  stopElement(key)?.focus();
}

export function useElevationKeys(state: ElevationState, onOpen: (stop: Stop) => void): ElevationKeys {
  const { drag, views, walked, focused, selected } = state;

  const lift = (mode: DropMode) => {
    const leadId = isDevice(focused) ? focused.deviceId : [...selected][0];
    const located = leadId === undefined ? null : locate(views, leadId);
    if (drag.state.name !== 'idle' || leadId === undefined || !located) return;
    const target = startAim(located.mounted, located.device);
    // The keys of the move are heard where the device is drawn, also when a button elsewhere began it.
    focusStop(isDevice(focused) ? focused.key : deviceKey(target.rackId, target.face, leadId));
    const deviceIds = selected.has(leadId) ? [...selected] : [leadId];
    drag.send({ type: 'lift', grab: { leadId, deviceIds }, mode, target });
  };

  const letGo = async () => {
    const dropped = await drag.release();
    if (!dropped) return;
    const { target, grab } = dropped;
    state.focus(deviceKey(target.rackId, target.face, grab.leadId));
  };

  const whileHeld = (event: KeyboardEvent): boolean => {
    if (drag.state.name !== 'dragging' || drag.state.by !== 'keyboard' || !drag.state.target) return false;
    const aim = aimOf(event);
    if (aim) {
      const step = event.altKey ? 1 : 2;
      drag.send({ type: 'aim', target: aimStep(views, drag.state.grab, drag.state.target, aim, step) });
    } else if (event.key === 'Enter') void letGo();
    else if (event.key === 'm') drag.send({ type: 'mode', mode: 'move' });
    else if (event.key === 's') drag.send({ type: 'mode', mode: 'swap' });
    else if (event.key === 'i') drag.send({ type: 'mode', mode: 'insert' });
    // Whatever else is pressed belongs to the move: no shortcut may leave the screen with a device in hand.
    return true;
  };

  const whileIdle = (event: KeyboardEvent): boolean => {
    if (!focused || event.ctrlKey || event.metaKey || event.altKey) return false;
    const step = walkOf(event);
    if (step) {
      const next = walk(walked, focused, step);
      if (event.shiftKey) selectAlong(state, focused, next);
      else if (isDevice(next) || selected.size > 0) state.select(new Set(isDevice(next) ? [next.deviceId] : []));
      state.focus(next.key);
      return true;
    }
    if (event.key === 'Enter') onOpen(focused);
    else if (event.key === ' ' && isDevice(focused)) state.toggle(focused.deviceId);
    else if (event.key === 'Escape' && selected.size > 0) state.select(new Set());
    else return false;
    return true;
  };

  return {
    lift,
    onKeyDown: (event) => {
      if (event.key === 'Escape' && drag.state.name !== 'idle') drag.send({ type: 'cancel' });
      else if (!whileHeld(event) && !whileIdle(event)) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}

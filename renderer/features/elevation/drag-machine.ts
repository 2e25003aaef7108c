import type { RackFace } from '../../../shared/rules/rack-model.ts';

/** `move` takes a free place, `swap` changes places with a device, `insert` pushes devices aside. */
export type DropMode = 'move' | 'swap' | 'insert';

/** A place pointed at. */
export interface DropTarget {
  readonly rackId: string;
  readonly face: RackFace;
  /** Where the lower edge of the leading device would be; null for a device on a side. */
  readonly positionHalfU: number | null;
  /** Part of the width, for devices that share a unit. */
  readonly widthOffset: number | null;
  readonly side: 'left' | 'right' | null;
  /** The chassis and the bay pointed at; absent or null: units or a side. */
  readonly chassisId?: string | null;
  readonly bay?: string | null;
  /** Device under the pointer or the keyboard's frame: the partner of a swap. */
  readonly overId: string | null;
}

/** What is held: the leading device sets the place, the others keep their distance from it. */
export interface Grab {
  readonly leadId: string;
  readonly deviceIds: readonly string[];
}

interface Held {
  readonly grab: Grab;
  readonly mode: DropMode;
}

export type DragState =
  | { readonly name: 'idle' }
  | { readonly name: 'armed'; readonly grab: Grab; readonly x: number; readonly y: number }
  | ({ readonly name: 'dragging'; readonly by: 'pointer' | 'keyboard'; readonly target: DropTarget | null } & Held)
  | ({ readonly name: 'dropping'; readonly target: DropTarget } & Held);

export type DragEvent =
  | { readonly type: 'press'; readonly grab: Grab; readonly x: number; readonly y: number }
  | {
      readonly type: 'point';
      readonly x: number;
      readonly y: number;
      readonly target: DropTarget | null;
      readonly mode: DropMode;
    }
  | { readonly type: 'lift'; readonly grab: Grab; readonly mode: DropMode; readonly target: DropTarget }
  | { readonly type: 'aim'; readonly target: DropTarget }
  | { readonly type: 'mode'; readonly mode: DropMode }
  /** `fits`: what the fit rule says about the target now. */
  | { readonly type: 'release'; readonly fits: boolean }
  | { readonly type: 'cancel' }
  | { readonly type: 'settled' };

export const IDLE: DragState = { name: 'idle' };

/** A press that moves less than this stays a click. Pixels. */
export const DRAG_THRESHOLD_PX = 4;

function whileArmed(state: DragState & { name: 'armed' }, event: DragEvent): DragState {
  switch (event.type) {
    case 'point': {
      const distance = Math.hypot(event.x - state.x, event.y - state.y);
      if (distance < DRAG_THRESHOLD_PX) return state;
      return { name: 'dragging', by: 'pointer', grab: state.grab, mode: event.mode, target: event.target };
    }
    case 'release':
    case 'cancel':
      return IDLE;
    default:
      return state;
  }
}

function whileDragging(state: DragState & { name: 'dragging' }, event: DragEvent): DragState {
  switch (event.type) {
    case 'point':
      return state.by === 'pointer' ? { ...state, target: event.target, mode: event.mode } : state;
    case 'aim':
      return { ...state, target: event.target };
    case 'mode':
      return { ...state, mode: event.mode };
    case 'release':
      if (event.fits && state.target)
        return { name: 'dropping', grab: state.grab, mode: state.mode, target: state.target };
      // A pointer that lets go has let go; the keyboard stays with what it holds until a place fits.
      return state.by === 'pointer' ? IDLE : state;
    case 'cancel':
      return IDLE;
    default:
      return state;
  }
}

/** The next state of a drag. While a drop is being written nothing but its end counts, so nothing is written twice. */
export function dragStep(state: DragState, event: DragEvent): DragState {
  switch (state.name) {
    case 'idle':
      if (event.type === 'press') return { name: 'armed', grab: event.grab, x: event.x, y: event.y };
      if (event.type === 'lift') {
        const { grab, mode, target } = event;
        return { name: 'dragging', by: 'keyboard', grab, mode, target };
      }
      return state;
    case 'armed':
      return whileArmed(state, event);
    case 'dragging':
      return whileDragging(state, event);
    case 'dropping':
      return event.type === 'settled' ? IDLE : state;
  }
}

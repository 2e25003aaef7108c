/** What the middle of the wizard shows while candidates are looked at. */
export type PlaceView = 'candidates' | 'rejected' | 'compare' | 'advice';

/**
 * Where the person is in placing. `asking`: what is to be placed is not said yet. `looking`: the answer is on screen and
 * follows every change. `confirming`: exactly what will be booked is shown. `booking`: it is being written. `booked`: done.
 */
export type PlaceState =
  | { readonly at: 'asking' }
  | {
      readonly at: 'looking';
      readonly view: PlaceView;
      readonly marked: string | null;
      readonly compared: readonly string[];
    }
  | { readonly at: 'confirming'; readonly chosen: string | null; readonly from: Looking }
  | { readonly at: 'booking'; readonly chosen: string | null; readonly from: Looking }
  | { readonly at: 'booked'; readonly label: string; readonly booked: readonly BookedService[] };

/** What was booked, by names or ids. */
export interface BookedService {
  readonly service: string;
  readonly compute: string;
}

export type Looking = Extract<PlaceState, { at: 'looking' }>;

export type PlaceEvent =
  /** The draft became complete (true) or incomplete (false), or changed while it stayed complete. */
  | { readonly type: 'asked'; readonly complete: boolean }
  | { readonly type: 'viewed'; readonly view: PlaceView }
  | { readonly type: 'marked'; readonly computeId: string | null }
  | { readonly type: 'compared'; readonly computeId: string }
  /** Null: the whole batch. */
  | { readonly type: 'chose'; readonly computeId: string | null }
  | { readonly type: 'went back' }
  | { readonly type: 'confirmed' }
  | { readonly type: 'was booked'; readonly label: string; readonly booked: readonly BookedService[] }
  | { readonly type: 'was refused' };

export const COMPARED_AT_MOST = 4;

export const START: PlaceState = { at: 'asking' };

const LOOKING: Looking = { at: 'looking', view: 'candidates', marked: null, compared: [] };

/** Adds or removes one; a fifth pushes the oldest out. */
function comparedWith(compared: readonly string[], computeId: string): readonly string[] {
  if (compared.includes(computeId)) return compared.filter((id) => id !== computeId);
  return [...compared, computeId].slice(-COMPARED_AT_MOST);
}

function whileLooking(state: Looking, event: PlaceEvent): PlaceState {
  switch (event.type) {
    case 'asked':
      return event.complete ? state : START;
    case 'viewed':
      return { ...state, view: event.view };
    case 'marked':
      return { ...state, marked: event.computeId };
    case 'compared':
      return { ...state, compared: comparedWith(state.compared, event.computeId) };
    case 'chose':
      return { at: 'confirming', chosen: event.computeId, from: state };
    default:
      return state;
  }
}

/** The next state. An event that means nothing in a state leaves it as it is: a late answer cannot move the person. */
export function placeStep(state: PlaceState, event: PlaceEvent): PlaceState {
  switch (state.at) {
    case 'asking':
    case 'booked':
      return event.type === 'asked' ? (event.complete ? LOOKING : START) : state;
    case 'looking':
      return whileLooking(state, event);
    case 'confirming':
      if (event.type === 'went back') return state.from;
      if (event.type === 'asked') return event.complete ? state.from : START;
      return event.type === 'confirmed' ? { at: 'booking', chosen: state.chosen, from: state.from } : state;
    case 'booking':
      if (event.type === 'was booked') return { at: 'booked', label: event.label, booked: event.booked };
      return event.type === 'was refused' ? { at: 'confirming', chosen: state.chosen, from: state.from } : state;
  }
}

/** The four steps people see, and which one they are at. */
export const STEPS = ['What', 'Where it may run', 'Candidates', 'Confirm'] as const;

export function stepIndex(state: PlaceState): number {
  if (state.at === 'asking') return 0;
  return state.at === 'looking' ? 2 : 3;
}

import type { FitOptions, RackDevice, RackFace, RackSpace } from './rack-model.ts';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Sizes are injected; true proportions follow from the height of one unit. Pixels, or millimetres on paper. */
export interface ElevationSizes {
  readonly unitHeight: number;
  readonly labelWidth: number;
  /** Width of the strip for 0U devices at each side. */
  readonly sideWidth: number;
  /** Thickness of the frame around the units. */
  readonly frame: number;
}

export type CellState = 'free' | 'occupied' | 'reserved' | 'blocked' | 'candidate';

export interface ElevationCell extends Rectangle {
  readonly state: CellState;
  readonly positionHalfU: number;
  readonly heightHalfU: number;
  /** Device of an occupied, blocked or candidate cell. */
  readonly deviceId?: string;
  /** Whether a candidate fits, as the fit rule says. */
  readonly fits?: boolean;
  readonly reservedFor?: string;
}

export interface UnitLabel extends Rectangle {
  /** The unit's number, as written beside it. */
  readonly text: string;
  readonly positionHalfU: number;
}

export interface SideDevice extends Rectangle {
  readonly deviceId: string;
  readonly side: 'left' | 'right';
}

export interface Elevation {
  readonly face: RackFace;
  readonly width: number;
  readonly height: number;
  /** The opening between the rails, where units are. */
  readonly opening: Rectangle;
  readonly left: Rectangle;
  readonly right: Rectangle;
  /** From the top down. */
  readonly labels: readonly UnitLabel[];
  /** Free cells are one unit high or the half that is left of one; from the top down, then from the left. */
  readonly cells: readonly ElevationCell[];
  readonly sides: readonly SideDevice[];
}

export interface ElevationInput extends FitOptions {
  readonly rack: RackSpace;
  readonly mounted: readonly RackDevice[];
  readonly face: RackFace;
  readonly sizes: ElevationSizes;
  readonly candidate?: { readonly device: RackDevice; readonly fits: boolean } | undefined;
}

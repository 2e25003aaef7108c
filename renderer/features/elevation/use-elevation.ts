import { useCallback, useMemo, useState } from 'react';
import type { RackFace } from '../../../shared/rules/rack-model.ts';
import { faceModel, ghostsOn, sizesFor, type FaceModel, type Ghost } from './face-model.ts';
import type { RackView } from './rack-view.ts';
import { useDrag, type Drag } from './use-drag.ts';
import type { Stop, WalkedFace } from './walk.ts';

export interface ElevationState {
  readonly views: readonly RackView[];
  readonly models: readonly FaceModel[];
  readonly walked: readonly WalkedFace[];
  readonly drag: Drag;
  readonly selected: ReadonlySet<string>;
  readonly select: (ids: ReadonlySet<string>) => void;
  readonly toggle: (id: string) => void;
  /** The stop the keyboard stands on. */
  readonly focused: Stop | undefined;
  readonly focus: (key: string) => void;
  readonly ghostsOf: (model: FaceModel) => readonly Ghost[];
  /** Devices in hand. */
  readonly leaving: readonly string[];
}

const NONE: readonly never[] = [];

/** YYYY-MM-DD in UTC, as the engine counts reservations. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** What an elevation of several racks knows: drawings, selection, where the keyboard is, and what is in hand. */
export function useElevation(
  views: readonly RackView[],
  faces: readonly RackFace[],
  unitHeight: number,
): ElevationState {
  const day = today();
  const options = useMemo(() => ({ today: day }), [day]);
  const models = useMemo(() => {
    const sizes = sizesFor(unitHeight);
    return views.flatMap((view) => faces.map((face) => faceModel(view, face, sizes, options)));
  }, [views, faces, unitHeight, options]);
  const walked = useMemo(() => models.map((model) => model.walked), [models]);
  const drag = useDrag(views, options);
  const [chosen, select] = useState<ReadonlySet<string>>(new Set());
  const selected = useMemo(() => {
    const here = [...chosen].filter((id) => views.some(({ facts }) => facts.has(id)));
    return here.length === chosen.size ? chosen : new Set(here);
  }, [chosen, views]);
  const [focusKey, focus] = useState<string | null>(null);
  const focused = useMemo(() => {
    const stops = walked.flatMap((face) => face.stops);
    return stops.find(({ key }) => key === focusKey);
  }, [walked, focusKey]);
  const toggle = useCallback((id: string) => {
    select((before) =>
      before.has(id) ? new Set([...before].filter((other) => other !== id)) : new Set([...before, id]),
    );
  }, []);
  const { plan, state } = drag;
  const held = state.name === 'dragging' || state.name === 'dropping' ? state.grab.deviceIds : NONE;
  const ghosts = useMemo(() => {
    const found = plan ? models.map((model) => [model, ghostsOn(model, views, plan, held)] as const) : [];
    return new Map(found.filter(([, list]) => list.length > 0));
  }, [models, views, plan, held]);
  const leaving = useMemo(
    () => (plan?.ok && plan.moves.length > 0 ? plan.moves.map(({ deviceId }) => deviceId) : held),
    [plan, held],
  );
  const ghostsOf = useCallback((model: FaceModel) => ghosts.get(model) ?? NONE, [ghosts]);
  return { views, models, walked, drag, selected, select, toggle, focused, focus, ghostsOf, leaving };
}

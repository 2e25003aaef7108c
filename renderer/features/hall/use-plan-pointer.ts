import { useRef, useState, type MouseEvent, type PointerEvent } from 'react';
import { toWorld } from './hall-camera.ts';
import { hallHit, type HallHit, type HallModel } from './hall-model.ts';
import type { HallCamera } from './use-camera.ts';

/** A press that moves less than this is a click. */
const CLICK_PX = 4;

export interface PlanPointer {
  readonly hovered: HallHit | null;
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerUp: (event: PointerEvent) => void;
  readonly onPointerLeave: () => void;
  readonly onDoubleClick: (event: MouseEvent) => void;
}

/** The pointer on the plan: it drags the plan, says what it is over, chooses by a click, goes near by two. */
export function usePlanPointer(
  model: HallModel,
  { camera, pan, show }: HallCamera,
  onClick: (hit: HallHit | null) => void,
): PlanPointer {
  const [hovered, setHovered] = useState<HallHit | null>(null);
  const press = useRef<{ x: number; y: number; moved: boolean } | null>(null);
  const hitAt = ({ nativeEvent }: MouseEvent) => {
    const { x, y } = toWorld(camera, nativeEvent.offsetX, nativeEvent.offsetY);
    return hallHit(model, x, y);
  };
  return {
    hovered,
    onPointerDown: (event) => {
      if (event.button > 1) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      press.current = { x: event.clientX, y: event.clientY, moved: false };
    },
    onPointerMove: (event) => {
      const start = press.current;
      if (!start) {
        const hit = hitAt(event);
        if (hit?.device !== hovered?.device || hit?.rack !== hovered?.rack) setHovered(hit);
        return;
      }
      const [dx, dy] = [event.clientX - start.x, event.clientY - start.y];
      if (!start.moved && Math.hypot(dx, dy) < CLICK_PX) return;
      press.current = { x: event.clientX, y: event.clientY, moved: true };
      pan(dx, dy);
    },
    onPointerUp: (event) => {
      if (press.current && !press.current.moved) onClick(hitAt(event));
      press.current = null;
    },
    onPointerLeave: () => setHovered(null),
    onDoubleClick: (event) => {
      const hit = hitAt(event);
      if (hit) show(hit.rack);
    },
  };
}

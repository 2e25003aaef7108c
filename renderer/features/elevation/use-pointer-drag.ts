import { useRef, useState, type PointerEvent } from 'react';
import type { Drag } from './use-drag.ts';
import { locate } from './drop-plan.ts';
import type { DropMode, Grab } from './drag-machine.ts';
import type { FaceModel } from './face-model.ts';
import { pointedTarget, type Hold } from './pointer-target.ts';
import type { Stop } from './walk.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PointerDrag {
  /** Where the pointer is while it holds something: the sentence is shown beside it. */
  readonly tip: Point | null;
  readonly hold: (event: PointerEvent, stop: Stop, grab: Grab) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerUp: (event: PointerEvent) => void;
  readonly onPointerCancel: () => void;
}

/** The drawing under a point of the window, and the point inside it. */
function faceAt(models: readonly FaceModel[], { x, y }: Point): (Point & { readonly model: FaceModel }) | null {
  const drawing = document.elementFromPoint(x, y)?.closest<SVGSVGElement>('[data-face]');
  const model = models.find(({ view, face }) => `${view.rack.id} ${face}` === drawing?.dataset['face']);
  if (!drawing || !model) return null;
  const box = drawing.getBoundingClientRect();
  const scale = model.drawing.width / box.width;
  return { model, x: (x - box.left) * scale, y: (y - box.top) * scale };
}

/** Alt swaps and Shift inserts while they are held; otherwise what is chosen in the bar. */
function modeOf(event: PointerEvent, chosen: DropMode): DropMode {
  if (event.altKey) return 'swap';
  return event.shiftKey ? 'insert' : chosen;
}

const EDGE_PX = 36;
const SCROLL_PX = 14;

function scrollAtEdges(container: Element, { x, y }: Point): void {
  const box = container.getBoundingClientRect();
  const along = (at: number, from: number, to: number) =>
    at < from + EDGE_PX ? -SCROLL_PX : at > to - EDGE_PX ? SCROLL_PX : 0;
  container.scrollBy(along(x, box.left, box.right), along(y, box.top, box.bottom));
}

/** Drags by mouse, pen or finger: the pointer is captured, so that leaving the window loses nothing. */
export function usePointerDrag(models: readonly FaceModel[], drag: Drag, mode: DropMode): PointerDrag {
  const held = useRef<{ hold: Hold; grab: Grab } | null>(null);
  const [tip, setTip] = useState<Point | null>(null);
  const racks = models.map(({ view }) => view);
  const target = (point: Point, halfSteps: boolean, dropMode: DropMode) => {
    const at = faceAt(models, point);
    const lead = held.current ? locate(racks, held.current.grab.leadId)?.device : undefined;
    if (!at || !lead || !held.current) return null;
    const { drawing, view, walked } = at.model;
    const bays = walked.stops.filter(({ kind }) => kind === 'bay');
    const stepHalfU: 1 | 2 = halfSteps || lead.heightHalfU % 2 === 1 ? 1 : 2;
    const pointed = { rackId: view.rack.id, drawing, x: at.x, y: at.y, lead, stepHalfU, bays, mode: dropMode };
    return pointedTarget({ ...pointed, ...held.current });
  };
  const letGo = () => {
    held.current = null;
    setTip(null);
  };
  return {
    tip: drag.state.name === 'dragging' ? tip : null,
    hold: (event, stop, grab) => {
      const at = faceAt(models, { x: event.clientX, y: event.clientY });
      if (!at) return;
      held.current = { hold: { dx: at.x - stop.x, dy: at.y - stop.y }, grab };
      event.currentTarget.setPointerCapture(event.pointerId);
      drag.send({ type: 'press', grab, x: event.clientX, y: event.clientY });
    },
    onPointerMove: (event) => {
      if (!held.current) return;
      const point = { x: event.clientX, y: event.clientY };
      const halfSteps = event.ctrlKey || event.metaKey;
      const dropMode = modeOf(event, mode);
      drag.send({ type: 'point', ...point, target: target(point, halfSteps, dropMode), mode: dropMode });
      if (drag.state.name !== 'dragging') return;
      setTip(point);
      scrollAtEdges(event.currentTarget, point);
    },
    onPointerUp: () => {
      if (!held.current) return;
      letGo();
      void drag.release();
    },
    onPointerCancel: () => {
      letGo();
      drag.send({ type: 'cancel' });
    },
  };
}

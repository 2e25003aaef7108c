import { useEffect, useRef, type PointerEvent } from 'react';
import { classes } from '../../ui/classes.ts';
import { useActions } from '../../ui/actions.ts';
import type { DropMode } from './drag-machine.ts';
import { DragTip, ElevationStatus } from './ElevationStatus.tsx';
import styles from './ElevationView.module.css';
import type { Look } from './look.ts';
import { RackFigure } from './RackFigure.tsx';
import type { ElevationState } from './use-elevation.ts';
import { stopElement, type ElevationKeys } from './use-elevation-keys.ts';
import { usePointerDrag } from './use-pointer-drag.ts';
import type { Stop } from './walk.ts';

interface ElevationViewProps {
  readonly state: ElevationState;
  readonly look: Look;
  /** What letting go does when no key is held. */
  readonly mode: DropMode;
  readonly keys: ElevationKeys;
  readonly onTakeOut: (ids: readonly string[]) => void;
  readonly onOpen: (stop: Stop) => void;
}

function stopOf(state: ElevationState, target: EventTarget): Stop | undefined {
  const key = target instanceof Element ? target.closest<SVGElement>('[data-stop]')?.dataset['stop'] : undefined;
  return state.walked.flatMap(({ stops }) => stops).find((stop) => stop.key === key);
}

/** Racks side by side, front and rear: walked, selected and moved by pointer and by keyboard alike. */
export function ElevationView({ state, look, mode, keys, onTakeOut, onOpen }: ElevationViewProps) {
  const { drag, models, views, selected, focused } = state;
  const scroll = useRef<HTMLDivElement>(null);
  const pointer = usePointerDrag(models, drag, mode);
  useFollowingFocus(scroll, focused?.key);
  const first = views[0]?.rack.id;
  useEffect(() => scroll.current?.scrollTo(0, 0), [first]);

  const chosen = selected.size > 0 ? [...selected] : focused?.deviceId ? [focused.deviceId] : [];
  useActions([
    { id: 'rack-move', label: 'Move the device', group: 'Rack', keys: 'm', run: () => keys.lift('move') },
    { id: 'rack-swap', label: 'Swap the device with another', group: 'Rack', keys: 's', run: () => keys.lift('swap') },
    {
      id: 'rack-insert',
      label: 'Insert the device and shift others',
      group: 'Rack',
      keys: 'i',
      run: () => keys.lift('insert'),
    },
    {
      id: 'rack-out',
      label: 'Take the devices out of the rack',
      group: 'Rack',
      keys: 'delete',
      run: () => onTakeOut(chosen),
    },
  ]);

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    const stop = stopOf(state, event.target);
    if (!stop || event.button !== 0) return;
    state.focus(stop.key);
    if (stop.deviceId === null || stop.kind === 'blocked') {
      state.select(new Set());
      return;
    }
    if (event.shiftKey || event.ctrlKey || event.metaKey) {
      state.toggle(stop.deviceId);
      return;
    }
    const together = selected.has(stop.deviceId);
    if (!together) state.select(new Set([stop.deviceId]));
    pointer.hold(event, stop, { leadId: stop.deviceId, deviceIds: together ? [...selected] : [stop.deviceId] });
  };

  const byPointer = drag.state.name === 'dragging' && drag.state.by === 'pointer';
  return (
    <div className={styles.view}>
      {/* Keys reach this element from the stops inside it, which hold the focus. */}
      <div
        ref={scroll}
        role="presentation"
        className={classes(styles.scroll, byPointer && styles.dragging)}
        onKeyDown={keys.onKeyDown}
        onPointerDown={onPointerDown}
        onPointerMove={pointer.onPointerMove}
        onPointerUp={pointer.onPointerUp}
        onPointerCancel={pointer.onPointerCancel}
        onDoubleClick={(event) => {
          const stop = stopOf(state, event.target);
          if (stop) onOpen(stop);
        }}
        onFocus={(event) => {
          const stop = stopOf(state, event.target);
          if (stop) state.focus(stop.key);
        }}
      >
        {views.map((view) => (
          <RackFigure key={view.rack.id} view={view} state={state} look={look} />
        ))}
      </div>
      <ElevationStatus drag={drag} selected={selected.size} />
      {byPointer && pointer.tip ? <DragTip drag={drag} at={pointer.tip} /> : null}
    </div>
  );
}

/** Keeps the window's focus on the stop the keyboard stands on, also when its element is drawn anew elsewhere. */
function useFollowingFocus(scroll: React.RefObject<HTMLDivElement | null>, key: string | undefined): void {
  const inside = useRef(false);
  useEffect(() => {
    const element = key === undefined ? null : stopElement(key);
    const active = document.activeElement;
    const within = active instanceof Element && scroll.current?.contains(active) === true;
    const lost = active === null || active === document.body;
    if (element && element !== active && (within || (lost && inside.current))) {
      element.focus();
      element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
    inside.current = within || (lost && inside.current);
  });
}

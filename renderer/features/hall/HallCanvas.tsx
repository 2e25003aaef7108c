import { ActionIcon, Button } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import styles from './Hall.module.css';
import { wheelMeaning } from './hall-camera.ts';
import type { HallHit } from './hall-model.ts';
import { HallPainter, type HallMarks } from './hall-painter.ts';
import { HallPictures } from './hall-pictures.ts';
import type { HallScene } from './hall-scene.ts';
import { planMove, ZOOM_STEP } from './plan-keys.ts';
import type { HallCamera } from './use-camera.ts';
import { usePlanPointer } from './use-plan-pointer.ts';
import { useThemeColours } from './use-theme-colours.ts';

export interface HallChoice {
  /** Index of the rack. */
  readonly rack: number;
  /** Index of the device; null: the rack alone. */
  readonly device: number | null;
}

interface HallCanvasProps {
  readonly scene: HallScene;
  readonly view: HallCamera;
  readonly chosen: HallChoice | null;
  readonly onChoose: (choice: HallChoice | null) => void;
  readonly onOpen: (rack: number) => void;
}

const SPOKEN =
  'Plan of the hall. Arrows move it, plus and minus zoom, 0 shows all of it. The list of racks beside it says the same in words.';

/** The hall as a picture: pan by drag, touchpad and arrows, zoom by wheel, pinch and + −; the list beside it is its text. */
export function HallCanvas({ scene, view, chosen, onChoose, onOpen }: HallCanvasProps) {
  const { hovered, ...pointer } = usePlanPointer(scene.model, view, (hit) =>
    onChoose(hit && { rack: hit.rack.index, device: hit.device }),
  );
  const canvas = useRef<HTMLCanvasElement>(null);
  const { fit, holder, zoom } = view;
  usePainted(canvas, scene, view, {
    rack: chosen?.rack ?? null,
    device: chosen?.device ?? null,
    hovered: hovered?.device ?? null,
  });
  useWheel(canvas, view);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = event.key === 'Enter' && chosen ? () => onOpen(chosen.rack) : planMove(event.key, view);
    if (!move) return;
    event.preventDefault();
    move();
  };
  return (
    <div ref={holder} className={styles.plan}>
      <canvas ref={canvas} className={styles.canvas} tabIndex={0} onKeyDown={onKeyDown} {...pointer}>
        {SPOKEN}
      </canvas>
      {hovered ? (
        <p className={styles.hover} aria-hidden>
          {hoverText(scene, hovered)}
        </p>
      ) : null}
      <div className={styles.zoom}>
        <ActionIcon variant="default" size="md" aria-label="Zoom out" onClick={() => zoom(1 / ZOOM_STEP)}>
          <IconMinus size="1rem" />
        </ActionIcon>
        <Button variant="default" onClick={fit}>
          All
        </Button>
        <ActionIcon variant="default" size="md" aria-label="Zoom in" onClick={() => zoom(ZOOM_STEP)}>
          <IconPlus size="1rem" />
        </ActionIcon>
      </div>
    </div>
  );
}

function hoverText({ model }: HallScene, { rack, device }: HallHit): string {
  const name = model.hall.racks[rack.index]?.name ?? '';
  const fact = device === null ? undefined : model.facts[device];
  return fact ? [fact.name, fact.model, name].filter(Boolean).join(' · ') : name;
}

/** Paints once per frame, however many events moved the camera in it. */
function usePainted(
  canvas: React.RefObject<HTMLCanvasElement | null>,
  scene: HallScene,
  { camera, viewport }: HallCamera,
  { rack, device, hovered }: HallMarks,
): void {
  const colours = useThemeColours();
  const [arrivals, setArrivals] = useState(0);
  const [pictures] = useState(() => new HallPictures(() => setArrivals((count) => count + 1)));
  const painter = useMemo(() => new HallPainter(scene, colours, pictures), [scene, colours, pictures]);
  useEffect(() => {
    const element = canvas.current;
    if (!element || viewport.width === 0) return undefined;
    const frame = requestAnimationFrame(() => {
      const ratio = window.devicePixelRatio;
      const [width, height] = [Math.round(viewport.width * ratio), Math.round(viewport.height * ratio)];
      if (element.width !== width) element.width = width;
      if (element.height !== height) element.height = height;
      const context = element.getContext('2d', { alpha: false });
      context?.setTransform(ratio, 0, 0, ratio, 0, 0);
      if (context) painter.paint(context, camera, viewport, { rack, device, hovered });
    });
    return () => cancelAnimationFrame(frame);
  }, [canvas, painter, camera, viewport, rack, device, hovered, arrivals]);
}

function useWheel(canvas: React.RefObject<HTMLCanvasElement | null>, { pan, zoom }: HallCamera): void {
  useEffect(() => {
    const element = canvas.current;
    // React listens to wheels passively, and a passive listener cannot keep the page from zooming.
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const meaning = wheelMeaning(event);
      if (meaning.kind === 'pan') pan(meaning.dx, meaning.dy);
      else zoom(meaning.factor, { x: event.offsetX, y: event.offsetY });
    };
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, [canvas, pan, zoom]);
}

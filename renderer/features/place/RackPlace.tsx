import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { api } from '../../bridge/client.ts';
import { hrefOf } from '../../ui/location.ts';
import { FaceDrawing } from '../elevation/FaceDrawing.tsx';
import { BY_NAME, type Look } from '../elevation/look.ts';
import { dayOf } from '../elevation/device-fact.ts';
import { faceModel, sizesFor } from '../elevation/face-model.ts';
import { paintScale } from '../elevation/paint-scales.ts';
import type { RackView } from '../elevation/rack-view.ts';
import { today } from '../elevation/use-elevation.ts';
import { useParts, useRackViews } from '../elevation/use-rack-views.ts';
import styles from './CandidatePanel.module.css';

const UNIT_PX = 13;
const NONE: readonly never[] = [];

/** Where a compute stands: the front of its rack, with the compute marked and in sight. */
export function RackPlace({ computeId }: { computeId: string }) {
  const place = useQuery({
    ...api.compute.place.queryOptions({ input: { ref: computeId } }),
    placeholderData: keepPreviousData,
  }).data;
  const rack = place?.path.find((step) => step.noun === 'rack');
  const ids = useMemo(() => (rack ? [rack.id] : []), [rack]);
  const { views } = useRackViews(ids);
  const [view] = views;
  if (!place || !rack) return null;
  return (
    <section className={styles.place} aria-label="Where it stands">
      <p>
        <a href={hrefOf(['rack', rack.id])}>Rack {rack.name}</a>
        {place.unit === null ? '' : `, ${place.unit}`}
      </p>
      {view ? <RackFront view={view} computeId={computeId} /> : null}
    </section>
  );
}

function RackFront({ view, computeId }: { view: RackView; computeId: string }) {
  const scroller = useRef<HTMLDivElement>(null);
  const day = today();
  const partsOf = useParts(useMemo(() => [view], [view]));
  const model = useMemo(() => faceModel(view, 'front', sizesFor(UNIT_PX), { today: day }), [view, day]);
  const marked = markedDevice(view, computeId);
  const look = useMemo((): Look => {
    const scale = paintScale('utilisation', [...view.facts.values()], dayOf(day) ?? 0);
    return { scale, ...BY_NAME, matching: new Set([marked]), partsOf };
  }, [view, day, marked, partsOf]);
  const selected = useMemo(() => new Set([marked]), [marked]);
  const top = model.walked.stops.find(({ deviceId }) => deviceId === marked)?.y ?? 0;
  useEffect(() => {
    const box = scroller.current;
    if (box) box.scrollTop = top - box.clientHeight / 2;
  }, [top]);
  return (
    <div ref={scroller} className={styles.rack}>
      <FaceDrawing model={model} look={look} selected={selected} tabStop={null} leaving={NONE} ghosts={NONE} />
    </div>
  );
}

/** The compute itself, or the chassis it sits in. */
function markedDevice({ devices }: RackView, computeId: string): string {
  const chassis = devices.find(({ children }) => children.some((child) => child.id === computeId));
  return chassis?.id ?? computeId;
}

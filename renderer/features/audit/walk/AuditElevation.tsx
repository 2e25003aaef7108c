import { useEffect, useMemo, useRef, useState } from 'react';
import type { AuditRackDevice } from '../../../../shared/contract/audit-schemas.ts';
import type { RackFace } from '../../../../shared/rules/rack-model.ts';
import { FaceDrawing } from '../../elevation/FaceDrawing.tsx';
import { Legend } from '../../elevation/Legend.tsx';
import { Segments } from '../../elevation/Segments.tsx';
import { faceModel, sizesFor } from '../../elevation/face-model.ts';
import { BY_NAME, type Look } from '../../elevation/look.ts';
import type { RackView } from '../../elevation/rack-view.ts';
import { today } from '../../elevation/use-elevation.ts';
import { useRackViews } from '../../elevation/use-rack-views.ts';
import { useUnitHeight } from '../../elevation/use-unit-height.ts';
import styles from './Walk.module.css';
import { auditScale } from './audit-scale.ts';

const NOTHING: ReadonlySet<string> = new Set();
const NONE: readonly never[] = [];
const FACES: readonly { readonly value: RackFace; readonly label: string }[] = [
  { value: 'front', label: 'Front' },
  { value: 'rear', label: 'Rear' },
];

interface AuditElevationProps {
  readonly rackId: string;
  readonly devices: readonly AuditRackDevice[];
  /** The device marked in the list. */
  readonly markedId: string | undefined;
}

/** The rack as it is recorded, coloured by what was seen. */
export function AuditElevation({ rackId, devices, markedId }: AuditElevationProps) {
  const ids = useMemo(() => [rackId], [rackId]);
  const { views } = useRackViews(ids);
  const view = views.find(({ rack }) => rack.id === rackId);
  return view ? <Drawn view={view} devices={devices} markedId={markedId} /> : null;
}

function Drawn({ view, devices, markedId }: Omit<AuditElevationProps, 'rackId'> & { readonly view: RackView }) {
  const [face, setFace] = useState<RackFace>('front');
  const { holder, unitHeight } = useUnitHeight(view.rack.heightU);
  const model = useMemo(
    () => faceModel(view, face, sizesFor(unitHeight), { today: today() }),
    [view, face, unitHeight],
  );
  const look = useMemo(
    (): Look => ({ scale: auditScale(devices), ...BY_NAME, matching: null, partsOf: () => undefined }),
    [devices],
  );
  const selected = useMemo(() => (markedId === undefined ? NOTHING : new Set([markedId])), [markedId]);
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    section.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [selected, model]);
  return (
    <section ref={section} className={styles.elevation} aria-label={`Elevation of ${view.rack.name}`}>
      <div className={styles.elevationHead}>
        <Segments label="Face" options={FACES} value={face} onChange={setFace} />
      </div>
      <div ref={holder} className={styles.drawing}>
        <FaceDrawing model={model} look={look} selected={selected} tabStop={null} leaving={NONE} ghosts={NONE} />
      </div>
      <Legend entries={look.scale.legend} inRow />
    </section>
  );
}

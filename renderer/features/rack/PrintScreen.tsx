import './print.css';
import { Checkbox, NativeSelect, Portal } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { RackFace } from '../../../shared/rules/rack-model.ts';
import type { Look } from '../elevation/FaceDrawing.tsx';
import type { RackView } from '../elevation/rack-view.ts';
import { Segments } from '../elevation/Segments.tsx';
import { PrintButtons } from '../print/PrintButtons.tsx';
import styles from './Print.module.css';
import { PrintSheet } from './PrintSheet.tsx';

const SCALES = [8, 10, 12, 15, 20];
const PAPERS = [
  { value: 'a4-portrait', label: 'A4 portrait' },
  { value: 'a4-landscape', label: 'A4 landscape' },
  { value: 'a3-portrait', label: 'A3 portrait' },
  { value: 'a3-landscape', label: 'A3 landscape' },
];

type Faces = 'front' | 'rear' | 'both';

const FACES: { value: Faces; label: string }[] = [
  { value: 'front', label: 'Front' },
  { value: 'both', label: 'Both' },
  { value: 'rear', label: 'Rear' },
];

function facesOf(faces: Faces): readonly RackFace[] {
  return faces === 'both' ? ['front', 'rear'] : [faces];
}

interface PrintScreenProps {
  readonly views: readonly RackView[];
  readonly look: Look;
  readonly onClose: () => void;
}

/** Audit sheets as they will lie on paper: racks at true scale, as many to a page as it takes, with boxes to tick. */
export function PrintScreen({ views, look, onClose }: PrintScreenProps) {
  const [paper, setPaper] = useState('a4-portrait');
  const [scale, setScale] = useState(10);
  const [faces, setFaces] = useState<Faces>('front');
  const [ticks, setTicks] = useState(true);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && onClose();
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onClose]);
  // Beside the program's own element: on paper there is nothing but the sheets.
  return (
    <Portal reuseTargetNode={false}>
      <div className={`print-sheets ${styles.screen}`} role="dialog" aria-modal="true" aria-label="Print audit sheets">
        <div className={styles.bar}>
          <h1>Print {views.length === 1 ? views[0]?.rack.name : `${views.length} racks`}</h1>
          <NativeSelect
            aria-label="Paper"
            data={PAPERS}
            value={paper}
            onChange={({ currentTarget: { value } }) => setPaper(value)}
          />
          <NativeSelect
            aria-label="Scale"
            data={SCALES.map((value) => ({ value: String(value), label: `1:${value}` }))}
            value={String(scale)}
            onChange={({ currentTarget: { value } }) => setScale(Number(value))}
          />
          <Segments label="Faces on paper" options={FACES} value={faces} onChange={setFaces} />
          <Checkbox label="Boxes to tick" checked={ticks} onChange={(event) => setTicks(event.currentTarget.checked)} />
          <PrintButtons name={views.map(({ rack }) => rack.name).join(' ')} onClose={onClose} />
        </div>
        <div className={`print-paper ${styles.sheet}`} data-paper={paper}>
          {views.map((view) => (
            <PrintSheet key={view.rack.id} view={view} look={look} faces={facesOf(faces)} scale={scale} ticks={ticks} />
          ))}
        </div>
      </div>
    </Portal>
  );
}

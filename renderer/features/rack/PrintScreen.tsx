import { Checkbox, NativeSelect } from '@mantine/core';
import { Fragment, useState } from 'react';
import type { RackFace } from '../../../shared/rules/rack-model.ts';
import type { Look } from '../elevation/look.ts';
import type { RackView } from '../elevation/rack-view.ts';
import { Segments } from '../elevation/Segments.tsx';
import { PrintFrame } from '../print/PrintFrame.tsx';
import styles from './Print.module.css';
import { PrintCodes } from './PrintCodes.tsx';
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
  const [codes, setCodes] = useState(false);
  const names = views.map(({ rack }) => rack.name);
  return (
    <PrintFrame
      label="Print audit sheets"
      title={`Print ${names.length === 1 ? names[0] : `${names.length} racks`}`}
      fileName={names.join(' ')}
      controls={
        <>
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
          <Checkbox label="QR codes" checked={codes} onChange={(event) => setCodes(event.currentTarget.checked)} />
        </>
      }
      onClose={onClose}
    >
      <div className={`print-paper ${styles.racks}`} data-paper={paper}>
        {views.map((view) => (
          <Fragment key={view.rack.id}>
            <PrintSheet view={view} look={look} faces={facesOf(faces)} scale={scale} ticks={ticks} />
            {codes ? <PrintCodes rackId={view.rack.id} rackName={view.rack.name} /> : null}
          </Fragment>
        ))}
      </div>
    </PrintFrame>
  );
}

import { useState } from 'react';
import { NativeSelect } from '@mantine/core';
import type { AuditTickRack } from '../../../../shared/contract/audit-report.ts';
import { formatMoment } from '../../../ui/format.ts';
import { CodePicture } from '../../print/CodePicture.tsx';
import { PrintFrame } from '../../print/PrintFrame.tsx';
import styles from './Paper.module.css';

/** 0.4 mm a module for a code of 33 modules: read at arm's length. */
const CODE_MM = 14;

interface PaperSheetsProps {
  readonly name: string;
  readonly scopeText: string;
  readonly startedAt: string;
  readonly racks: readonly AuditTickRack[];
  readonly onClose: () => void;
}

const CODES = [
  { value: 'racks', label: 'QR codes of racks' },
  { value: 'all', label: 'QR codes of all' },
  { value: 'none', label: 'No QR codes' },
];

/** The tick list for a round without a computer: a numbered line per device, a rack after another in walking order. */
export function PaperSheets({ name, scopeText, startedAt, racks, onClose }: PaperSheetsProps) {
  const [codes, setCodes] = useState('all');
  return (
    <PrintFrame
      label="Print the tick list"
      title={`Tick list of ${name}`}
      fileName={`Tick list ${name}`}
      controls={
        <NativeSelect
          aria-label="QR codes"
          data={CODES}
          value={codes}
          onChange={(event) => setCodes(event.currentTarget.value)}
        />
      }
      onClose={onClose}
    >
      <div className={`print-paper ${styles.sheet}`} data-paper="a4-portrait">
        {racks.map((rack) => (
          <section key={rack.id} className={styles.rack} aria-label={rack.name}>
            <header>
              {rack.link && codes !== 'none' ? (
                <CodePicture kind="qr" text={rack.link} name={rack.name} widthMm={CODE_MM} heightMm={CODE_MM} />
              ) : null}
              <strong>{rack.name}</strong>
              <span>{rack.path}</span>
              <span className={styles.of}>
                {name}: {scopeText}, started {formatMoment(startedAt)}
              </span>
            </header>
            <ol>
              {rack.devices.map((device, index) => (
                <li key={device.id}>
                  <span className={styles.tick}>{device.seen ? '✓' : ''}</span>
                  <span className={styles.number}>{index + 1}</span>
                  <span className={styles.at}>{device.at}</span>
                  <span className={styles.name}>
                    {device.name}
                    <small>{[device.deviceType, device.serial, device.assetTag].filter(Boolean).join(' · ')}</small>
                  </span>
                  {codes === 'all' ? (
                    <CodePicture kind="qr" text={device.link} name={device.name} widthMm={CODE_MM} heightMm={CODE_MM} />
                  ) : null}
                </li>
              ))}
            </ol>
            <footer>
              Seen by <span /> Date <span />
            </footer>
          </section>
        ))}
      </div>
    </PrintFrame>
  );
}

import { NativeSelect } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { formatMoment } from '../../../ui/format.ts';
import { PrintFrame } from '../../print/PrintFrame.tsx';
import styles from '../../print/Report.module.css';
import { PAPERS } from '../../print/papers.ts';

interface PaperFrameProps {
  readonly title: string;
  readonly fileName: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** An answer of the wizard as it lies on paper, with the moment it was given. */
export function PaperFrame({ title, fileName, onClose, children }: PaperFrameProps) {
  const [paper, setPaper] = useState('report-landscape');
  const [moment] = useState(() => new Date().toISOString());
  return (
    <PrintFrame
      label="Plan on paper"
      title={title}
      fileName={fileName}
      onClose={onClose}
      controls={
        <NativeSelect
          aria-label="Paper"
          data={PAPERS}
          value={paper}
          onChange={({ currentTarget: { value } }) => setPaper(value)}
        />
      }
    >
      <div className={`print-paper ${styles.paper}`} data-paper={paper}>
        <article className={styles.sheet} aria-label={title}>
          <header className={styles.head}>
            <h2>{title}</h2>
            <span>{formatMoment(moment)}</span>
          </header>
          {children}
        </article>
      </div>
    </PrintFrame>
  );
}

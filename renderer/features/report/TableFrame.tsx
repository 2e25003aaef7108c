import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Failure } from '../../../shared/contract/failure.ts';
import { formatCount } from '../../ui/format.ts';
import { updateQuery } from '../../ui/location.ts';
import { PrintFrame } from '../print/PrintFrame.tsx';
import { saveTextFile } from '../workspace/use-files.ts';
import { PAPERS } from '../print/papers.ts';
import styles from '../print/Report.module.css';

interface TableFrameProps {
  readonly title: string;
  readonly fileName: string;
  readonly query: string;
  readonly failure: Failure | null;
  /** Files of the same tables: label, name, text. */
  readonly files: readonly { readonly label: string; readonly name: string; readonly text: string | undefined }[];
  /** Rows that were left out on paper. */
  readonly left: number;
  readonly controls?: ReactNode;
  readonly children: ReactNode;
}

function goBack(): void {
  window.history.back();
}

/** A report of tables: on screen as on paper, as PDF and as CSV. */
export function TableFrame(props: TableFrameProps) {
  const { title, fileName, query, failure, files, left } = props;
  const [paper, setPaper] = useState('report-landscape');
  return (
    <PrintFrame
      label="Report"
      title={title}
      fileName={fileName}
      onClose={goBack}
      controls={
        <>
          <TextInput
            aria-label="Filter computes"
            placeholder="Filter: role:db provider:a*"
            defaultValue={query}
            error={failure?.message ?? null}
            onChange={(event) => updateQuery({ q: event.currentTarget.value || undefined }, { replace: true })}
          />
          {props.controls}
          <NativeSelect
            aria-label="Paper"
            data={PAPERS}
            value={paper}
            onChange={({ currentTarget: { value } }) => setPaper(value)}
          />
          {files.map(({ label, name, text }) => (
            <Button
              key={name}
              variant="default"
              disabled={text === undefined}
              onClick={() => void saveTextFile(name, text ?? '')}
            >
              {label}
            </Button>
          ))}
        </>
      }
    >
      <div className={`print-paper ${styles.paper}`} data-paper={paper}>
        <article className={styles.sheet} aria-label={title}>
          <header className={styles.head}>
            <h2>{title}</h2>
            <span>{query === '' ? 'All computes' : query}</span>
          </header>
          {props.children}
          {left > 0 ? (
            <p className={styles.note}>{formatCount(left)} further rows are left out here; the CSV has all of them.</p>
          ) : null}
        </article>
      </div>
    </PrintFrame>
  );
}

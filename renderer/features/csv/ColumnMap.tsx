import { NativeSelect } from '@mantine/core';
import type { CsvColumn, CsvReport } from '../../../shared/contract/csv.ts';
import type { NounDefinition } from '../../../shared/domain/noun.ts';
import { ToneIcon } from '../../ui/ToneIcon.tsx';
import styles from './CsvPage.module.css';

interface ColumnMapProps {
  readonly definition: NounDefinition;
  readonly report: CsvReport;
  /** What each column of the file is taken for. */
  readonly columns: readonly (string | null)[];
  /** What the columns can be taken for. */
  readonly known: readonly CsvColumn[];
  readonly disabled: boolean;
  readonly onColumn: (index: number, name: string | null) => void;
}

const SAMPLES = 3;

/** Each column of the file, its first cells, and what it is taken for. */
export function ColumnMap({ definition, report, columns, known, disabled, onColumn }: ColumnMapProps) {
  const missing = known.filter(({ name, required }) => required && !columns.includes(name));
  // Two columns of a file may be called alike.
  const keys = report.headers.map((header, index) => `${index} ${header}`);
  return (
    <aside className={styles.map} aria-label="Columns of the file">
      <h2>Columns of the file</h2>
      {missing.length > 0 ? (
        <p className={styles.missing}>
          <ToneIcon tone="attention" />
          <span>New rows need {missing.map(({ label }) => label).join(', ')}, which no column is taken for.</span>
        </p>
      ) : null}
      <ol>
        {report.headers.map((header, index) => {
          const taken = columns[index] ?? null;
          const cells = report.sample.map((row) => row[index] ?? '').filter((cell) => cell !== '');
          return (
            <li key={keys[index]}>
              <NativeSelect
                label={header.trim() === '' ? `Column ${index + 1}` : header}
                disabled={disabled}
                value={taken ?? ''}
                data={optionsOf(definition, known, header, taken)}
                onChange={(event) => onColumn(index, event.currentTarget.value || null)}
              />
              <p className={styles.sample}>{cells.slice(0, SAMPLES).join(' · ') || 'empty'}</p>
            </li>
          );
        })}
      </ol>
    </aside>
  );
}

function optionsOf(definition: NounDefinition, known: readonly CsvColumn[], header: string, taken: string | null) {
  const fields = known.map(({ name, label, required }) => ({
    value: name,
    label: required ? `${label} (required)` : label,
  }));
  const key = taken?.startsWith('tag:') ? taken.slice(4) : header.trim().replace(/^tag:\s*/i, '');
  const tag = definition.tagged && key !== '' ? [{ value: `tag:${key}`, label: `Tag ${key}` }] : [];
  return [{ value: '', label: 'left out' }, ...fields, ...tag];
}

import type { IntakeRow } from '../../../shared/contract/intake.ts';
import { Badge } from '../../ui/Badge.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PlainTable, type PlainColumn } from '../../ui/PlainTable.tsx';
import { counted, formatCount } from '../../ui/format.ts';
import styles from './Stock.module.css';

const COLUMNS: readonly PlainColumn<IntakeRow>[] = [
  { label: 'Name', cell: ({ name }) => name },
  { label: 'Serial number', cell: ({ serial }) => serial },
  { label: 'Asset tag', cell: ({ assetTag }) => assetTag },
  { label: 'Place', cell: ({ place }) => place },
  { label: 'Parts', align: 'end', cell: ({ parts }) => formatCount(parts) },
  {
    label: 'Findings',
    align: 'wrap',
    cell: ({ problems, warnings }) => (
      <>
        {problems.map((message) => (
          <div key={message}>
            <Badge plain tone="bad">
              {message}
            </Badge>
          </div>
        ))}
        {warnings.map((message) => (
          <div key={message}>
            <Badge plain tone="attention">
              {message}
            </Badge>
          </div>
        ))}
      </>
    ),
  },
];

interface IntakePreviewProps {
  readonly preview: { readonly rows: readonly IntakeRow[]; readonly refused: number } | undefined;
  /** What the form still lacks. */
  readonly missing: string | null;
}

/** What would be registered, machine by machine. */
export function IntakePreview({ preview, missing }: IntakePreviewProps) {
  return (
    <section className={styles.preview} aria-label="Preview">
      <h2>What will be registered</h2>
      {missing !== null || !preview ? (
        <EmptyState title="Not enough is said yet">{missing}</EmptyState>
      ) : (
        <>
          <p className={styles.note} role="status">
            {counted(preview.rows.length, 'machine', 'machines')}
            {preview.refused > 0
              ? `, ${formatCount(preview.refused)} refused: mend them first`
              : ', nothing in the way'}
          </p>
          <PlainTable
            label="Machines of the delivery"
            columns={COLUMNS}
            rows={preview.rows}
            keyOf={({ name }) => name}
          />
        </>
      )}
    </section>
  );
}

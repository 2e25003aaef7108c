import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { NounDefinition } from '../../../shared/domain/noun.ts';
import { counted, formatCount } from '../../ui/format.ts';
import { updateQuery } from '../../ui/location.ts';
import styles from './NounPage.module.css';
import type { RowsProgress } from './use-rows-work.ts';

interface SelectionBarProps {
  readonly selected: ReadonlySet<string>;
  readonly definition: NounDefinition;
  readonly progress: RowsProgress | null;
  readonly onClear: () => void;
  /** What else the screen offers for the selected rows. */
  readonly more?: ReactNode;
}

/** What can be done with the selected rows; and the progress of work over all rows, with Cancel. */
export function SelectionBar({ selected, definition, progress, onClear, more }: SelectionBarProps) {
  const canEdit = definition.fieldList.some((field) => field.meta.bulkEditable);
  if (progress) {
    return (
      <div className={styles.progress} role="status">
        <progress aria-label={progress.label} max={progress.total} value={progress.done} />
        {progress.label}: {formatCount(progress.done)} of {formatCount(progress.total)}
        <Button size="compact-xs" variant="default" onClick={progress.cancel}>
          Cancel
        </Button>
      </div>
    );
  }
  if (selected.size === 0) return null;
  return (
    <div className={styles.selection} role="region" aria-label="Selection">
      <strong>{counted(selected.size, 'row', 'rows')} selected</strong>
      {canEdit ? (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => updateQuery({ bulk: '1', open: undefined, new: undefined })}
        >
          Edit…
        </Button>
      ) : null}
      {more}
      <Button size="compact-xs" variant="default" onClick={() => updateQuery({ remove: 'selected' })}>
        Delete…
      </Button>
      <Button size="compact-xs" variant="subtle" onClick={onClear}>
        Clear the selection
      </Button>
    </div>
  );
}

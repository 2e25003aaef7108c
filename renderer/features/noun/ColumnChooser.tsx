import { ActionIcon, Button, Checkbox, Popover } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react';
import type { ColumnLayout } from '../../ui/table-layout.ts';
import styles from './ColumnChooser.module.css';
import type { NounColumn } from './columns.tsx';

interface ColumnChooserProps {
  readonly columns: readonly NounColumn[];
  readonly layout: ColumnLayout;
  readonly onLayout: (layout: ColumnLayout) => void;
  readonly onReset: () => void;
}

/** Columns in the order they are shown; those the layout does not know follow in their definition's order. */
export function orderedColumns(columns: readonly NounColumn[], order: readonly string[]): readonly NounColumn[] {
  const place = new Map(order.map((id, index) => [id, index]));
  const rank = (column: NounColumn) => place.get(column.id) ?? order.length;
  return columns.toSorted((one, other) => rank(one) - rank(other));
}

export function ColumnChooser({ columns, layout, onLayout, onReset }: ColumnChooserProps) {
  const ordered = orderedColumns(columns, layout.order);
  const move = (index: number, by: number) => {
    const ids = ordered.map((column) => column.id);
    const [moved] = ids.splice(index, 1);
    if (moved === undefined) return;
    ids.splice(index + by, 0, moved);
    onLayout({ ...layout, order: ids });
  };
  return (
    <Popover position="bottom-end" trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns3 size="1rem" aria-hidden />}>
          Columns
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Columns">
        <ul className={styles.list}>
          {ordered.map((column, index) => (
            <li key={column.id} className={styles.entry}>
              <Checkbox
                label={column.label}
                checked={layout.visibility[column.id] ?? false}
                onChange={(event) =>
                  onLayout({
                    ...layout,
                    visibility: { ...layout.visibility, [column.id]: event.currentTarget.checked },
                  })
                }
              />
              <ActionIcon
                size="xs"
                variant="subtle"
                color="gray"
                aria-label={`Move ${column.label} forward`}
                disabled={index === 0}
                onClick={() => move(index, -1)}
              >
                <IconArrowUp size="0.75rem" />
              </ActionIcon>
              <ActionIcon
                size="xs"
                variant="subtle"
                color="gray"
                aria-label={`Move ${column.label} back`}
                disabled={index === ordered.length - 1}
                onClick={() => move(index, 1)}
              >
                <IconArrowDown size="0.75rem" />
              </ActionIcon>
            </li>
          ))}
        </ul>
        <Button variant="subtle" size="compact-xs" onClick={onReset}>
          Columns as they were at first
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}

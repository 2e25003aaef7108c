import { ActionIcon } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';

/** Edit and remove at the end of a row. */
export function RowTools({ name, onEdit, onRemove }: { name: string; onEdit?: () => void; onRemove: () => void }) {
  return (
    <>
      {onEdit ? (
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={`Edit ${name}`} onClick={onEdit}>
          <IconPencil size="0.9375rem" />
        </ActionIcon>
      ) : null}
      <ActionIcon variant="subtle" color="gray" size="sm" aria-label={`Remove ${name}`} onClick={onRemove}>
        <IconTrash size="0.9375rem" />
      </ActionIcon>
    </>
  );
}

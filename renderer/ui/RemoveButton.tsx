import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';

interface RemoveButtonProps {
  /** What is taken away, for those who do not see the cross: "Remove tag env". */
  readonly label: string;
  readonly disabled?: boolean;
  readonly onRemove: () => void;
}

/** Takes one line out of a list. */
export function RemoveButton({ label, disabled = false, onRemove }: RemoveButtonProps) {
  return (
    <ActionIcon variant="subtle" color="gray" size="sm" aria-label={label} disabled={disabled} onClick={onRemove}>
      <IconX size="0.875rem" />
    </ActionIcon>
  );
}

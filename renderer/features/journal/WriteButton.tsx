import { Button } from '@mantine/core';
import { IconPencilPlus } from '@tabler/icons-react';
import { updateQuery } from '../../ui/location.ts';

/** Opens the panel for a new entry. */
export function openWriting(): void {
  updateQuery({ new: '1', correct: undefined });
}

export function WriteButton() {
  return (
    <Button leftSection={<IconPencilPlus size="1rem" aria-hidden />} onClick={openWriting}>
      Write an entry
    </Button>
  );
}

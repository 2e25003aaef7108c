import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { Kbd } from '../../ui/Kbd.tsx';
import { useActions } from '../../ui/actions.ts';

interface SaveMenuProps {
  readonly pending: boolean;
  readonly onPaper: () => void;
  readonly onCsv: () => void;
  readonly onJson: () => void;
}

/** The answer as a file: on paper or PDF, as CSV, as JSON. */
export function SaveMenu({ pending, onPaper, onCsv, onJson }: SaveMenuProps) {
  useActions([
    { id: 'place-paper', label: 'Print the answer, or save it as PDF', group: 'Place', keys: 'p', run: onPaper },
    { id: 'place-csv', label: 'Save the answer as CSV', group: 'Place', run: onCsv },
    { id: 'place-json', label: 'Save the answer as JSON', group: 'Place', run: onJson },
  ]);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="subtle" color="gray" loading={pending} leftSection={<IconDownload size="1rem" aria-hidden />}>
          Save
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onPaper} rightSection={<Kbd keys="p" />}>
          As PDF, or on paper…
        </Menu.Item>
        <Menu.Item onClick={onCsv}>As CSV…</Menu.Item>
        <Menu.Item onClick={onJson}>As JSON…</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

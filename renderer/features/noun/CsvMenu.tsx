import { Button, Menu } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import type { NounName } from '../../../shared/domain/nouns.ts';
import { hrefOf } from '../../ui/location.ts';

interface CsvMenuProps {
  readonly noun: NounName;
  readonly onExportAll: () => void;
  /** Null where there is nothing to see. */
  readonly onExportShown: (() => void) | null;
}

/** Rows of a list from and to CSV files. */
export function CsvMenu({ noun, onExportAll, onExportShown }: CsvMenuProps) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconFileSpreadsheet size="1rem" aria-hidden />}>
          CSV
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={hrefOf(['csv', noun])}>
          Import…
        </Menu.Item>
        <Menu.Item onClick={onExportAll}>Export all columns, to import again…</Menu.Item>
        <Menu.Item disabled={onExportShown === null} onClick={onExportShown ?? undefined}>
          Export the columns shown, to read…
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useEngineState } from '../../bridge/engine-state.ts';
import { closeWorkspace, createWorkspace, openWorkspace, saveCopy } from './use-files.ts';

/** `/somewhere/hall-one.rackwright` → `hall-one`. */
export function workspaceName(file: string): string {
  return (file.split(/[\\/]/).at(-1) ?? file).replace(/\.rackwright$/, '');
}

/** The open workspace's name; files are opened, copied and closed from here too. */
export function WorkspaceMenu() {
  const { file, mode } = useEngineState();
  if (file === null) return null;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          title={file}
          rightSection={<IconChevronDown size="0.875rem" aria-hidden />}
        >
          {workspaceName(file)}
          {mode === 'writable' || mode === null ? null : ' (read only)'}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void createWorkspace()}>New workspace…</Menu.Item>
        <Menu.Item onClick={() => void openWorkspace()}>Open…</Menu.Item>
        <Menu.Item onClick={() => void saveCopy()}>Save a copy…</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => void closeWorkspace()}>Close workspace</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconKeyboard, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import logo from '../../assets/icons/rackwright.svg';
import { api } from '../bridge/client.ts';
import { redoLast, undoLast } from '../bridge/undo.ts';
import { Kbd, keysText } from '../ui/Kbd.tsx';
import styles from './Shell.module.css';
import { WorkspaceMenu } from '../features/workspace/WorkspaceMenu.tsx';
import { useOverlays } from './overlays.ts';

export function Header() {
  const next = useQuery(api.history.next.queryOptions()).data;
  const open = useOverlays((state) => state.open);
  const undo = next?.undo ? `Undo: ${next.undo.label}` : 'Nothing to undo';
  const redo = next?.redo ? `Redo: ${next.redo.label}` : 'Nothing to redo';
  return (
    <header className={styles.header}>
      <div className={styles.brand}>
        <img src={logo} alt="" />
        Rackwright
      </div>
      <WorkspaceMenu />
      <div className={styles.tools}>
        <button type="button" className={styles.find} onClick={() => open('palette')}>
          <IconSearch size="0.875rem" aria-hidden /> Find anything <Kbd keys="mod+k" />
        </button>
        <Tooltip label={`${undo} (${keysText('mod+z')})`}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={undo}
            disabled={!next?.undo}
            onClick={() => void undoLast()}
          >
            <IconArrowBackUp size="1.125rem" />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={`${redo} (${keysText('mod+shift+z')})`}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={redo}
            disabled={!next?.redo}
            onClick={() => void redoLast()}
          >
            <IconArrowForwardUp size="1.125rem" />
          </ActionIcon>
        </Tooltip>
        <Tooltip label="Keyboard map (?)">
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label="Keyboard map"
            onClick={() => open('keyboard-map')}
          >
            <IconKeyboard size="1.125rem" />
          </ActionIcon>
        </Tooltip>
      </div>
    </header>
  );
}

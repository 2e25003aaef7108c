import { useEffect } from 'react';
import type { MenuAction } from '../../shared/contract/channels.ts';
import { redoLast, undoLast } from '../bridge/undo.ts';
import { closeWorkspace, createWorkspace, openWorkspace, saveCopy } from '../features/workspace/use-files.ts';
import { hrefOf, navigate } from '../ui/location.ts';
import { useOverlays } from './overlays.ts';

const RUN: Readonly<Record<MenuAction, () => void>> = {
  palette: () => useOverlays.getState().open('palette'),
  undo: () => void undoLast(),
  redo: () => void redoLast(),
  settings: () => navigate(hrefOf(['settings'])),
  new: () => void createWorkspace(),
  open: () => void openWorkspace(),
  close: () => void closeWorkspace(),
  'save-copy': () => void saveCopy(),
  import: () => navigate(hrefOf(['catalogue', 'import'])),
};

/** Does what was chosen in the window's own menu. */
export function useMenu(): void {
  useEffect(() => window.rackwright.onMenu((action) => RUN[action]()), []);
}

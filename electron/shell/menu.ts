import { app, BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import { CHANNELS, type MenuAction } from '../../shared/contract/channels.ts';

function item(label: string, action: MenuAction, accelerator: string): MenuItemConstructorOptions {
  return {
    label,
    accelerator,
    // Shown here, handled by the page: it knows whether a text field has the focus and wants the key for itself.
    registerAccelerator: false,
    click: () => BrowserWindow.getFocusedWindow()?.webContents.send(CHANNELS.menu, action),
  };
}

/** The application menu. Every entry is also in the command palette. */
export function applicationMenu(): Menu {
  const file: MenuItemConstructorOptions[] = [
    item('New workspace…', 'new', 'CommandOrControl+Shift+N'),
    item('Open workspace…', 'open', 'CommandOrControl+O'),
    item('Save a copy…', 'save-copy', 'CommandOrControl+Shift+S'),
    { type: 'separator' },
    item('Import…', 'import', 'CommandOrControl+I'),
    { type: 'separator' },
    item('Close workspace', 'close', 'CommandOrControl+Shift+W'),
    { role: 'quit' },
  ];
  const edit: MenuItemConstructorOptions[] = [
    item('Undo', 'undo', 'CommandOrControl+Z'),
    item('Redo', 'redo', 'CommandOrControl+Shift+Z'),
    { type: 'separator' },
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'selectAll' },
    { type: 'separator' },
    item('Find anything…', 'palette', 'CommandOrControl+K'),
    item('Settings', 'settings', 'CommandOrControl+,'),
  ];
  const view: MenuItemConstructorOptions[] = [
    {
      label: 'Back',
      accelerator: 'Alt+Left',
      click: () => BrowserWindow.getFocusedWindow()?.webContents.navigationHistory.goBack(),
    },
    {
      label: 'Forward',
      accelerator: 'Alt+Right',
      click: () => BrowserWindow.getFocusedWindow()?.webContents.navigationHistory.goForward(),
    },
    { type: 'separator' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { role: 'resetZoom' },
    { role: 'togglefullscreen' },
    ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' as const }]),
  ];
  return Menu.buildFromTemplate([
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
    { label: 'File', submenu: file },
    { label: 'Edit', submenu: edit },
    { label: 'View', submenu: view },
    { role: 'windowMenu' },
  ]);
}

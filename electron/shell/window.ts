import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';
import { startPage } from './security.ts';

const PRELOAD_FILE = join(import.meta.dirname, '../preload/preload.cjs');

/** The program's window: sandboxed, isolated, without Node. */
export function openWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 900,
    minHeight: 600,
    show: false,
    title: 'Rackwright',
    backgroundColor: '#101418',
    webPreferences: {
      preload: PRELOAD_FILE,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  window.once('ready-to-show', () => window.show());
  window.webContents.on('render-process-gone', () => window.webContents.reload());
  void window.loadURL(startPage());
  return window;
}

import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';
import type { LogFile } from './log-file.ts';
import { startPage } from './security.ts';

const PRELOAD_FILE = join(import.meta.dirname, '../preload/preload.cjs');

/** The program's window: sandboxed, isolated, without Node. */
export function openWindow(log: LogFile): BrowserWindow {
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
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.write(`window process ended: ${reason}, code ${exitCode}`);
    // Electron is still taking the dead process down: loading a page in this very turn would take main down with it.
    if (reason !== 'clean-exit') setImmediate(() => showAfterCrash(window));
  });
  window.webContents.on('unresponsive', () => log.write('window does not respond'));
  void window.loadURL(startPage());
  return window;
}

function showAfterCrash(window: BrowserWindow): void {
  if (!window.isDestroyed()) void window.loadURL(`${startPage()}#/after-crash`);
}

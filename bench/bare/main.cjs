// A bare Electron window with one ipcMain handler: what the contract's calls are measured against.
const { app, BrowserWindow, ipcMain } = require('electron');
const path = require('node:path');

ipcMain.handle('next', () => ({ undo: null, redo: null }));
void app.whenReady().then(() => {
  const window = new BrowserWindow({
    webPreferences: { preload: path.join(__dirname, 'preload.cjs'), sandbox: true, contextIsolation: true },
  });
  const whenPainted = "requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('list-painted')))";
  return window.loadURL(`data:text/html,<title>bare</title><p>bare</p><script>${whenPainted}</script>`);
});
app.on('window-all-closed', () => app.quit());

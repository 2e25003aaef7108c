// The main process owns the database and the planner. Main alone chooses, locks, opens, restarts and closes a workspace,
// and runs SQLite and the planner in a child that it alone forks, the engine (utilityProcess, forked after `ready`). Every
// typed IPC channel is registered by main (electron/channels.ts), which then hands the window a MessagePort to the engine;
// nothing else reaches the data. Main supervises: it restarts a crashed engine and tells the user. The engine dies with main.
import { join } from 'node:path';
import { app, BrowserWindow, ipcMain, Menu } from 'electron';
import { CHANNELS } from '../shared/contract/channels.ts';
import { FailureError } from '../shared/contract/failure.ts';
import { registerChannels } from './channels.ts';
import { Engine } from './shell/engine.ts';
import { LogFile } from './shell/log-file.ts';
import { applicationMenu } from './shell/menu.ts';
import { PreferenceStore } from './shell/preferences.ts';
import { declareAppScheme, serveApp } from './shell/protocol.ts';
import { lockDown, startRefusal } from './shell/security.ts';
import { applyTheme, openWorkspaceFile, shellService } from './shell/shell-service.ts';
import { openWindow } from './shell/window.ts';

const refusal = startRefusal();
if (refusal !== null) {
  process.stderr.write(`${refusal}\n`);
  app.exit(1);
} else if (!app.requestSingleInstanceLock()) {
  app.quit();
} else {
  declareAppScheme();
  app.enableSandbox();
  void start();
}

/** A workspace named on the command line or by a double click. */
function fileArgument(argv: readonly string[]): string | undefined {
  return argv.slice(1).find((part) => !part.startsWith('-') && part.endsWith('.rackwright'));
}

function ownEngine(store: PreferenceStore, log: LogFile): Engine {
  const engine = new Engine(store.preferences.operator, {
    state: (state) => {
      for (const window of BrowserWindow.getAllWindows()) window.webContents.send(CHANNELS.engineState, state);
    },
    log: (line) => log.write(line),
  });
  engine.start();
  return engine;
}

async function start(): Promise<void> {
  const asked: string[] = [];
  app.on('open-file', (event, file) => {
    event.preventDefault();
    asked.push(file);
  });
  await app.whenReady();
  const log = new LogFile(join(app.getPath('userData'), 'logs'));
  const store = new PreferenceStore(app.getPath('userData'));
  lockDown();
  serveApp();
  applyTheme(store.preferences.theme);
  Menu.setApplicationMenu(applicationMenu());
  const engine = ownEngine(store, log);
  registerChannels(ipcMain, engine, shellService(engine, store));

  const openFile = async (file: string | undefined): Promise<void> => {
    if (file === undefined) return;
    // The refusal is part of the engine's state, and the window shows it.
    await openWorkspaceFile(engine, store, file).catch((error: unknown) => {
      if (!(error instanceof FailureError)) throw error;
    });
  };
  app.on('second-instance', (_event, argv) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.focus();
    void openFile(fileArgument(argv));
  });
  app.on('window-all-closed', () => app.quit());
  let stopped = false;
  app.on('before-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    void engine.stop().then(() => {
      stopped = true;
      app.quit();
    });
  });
  openWindow();
  await openFile(asked[0] ?? fileArgument(process.argv));
}

// The main process owns the database and the planner. Main alone chooses, locks, opens, restarts and closes a workspace,
// and runs SQLite and the planner in a child that it alone forks, the engine (utilityProcess, forked after `ready`). Every
// typed IPC channel is registered by main (electron/channels.ts), which then hands the window a MessagePort to the engine;
// nothing else reaches the data. Main supervises: it restarts a crashed engine and tells the user. The engine dies with main.
import { join } from 'node:path';
import { app, BrowserWindow, ipcMain, Menu } from 'electron';
import { CHANNELS } from '../shared/contract/channels.ts';
import { FailureError } from '../shared/contract/failure.ts';
import { registerChannels } from './channels.ts';
import { AskedObject } from './shell/asked-object.ts';
import { CameraLeave } from './shell/camera.ts';
import { commandLineWords, runCommandLine } from './shell/command-line.ts';
import { Engine } from './shell/engine.ts';
import { LogFile } from './shell/log-file.ts';
import { OutsideRequests, type Asked } from './shell/outside-requests.ts';
import { applicationMenu } from './shell/menu.ts';
import { openWorkspaceFile } from './shell/open-workspace.ts';
import { PreferenceStore } from './shell/preferences.ts';
import { declareAppScheme, serveApp } from './shell/protocol.ts';
import { lockDown, startRefusal } from './shell/security.ts';
import { applyTheme, shellService } from './shell/shell-service.ts';
import { openWindow } from './shell/window.ts';

const refusal = startRefusal();
const words = commandLineWords(process.argv);
if (refusal !== null) {
  process.stderr.write(`${refusal}\n`);
  app.exit(1);
} else if (words !== null) {
  void runCommandLine(words);
} else if (!app.requestSingleInstanceLock()) {
  app.quit();
} else {
  declareAppScheme();
  app.enableSandbox();
  void start();
}

function tellWindows(channel: string, payload?: unknown): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send(channel, payload);
}

function ownEngine(store: PreferenceStore, log: LogFile): Engine {
  const engine = new Engine(store.preferences.operator, {
    state: (state) => tellWindows(CHANNELS.engineState, state),
    log: (line) => log.write(line),
  });
  engine.start();
  return engine;
}

async function start(): Promise<void> {
  const requests = new OutsideRequests();
  await app.whenReady();
  const log = new LogFile(join(app.getPath('userData'), 'logs'));
  log.write(`started: Rackwright ${app.getVersion()}, Electron ${process.versions.electron}`);
  const store = new PreferenceStore(app.getPath('userData'));
  const camera = new CameraLeave();
  lockDown(camera);
  serveApp();
  applyTheme(store.preferences.theme);
  Menu.setApplicationMenu(applicationMenu());
  const engine = ownEngine(store, log);
  const askedObject = new AskedObject(() => tellWindows(CHANNELS.link));
  registerChannels(ipcMain, engine, shellService({ engine, store, log, asked: askedObject, camera }));
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
  openWindow(log);
  requests.answerBy((asked) => void answerRequest(asked, engine, store, askedObject));
}

/** A link opens the workspace of last time where none is open: its code says which object, not which file. */
async function answerRequest({ file, link }: Asked, engine: Engine, store: PreferenceStore, asked: AskedObject) {
  const lastFile = () => store.recent.find((recent) => recent.exists)?.file;
  const target = file ?? (link && engine.state.file === null ? lastFile() : undefined);
  // A refusal is part of the engine's state, and the window shows it.
  if (target !== undefined)
    await openWorkspaceFile(engine, store, target).catch((error: unknown) => {
      if (!(error instanceof FailureError)) throw error;
    });
  if (link) asked.ask(link);
}

import { createHash } from 'node:crypto';
import { extname, join, resolve } from 'node:path';
import { app, BrowserWindow, dialog, nativeTheme, type OpenDialogOptions } from 'electron';
import type { BackupFileEntry, Preferences, ShellCall, ShellInput, ShellOutput } from '../../shared/contract/shell.ts';
import type { AskedObject } from './asked-object.ts';
import type { Engine } from './engine.ts';
import type { PreferenceStore } from './preferences.ts';
import { safeFileName, writeWhole } from './write-whole.ts';

export type ShellService = {
  readonly [Call in ShellCall]: (input: ShellInput<Call>) => Promise<ShellOutput<Call>> | ShellOutput<Call>;
};

const FILTERS = [{ name: 'Rackwright workspace', extensions: ['rackwright'] }];

/** Backups live in the user's data folder, never beside the workspace: a lost disk must not take both. */
export function backupFolderOf(file: string): string {
  const name = createHash('sha256').update(resolve(file)).digest('hex').slice(0, 16);
  return join(app.getPath('userData'), 'backups', name);
}

function withExtension(file: string): string {
  return extname(file) === '.rackwright' ? file : `${file}.rackwright`;
}

function askWindow(): BrowserWindow {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  if (!window) throw new Error('A dialog was asked for without a window.');
  return window;
}

async function askOpen(options: OpenDialogOptions): Promise<string[]> {
  return (await dialog.showOpenDialog(askWindow(), options)).filePaths;
}

async function askSave(title: string, defaultPath: string): Promise<string | null> {
  const answer = await dialog.showSaveDialog(askWindow(), { title, defaultPath, filters: FILTERS });
  return answer.canceled || !answer.filePath ? null : withExtension(answer.filePath);
}

/** Opens a workspace and puts it at the head of the recent list. */
export async function openWorkspaceFile(
  engine: Engine,
  store: PreferenceStore,
  file: string,
  filledWithSample = false,
): Promise<void> {
  const path = resolve(file);
  await engine.open({ file: path, backupFolder: backupFolderOf(path) }, filledWithSample);
  store.remember(path, new Date().toISOString());
  app.addRecentDocument(path);
}

export function applyTheme(theme: Preferences['theme']): void {
  nativeTheme.themeSource = theme === 'aisle' ? 'dark' : theme;
}

/** Creating, opening, closing and copying workspaces. */
function workspaceCalls(
  engine: Engine,
  store: PreferenceStore,
  documents: string,
): Pick<ShellService, 'state' | 'create' | 'open' | 'close' | 'saveCopy'> {
  return {
    state: () => engine.state,
    create: async ({ file, sample }) => {
      const target = file ?? (await askSave('New workspace', join(documents, 'Datacenter.rackwright')));
      if (target === null) return { opened: false };
      await engine.command({ kind: 'create', file: withExtension(resolve(target)) });
      await openWorkspaceFile(engine, store, withExtension(target), sample);
      return { opened: true };
    },
    open: async ({ file }) => {
      const [target] =
        file === undefined
          ? await askOpen({ title: 'Open workspace', filters: FILTERS, properties: ['openFile'] })
          : [file];
      if (target === undefined) return { opened: false };
      await openWorkspaceFile(engine, store, target);
      return { opened: true };
    },
    close: async () => {
      await engine.close();
      return undefined;
    },
    saveCopy: async ({ file }) => {
      const target = file ?? (await askSave('Save a copy', join(documents, 'Copy.rackwright')));
      if (target !== null) await engine.command({ kind: 'saveCopy', target: withExtension(resolve(target)) });
      return { file: target };
    },
  };
}

/** The workspaces opened lately, and their backups. */
function pastCalls(
  engine: Engine,
  store: PreferenceStore,
): Pick<ShellService, 'recent' | 'forget' | 'backups' | 'restore'> {
  const subject = () => engine.state.file ?? store.recent[0]?.file;
  return {
    recent: () => store.recent,
    forget: ({ file }) => {
      store.forget(file);
      return store.recent;
    },
    backups: async () => {
      const target = subject();
      if (target === undefined) return [];
      return (await engine.command({ kind: 'backups', backupFolder: backupFolderOf(target) })) as BackupFileEntry[];
    },
    restore: async ({ file }) => {
      const target = subject();
      if (target === undefined) return { opened: false };
      await engine.command({ kind: 'restore', backup: file, file: target });
      await openWorkspaceFile(engine, store, target);
      return { opened: true };
    },
  };
}

/** Files a person chooses to read or to write; the page names none itself. */
function fileCalls(documents: string): Pick<ShellService, 'choosePaths' | 'saveText' | 'printPdf'> {
  return {
    choosePaths: ({ title, folders, extensions }) =>
      askOpen({
        title,
        properties: folders ? ['openDirectory', 'multiSelections'] : ['openFile', 'multiSelections'],
        ...(extensions.length > 0 ? { filters: [{ name: extensions.join(', '), extensions }] } : {}),
      }),
    saveText: async ({ suggestedName, text }) => {
      const defaultPath = join(documents, safeFileName(suggestedName));
      const answer = await dialog.showSaveDialog(askWindow(), { defaultPath });
      if (answer.canceled || !answer.filePath) return { file: null };
      await writeWhole(answer.filePath, text);
      return { file: answer.filePath };
    },
    printPdf: async ({ suggestedName }) => {
      const window = askWindow();
      const answer = await dialog.showSaveDialog(window, {
        defaultPath: join(documents, safeFileName(suggestedName)),
        filters: [{ name: 'PDF', extensions: ['pdf'] }],
      });
      if (answer.canceled || !answer.filePath) return { file: null };
      const file = extname(answer.filePath).toLowerCase() === '.pdf' ? answer.filePath : `${answer.filePath}.pdf`;
      // Without the page's own size Chromium scales to its paper, and nothing is true to scale.
      await writeWhole(file, await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true }));
      return { file };
    },
  };
}

function personCalls(
  engine: Engine,
  store: PreferenceStore,
): Pick<ShellService, 'preferences' | 'setPreferences' | 'about'> {
  return {
    preferences: () => store.preferences,
    setPreferences: ({ theme, operator }) => {
      const preferences = store.change({
        ...(theme === undefined ? {} : { theme }),
        ...(operator === undefined ? {} : { operator }),
      });
      applyTheme(preferences.theme);
      engine.setOperator(preferences.operator);
      return preferences;
    },
    about: () => ({
      version: app.getVersion(),
      electron: process.versions.electron,
      chromium: process.versions.chrome,
      node: process.versions.node,
      why: app.isPackaged ? 'packaged' : 'run from the source tree',
    }),
  };
}

/** What main answers to windows: files, dialogs, preferences. Workspace data never passes here. */
export function shellService(engine: Engine, store: PreferenceStore, asked: AskedObject): ShellService {
  const documents = app.getPath('documents');
  return {
    ...workspaceCalls(engine, store, documents),
    ...pastCalls(engine, store),
    ...fileCalls(documents),
    ...personCalls(engine, store),
    takeLink: () => asked.take(),
  };
}

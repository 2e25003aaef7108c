import { extname, join, resolve } from 'node:path';
import { app, BrowserWindow, dialog, nativeTheme, type OpenDialogOptions } from 'electron';
import type { Preferences } from '../../shared/contract/shell.ts';
import type { AskedObject } from './asked-object.ts';
import { backupCalls } from './backup-calls.ts';
import type { CameraLeave } from './camera.ts';
import { diagnosticCalls } from './diagnostic-calls.ts';
import type { Engine } from './engine.ts';
import { readLicences } from './licences.ts';
import type { LogFile } from './log-file.ts';
import { openWorkspaceFile } from './open-workspace.ts';
import type { PreferenceStore } from './preferences.ts';
import type { ShellService } from './shell-calls.ts';
import { safeFileName, writeWhole } from './write-whole.ts';

const FILTERS = [{ name: 'Rackwright workspace', extensions: ['rackwright'] }];

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
      const [title, name] = sample ? ['The sample datacenter', 'Sample datacenter'] : ['New workspace', 'Datacenter'];
      const target = file ?? (await askSave(title, join(documents, `${name}.rackwright`)));
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

/** The workspaces opened lately. */
function recentCalls(store: PreferenceStore): Pick<ShellService, 'recent' | 'forget'> {
  return {
    recent: () => store.recent,
    forget: ({ file }) => {
      store.forget(file);
      return store.recent;
    },
  };
}

/** Files a person chooses to read or to write; the page names none itself. */
function fileCalls(documents: string): Pick<ShellService, 'choosePaths' | 'saveText' | 'saveBytes' | 'printPdf'> {
  return {
    choosePaths: ({ title, folders, extensions }) =>
      askOpen({
        title,
        properties: folders ? ['openDirectory', 'multiSelections'] : ['openFile', 'multiSelections'],
        ...(extensions.length > 0 ? { filters: [{ name: extensions.join(', '), extensions }] } : {}),
      }),
    saveText: ({ suggestedName, text }) => saveChosen(join(documents, safeFileName(suggestedName)), text),
    saveBytes: ({ suggestedName, base64 }) =>
      saveChosen(join(documents, safeFileName(suggestedName)), Buffer.from(base64, 'base64')),
    printPdf: async ({ suggestedName }) => {
      const window = askWindow();
      const answer = await dialog.showSaveDialog(window, {
        defaultPath: join(documents, safeFileName(suggestedName)),
        filters: [{ name: 'PDF', extensions: ['pdf'] }],
      });
      if (answer.canceled || !answer.filePath) return { file: null };
      const file = extname(answer.filePath).toLowerCase() === '.pdf' ? answer.filePath : `${answer.filePath}.pdf`;
      await writeWhole(file, await onWhite(window, () => window.webContents.printToPDF(PAPER)));
      return { file };
    },
  };
}

/** Without the page's own size Chromium scales to its paper, and nothing is true to scale. */
const PAPER = { preferCSSPageSize: true, printBackground: true } as const;

/** Prints on white: the margins of paper have the colour that a window has before it is drawn. */
async function onWhite<Printed>(window: BrowserWindow, print: () => Promise<Printed>): Promise<Printed> {
  const before = window.getBackgroundColor();
  window.setBackgroundColor('#ffffff');
  try {
    return await print();
  } finally {
    window.setBackgroundColor(before);
  }
}

/** Asks where, and writes there. */
async function saveChosen(defaultPath: string, content: string | Buffer): Promise<{ file: string | null }> {
  const answer = await dialog.showSaveDialog(askWindow(), { defaultPath });
  if (answer.canceled || !answer.filePath) return { file: null };
  await writeWhole(answer.filePath, content);
  return { file: answer.filePath };
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

export interface ShellParts {
  readonly engine: Engine;
  readonly store: PreferenceStore;
  readonly log: LogFile;
  readonly asked: AskedObject;
  readonly camera: CameraLeave;
}

/** What main answers to windows: files, dialogs, preferences. Workspace data never passes here. */
export function shellService({ engine, store, log, asked, camera }: ShellParts): ShellService {
  const documents = app.getPath('documents');
  return {
    ...workspaceCalls(engine, store, documents),
    ...recentCalls(store),
    ...backupCalls(engine, store),
    ...diagnosticCalls(engine, log),
    ...fileCalls(documents),
    ...personCalls(engine, store),
    takeLink: () => asked.take(),
    allowCamera: ({ allowed }) => {
      if (allowed) camera.give();
      else camera.takeBack();
      return undefined;
    },
    licences: () => readLicences(),
  };
}

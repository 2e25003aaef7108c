import { resolve } from 'node:path';
import { app } from 'electron';
import { backupFolderOf } from '../backup-folder.ts';
import { backupRoot } from './backup-root.ts';
import type { Engine } from './engine.ts';
import type { PreferenceStore } from './preferences.ts';

/** Opens a workspace and puts it at the head of the recent list. */
export async function openWorkspaceFile(
  engine: Engine,
  store: PreferenceStore,
  file: string,
  filledWithSample = false,
): Promise<void> {
  const path = resolve(file);
  await engine.open({ file: path, backupFolder: backupFolderOf(backupRoot(), path) }, filledWithSample);
  store.remember(path, new Date().toISOString());
  app.addRecentDocument(path);
}

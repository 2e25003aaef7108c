import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

import { fromRoot } from '../paths.mjs';
import { ALLOWED_IMPORTS, FORBIDDEN_IMPORTS, STAND_IN_PACKAGES } from './boundary-cases.ts';

/** A file that takes ipcMain where only electron/channels.ts may. */
export const IPC_MAIN_FILE = 'electron/shell/listener.ts';

/** Lays out a small project in `folder` that holds every import of the cases, with the real lint settings. */
export function layOutBoundaryFolder(folder: string): void {
  for (const name of STAND_IN_PACKAGES) {
    write(folder, `node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
    write(folder, `node_modules/${name}/index.js`, '');
  }
  for (const { file, specifier, typeOnly } of FORBIDDEN_IMPORTS) addImport(folder, file, specifier, typeOnly === true);
  for (const [file, specifier] of ALLOWED_IMPORTS) addImport(folder, file, specifier, false);
  write(folder, 'shared/domain/cycle-b.ts', "export * from './cycle-a.ts';\n");
  write(folder, IPC_MAIN_FILE, "import { ipcMain } from 'electron';\n");
  // Types are read by another program, which the import rules do not need.
  const settings = readFileSync(fromRoot('.oxlintrc.json'), 'utf8').replace('"typeAware": true', '"typeAware": false');
  write(folder, '.oxlintrc.json', settings);
}

function addImport(folder: string, file: string, specifier: string, typeOnly: boolean): void {
  const path = join(folder, file);
  const earlier = existsSync(path) ? readFileSync(path, 'utf8') : '';
  write(folder, file, `${earlier}${typeOnly ? 'import type' : 'import'} { thing } from '${specifier}';\n`);
  const target = normalize(join(dirname(file), specifier));
  if (specifier.startsWith('.') && specifier !== './nowhere.ts' && !existsSync(join(folder, target))) {
    write(folder, target, 'export const thing = 1;\n');
  }
}

function write(folder: string, file: string, text: string): void {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

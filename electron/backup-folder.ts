import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The folder of one workspace's backups below `root`: never beside the workspace, as a lost disk must not take both. */
export function backupFolderOf(root: string, file: string): string {
  return join(root, createHash('sha256').update(resolve(file)).digest('hex').slice(0, 16));
}

const NAME = 'rackwright';

/** Where the program keeps every workspace's backups: a folder of the user's own data, the same with and without a window. */
export function defaultBackupRoot(): string {
  const { env, platform } = process;
  if (env['RACKWRIGHT_BACKUPS']) return env['RACKWRIGHT_BACKUPS'];
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', NAME, 'backups');
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), NAME, 'backups');
  return join(env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), NAME, 'backups');
}

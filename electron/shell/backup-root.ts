import { join } from 'node:path';
import { app } from 'electron';

/** Where every workspace's backups are kept: in the data folder of this person. */
export function backupRoot(): string {
  return join(app.getPath('userData'), 'backups');
}

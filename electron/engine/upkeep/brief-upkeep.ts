import { AUTOMATIC } from '../../db/backup/retention.ts';
import { newestBackup } from '../../db/backup/store.ts';
import type { Upkeep } from '../../session/upkeep.ts';
import { tasksInline } from './task-runner.ts';
import { withReason } from './upkeep.ts';

const RECENT_MS = 5 * 60_000;

/**
 * Backups of a workspace that is open for one command of the command line: before an import, and after a change unless the
 * newest is of the last five minutes, so that a script of many commands does not copy the file for each.
 */
export function briefUpkeep(file: string, folder: string): Upkeep {
  let changed = false;
  const backUp = (reason: string) => tasksInline.run('backup', { file, folder, reason });
  return {
    changed: () => {
      changed = true;
    },
    backUp,
    beforeImport: async () => {
      await withReason(backUp('before import'));
    },
    scrub: () => tasksInline.run('scrub', { file }),
    // What runs in a command's own turn holds nobody up.
    giveWay: () => undefined,
    close: async () => {
      if (!changed || isRecent(newestBackup(folder)?.at)) return;
      // The command has done what it was asked; the next one tries again.
      await backUp(AUTOMATIC).catch(() => undefined);
    },
  };
}

function isRecent(at: string | undefined): boolean {
  if (at === undefined) return false;
  const age = Date.now() - Date.parse(at);
  return age >= 0 && age < RECENT_MS;
}

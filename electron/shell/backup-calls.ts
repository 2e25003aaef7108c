import type { Backup } from '../../shared/contract/backup.ts';
import type { SalvageReport } from '../../shared/contract/damage.ts';
import { fail } from '../../shared/contract/failure.ts';
import { backupFolderOf } from '../backup-folder.ts';
import { backupRoot } from './backup-root.ts';
import type { Engine } from './engine.ts';
import { openWorkspaceFile } from './open-workspace.ts';
import type { PreferenceStore } from './preferences.ts';
import type { ShellService } from './shell-calls.ts';

interface Replaced {
  readonly kept: string | null;
}

/** Backups of one workspace: the open one, or the one that was last opened or could not be. */
export function backupCalls(
  engine: Engine,
  store: PreferenceStore,
): Pick<ShellService, 'backups' | 'checkBackups' | 'backUp' | 'restore' | 'salvage'> {
  const subject = () => engine.state.subject ?? store.recent[0]?.file;
  const folderOf = (file: string) => backupFolderOf(backupRoot(), file);
  const required = () => subject() ?? fail('E_NO_WORKSPACE', 'No workspace was opened yet.');
  const list = async (kind: 'backups' | 'checkBackups') => {
    const file = subject();
    if (file === undefined) return [];
    return (await engine.command({ kind, backupFolder: folderOf(file) })) as Backup[];
  };
  return {
    backups: () => list('backups'),
    checkBackups: () => list('checkBackups'),
    backUp: async () => (await engine.command({ kind: 'backUp' })) as { made: boolean },
    restore: async ({ file: backup }) => {
      const file = required();
      if (!(await list('backups')).some((entry) => entry.file === backup))
        fail('E_NOT_FOUND', 'This is no backup of the workspace; choose one of the list.');
      const { kept } = (await engine.command({
        kind: 'restore',
        backup,
        file,
        backupFolder: folderOf(file),
      })) as Replaced;
      await openWorkspaceFile(engine, store, file);
      return { opened: true, kept };
    },
    salvage: async () => {
      const file = required();
      const answer = await engine.command({
        kind: 'salvage',
        file,
        backupFolder: folderOf(file),
        operator: engine.operator,
      });
      const { kept, ...report } = answer as SalvageReport & Replaced;
      await openWorkspaceFile(engine, store, file);
      return { opened: true, kept, report };
    },
  };
}

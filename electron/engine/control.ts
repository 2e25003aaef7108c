import { copyFileSync, existsSync, renameSync } from 'node:fs';
import type { EngineCommand } from '../../shared/contract/engine-control.ts';
import { fail } from '../../shared/contract/failure.ts';
import { listBackups, saveCopy } from '../db/backup.ts';
import { createWorkspaceFile } from '../db/create.ts';
import { publishOver, viaTemporary } from '../db/durable-file.ts';
import { readFileHeader } from '../db/file-header.ts';
import { withStorageFailures } from '../db/sqlite-failure.ts';
import { openSession } from './compose.ts';
import type { SessionHolder } from '../session/session.ts';

/** Carries out what main commands: main alone chooses, opens and closes workspaces. */
export async function runCommand(holder: SessionHolder, command: EngineCommand): Promise<unknown> {
  switch (command.kind) {
    case 'create':
      return createWorkspaceFile(command.file);
    case 'open':
      await closeCurrent(holder);
      holder.current = openSession(
        command.file,
        { backupFolder: command.backupFolder, write: command.write },
        command.operator,
      );
      return { mode: holder.current.workspace.mode, reason: holder.current.workspace.refusal?.message ?? null };
    case 'close':
      return closeCurrent(holder);
    case 'saveCopy':
      return withStorageFailures(() => saveCopy(holder.require().read, command.target));
    case 'backups':
      return listBackups(command.backupFolder);
    case 'restore':
      await closeCurrent(holder);
      return withStorageFailures(() => restore(command.backup, command.file));
    case 'operator':
      if (holder.current) holder.current.operator = command.operator;
      return undefined;
  }
}

async function closeCurrent(holder: SessionHolder): Promise<void> {
  const session = holder.current;
  holder.current = null;
  await session?.close();
}

/** Puts a backup in the workspace's place; what was there is kept beside it under a name that says so. */
function restore(backup: string, file: string): void {
  readFileHeader(backup);
  if (existsSync(`${file}-wal`))
    fail('E_WORKSPACE_BUSY', 'The workspace still has unsaved pages beside it; close the program that has it open.');
  viaTemporary(file, (temporary) => {
    copyFileSync(backup, temporary);
    if (existsSync(file))
      renameSync(file, `${file.replace(/\.rackwright$/, '')} before restore ${Date.now().toString(36)}.rackwright`);
    publishOver(temporary, file);
  });
}

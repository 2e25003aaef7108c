import { copyFileSync, existsSync, realpathSync, renameSync, rmSync } from 'node:fs';
import type { EngineCommand } from '../../shared/contract/engine-control.ts';
import { fail } from '../../shared/contract/failure.ts';
import { listBackups, saveCopy } from '../db/backup.ts';
import { createWorkspaceFile } from '../db/create.ts';
import { publishOver, syncFile, viaTemporary } from '../db/durable-file.ts';
import { readFileHeader } from '../db/file-header.ts';
import { takeWriterLock } from '../db/lock.ts';
import { withStorageFailures } from '../db/sqlite-failure.ts';
import { addSampleDatacenter } from '../features/sample/service.ts';
import { openSession } from './compose.ts';
import type { Session, SessionHolder } from '../session/session.ts';

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
    case 'ping':
      return undefined;
    case 'addSample':
      return (await addSampleDatacenter(holder.require())).groupId;
    case 'close':
      return closeCurrent(holder);
    case 'saveCopy':
      return withStorageFailures(() => copyTo(holder.require(), command.target));
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

/** A copy may replace a file that nobody has open; least of all the workspace itself. */
function copyTo(session: Session, target: string): void {
  if (!existsSync(target)) return saveCopy(session.read, target);
  if (realpathSync(target) === session.workspace.file)
    fail('E_WORKSPACE_BUSY', 'A copy needs another name than the open workspace.');
  whileLocked(target, () => saveCopy(session.read, target));
}

/** Puts a backup in the workspace's place; what was there is kept beside it under a name that says so. */
function restore(backup: string, file: string): void {
  readFileHeader(backup);
  whileLocked(file, () =>
    viaTemporary(file, (temporary) => {
      copyFileSync(backup, temporary);
      syncFile(temporary);
      if (existsSync(file)) setAside(file);
      publishOver(temporary, file);
    }),
  );
}

/** A damaged workspace keeps its unwritten pages: they belong to it, and to no backup. */
function setAside(file: string): void {
  const aside = `${file.replace(/\.rackwright$/, '')} before restore ${Date.now().toString(36)}.rackwright`;
  for (const ending of ['', '-wal']) if (existsSync(file + ending)) renameSync(file + ending, aside + ending);
  rmSync(`${file}-shm`, { force: true });
}

function whileLocked(file: string, action: () => void): void {
  const lock = takeWriterLock(existsSync(file) ? realpathSync(file) : file);
  try {
    action();
  } finally {
    lock.release();
  }
}

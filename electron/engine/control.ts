import { existsSync, realpathSync, renameSync, rmSync } from 'node:fs';
import type { SalvageReport, ScrubReport } from '../../shared/contract/damage.ts';
import type { EngineCommand, EngineNews } from '../../shared/contract/engine-control.ts';
import { fail } from '../../shared/contract/failure.ts';
import { saveCopy } from '../db/backup/copy.ts';
import { listBackups } from '../db/backup/store.ts';
import { createWorkspaceFile } from '../db/create.ts';
import { whileLocked } from '../db/lock.ts';
import { replaceWorkspace, restoreBackup, type Replacement } from '../db/restore.ts';
import { withStorageFailures } from '../db/sqlite-failure.ts';
import { addSampleDatacenter } from '../features/sample/service.ts';
import { openSession } from './compose.ts';
import type { Session, SessionHolder } from '../session/session.ts';
import { tasksInline, type TaskRunner } from './upkeep/task-runner.ts';
import { WorkspaceUpkeep } from './upkeep/upkeep.ts';

/** What the engine runs in: how long work is done, and where news and lines for the log go. */
export interface Surroundings {
  readonly runner: TaskRunner;
  readonly news: (news: EngineNews) => void;
  readonly log: (line: string) => void;
}

const ALONE: Surroundings = { runner: tasksInline, news: () => undefined, log: () => undefined };

/** Carries out what main commands: main alone chooses, opens and closes workspaces. */
export async function runCommand(
  holder: SessionHolder,
  command: EngineCommand,
  surroundings: Surroundings = ALONE,
): Promise<unknown> {
  switch (command.kind) {
    case 'create':
      return createWorkspaceFile(command.file);
    case 'open':
      await closeCurrent(holder);
      return openWatched(holder, command, surroundings);
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
    case 'checkBackups': {
      const backups = listBackups(command.backupFolder).map(({ file }) => file);
      await surroundings.runner.run('check', { backups });
      return listBackups(command.backupFolder);
    }
    case 'backUp':
      return holder.require().upkeep?.backUp('by hand') ?? null;
    case 'restore':
      await closeCurrent(holder);
      return withStorageFailures(() => restoreBackup(command.backup, command.file, command.backupFolder));
    case 'salvage':
      await closeCurrent(holder);
      return salvageInPlace(command, surroundings.runner);
    case 'operator':
      if (holder.current) holder.current.operator = command.operator;
      return undefined;
  }
}

/** Opens a workspace and keeps it safe beside the work on it. */
function openWatched(
  holder: SessionHolder,
  { file, backupFolder, write, operator }: Extract<EngineCommand, { kind: 'open' }>,
  { runner, news, log }: Surroundings,
): { mode: string; reason: string | null } {
  const session = openSession(file, { backupFolder, write }, operator);
  holder.current = session;
  session.stateChanged = ({ mode, refusal }) => {
    if (mode !== 'writable' && refusal) news({ state: { mode, failure: refusal } });
  };
  const scrubbed = (report: ScrubReport) => session.noteScrub(report);
  const writable = session.workspace.writer !== null;
  session.upkeep = new WorkspaceUpkeep({
    file: session.workspace.file,
    folder: backupFolder,
    writable,
    runner,
    scrubbed,
    log,
  });
  return { mode: session.state.mode, reason: session.state.refusal?.message ?? null };
}

/** Puts what can be salvaged of a workspace in its place; the damaged file is kept beside it. */
async function salvageInPlace(
  { file, backupFolder, operator }: Extract<EngineCommand, { kind: 'salvage' }>,
  runner: TaskRunner,
): Promise<SalvageReport & Replacement> {
  const target = `${file}.salvaged`;
  try {
    const report = await runner.run('salvage', { file, target, actor: operator });
    const build = (temporary: string) => renameSync(target, temporary);
    const replaced = withStorageFailures(() =>
      replaceWorkspace({ file, backupFolder, reason: 'before salvage', build }),
    );
    return { ...report, ...replaced };
  } finally {
    rmSync(target, { force: true });
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

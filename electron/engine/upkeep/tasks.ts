import type { BackupFacts } from '../../../shared/contract/backup.ts';
import type { SalvageReport, ScrubReport } from '../../../shared/contract/damage.ts';
import { noteFacts } from '../../db/backup/facts.ts';
import { newestBackup, writeBackup } from '../../db/backup/store.ts';
import { openReader, type ReadDatabase } from '../../db/connection.ts';
import { salvage } from '../../db/salvage/salvage.ts';
import { scrub } from '../../db/scrub/scrub.ts';
import { withStorageFailures } from '../../db/sqlite-failure.ts';
import { newestChange } from '../../db/verify.ts';
import { salvageParts, WORKSPACE_CHECKS } from '../workspace-checks.ts';

/** Long work on a file, done on a connection of its own. A storage error leaves as a sentence. */
export interface Tasks {
  /** Copies the workspace into the folder, unless its newest backup is of this very state. */
  backup(input: { file: string; folder: string; reason: string }): { file: string; made: boolean };
  /** Compares the workspace with its history; null when it was stopped. */
  scrub(input: { file: string }): Promise<ScrubReport | null>;
  /** Opens backups and checks them whole. */
  check(input: { backups: readonly string[] }): BackupFacts[];
  salvage(input: { file: string; target: string; actor: string }): SalvageReport;
}

/** Tasks read each page about once. */
const TASK_CACHE_KIB = 2048;

export type TaskName = keyof Tasks;
export type TaskInput<Name extends TaskName> = Parameters<Tasks[Name]>[0];
export type TaskOutput<Name extends TaskName> = Awaited<ReturnType<Tasks[Name]>>;

/** Called between steps of a long task; answers false, at once or when others have had their turn, to end it. */
export type GoesOn = () => boolean | Promise<boolean>;

export const UNDISTURBED: GoesOn = () => true;

/** The tasks themselves. */
export function tasks(goesOn: GoesOn): Tasks {
  return {
    backup: ({ file, folder, reason }) => reading(file, (reader) => backUp(reader, folder, reason)),
    scrub: ({ file }) => scrubWhile(file, goesOn),
    check: ({ backups }) => backups.map((backup) => noteFacts(backup, WORKSPACE_CHECKS)),
    salvage: ({ file, target, actor }) => withStorageFailures(() => salvage(file, target, salvageParts(), actor)),
  };
}

function reading<Result>(file: string, action: (reader: ReadDatabase) => Result): Result {
  return withStorageFailures(() => {
    const reader = openTaskReader(file);
    try {
      return action(reader);
    } finally {
      reader.close();
    }
  });
}

function openTaskReader(file: string): ReturnType<typeof openReader> {
  const reader = openReader(file);
  reader.pragma(`cache_size = -${TASK_CACHE_KIB}`);
  return reader;
}

function backUp(reader: ReadDatabase, folder: string, reason: string): { file: string; made: boolean } {
  const newest = newestBackup(folder);
  if (newest && newest.facts.problem === null && newest.facts.head === newestChange(reader).hash)
    return { file: newest.file, made: false };
  return { file: writeBackup(reader, folder, reason, new Date()), made: true };
}

async function scrubWhile(file: string, goesOn: GoesOn): Promise<ScrubReport | null> {
  const reader = withStorageFailures(() => openTaskReader(file));
  try {
    const steps = scrub(reader, WORKSPACE_CHECKS);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      if (await goesOn()) continue;
      // Ends what the generator reads.
      steps.return({ sound: true, changes: 0, rows: 0, head: '', damageCount: 0, damage: [] });
      return null;
    }
  } finally {
    reader.close();
  }
}

import { resolve } from 'node:path';
import type { Backup } from '../../../shared/contract/backup.ts';
import { fail } from '../../../shared/contract/failure.ts';
import { findNoun } from '../../../shared/domain/nouns.ts';
import { backupFolderOf, defaultBackupRoot } from '../../backup-folder.ts';
import { listBackups } from '../../db/backup/store.ts';
import { SessionHolder } from '../../session/session.ts';
import { systemUser } from '../../system-user.ts';
import { runCommand } from '../control.ts';
import type { CliCommand, CliOptions } from './options.ts';
import { printJson, printLine } from './output.ts';
import { withWorkspace } from './session.ts';

const SOUND = 0;
const DAMAGED = 2;

function placeOf(options: CliOptions): { file: string; backupFolder: string } {
  if (!options.workspace) fail('E_REQUIRED', 'Name the workspace with --workspace FILE.');
  const file = resolve(options.workspace);
  return { file, backupFolder: backupFolderOf(defaultBackupRoot(), file) };
}

/** What a backup holds, in the order of the nouns: `12 computes, 3 racks`. */
function contentText({ facts }: Backup): string {
  const parts = ['site', 'rack', 'compute', 'equipment', 'service'].flatMap((noun) => {
    const definition = findNoun(noun);
    const count = facts.counts[noun] ?? 0;
    return definition && count > 0
      ? [`${count} ${(count === 1 ? definition.label : definition.plural).toLowerCase()}`]
      : [];
  });
  return parts.join(', ') || 'nothing yet';
}

function printBackups(backups: readonly Backup[], json: boolean): number {
  if (json) printJson(backups);
  else if (backups.length === 0) printLine('There is no backup of this workspace yet.');
  else
    for (const backup of backups) {
      const { ordinal, at, reason, facts } = backup;
      const state = facts.problem === null ? '' : `  DAMAGED: ${facts.problem}`;
      printLine(
        `${String(ordinal).padStart(6)}  ${at}  ${reason.padEnd(16)} ${contentText(backup)}; change ${facts.changes}${state}`,
      );
    }
  return backups.some(({ facts }) => facts.problem !== null) ? DAMAGED : SOUND;
}

async function makeBackup(options: CliOptions): Promise<number> {
  const made = await withWorkspace(options, true, async (_client, session) => session.upkeep?.backUp('by hand'));
  if (options.json) printJson(made ?? null);
  else printLine(made?.made ? 'Backed up.' : 'The newest backup is of this very state already.');
  return SOUND;
}

async function restore(number: string | undefined, options: CliOptions): Promise<number> {
  const { file, backupFolder } = placeOf(options);
  const backup =
    listBackups(backupFolder).find(({ ordinal }) => ordinal === Number(number)) ??
    fail('E_NOT_FOUND', `There is no backup ${number ?? 'without a number'}; "backup list" shows them.`);
  const holder = new SessionHolder();
  const answer = await runCommand(holder, { kind: 'restore', backup: backup.file, file, backupFolder });
  if (options.json) printJson(answer);
  else printLine(`Restored backup ${backup.ordinal} of ${backup.at}. What was there is the newest backup now.`);
  return SOUND;
}

async function backupCommand(words: readonly string[], options: CliOptions): Promise<number> {
  const [verb, number] = words;
  const { backupFolder } = placeOf(options);
  if (verb === 'list') return printBackups(listBackups(backupFolder), options.json);
  if (verb === 'make') return makeBackup(options);
  if (verb === 'restore') return restore(number, options);
  if (verb === 'check') {
    const backups = (await runCommand(new SessionHolder(), { kind: 'checkBackups', backupFolder })) as Backup[];
    return printBackups(backups, options.json);
  }
  return fail('E_FORMAT', 'Write: backup list, backup make, backup check, or backup restore NUMBER.');
}

/** Compares a workspace with its history; exit code 2 where something is damaged. */
export async function checkWorkspace(options: CliOptions): Promise<number> {
  const report = await withWorkspace(options, false, async (client) => client.workspace.damage({}));
  if (options.json) printJson(report);
  else {
    printLine(`${report.changes} changes and ${report.rows} rows compared`);
    for (const { message } of report.damage) printLine(`  ${message}`);
    printLine(report.sound ? `Everything is as it was written. Head: ${report.head}` : `${report.damageCount} damaged`);
  }
  return report.sound ? SOUND : DAMAGED;
}

/** Puts what can be read of a damaged workspace in its place. */
export async function salvageWorkspace(options: CliOptions): Promise<number> {
  const { file, backupFolder } = placeOf(options);
  const operator = options.operator ?? systemUser();
  const answer = await runCommand(new SessionHolder(), { kind: 'salvage', file, backupFolder, operator });
  if (options.json) printJson(answer);
  else {
    const { rows, lostRows, lostChanges, kept } = answer as Record<string, number | string | null>;
    printLine(
      `Salvaged ${rows} rows; ${lostRows} rows and ${lostChanges} single changes could not be. What was there: ${kept}`,
    );
  }
  return SOUND;
}

export const BACKUP_COMMAND: CliCommand = {
  usage: 'backup list|make|check|restore NUMBER',
  help: 'backups of a workspace; restoring keeps what was there as the newest one',
  run: backupCommand,
};

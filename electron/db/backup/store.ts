import { mkdirSync, readdirSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Backup } from '../../../shared/contract/backup.ts';
import { fail } from '../../../shared/contract/failure.ts';
import type { ReadDatabase } from '../connection.ts';
import { sweepLeftovers } from '../durable-file.ts';
import { saveCopy } from './copy.ts';
import { factsOf, noteFacts, removeWithFacts } from './facts.ts';
import { surplusBackups } from './retention.ts';

interface BackupName {
  readonly file: string;
  readonly ordinal: number;
  readonly at: string;
  readonly reason: string;
}

const NAME = /^(\d{6,}) (\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z (.+)\.rackwright$/;

/** The backups in `folder` by their names, newest first. A folder that is not there holds none. */
function namesIn(folder: string): BackupName[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names
    .flatMap((name) => {
      const parts = NAME.exec(name);
      if (!parts) return [];
      const [, ordinal, day, hour, minute, second, milliseconds, reason = ''] = parts;
      const at = `${day}T${hour}:${minute}:${second}.${milliseconds}Z`;
      return [{ file: join(folder, name), ordinal: Number(ordinal), at, reason }];
    })
    .toSorted((left, right) => right.ordinal - left.ordinal);
}

/** The backups in `folder`, newest first, each with what it holds. */
export function listBackups(folder: string): Backup[] {
  return namesIn(folder).map((name) => ({ ...name, bytes: statSync(name.file).size, facts: factsOf(name.file) }));
}

/** The newest backup; undefined where there is none. */
export function newestBackup(folder: string): Backup | undefined {
  const [name] = namesIn(folder);
  return name && { ...name, bytes: statSync(name.file).size, facts: factsOf(name.file) };
}

/** Work must go on beside the backups: the disk is not filled up with them. */
const ROOM_LEFT_BYTES = 100_000_000;

/**
 * Writes a verified backup into `folder`, named by its number, the moment and the reason, and removes those that are past
 * their time. Returns its path. Refuses with E_WORKSPACE_FULL where the disk has no room for it.
 */
export function writeBackup(database: ReadDatabase, folder: string, reason: string, at: Date): string {
  mkdirSync(folder, { recursive: true });
  sweepLeftovers(folder);
  refuseWithoutRoom(database, folder);
  const ordinal = (namesIn(folder)[0]?.ordinal ?? 0) + 1;
  const moment = at.toISOString().replaceAll(':', '-').replace('.', '-');
  const file = join(folder, `${String(ordinal).padStart(6, '0')} ${moment} ${reason}.rackwright`);
  saveCopy(database, file);
  const { problem } = noteFacts(file, []);
  // A copy of a damaged workspace takes no sound one's place, and proves nothing that could be pruned for it.
  if (problem === null) pruneBackups(folder);
  return file;
}

function refuseWithoutRoom(database: ReadDatabase, folder: string): void {
  const needed =
    Number(database.pragma('page_count', { simple: true })) * Number(database.pragma('page_size', { simple: true }));
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize > needed + ROOM_LEFT_BYTES) return;
  const megabytes = (bytes: number) => `${Math.ceil(bytes / 1_000_000)} MB`;
  const message = `There is no room for a backup: it needs ${megabytes(needed)} beside ${megabytes(ROOM_LEFT_BYTES)} left free, and the disk has ${megabytes(bavail * bsize)}.`;
  fail('E_WORKSPACE_FULL', message, { details: { needed, free: bavail * bsize } });
}

function pruneBackups(folder: string): void {
  const backups = namesIn(folder).map((name) => ({ ...name, sound: factsOf(name.file).problem === null }));
  for (const { file } of surplusBackups(backups)) removeWithFacts(file);
}

import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openReader, type ReadDatabase } from './connection.ts';
import { publishOver, viaTemporary } from './durable-file.ts';
import { userVersion } from './migrate.ts';

/** A consistent copy of an open workspace, verified by opening it before it gets its name. */
export function saveCopy(database: ReadDatabase, target: string): void {
  viaTemporary(target, (temporary) => {
    database.prepare('VACUUM INTO ?').run(temporary);
    verifyCopy(temporary, userVersion(database));
    publishOver(temporary, target);
  });
}

function verifyCopy(file: string, version: number): void {
  const copy = openReader(file);
  try {
    const check = copy.pragma('integrity_check(1)', { simple: true });
    if (check !== 'ok' || userVersion(copy) !== version) throw new Error('The copy could not be verified.');
  } finally {
    copy.close();
  }
}

export interface BackupFile {
  readonly file: string;
  readonly at: string;
  readonly bytes: number;
  readonly reason: string;
}

const NAME = /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z (.+)\.rackwright$/;

/** Writes a verified backup into `folder`, named by the moment and the reason. Returns its path. */
export function writeBackup(database: ReadDatabase, folder: string, reason: string, at: Date): string {
  mkdirSync(folder, { recursive: true });
  const moment = at.toISOString().replaceAll(':', '-').replace('.', '-');
  const file = join(folder, `${moment} ${reason}.rackwright`);
  saveCopy(database, file);
  return file;
}

/** The backups in `folder`, newest first. A folder that is not there holds none. */
export function listBackups(folder: string): BackupFile[] {
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
      const [, day, hour, minute, second, milliseconds, reason = ''] = parts;
      const file = join(folder, name);
      const at = `${day}T${hour}:${minute}:${second}.${milliseconds}Z`;
      return [{ file, at, bytes: statSync(file).size, reason }];
    })
    .toSorted((left, right) => right.at.localeCompare(left.at));
}
